"""Lịch riêng: the open duties of one account as an iCalendar file that a phone reads by itself."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event

from congvu.kernel.agenda import timing
from congvu.kernel.agenda.models import Obligation
from congvu.kernel.calendar import local

_LASTS = timedelta(minutes=30)


def calendar_of_duties(duties: Iterable[Obligation], *, name: str, at: datetime) -> bytes:
    """Tệp lịch: one event for each duty, ending at its due time, under a key that stays the same."""
    calendar = Calendar()
    calendar.add("prodid", "-//Công Vụ//Việc của tôi//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Việc của tôi: {name}")
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    for duty in duties:
        calendar.add_component(_event(duty, at=at))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(duty: Obligation, *, at: datetime) -> Event:
    address = settings.CONGVU_ADDRESS.rstrip("/")
    due = local(duty.due_at)
    event = Event()
    event.add("uid", f"viec-{duty.pk}@{urlsplit(address).hostname}")
    event.add("dtstamp", at)
    event.add("dtstart", due - _LASTS)
    event.add("dtend", due)
    event.add("summary", f"Hạn: {duty.title}")
    event.add("description", "\n".join([f"Hết hạn lúc {due:%H:%M} ngày {due:%d/%m/%Y}.", *timing.read(duty.trace)]))
    event.add("url", f"{address}{duty.address}")
    event.add("status", "TENTATIVE" if duty.paused_since else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event
