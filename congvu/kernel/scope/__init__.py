"""Phạm vi: the identity of a unit and of a person, and what a transaction may see of them.

It sees branches of the tree, one person's own file, what is one account's own, and each class of sensitive data over
branches of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, transaction

from congvu.law.sensitivity import GUARDED

_SETTINGS = ("congvu.scope", "congvu.own", "congvu.user", *(f"congvu.seeing_{kind}" for kind in GUARDED))
_NOW = ", ".join(["coalesce(current_setting(%s, true), '')"] * len(_SETTINGS))
_TO = ", ".join(["set_config(%s, %s, true)"] * len(_SETTINGS))
_SURVEY = {
    "congvu.survey": "on",
    "enable_nestloop": "off",
    "cursor_tuple_fraction": "1",
    "work_mem": "64MB",
}
_SURVEY_NOW = "SELECT " + ", ".join(f"coalesce(current_setting('{name}', true), '')" for name in _SURVEY)
_SURVEY_TO = f"SELECT {', '.join(['set_config(%s, %s, true)'] * len(_SURVEY))}"
_READ_ONLY = ", set_config('transaction_read_only', 'on', true)"


@dataclass(frozen=True)
class Sight:
    """Tầm nhìn: branches seen at all, whose own file and which account's own things, and where each class is seen.

    A class of sensitive data that is not named is seen nowhere.
    """

    paths: Iterable[str]
    own: int | None = None
    user: int | None = None
    seeing: Mapping[str, Iterable[str]] = field(default_factory=dict)

    def settings(self) -> list[str]:
        """The values of the settings, in their order."""
        keys = ["" if key is None else str(key) for key in (self.own, self.user)]
        return [_joined(self.paths), *keys, *(_joined(self.seeing.get(kind, ())) for kind in GUARDED)]


def everything(paths: Iterable[str]) -> Sight:
    """Thấy tất cả: every class of data under the paths; for the operator and for work that nobody looks at."""
    under = tuple(paths)
    return Sight(under, seeing=dict.fromkeys(GUARDED, under))


@contextmanager
def within(sight: Sight | Iterable[str], *, reading: bool = False) -> Iterator[None]:
    """Trong phạm vi: inside, the database shows what is in sight and nothing else; bare paths see nothing sensitive.

    With `reading` nothing can be written either. What is set ends with the transaction, so that only a scope
    inside another transaction has something to restore.
    """
    wanted = sight if isinstance(sight, Sight) else Sight(sight)
    inner = connection.in_atomic_block
    with transaction.atomic():
        before = _enter(wanted.settings(), reading=reading)
        yield
        if inner:
            _set(before)


def survey() -> None:
    """Khảo sát: until the transaction ends everybody in the scope is about to be read, not a page of them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('congvu.survey', 'on', true)")


@contextmanager
def surveying() -> Iterator[None]:
    """Đang khảo sát: inside, everybody in the scope is read at once, so that tables are joined whole.

    Row security hides from the planner how many rows there are; left alone it looks up one after the other.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SURVEY_NOW)
        before = [str(value) for value in cursor.fetchone()]
        cursor.execute(_SURVEY_TO, [part for pair in _SURVEY.items() for part in pair])
        yield
        cursor.execute(_SURVEY_TO, [part for pair in zip(_SURVEY, before, strict=True) for part in pair])


def tops() -> list[str]:
    """Các ngọn cây: the path of every top unit; a scope of all of them hides nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT path::text FROM scope_unitidentity WHERE nlevel(path) = 1 ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def current() -> str:
    """The tree paths in force in this transaction, joined by commas; empty when there is no scope."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting(%s, true), '')", _SETTINGS[:1])
        return str(cursor.fetchone()[0])


def _joined(paths: Iterable[str]) -> str:
    return ",".join(sorted(set(paths)))


def _enter(values: list[str], *, reading: bool) -> list[str]:
    """One statement for all of it; what was in sight until now."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_NOW}, {_TO}{_READ_ONLY if reading else ''}", [*_SETTINGS, *_paired(values)])
        return list(cursor.fetchone()[: len(_SETTINGS)])


def _set(values: list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_TO}", _paired(values))


def _paired(values: list[str]) -> list[str]:
    return [part for pair in zip(_SETTINGS, values, strict=True) for part in pair]
