"""Hai vai trong cơ sở dữ liệu: the owner migrates; the application reads and writes rows and owns nothing."""

from collections.abc import Mapping

import psycopg
from psycopg import sql

OWNER = "congvu_owner"
APPLICATION = "congvu"
DATABASE = "congvu"


def establish(owner: psycopg.Connection, *, passwords: Mapping[str, str]) -> None:
    """Lập: create the application's role and the database where they are missing."""
    if not _exists(owner, "SELECT 1 FROM pg_roles WHERE rolname = %s", APPLICATION):
        owner.execute(
            sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD {}").format(
                sql.Identifier(APPLICATION), sql.Literal(passwords[APPLICATION])
            )
        )
    if not _exists(owner, "SELECT 1 FROM pg_database WHERE datname = %s", DATABASE):
        owner.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(DATABASE)))


def allow(owner: psycopg.Connection, *, role: str = APPLICATION) -> None:
    """Cấp quyền: rows for the application in the connected database, now and in tables to come; no TRUNCATE, no DDL."""
    known = {"role": sql.Identifier(role), "here": sql.Identifier(owner.info.dbname)}
    for statement in (
        "REVOKE ALL ON DATABASE {here} FROM PUBLIC",
        "GRANT CONNECT, TEMPORARY ON DATABASE {here} TO {role}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE ON SCHEMA public TO {role}",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {role}",
    ):
        owner.execute(sql.SQL(statement).format(**known))


def _exists(owner: psycopg.Connection, question: str, name: str) -> bool:
    return owner.execute(question, [name]).fetchone() is not None
