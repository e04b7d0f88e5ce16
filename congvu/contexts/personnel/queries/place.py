"""The day that a unit can answer for."""

from contextlib import AbstractContextManager, nullcontext
from datetime import date, timedelta
from typing import Any

from congvu.contexts.organisations import api as organisations
from congvu.kernel import scope


def answering_day(unit: Any, *, on: date) -> date:
    """A dissolved unit answers as of its last day."""
    ended: date | None = unit.dissolved_on
    return ended - timedelta(days=1) if ended and ended <= on else on


def surveying(unit: Any, *, on: date) -> AbstractContextManager[None]:
    """Đang khảo sát đơn vị: inside, everybody of a large branch is read at once; a small one needs no preparing."""
    return nullcontext() if organisations.reach(unit, on=on).small else scope.surveying()
