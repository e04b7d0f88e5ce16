"""Đọc lịch của một đơn vị: its hours and decisions, and those of the units above it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    line = _lines_up([unit_id])[unit_id] if unit_id else ()
    return _calendar(line, *_rows(line))


def calendars_of(units: Iterable[int]) -> dict[int, WorkingCalendar]:
    """Lịch của nhiều đơn vị, in four questions to the database; units without plans of their own share one."""
    lines = _lines_up(units)
    overrides, hours = _rows(sorted({above for line in lines.values() for above in line}))
    decides = {override.unit_id for override in overrides} | {row.unit_id for row in hours}
    made: dict[tuple[int, ...], WorkingCalendar] = {}
    for line in lines.values():
        own = tuple(unit for unit in line if unit in decides)
        made[own] = made.get(own) or _calendar(own, overrides, hours)
    return {unit: made[tuple(above for above in line if above in decides)] for unit, line in lines.items()}


def _calendar(line: Sequence[int], overrides: Sequence[DayOverride], hours: Sequence[WorkingHours]) -> WorkingCalendar:
    heard = [override for override in overrides if override.unit_id is None or override.unit_id in line]
    ranked = sorted(heard, key=lambda override: (_place(override.unit_id, line), override.decided_on))
    rows = sorted((row for row in hours if row.unit_id in line), key=lambda row: line.index(row.unit_id))
    decisions = {override.day: _decision(override) for override in ranked}  # the last one of a day stays
    return WorkingCalendar(plans=_plans(rows), decisions=decisions)


def _place(unit_id: int | None, line: Sequence[int]) -> int:
    return line.index(unit_id) if unit_id else -1


def _rows(units: Sequence[int]) -> tuple[list[DayOverride], list[WorkingHours]]:
    overrides = DayOverride.objects.filter(unit__isnull=True) | DayOverride.objects.filter(unit__in=units)
    return list(overrides.order_by("pk")), list(WorkingHours.objects.filter(unit__in=units).order_by("pk"))


def _lines_up(units: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """For each unit, those from the top of the tree down to it."""
    paths = dict(UnitIdentity.objects.filter(pk__in=set(units)).order_by("pk").values_list("pk", "path"))
    steps = {unit: _steps(str(path)) for unit, path in paths.items()}
    wanted = {step for line in steps.values() for step in line}
    found = UnitIdentity.objects.filter(path__in=wanted).order_by("pk").values_list("path", "pk")
    keys = {str(path): pk for path, pk in found}
    return {unit: tuple(keys[step] for step in line if step in keys) for unit, line in steps.items()}


def _steps(path: str) -> list[str]:
    labels = path.split(".")
    return [".".join(labels[: length + 1]) for length in range(len(labels))]


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
