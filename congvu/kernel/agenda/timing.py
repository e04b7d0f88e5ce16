"""Hạn của một việc: by the calendar of its unit, with pauses, and the arithmetic in words."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from congvu.kernel.agenda import Duty
from congvu.kernel.agenda.models import Obligation, ObligationPause
from congvu.kernel.calendar import (
    ZONE,
    Deadline,
    Limit,
    Pause,
    TraceLine,
    WorkingCalendar,
    deadline,
    local,
    postponed,
)
from congvu.law import Citation

Trace = list[dict[str, str | None]]


def first_due(duty: Duty, calendar: WorkingCalendar) -> Deadline:
    """Hạn ban đầu: counted from the moment it was given, or the very time that was set."""
    if isinstance(duty.by_when, Limit):
        return deadline(duty.since, duty.by_when, calendar)
    due = local(duty.by_when)
    why = duty.why or "Hạn do người giao việc ấn định."
    set_to = TraceLine(due.date(), f"Hết hạn lúc {due:%H:%M}, {due:%d/%m/%Y}.", duty.cites)
    return Deadline(due, (TraceLine(local(duty.since).date(), why, duty.cites), set_to))


def paused_due(owed: Obligation, pauses: Iterable[ObligationPause], calendar: WorkingCalendar) -> Deadline:
    """Hạn sau các lần tạm dừng, never earlier than it was."""
    stops = [_stop(pause) for pause in pauses if pause.until is not None]
    if owed.limit:
        found = deadline(owed.counted_from, Limit.parse(owed.limit), calendar, stops)
    else:
        found = postponed(owed.promised_at, owed.counted_from, calendar, stops)
    return Deadline(max(found.due_at, local(owed.due_at)), found.trace)


def start_of(day: date) -> datetime:
    """Đầu ngày, giờ Việt Nam."""
    return datetime.combine(day, time(), ZONE)


def written(lines: Sequence[TraceLine]) -> Trace:
    """The arithmetic as it is kept."""
    return [line.as_dict() for line in lines]


def read(trace: Trace) -> list[str]:
    """The kept arithmetic as sentences, each with its day and its article."""
    return [_sentence(line) for line in trace]


def _sentence(line: dict[str, str | None]) -> str:
    day, cites = line.get("day"), line.get("cites")
    said = f"{date.fromisoformat(day):%d/%m/%Y}: {line['reason']}" if day else str(line["reason"])
    return f"{said} ({cites})" if cites else said


def moved_line(owed: Obligation, to: datetime, because: str, cites: Citation | None, *, on: date) -> TraceLine:
    """Một dòng về việc dời hạn."""
    before, after = local(owed.due_at), local(to)
    return TraceLine(on, f"Dời hạn từ {before:%H:%M %d/%m/%Y} đến {after:%H:%M %d/%m/%Y}: {because}", cites)


def _stop(pause: ObligationPause) -> Pause:
    reason = f"{pause.reason}, {pause.cites}" if pause.cites else pause.reason
    return Pause(pause.since, pause.until or pause.since, reason)
