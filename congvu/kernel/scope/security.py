"""Row-level security, written once: how a migration puts a table with people under the scope."""

from django.db import migrations

_OWN = "path <@ ANY ((SELECT congvu_scope())::ltree[])"
_WHO = "FROM scope_personidentity AS who WHERE who.id = {column}"
_PERSON = f"""CASE WHEN (SELECT coalesce(current_setting('congvu.survey', true), '') = 'on')
  THEN EXISTS (SELECT 1 {_WHO}) ELSE (SELECT true {_WHO}) END"""
"""The same question twice. The planner answers EXISTS by reading the whole scope into memory once, which is best for a
figure over everybody and worst for a page of fifty rows; the other form it can only ask row by row."""
_SENSITIVE = (
    "EXISTS (SELECT 1 FROM scope_personidentity AS who WHERE who.id = {table}.person_id AND ("
    "{table}.sensitivity = 'open' OR who.id = (SELECT congvu_own())"
    " OR who.path <@ ANY (congvu_seeing({table}.sensitivity))))"
)
_ANY = "(SELECT congvu_scope()) IS NOT NULL"


def seen_with(column: str) -> str:
    """The condition under which rows are seen that name a person in the column."""
    return _PERSON.format(column=column)


def _protect(table: str, seen_when: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"CREATE POLICY {table}_scope ON {table} USING ({seen_when}) WITH CHECK ({seen_when})",
        ],
        [f"DROP POLICY {table}_scope ON {table}", f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"],
    )


def protect_by_path(table: str) -> migrations.RunSQL:
    """Rows carry a tree path of their own."""
    return _protect(table, _OWN)


def protect_by_person(table: str, column: str = "person_id") -> migrations.RunSQL:
    """Rows belong to a person: seen by whoever may see the person."""
    return _protect(table, seen_with(f"{table}.{column}"))


def seen_from_now_on(table: str, condition: str) -> migrations.RunSQL:
    """Another wording of the condition of a table that is protected already."""
    return migrations.RunSQL(
        f"ALTER POLICY {table}_scope ON {table} USING ({condition}) WITH CHECK ({condition})", migrations.RunSQL.noop
    )


def protect_without_scope(table: str) -> migrations.RunSQL:
    """Rows are common to a whole locality: seen under any scope, and never without one."""
    return _protect(table, _ANY)


def protect_when(table: str, condition: str) -> migrations.RunSQL:
    """Rows follow a condition of their own, written in SQL."""
    return _protect(table, condition)


def protect_by_sensitivity(table: str) -> migrations.RunSQL:
    """Rows belong to a person and name their class: seen by the person, and by whoever sees that class of him."""
    return _protect(table, _SENSITIVE.format(table=table))
