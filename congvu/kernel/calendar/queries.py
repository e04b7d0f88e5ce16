"""Đọc lịch của một đơn vị: its hours and decisions, and those of the units above it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from itertools import pairwise

from congvu.kernel.scope.models import UnitIdentity
from congvu.law import Citation, LegalText, Standing

from .models import DayOverride, WorkingHours
from .working_time import STATE_WEEKS, DayDecision, Session, WeekPlan, WorkingCalendar


def calendar_of(unit_id: int | None) -> WorkingCalendar:
    """Lịch làm việc của đơn vị; None is the calendar of the whole country.

    For each day of the week the nearest unit that set hours decides; of the decisions on one day the nearest unit's,
    then the newest.
    """
    line = _line_up(unit_id)
    overrides = DayOverride.objects.filter(unit__isnull=True) | DayOverride.objects.filter(unit__in=line)
    ranked = sorted(
        overrides.order_by("pk"),
        key=lambda override: (line.index(override.unit_id) if override.unit_id else -1, override.decided_on),
    )
    rows = sorted(
        WorkingHours.objects.filter(unit__in=line).order_by("pk"), key=lambda hours: line.index(hours.unit_id)
    )
    decisions = {override.day: _decision(override) for override in ranked}  # the last one of a day stays
    return WorkingCalendar(plans=_plans(rows), decisions=decisions)


def _line_up(unit_id: int | None) -> list[int]:
    """The units from the top of the tree down to this one."""
    if unit_id is None:
        return []
    path = UnitIdentity.objects.values_list("path", flat=True).get(pk=unit_id)
    above = UnitIdentity.objects.filter(path__above=path).order_by("pk").values_list("pk", "path")
    return [pk for pk, _ in sorted(above, key=lambda pair: str(pair[1]).count("."))]


def _decision(override: DayOverride) -> DayDecision:
    works = override.effect == DayOverride.Effect.WORKED
    cites = Citation(LegalText(override.number, override.title), None, standing=Standing.VERIFIED)
    return DayDecision(override.day, works, f"{override.get_effect_display()} theo quyết định {override.number}", cites)


def _plans(rows: Sequence[WorkingHours]) -> tuple[WeekPlan, ...]:
    """One plan for each span between two days on which something changes; the rows come from the top unit down."""
    if not rows:
        return STATE_WEEKS
    days = {day for row in rows for day in (row.valid.lower, row.valid.upper) if day}
    changes = [None, *sorted(days | {plan.since for plan in STATE_WEEKS if plan.since}), None]
    return tuple(_plan(rows, since, until) for since, until in pairwise(changes))


def _plan(rows: Sequence[WorkingHours], since: date | None, until: date | None) -> WeekPlan:
    inside = since or date.min
    state = next(plan for plan in STATE_WEEKS if plan.holds(inside))
    sessions, cut_offs, cites = dict(state.sessions), dict[int, time](), state.cites
    for row in rows:
        if not _holds(row, inside):
            continue
        sessions[row.weekday] = tuple(map(Session, row.times[::2], row.times[1::2]))
        cut_offs.pop(row.weekday, None)
        if row.cut_off:
            cut_offs[row.weekday] = row.cut_off
        cites = Citation(LegalText("", row.basis), None) if row.basis else cites
    return WeekPlan(sessions, cut_offs, since, until, cites)


def _holds(row: WorkingHours, day: date) -> bool:
    starts, ends = row.valid.lower, row.valid.upper
    return (starts is None or starts <= day) and (ends is None or day < ends)
