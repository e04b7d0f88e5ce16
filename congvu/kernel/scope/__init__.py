"""Phạm vi: the identity of a unit and of a person, and the part of the tree that a transaction may see."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

SETTING = "congvu.scope"


@contextmanager
def within(paths: Iterable[str]) -> Iterator[None]:
    """Trong phạm vi: inside, the database shows only people under the given tree paths; without paths, nobody."""
    with transaction.atomic():
        before = current()
        _set(",".join(sorted(set(paths))))
        yield
        _set(before)


def tops() -> list[str]:
    """Các ngọn cây: the path of every top unit; a scope of all of them hides nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT path::text FROM scope_unitidentity WHERE nlevel(path) = 1 ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def current() -> str:
    """The tree paths in force in this transaction, joined by commas; empty when there is no scope."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting(%s, true), '')", [SETTING])
        return str(cursor.fetchone()[0])


def _set(paths: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, paths])
