"""Thời gian làm việc: the sessions of a day, the plan of a week, and which days are worked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from congvu.law import Citation, Standing, texts, used

from .days_off import FIRST_YEAR, LAST_YEAR, CalendarUnknown, day_off
from .swaps import OFF_FOR, SWAP_CITES, WORKED_FOR

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_FORTY_HOURS = used(texts.WORKING_WEEK_1999.as_a_whole(standing=Standing.FROM_MEMORY), where="Tuần làm việc 40 giờ")
_MONDAY_TO_FRIDAY_SINCE = date(1999, 10, 2)


@dataclass(frozen=True)
class Session:
    """Buổi làm việc."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if not self.opens < self.closes:
            raise ValueError("Giờ mở cửa phải trước giờ đóng cửa.")


@dataclass(frozen=True)
class WeekPlan:
    """Giờ làm việc trong tuần: sessions by day of the week (0 is Monday), in force for the days [since, until)."""

    sessions: Mapping[int, tuple[Session, ...]]
    cut_offs: Mapping[int, time] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    cites: Citation | None = None

    def __post_init__(self) -> None:
        if not any(self.sessions.values()):
            raise ValueError("Giờ làm việc trong tuần phải có ít nhất một buổi.")

    def holds(self, day: date) -> bool:
        """Có hiệu lực vào ngày này hay không."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def on(self, weekday: int) -> tuple[Session, ...]:
        """Các buổi của một thứ; on a day worked instead of another, those of the first day of the week."""
        return self.sessions.get(weekday) or next(filter(None, (self.sessions[day] for day in sorted(self.sessions))))


@dataclass(frozen=True)
class DayDecision:
    """Quyết định về một ngày: free or worked, and why."""

    day: date
    works: bool
    reason: str
    cites: Citation | None = None


@dataclass(frozen=True)
class Day:
    """Một ngày trên lịch: worked or not, why, and its sessions."""

    day: date
    works: bool
    reason: str
    cites: Citation | None
    sessions: tuple[Session, ...] = ()
    cut_off: time | None = None

    @property
    def closes_at(self) -> datetime:
        """Giờ đóng cửa."""
        return datetime.combine(self.day, self.sessions[-1].closes, ZONE)

    @property
    def opens_at(self) -> datetime:
        """Giờ mở cửa."""
        return datetime.combine(self.day, self.sessions[0].opens, ZONE)


_EIGHT_HOURS = (Session(time(7, 30), time(11, 30)), Session(time(13, 0), time(17, 0)))
STATE_WEEKS = (
    WeekPlan(dict.fromkeys(range(5), _EIGHT_HOURS), since=_MONDAY_TO_FRIDAY_SINCE, cites=_FORTY_HOURS),
    WeekPlan(dict.fromkeys(range(6), _EIGHT_HOURS), until=_MONDAY_TO_FRIDAY_SINCE),
)


@dataclass(frozen=True)
class WorkingCalendar:
    """Lịch làm việc: the plans of an office, the law's holidays and swaps, and the decisions on single days."""

    plans: tuple[WeekPlan, ...] = STATE_WEEKS
    decisions: Mapping[date, DayDecision] = field(default_factory=dict)

    def day(self, day: date) -> Day:
        """Ngày này làm việc hay nghỉ, vì sao: a decision, a swap, a holiday, then the week."""
        plan = next((plan for plan in (*self.plans, *STATE_WEEKS) if plan.holds(day)), STATE_WEEKS[0])
        if (decided := self.decisions.get(day) or _swapped(day)) is not None:
            return _on(plan, day, decided)
        if (off := day_off(day)) is not None:
            return Day(day, False, f"nghỉ lễ, tết: {off.name}", off.cites)
        if not plan.sessions.get(day.weekday()):
            return Day(day, False, WEEKDAYS[day.weekday()], plan.cites)
        return _on(plan, day, DayDecision(day, True, "ngày làm việc"))

    def first_working_day(self, since: date) -> Day:
        """Ngày làm việc đầu tiên kể từ ngày này."""
        while not (found := self.day(since)).works:
            since = day_after(since)
        return found

    def with_decisions(self, decisions: Iterable[DayDecision]) -> WorkingCalendar:
        """Lịch sau khi có thêm quyết định, to compare due times before and after."""
        return replace(self, decisions={**self.decisions, **{decision.day: decision for decision in decisions}})


def day_after(day: date) -> date:
    """Ngày kế tiếp; CalendarUnknown past the last year of the calendar."""
    if not FIRST_YEAR <= (day + timedelta(1)).year <= LAST_YEAR:
        raise CalendarUnknown(f"Thời hạn vượt quá năm {LAST_YEAR}, năm cuối mà lịch tính được.")
    return day + timedelta(1)


def _swapped(day: date) -> DayDecision | None:
    if (worked := WORKED_FOR.get(day)) is not None:
        return DayDecision(day, False, f"nghỉ hoán đổi, làm bù vào ngày {worked:%d/%m/%Y}", SWAP_CITES)
    if (off := OFF_FOR.get(day)) is not None:
        return DayDecision(day, True, f"làm bù cho ngày nghỉ hoán đổi {off:%d/%m/%Y}", SWAP_CITES)
    return None


def _on(plan: WeekPlan, day: date, decided: DayDecision) -> Day:
    if not decided.works:
        return Day(day, False, decided.reason, decided.cites)
    sessions, cut_off = plan.on(day.weekday()), plan.cut_offs.get(day.weekday())
    return Day(day, True, decided.reason, decided.cites, sessions, cut_off)
