"""Thời hạn giải quyết: from the moment of receipt to the due time, with the arithmetic written down."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from congvu.law import Citation, Standing, texts, used

from .days_off import LAST_YEAR, CalendarUnknown
from .limits import Limit, TimeUnit
from .working_time import WEEKDAYS, ZONE, Day, WorkingCalendar, day_after

_STARTS = used(texts.CIVIL_CODE_2015.article(147, standing=Standing.FROM_MEMORY), where="Bắt đầu thời hạn")
_ENDS = used(texts.CIVIL_CODE_2015.article(148, standing=Standing.FROM_MEMORY), where="Kết thúc thời hạn")
_BEFORE_2017 = used(texts.CIVIL_CODE_2005.as_a_whole(), where="Bắt đầu và kết thúc thời hạn")


@dataclass(frozen=True)
class Pause:
    """Tạm dừng tính thời hạn: from the moment the clock stops to the moment it runs again, by a legal reason."""

    since: datetime
    until: datetime
    reason: str
    cites: Citation | None = None

    def __post_init__(self) -> None:
        if self.until < self.since:
            raise ValueError("Thời điểm tính tiếp phải sau thời điểm tạm dừng.")

    def skips(self, day: date) -> bool:
        """Ngày không tính: the days after the stop, up to and including the day on which the clock runs again."""
        return local(self.since).date() < day <= local(self.until).date()


@dataclass(frozen=True)
class TraceLine:
    """Một dòng giải trình: the day, what happened to the count on it, and by which article."""

    day: date
    reason: str
    cites: Citation | None = None

    def as_dict(self) -> dict[str, str | None]:
        """Dạng lưu và xuất."""
        return {"day": self.day.isoformat(), "reason": self.reason, "cites": str(self.cites) if self.cites else None}


@dataclass(frozen=True)
class Deadline:
    """Hạn giải quyết: the due time, and why it is that one."""

    due_at: datetime
    trace: tuple[TraceLine, ...]


def deadline(received_at: datetime, limit: Limit, calendar: WorkingCalendar, pauses: Sequence[Pause] = ()) -> Deadline:
    """Hạn giải quyết: the day of receipt does not count, a last day that is not worked moves on to the next worked day.

    Limits in working hours count from the minute of receipt; all others end at the closing time of their last day. A
    moment without a zone is Vietnamese time.
    """
    begin, trace = _receipt(local(received_at), calendar, by_the_hour=limit.unit is TimeUnit.WORKING_HOURS)
    if limit.unit is TimeUnit.WORKING_HOURS:
        due, counted = _by_the_hour(begin, limit, calendar, pauses)
        return Deadline(due, (trace, *counted))
    if limit.unit is TimeUnit.WORKING_DAYS:
        last, counted = _by_working_days(begin.date(), limit.amount, calendar, pauses)
    else:
        last, counted = _by_days(begin.date(), limit, pauses)
    due, moved = _closing(last, calendar, pauses)
    return Deadline(due, (trace, *counted, *moved))


def postponed(
    promised_at: datetime, counted_from: datetime, calendar: WorkingCalendar, pauses: Sequence[Pause]
) -> Deadline:
    """Hạn đã hẹn, lùi theo thời gian tạm dừng: a worked day that a pause takes is given back after the promised day."""
    promised, lines = local(promised_at), list[TraceLine]()
    day = begin = local(counted_from).date()
    left = sum(calendar.day(each).works for each in _days_between(begin, promised.date()))
    while left:
        day = day_after(day)
        if (pause := _pause_over(day, pauses)) is not None and calendar.day(day).works:
            lines.append(TraceLine(day, f"Không tính: tạm dừng ({pause.reason}).", pause.cites))
        else:
            left -= calendar.day(day).works
    day = max(day, promised.date())
    while (stopped := _stopped_at(_at(day, promised), pauses)) or (lines and not calendar.day(day).works):
        if stopped:
            lines.append(TraceLine(day, f"Không tính: tạm dừng ({stopped.reason}).", stopped.cites))
        day = day_after(day)
    due = max(promised, _at(day, promised))
    moved = [TraceLine(day, f"Hạn lùi đến {due:%H:%M} {WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}.")] if lines else []
    return Deadline(due, (*lines, *moved))


def working_days_left(due_at: datetime, calendar: WorkingCalendar, *, on: date) -> int:
    """Còn mấy ngày làm việc: the worked days after the day, up to and including the day of the due time."""
    return sum(calendar.day(day).works for day in _days_between(on, local(due_at).date()))


def _days_between(begin: date, end: date) -> Iterator[date]:
    """The days after the first, up to and including the last."""
    return (begin + timedelta(days) for days in range(1, (end - begin).days + 1))


def _at(day: date, moment: datetime) -> datetime:
    return datetime.combine(day, moment.timetz())


def local(moment: datetime) -> datetime:
    """Giờ Việt Nam của thời điểm này."""
    return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)


def _receipt(received: datetime, calendar: WorkingCalendar, *, by_the_hour: bool) -> tuple[datetime, TraceLine]:
    """The moment as of which the limit counts: filing too late or on a free day is filing on the next worked day."""
    day = calendar.day(received.date())
    said = f"Tiếp nhận lúc {received:%H:%M} {WEEKDAYS[received.weekday()]}, {received:%d/%m/%Y}"
    counts = "tính từ thời điểm này" if by_the_hour else "ngày tiếp nhận không tính"
    if day.works and received.time() <= _last_minute(day):
        return received, TraceLine(received.date(), f"{said}; {counts}.", _of(_STARTS, received.date()))
    why = f"sau giờ ngừng nhận {_last_minute(day):%H:%M}" if day.works else f"vào ngày nghỉ ({day.reason})"
    begun = calendar.first_working_day(day_after(received.date())).opens_at
    as_if = f"{said}, {why} nên tính như tiếp nhận lúc {begun:%H:%M} ngày {begun:%d/%m/%Y}; {counts}."
    return begun, TraceLine(received.date(), as_if, day.cites or _of(_STARTS, day.day))


def _last_minute(day: Day) -> time:
    return day.cut_off or day.sessions[-1].closes


def _by_working_days(
    begin: date, amount: int, calendar: WorkingCalendar, pauses: Sequence[Pause]
) -> tuple[date, list[TraceLine]]:
    day, number, lines = begin, 0, []
    while number < amount:
        day = day_after(day)
        found = calendar.day(day)
        if not found.works:
            lines.append(TraceLine(day, f"Không tính: {found.reason}.", found.cites))
        elif (pause := _pause_over(day, pauses)) is not None:
            lines.append(TraceLine(day, f"Không tính: tạm dừng ({pause.reason}).", pause.cites))
        else:
            number += 1
            note = "" if found.reason == "ngày làm việc" else f" ({found.reason})"
            lines.append(TraceLine(day, f"Ngày làm việc thứ {number}{note}.", found.cites))
    return day, lines


def _by_days(begin: date, limit: Limit, pauses: Sequence[Pause]) -> tuple[date, list[TraceLine]]:
    end = _months_after(begin, limit.amount) if limit.unit is TimeUnit.MONTHS else _days_after(begin, limit.amount)
    lines, left, day = [], (end - begin).days, begin
    while left:
        day = day_after(day)
        if (pause := _pause_over(day, pauses)) is not None:
            lines.append(TraceLine(day, f"Không tính: tạm dừng ({pause.reason}).", pause.cites))
        else:
            left -= 1
    return day, [*lines, TraceLine(day, f"Ngày cuối của thời hạn {limit}.", _of(_ENDS, day))]


def _closing(last: date, calendar: WorkingCalendar, pauses: Sequence[Pause]) -> tuple[datetime, list[TraceLine]]:
    """The closing time of the last day, or of the first worked day after it on which the clock runs at closing."""
    lines: list[TraceLine] = []
    while True:
        day = calendar.day(last)
        stopped = _stopped_at(day.closes_at, pauses) if day.works else None
        if day.works and stopped is None:
            closing = (
                f"Hết hạn lúc {day.closes_at:%H:%M} {WEEKDAYS[last.weekday()]}, {last:%d/%m/%Y} (hết giờ làm việc)."
            )
            return day.closes_at, [*lines, TraceLine(last, closing, _of(_ENDS, last))]
        why = f"tạm dừng ({stopped.reason})" if stopped else day.reason
        lines.append(TraceLine(last, f"Chuyển sang ngày làm việc tiếp theo: {why}.", _of(_ENDS, last)))
        last = day_after(last)


def _by_the_hour(
    begin: datetime, limit: Limit, calendar: WorkingCalendar, pauses: Sequence[Pause]
) -> tuple[datetime, list[TraceLine]]:
    left, day, lines = timedelta(hours=limit.amount), begin.date(), list[TraceLine]()
    while True:
        found = calendar.day(day)
        spent = timedelta()
        for start, end in _running(found, begin, pauses):
            if end - start >= left:
                due = start + left
                lines.append(TraceLine(day, f"Tính {_hours(spent + left)}; hết hạn lúc {due:%H:%M}.", _of(_ENDS, day)))
                return due, lines
            spent, left = spent + (end - start), left - (end - start)
        lines.append(_hours_line(found, spent, left))
        day = day_after(day)


def _hours_line(day: Day, spent: timedelta, left: timedelta) -> TraceLine:
    if not day.works:
        return TraceLine(day.day, f"Không tính: {day.reason}.", day.cites)
    return TraceLine(day.day, f"Tính {_hours(spent)}, còn {_hours(left)}.", day.cites)


def _running(day: Day, begin: datetime, pauses: Sequence[Pause]) -> Iterator[tuple[datetime, datetime]]:
    """The spans of the day in which the clock runs: the sessions after the beginning, without the pauses."""
    for session in day.sessions:
        start = max(datetime.combine(day.day, session.opens, ZONE), begin)
        end = datetime.combine(day.day, session.closes, ZONE)
        for pause in sorted(pauses, key=lambda pause: local(pause.since)):
            since, until = local(pause.since), local(pause.until)
            if until <= start or since >= end:
                continue
            if since > start:
                yield start, since
            start = max(start, until)
        if start < end:
            yield start, end


def _pause_over(day: date, pauses: Sequence[Pause]) -> Pause | None:
    return next((pause for pause in pauses if pause.skips(day)), None)


def _stopped_at(moment: datetime, pauses: Sequence[Pause]) -> Pause | None:
    return next((pause for pause in pauses if local(pause.since) <= moment < local(pause.until)), None)


def _days_after(day: date, days: int) -> date:
    return day + timedelta(days)


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last day of a month that has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > LAST_YEAR:
        raise CalendarUnknown(f"Thời hạn vượt quá năm {LAST_YEAR}, năm cuối mà lịch tính được.")
    return date(day.year + years, month + 1, min(day.day, monthrange(day.year + years, month + 1)[1]))


def _of(citation: Citation, day: date) -> Citation:
    """The civil code in force on the day."""
    return _BEFORE_2017 if texts.CIVIL_CODE_2005.until and day < texts.CIVIL_CODE_2005.until else citation


def _hours(span: timedelta) -> str:
    hours, minutes = divmod(round(span.total_seconds() / 60), 60)
    said = [f"{hours} giờ"] if hours or not minutes else []
    return " ".join([*said, f"{minutes} phút"] if minutes else said)
