"""The day that a unit can answer for."""

from datetime import date, timedelta
from typing import Any


def answering_day(unit: Any, *, on: date) -> date:
    """A dissolved unit answers as of its last day."""
    ended: date | None = unit.dissolved_on
    return ended - timedelta(days=1) if ended and ended <= on else on
