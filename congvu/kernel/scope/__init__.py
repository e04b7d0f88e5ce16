"""Phạm vi: the identity of a unit and of a person, and what a transaction may see of them.

It sees branches of the tree, one person's own file, and each class of sensitive data over branches of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, transaction

from congvu.law.sensitivity import GUARDED

_SCOPE, _OWN = "congvu.scope", "congvu.own"
_SETTINGS = (_SCOPE, _OWN, *(f"congvu.seeing_{kind}" for kind in GUARDED))


@dataclass(frozen=True)
class Sight:
    """Tầm nhìn: the branches seen at all, the person whose own file it is, and the branches over which each class of
    sensitive data is seen; a class that is not named is seen nowhere."""

    paths: Iterable[str]
    own: int | None = None
    seeing: Mapping[str, Iterable[str]] = field(default_factory=dict)

    def settings(self) -> list[str]:
        """The values of the settings, in their order."""
        own = "" if self.own is None else str(self.own)
        return [_joined(self.paths), own, *(_joined(self.seeing.get(kind, ())) for kind in GUARDED)]


def everything(paths: Iterable[str]) -> Sight:
    """Thấy tất cả: every class of data under the paths; for the operator and for work that nobody looks at."""
    under = tuple(paths)
    return Sight(under, seeing=dict.fromkeys(GUARDED, under))


@contextmanager
def within(sight: Sight | Iterable[str]) -> Iterator[None]:
    """Trong phạm vi: inside, the database shows what is in sight and nothing else; bare paths see nothing sensitive."""
    wanted = sight if isinstance(sight, Sight) else Sight(sight)
    with transaction.atomic():
        before = _current()
        _set(wanted.settings())
        yield
        _set(before)


def tops() -> list[str]:
    """Các ngọn cây: the path of every top unit; a scope of all of them hides nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT path::text FROM scope_unitidentity WHERE nlevel(path) = 1 ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def current() -> str:
    """The tree paths in force in this transaction, joined by commas; empty when there is no scope."""
    return _current()[0]


def _joined(paths: Iterable[str]) -> str:
    return ",".join(sorted(set(paths)))


def _current() -> list[str]:
    with connection.cursor() as cursor:
        asked = ", ".join(["coalesce(current_setting(%s, true), '')"] * len(_SETTINGS))
        cursor.execute(f"SELECT {asked}", _SETTINGS)
        return list(cursor.fetchone())


def _set(values: list[str]) -> None:
    with connection.cursor() as cursor:
        asked = ", ".join(["set_config(%s, %s, true)"] * len(_SETTINGS))
        pairs = [part for pair in zip(_SETTINGS, values, strict=True) for part in pair]
        cursor.execute(f"SELECT {asked}", pairs)
