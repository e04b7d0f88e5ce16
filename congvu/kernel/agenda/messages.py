"""Lời nhắc: a digest or an urging in words, as plain text and as a page; written in Vietnamese, for officials."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string

from congvu.kernel.agenda.channels import Message
from congvu.kernel.agenda.models import Obligation, Reminder
from congvu.kernel.agenda.states import Occasion
from congvu.kernel.calendar import local

PROFILE = "/tai-khoan/nhac-viec/"


@dataclass(frozen=True)
class Line:
    """Một việc trong lời nhắc."""

    title: str
    due: str
    left: str
    url: str


@dataclass(frozen=True)
class Part:
    """Một nhóm việc trong lời nhắc."""

    title: str
    lines: tuple[Line, ...]


def digest(reminders: Sequence[Reminder]) -> Message:
    """Bản nhắc của một tài khoản: what is overdue, what is due, each with its address."""
    first = min(reminders, key=lambda reminder: reminder.pk)
    owed = sorted((reminder.obligation for reminder in reminders), key=lambda duty: (duty.due_at, duty.pk))
    urged = first.occasion == Occasion.URGE
    parts = _parts(owed, on=first.day)
    subject = _urged_subject(first, owed) if urged else _subject(parts)
    known = {
        "name": first.user.full_name or first.user.username,
        "lead": _lead(first, urged=urged),
        "parts": parts,
        "stop_url": _address(PROFILE),
        "home_url": _address("/"),
    }
    return Message(
        to=first.user,
        key=f"nhac-viec.{first.pk}.{first.day:%Y%m%d}",
        subject=subject,
        text=render_to_string("agenda/digest.txt", known),
        html=render_to_string("agenda/digest.html", {**known, "subject": subject}),
        stop_url=_address(PROFILE),
    )


def distance(due: date, *, on: date) -> str:
    """Còn bao lâu, quá bao lâu."""
    days = (due - on).days
    if days < 0:
        return f"quá hạn {-days} ngày"
    return f"còn {days} ngày" if days else "đến hạn hôm nay"


def _parts(owed: Sequence[Obligation], *, on: date) -> list[Part]:
    late = [duty for duty in owed if local(duty.due_at).date() < on]
    soon = [duty for duty in owed if duty not in late]
    named = (("Đã quá hạn", late), ("Sắp đến hạn", soon))
    return [Part(title, tuple(_line(duty, on=on) for duty in duties)) for title, duties in named if duties]


def _line(duty: Obligation, *, on: date) -> Line:
    due = local(duty.due_at)
    return Line(duty.title, f"{due:%H:%M} ngày {due:%d/%m/%Y}", distance(due.date(), on=on), _address(duty.address))


def _subject(parts: Sequence[Part]) -> str:
    said = [f"{len(part.lines)} việc {part.title.removeprefix('Đã ').lower()}" for part in parts]
    return f"Công Vụ nhắc việc: {', '.join(said)}"


def _urged_subject(first: Reminder, owed: Sequence[Obligation]) -> str:
    return f"{first.said or 'Lãnh đạo'} nhắc việc quá hạn: {owed[0].title}"[:200]


def _lead(first: Reminder, *, urged: bool) -> str:
    if urged:
        return f"{first.said or 'Lãnh đạo'} nhắc việc đã quá hạn dưới đây; đề nghị thực hiện sớm."
    return f"Những việc cần làm tính đến ngày {first.day:%d/%m/%Y}, việc gấp nhất đứng đầu:"


def _address(path: str) -> str:
    return f"{settings.CONGVU_ADDRESS.rstrip('/')}{path}"
