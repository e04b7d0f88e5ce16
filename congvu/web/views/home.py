"""Việc của tôi: what waits for me, then the boards that concern me."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from congvu.kernel.access import Officer
from congvu.kernel.agenda.queries import VIEW_BOARD
from congvu.web.access import signed_in
from congvu.web.clock import today
from congvu.web.parts import Due, Figure
from congvu.web.request import Request


@dataclass(frozen=True)
class Duty:
    """Việc phải làm: what, for whom, until when and why; with `waiting` it lies with somebody else."""

    title: str
    url: str
    due: date | None
    detail: str = ""
    waiting: bool = False
    at: datetime | None = None
    trace: Sequence[str] = ()
    working: int | None = None
    about: str = ""

    def looked_at(self, today: date) -> Due | None:
        """The due time as the page shows it."""
        if self.due is None:
            return None
        return Due(self.at or self.due, today, trace=self.trace, working=self.working)


@dataclass(frozen=True)
class Section:
    """Nhóm việc trên trang chủ."""

    title: str
    duties: Sequence[tuple[Duty, Due | None]]
    tone: str


@signed_in
@require_GET
def home(request: Request) -> HttpResponse:
    """Việc của tôi."""
    day = today()
    duties = [duty for source in _listed("CONGVU_DUTIES") for duty in source(request.officer, day)]
    figures = [figure for board in _listed("CONGVU_BOARDS") for figure in board(request.officer, request.as_of)]
    board = reverse("web:due_board") if request.officer.may_somewhere(VIEW_BOARD) else ""
    context = {"sections": sections(duties, today=day), "figures": figures, "board": board}
    return render(request, "web/home.html", context)


def sections(duties: Iterable[Duty], *, today: date) -> list[Section]:
    """Overdue, today, this week, later, waiting for others; empty ones are left out."""
    week = today + timedelta(days=6 - today.weekday())
    found: dict[str, list[Duty]] = {name: [] for name in ("overdue", "today", "week", "later", "waiting")}
    for duty in sorted(duties, key=lambda duty: (duty.due or date.max, duty.title)):
        found[_when(duty, today=today, week=week)].append(duty)
    words = {
        "overdue": (_("Đã quá hạn"), "late"),
        "today": (_("Hôm nay"), "soon"),
        "week": (_("Trong tuần này"), "plain"),
        "later": (_("Sau tuần này"), "plain"),
        "waiting": (_("Đang chờ người khác"), "closed"),
    }
    return [
        Section(title, [(duty, duty.looked_at(today)) for duty in found[name]], tone)
        for name, (title, tone) in words.items()
        if found[name]
    ]


def _when(duty: Duty, *, today: date, week: date) -> str:
    if duty.waiting:
        return "waiting"
    if duty.due is None or duty.due > week:
        return "later"
    return "overdue" if duty.due < today else "today" if duty.due == today else "week"


@cache
def _listed(setting: str) -> tuple[Callable[[Officer, date], Sequence[Any]], ...]:
    default = {"CONGVU_DUTIES": "DUTIES", "CONGVU_BOARDS": "BOARDS"}[setting]
    return tuple(import_string(getattr(settings, setting, f"congvu.config.navigation.{default}")))


__all__ = ["Duty", "Figure", "Section", "home", "sections"]
