"""Việc: the rows behind the board, one duty with why it is due when it is, and urging whoever is late."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from congvu.kernel.agenda import AlreadyUrged, jobs, queries, reminding
from congvu.kernel.agenda.models import Obligation
from congvu.kernel.agenda.states import State
from congvu.kernel.agenda.timing import read
from congvu.kernel.calendar import local, working_days_left
from congvu.kernel.calendar.queries import calendar_of
from congvu.web import formats
from congvu.web.access import allow, signed_in
from congvu.web.clock import now, today
from congvu.web.duty_register import DUTIES, kind_label, name_units, state_badge
from congvu.web.listing import Listing
from congvu.web.parts import Action, Due, Event, Fact
from congvu.web.request import Request
from congvu.web.units import directory
from congvu.web.workbook import excel


@allow(queries.VIEW_BOARD)
@require_GET
def register(request: Request) -> HttpResponse:
    """Sổ việc."""
    listing = _listing(request)
    name_units(listing.page.rows, request.as_of)
    return listing.response("web/duties.html")


@allow(queries.VIEW_BOARD)
@require_GET
def workbook(request: Request) -> HttpResponse:
    """Sổ việc ra Excel, under the same conditions."""
    listing = _listing(request)
    name_units(listing.matching, request.as_of)
    return excel(listing, title="Sổ việc", name="so-viec", on=request.as_of)


def _listing(request: Request) -> Listing:
    rows = queries.board(request.officer, on=request.as_of)
    return DUTIES.read(request, rows, excel=reverse("web:duties_workbook"))


@signed_in
@require_GET
def duty(request: Request, pk: int) -> HttpResponse:
    """Một việc: who owes it, when it is due and why, what moved it."""
    owed = get_object_or_404(queries.with_state(queries.visible_to(request.officer), on=today()), pk=pk)
    context = {
        "duty": owed,
        "state": state_badge(owed),
        "facts": _facts(owed),
        "due": _due(owed),
        "trace": read(owed.trace),
        "actions": _actions(request, owed),
        "events": _events(owed),
    }
    return render(request, "web/duty.html", context)


@allow(reminding.URGE)
@require_POST
def urge(request: Request, pk: int) -> HttpResponse:
    """Đôn đốc: whoever owes it is reminded now."""
    owed = get_object_or_404(queries.visible_to(request.officer), pk=pk)
    try:
        told = reminding.urge(owed, by=request.officer, on=today())
    except AlreadyUrged as because:
        messages.warning(request, str(because))
    else:
        jobs.order_sending(at=now())
        reached = _("Đã nhắc những người phải làm việc này.")
        alone = _("Đã ghi việc đôn đốc, nhưng chưa tài khoản nào của đơn vị nhận lời nhắc; đề nghị liên hệ trực tiếp.")
        messages.success(request, reached if told else alone)
    return redirect("web:duty", pk)


def _facts(owed: Any) -> list[Fact]:
    names = directory().names([owed.unit_id], today())
    holder = owed.user or (_("một người của đơn vị") if owed.person_id else "")
    return [
        Fact("Đơn vị phải làm", names.get(owed.unit_id, ""), detail=str(holder)),
        Fact("Loại việc", kind_label(owed.kind)),
        Fact("Giao ngày", owed.since),
        Fact("Hạn", formats.moment(owed.due_at), detail=owed.ending and formats.day(owed.closed_on)),
    ]


def _due(owed: Any) -> Due | None:
    if owed.closed_on is not None or owed.paused_since is not None:
        return None
    due = local(owed.due_at)
    return Due(due, today(), working=working_days_left(due, calendar_of(owed.unit_id), on=today()))


def _actions(request: Request, owed: Any) -> list[Action]:
    found = [Action("Mở vụ việc", owed.address, icon="arrow-right", main=True)]
    if owed.state == State.OVERDUE and request.officer.may(reminding.URGE, over=owed.unit_id, on=today()):
        found.append(Action("Nhắc việc này", reverse("web:urge", args=[owed.pk]), icon="bell-ringing", post=True))
    return found


def _events(owed: Obligation) -> list[Event]:
    """What happened to the duty, newest first."""
    found = [Event("Giao việc", owed.since)]
    for move in owed.moves.order_by("pk"):
        to = formats.moment(move.to_due_at)
        found.append(Event("Dời hạn", move.moved_on, detail=f"{to}: {move.reason}", ground=move.cites, tone="soon"))
    for stop in owed.pauses.order_by("pk"):
        last = local(stop.until).date() if stop.until else None
        since = local(stop.since).date()
        found.append(Event("Tạm dừng tính thời hạn", since, last, stop.reason, stop.cites, "info"))
    for urged in owed.urges.order_by("pk"):
        found.append(Event("Đôn đốc", urged.urged_on, detail=urged.urged_by, tone="soon"))
    if owed.closed_on:
        found.append(Event(owed.get_ending_display().capitalize(), owed.closed_on, tone="done"))
    return sorted(found, key=lambda event: str(event.starts), reverse=True)
