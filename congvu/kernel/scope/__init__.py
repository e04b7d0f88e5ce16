"""Phạm vi: the identity of a unit and of a person, and the part of the tree that a transaction may see."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

SETTING = "congvu.scope"
USER = "congvu.user"


@contextmanager
def within(paths: Iterable[str], *, user: int | None = None) -> Iterator[None]:
    """Trong phạm vi: inside, the database shows only people under the given tree paths; without paths, nobody.

    With `user` it also shows what is that account's own, such as its duties; without, whoever asked before stays.
    """
    with transaction.atomic():
        before, asker = _standing()
        _set(",".join(sorted(set(paths))), asker if user is None else str(user))
        yield
        _set(before, asker)


def tops() -> list[str]:
    """Các ngọn cây: the path of every top unit; a scope of all of them hides nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT path::text FROM scope_unitidentity WHERE nlevel(path) = 1 ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def current() -> str:
    """The tree paths in force in this transaction, joined by commas; empty when there is no scope."""
    return _standing()[0]


def _standing() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting(%s, true), ''), coalesce(current_setting(%s, true), '')", [SETTING, USER]
        )
        paths, user = cursor.fetchone()
        return str(paths), str(user)


def _set(paths: str, user: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true), set_config(%s, %s, true)", [SETTING, paths, USER, user])
