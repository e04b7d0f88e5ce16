"""Dựng sân: a database for each size, filled once, with the servers over it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from time import time_ns

import psycopg
from psycopg import sql

from bench import filling, servers
from bench.scenario import Stage
from congvu.cli import roles
from congvu.cli.postgres import Cluster

USER, PASSWORD = "do-toc-do", "mot-mat-khau-rat-dai"


@contextmanager
def stages(sizes: list[int], *, folder: Path, day: date) -> Iterator[list[Stage]]:
    """Các sân: all of them stand at once, so that sizes are measured in turn and a noisy minute troubles all alike."""
    os.environ |= _production(folder)
    cluster = Cluster(folder, settings=servers.POSTGRES)
    cluster.start()
    try:
        for size in sizes:
            _build(cluster, size)
        with ExitStack() as stack:
            bare = stack.enter_context(servers.serving("bench.bare", "{port}", environment={}))
            yield [stack.enter_context(_stage(cluster, size, bare, folder=folder, day=day)) for size in sizes]
    finally:
        cluster.stop()


def _production(folder: Path) -> dict[str, str]:
    return {
        "CONGVU_PRODUCTION": "1",
        "SECRET_KEY": "khoa-chi-dung-de-do-toc-do-" + "0" * 40,
        "CONGVU_HOSTS": "127.0.0.1",
        "DATA": str(folder),
    }


def _addresses(cluster: Cluster, size: int) -> dict[str, str]:
    return {
        "DATABASE_URL": cluster.url(roles.APPLICATION, database=_name(size)),
        "DATABASE_OWNER_URL": cluster.url(roles.OWNER, database=_name(size)),
    }


def _name(size: int) -> str:
    return f"do_{size}"


def _build(cluster: Cluster, size: int) -> None:
    """A database that was filled before is only brought up to date."""
    with cluster.connect() as owner:
        fresh = not owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_name(size)]).fetchone()
        if fresh:
            owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(_name(size))))
    _congvu("migrate", "--quiet", environment=_addresses(cluster, size))
    if fresh:
        sys.stderr.write(f"Đang dựng tỉnh {size} người…\n")
        _fill(cluster, size)


def _fill(cluster: Cluster, size: int) -> None:
    with cluster.connect(database=_name(size)) as owner, owner.cursor() as cursor:
        with filling.bare_tables(cursor):
            filling.fill(cursor, people=size)
        cursor.execute("SELECT audit_seal_pending()")
        cursor.execute("VACUUM ANALYZE")


@contextmanager
def _stage(cluster: Cluster, size: int, bare: servers.Browser, *, folder: Path, day: date) -> Iterator[Stage]:
    addresses = _addresses(cluster, size)
    with (
        servers.serving("congvu", "serve", "--port", "{port}", environment=addresses) as pages,
        psycopg.connect(addresses["DATABASE_URL"], autocommit=True) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT set_config('congvu.scope', %s, false)", [filling.TOP])
        _open_account(cluster, size)
        _log_in(pages)

        @contextmanager
        def inside() -> Iterator[None]:
            _point(addresses["DATABASE_URL"])
            yield

        numbers = count(time_ns() // 1_000_000)
        yield Stage(size, pages, bare, cursor, inside, folder, day, numbers)


def _open_account(cluster: Cluster, size: int) -> None:
    """Written by the owner: the first account of a system is opened on its server."""
    from django.contrib.auth.hashers import make_password

    _point(_addresses(cluster, size)["DATABASE_URL"])
    with cluster.connect(database=_name(size)) as owner:
        owner.execute(
            "INSERT INTO access_user (username, full_name, password, email, is_active, is_demo) "
            "VALUES (%s, 'Chuyên viên đo', %s, '', true, false) "
            "ON CONFLICT (username) DO UPDATE SET password = EXCLUDED.password",
            [USER, make_password(PASSWORD)],
        )
        owner.execute(
            "INSERT INTO access_rolegrant (valid, role, basis, unit_id, user_id) "
            "SELECT daterange('2000-01-01', NULL), 'head', '', i.id, u.id FROM access_user u, scope_unitidentity i "
            "WHERE u.username = %s AND i.path = %s::ltree AND NOT EXISTS (SELECT 1 FROM access_rolegrant)",
            [USER, filling.TOP],
        )


def _log_in(pages: servers.Browser) -> None:
    answer = pages.post("/dang-nhap/", {"login": USER, "password": PASSWORD})
    if answer.status != 302:
        raise RuntimeError(f"/dang-nhap/: {answer.status}")


def _point(url: str) -> None:
    """This process speaks to the database of the size that is being measured."""
    from django.conf import settings

    from congvu.cli import database

    if not settings.configured:
        os.environ["DATABASE_URL"] = url
        database.set_up()
    from django.db import connection

    from congvu.config.settings import database as settings_of

    connection.close()
    connection.settings_dict.update(settings_of(url))


def _congvu(*words: str, environment: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, "-m", "congvu", *words], cwd=servers.ROOT, env={**os.environ, **environment}, check=True
    )
