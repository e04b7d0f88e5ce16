"""Lịch làm việc: working time, holidays, make-up days, and the arithmetic of a deadline."""

from .days_off import CalendarUnknown, DayOff, day_off
from .deadlines import Deadline, Pause, TraceLine, deadline, local, postponed, working_days_left
from .limits import Limit, NotALimit, TimeUnit
from .working_time import ZONE, Day, DayDecision, Session, WeekPlan, WorkingCalendar

__all__ = [
    "ZONE",
    "CalendarUnknown",
    "Day",
    "DayDecision",
    "DayOff",
    "Deadline",
    "Limit",
    "NotALimit",
    "Pause",
    "Session",
    "TimeUnit",
    "TraceLine",
    "WeekPlan",
    "WorkingCalendar",
    "day_off",
    "deadline",
    "local",
    "postponed",
    "working_days_left",
]
