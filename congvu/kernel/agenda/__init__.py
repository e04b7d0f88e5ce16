"""Việc phải làm: the one place for who owes what by when; opened, moved and closed by the action that causes it.

No page changes a duty by itself: what was closed by mistake is opened again by the action that caused it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from congvu.kernel.calendar import Limit
from congvu.law import Citation


class Actor(Protocol):
    """Whoever acts: an officer on a page, or the operator of the server."""

    @property
    def user_id(self) -> int | None: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True)
class Kind:
    """Loại việc: its name in the code, and the words people read; the configuration lists them."""

    name: str
    label: str


@dataclass(frozen=True)
class Holder:
    """Người phải làm: whoever may do it in the unit, or one account, or one person of it and nobody else."""

    unit_id: int
    user_id: int | None = None
    person_id: int | None = None


@dataclass(frozen=True)
class Duty:
    """Việc được giao: what a holder owes by when; `by_when` is a limit from `since` on, or the due time itself."""

    kind: str
    case: str
    title: str
    address: str
    holder: Holder
    since: datetime
    by_when: Limit | datetime
    permission: str = ""
    why: str = ""
    cites: Citation | None = field(default=None)


class AlreadyUrged(Exception):
    """Đã nhắc hôm nay: a duty is urged at most once a day; the words say when it may be urged again."""
