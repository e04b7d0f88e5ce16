"""Phạm vi: the identity of a unit and of a person, and the part of the tree that a transaction may see."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

SETTING = "congvu.scope"


@contextmanager
def within(paths: Iterable[str], *, reading: bool = False) -> Iterator[None]:
    """Trong phạm vi: inside, the database shows only people under the given tree paths; without paths, nobody.

    With `reading` nothing can be written either. What is set ends with the transaction, so that only a scope
    inside another transaction has something to restore.
    """
    inner = connection.in_atomic_block
    with transaction.atomic():
        before = _enter(",".join(sorted(set(paths))), reading=reading)
        yield
        if inner:
            _set(before)


def survey() -> None:
    """Khảo sát: until the transaction ends everybody in the scope is about to be read, not a page of them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('congvu.survey', 'on', true)")


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


def _enter(paths: str, *, reading: bool) -> str:
    """One statement for all of it; the scope that was in force until now."""
    locked = ", set_config('transaction_read_only', 'on', true)" if reading else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT coalesce(current_setting(%s, true), ''), set_config(%s, %s, true){locked}",
            [SETTING, SETTING, paths],
        )
        return str(cursor.fetchone()[0])


def _set(paths: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, paths])
