"""Đợt cập nhật hồ sơ: opened, followed unit by unit and person by person, reminded of, closed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from congvu.contexts.personnel.actions import update_rounds as actions
from congvu.contexts.personnel.forms.update_rounds import RoundForm
from congvu.contexts.personnel.queries import update_rounds as queries
from congvu.contexts.personnel.tables import proposals as tables
from congvu.contexts.personnel.tables.place import place_of
from congvu.contexts.personnel.views.desk import MANAGE, posted
from congvu.kernel.workflow import Refused
from congvu.law.personal_file import proposable
from congvu.web import formats
from congvu.web.access import allow
from congvu.web.clock import today
from congvu.web.parts import Action, Fact, FieldGroup, FormPage
from congvu.web.request import Request
from congvu.web.workbook import excel


@allow(MANAGE)
@require_GET
def update_rounds(request: Request) -> HttpResponse:
    """Các đợt cập nhật hồ sơ."""
    place = place_of(request, MANAGE)
    rows = queries.rounds(request.officer).filter(unit__path__under=place.unit.identity.path)
    offered = [Action("Mở đợt cập nhật", reverse("personnel:open_round"), icon="plus", main=True)]
    listing = tables.ROUNDS.read(request, rows, actions=offered)
    return listing.response("personnel/update_rounds.html")


@allow(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def open_round(request: Request) -> HttpResponse:
    """Mở đợt cập nhật hồ sơ."""
    place = place_of(request, MANAGE)
    units = queries.units_to_choose(place.unit.pk, on=place.on)
    form = RoundForm(posted(request), units=units, today=today())
    page = FormPage(
        "Mở đợt cập nhật hồ sơ",
        "Mở đợt cập nhật",
        cancel=reverse("personnel:update_rounds"),
        groups=(FieldGroup("Đợt cập nhật", ("title", "due_on")), FieldGroup("Phạm vi", ("units", "groups"))),
        lead="Mỗi người có tài khoản sẽ thấy đợt này trên trang Hồ sơ của tôi, với đúng các mục được chọn.",
        after="Người được hỏi xác nhận từng mục là đúng, hoặc gửi đề nghị cập nhật kèm giấy tờ.",
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        chosen = [int(key) for key in told["units"]]
        opened = actions.open_round(
            told["title"],
            unit_id=place.unit.pk,
            units=chosen,
            groups=told["groups"],
            due_on=told["due_on"],
            by=request.officer,
            on=today(),
        )
        messages.success(request, _("Đã mở đợt cập nhật hồ sơ."))
        return redirect("personnel:update_round", opened.pk)
    return render(request, "web/form.html", {"form": form, "page": page}, status=422 if form.errors else 200)


@allow(MANAGE)
@require_GET
def update_round(request: Request, pk: int) -> HttpResponse:
    """Một đợt: each unit's count, and who has answered."""
    asked = get_object_or_404(queries.rounds(request.officer), pk=pk)
    day = asked.closed_on or today()
    rows = queries.members(asked, on=day)
    listing = tables.members(asked).read(
        request, rows, actions=_offered(asked), excel=reverse("personnel:update_round_excel", args=[pk])
    )
    listed = queries.tallies(asked, on=day)
    context = {
        "round": asked,
        "badge": tables.round_state(asked),
        "facts": _facts(asked, listed),
        "tallies": listed,
        "groups": [proposable(name).label for name in asked.groups],
    }
    return listing.response("personnel/update_round.html", context)


@allow(MANAGE)
@require_GET
def update_round_excel(request: Request, pk: int) -> HttpResponse:
    """Ai đã trả lời, ra Excel."""
    asked = get_object_or_404(queries.rounds(request.officer), pk=pk)
    day = asked.closed_on or today()
    listing = tables.members(asked).read(request, queries.members(asked, on=day))
    return excel(listing, title=asked.title, name="dot-cap-nhat", on=day)


@allow(MANAGE)
@require_POST
def remind(request: Request, pk: int) -> HttpResponse:
    """Nhắc những người chưa trả lời."""
    asked = get_object_or_404(queries.rounds(request.officer), pk=pk)
    try:
        behind = actions.remind(asked, by=request.officer, on=today())
    except Refused as refused:
        messages.error(request, refused.findings[0].because)
    else:
        messages.success(request, f"Đã nhắc {behind} người chưa trả lời xong.")
    return redirect("personnel:update_round", pk)


@allow(MANAGE)
@require_POST
def close_round(request: Request, pk: int) -> HttpResponse:
    """Đóng đợt cập nhật hồ sơ."""
    asked = get_object_or_404(queries.rounds(request.officer), pk=pk)
    actions.close_round(asked, by=request.officer, on=today())
    messages.success(request, _("Đã đóng đợt cập nhật hồ sơ."))
    return redirect("personnel:update_round", pk)


def _offered(asked: Any) -> list[Action]:
    if asked.closed_on:
        return []
    return [
        Action("Nhắc người chưa trả lời", reverse("personnel:remind_round", args=[asked.pk]), icon="bell", post=True),
        Action("Đóng đợt", reverse("personnel:close_round", args=[asked.pk]), icon="lock", post=True),
    ]


def _facts(asked: Any, listed: list[queries.Tally]) -> list[Fact]:
    people, reachable, done = (sum(getattr(one, name) for one in listed) for name in ("people", "reachable", "done"))
    reminded = f"nhắc ngày {formats.day(asked.reminded_on)}" if asked.reminded_on else ""
    return [
        Fact("Đã xong", f"{done} trên {people} người"),
        Fact("Có tài khoản", f"{reachable} người"),
        Fact("Hạn trả lời", formats.day(asked.due_on), detail=reminded),
        Fact("Ngày mở", formats.day(asked.opened_on)),
        Fact("Số mục phải xem lại", len(asked.groups)),
    ]
