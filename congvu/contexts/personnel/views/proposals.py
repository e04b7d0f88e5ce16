"""Đề nghị cập nhật hồ sơ ở cơ quan: the register, one proposal with its differences and proofs, the decisions."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from congvu.contexts.personnel.actions import proposals as actions
from congvu.contexts.personnel.actions.standing import Before
from congvu.contexts.personnel.queries import proposals as queries
from congvu.contexts.personnel.rules import DAYS_TO_DECIDE, PROPOSING
from congvu.contexts.personnel.states import ProposalState, Verdict
from congvu.contexts.personnel.tables import proposals as tables
from congvu.contexts.personnel.tables.place import Place, place_of
from congvu.contexts.personnel.views import scan
from congvu.contexts.personnel.views.desk import MANAGE
from congvu.contexts.personnel.workflow import PROPOSAL
from congvu.kernel.workflow import Refused
from congvu.web import formats
from congvu.web.access import allow
from congvu.web.clock import today
from congvu.web.parts import Action, Event, Fact
from congvu.web.request import Request
from congvu.web.workbook import excel


def rows_at(request: Request, place: Place) -> Any:
    """Đề nghị của những người mà đơn vị ấy và cấp dưới giữ hồ sơ."""
    seen = queries.visible_to(request.officer, on=place.on)
    return seen.filter(person__identity__path__under=place.unit.identity.path)


@allow(MANAGE)
@require_GET
def proposals(request: Request) -> HttpResponse:
    """Sổ đề nghị cập nhật hồ sơ."""
    place = place_of(request, MANAGE)
    offered = [Action("Duyệt nhiều nội dung", _bulk_url(request), icon="checks")]
    listing = tables.proposals(today()).read(
        request, rows_at(request, place), actions=offered, excel=reverse("personnel:proposals_excel")
    )
    limit = f"Thời hạn nội bộ: {DAYS_TO_DECIDE} ngày làm việc kể từ ngày gửi."
    return listing.response("personnel/proposals.html", {"place": place, "limit": limit})


@allow(MANAGE)
@require_GET
def proposals_excel(request: Request) -> HttpResponse:
    """Sổ đề nghị ra Excel, with the search and filters of the page."""
    place = place_of(request, MANAGE)
    listing = tables.proposals(today()).read(request, rows_at(request, place))
    return excel(listing, title=f"Đề nghị cập nhật hồ sơ – {place.name}", name="de-nghi-ho-so", on=place.on)


@allow(MANAGE)
@require_GET
def proposal(request: Request, pk: int) -> HttpResponse:
    """Một đề nghị: what the file says, what is proposed, what proves it, what may be done."""
    return _page(request, _seen(request, pk))


@allow(MANAGE)
@require_POST
def accept(request: Request, pk: int) -> HttpResponse:
    """Duyệt một nội dung."""
    item = _item(request, pk)
    try:
        actions.accept(item, seen=request.POST.get("seen", ""), by=request.officer, on=today())
    except Refused as refused:
        return _page(request, _seen(request, item.proposal_id), refused=refused)
    messages.success(request, _("Đã duyệt và ghi vào hồ sơ."))
    return redirect("personnel:proposal", item.proposal_id)


@allow(MANAGE)
@require_POST
def refuse(request: Request, pk: int) -> HttpResponse:
    """Không duyệt một nội dung."""
    item = _item(request, pk)
    try:
        actions.refuse(item, because=request.POST.get("reason", ""), by=request.officer, on=today())
    except Refused as refused:
        return _page(request, _seen(request, item.proposal_id), refused=refused)
    messages.success(request, _("Đã trả lời không duyệt; người đề nghị sẽ đọc được lý do."))
    return redirect("personnel:proposal", item.proposal_id)


@allow(MANAGE)
@require_POST
def send_back(request: Request, pk: int) -> HttpResponse:
    """Trả lại để bổ sung."""
    found = _seen(request, pk)
    try:
        actions.send_back(found, request=request.POST.get("request", ""), by=request.officer, on=today())
    except Refused as refused:
        return _page(request, found, refused=refused)
    messages.success(request, _("Đã trả lại để bổ sung; người đề nghị nhận được việc phải làm."))
    return redirect("personnel:proposal", pk)


@allow(MANAGE)
@require_GET
def scan_of(request: Request, pk: int) -> HttpResponse:
    """Một giấy tờ kèm đề nghị."""
    evidence = get_object_or_404(queries.evidence_before(request.officer), pk=pk)
    request.opened = evidence.person_id
    return scan.answer(evidence)


def _page(request: Request, found: Any, *, refused: Refused | None = None) -> HttpResponse:
    request.opened = found.person_id
    hidden = found.total - len(found.listed)
    context = {
        "proposal": found,
        "badge": tables.state(found),
        "facts": _facts(found),
        "refused": refused,
        "hidden": hidden if hidden > 0 else 0,
        "items": entries(found.listed),
        "held": _held_back(request, found),
        "may_return": found.state == ProposalState.SENT,
        "return_url": reverse("personnel:return_proposal", args=[found.pk]),
        "person_url": reverse("personnel:person", args=[found.person_id]),
        "events": _events(found),
    }
    return render(request, "personnel/proposal.html", context, status=409 if refused else 200)


def entries(items: list[Any]) -> list[dict[str, Any]]:
    """The items as the officer reads them; what the file says now stands beside where it has changed since."""
    now = queries.now_in_files(items, on=today())
    twins = queries.held_already([item for item in items if item.verdict == Verdict.OPEN])
    return [{**_entry(item, said), "twin": twins.get(item.pk, "")} for item, said in zip(items, now, strict=True)]


def _entry(item: Any, now: dict[str, Any]) -> dict[str, Any]:
    changed = item.verdict == Verdict.OPEN and now != item.before
    shown = scan.shown_item(item, "personnel:proposal_scan")
    told = {row.label: row.old for row in queries.differences(item, before=now)}
    rows = [
        {"label": row.label, "old": row.old, "now": told.get(row.label, row.new), "new": row.new}
        for row in shown["differences"]
    ]
    return {
        **shown,
        "differences": rows,
        "changed": changed,
        "gone": changed and queries.is_gone(now),
        "seen": queries.mark_of(now),
        "accept": reverse("personnel:accept_proposed", args=[item.pk]),
        "refuse": reverse("personnel:refuse_proposed", args=[item.pk]),
        "bare": queries.needs_proof(item) and not item.papers,
    }


def _held_back(request: Request, found: Any) -> list[Any]:
    """Why this officer may not decide, if so."""
    before = Before(request.officer, found.person_id)
    known = queries.known_of(found, own=before.own, on=today())
    offers = PROPOSAL.offers(found, knowing=known, to=before, on=today())
    return [finding for offer in offers if offer.step.name == "judge" for finding in offer.held_back_by]


def _facts(found: Any) -> list[Fact]:
    waited = tables.waited(found, today())
    return [
        Fact("Người đề nghị", found.person.full_name, url=reverse("personnel:person", args=[found.person_id])),
        Fact("Đơn vị giữ hồ sơ", found.unit_name or ""),
        Fact("Ngày gửi", formats.day(found.sent_on), detail=f"đã chờ {waited} ngày"),
        Fact("Chưa giải quyết", f"{found.left}/{found.total} nội dung"),
        Fact("Thời hạn nội bộ", f"{DAYS_TO_DECIDE} ngày làm việc", detail=str(PROPOSING.text)),
    ]


def _events(found: Any) -> list[Event]:
    decided = [
        Event(queries.name_of(item), item.decided_on, detail=Verdict(item.verdict).label, ground=item.decided_by)
        for item in found.listed
        if item.decided_on
    ]
    return [*decided[::-1], Event("Gửi đề nghị", found.sent_on), Event("Bắt đầu soạn", found.opened_on)]


def _seen(request: Request, pk: int) -> Any:
    return get_object_or_404(queries.visible_to(request.officer, on=today()), pk=pk)


def _item(request: Request, pk: int) -> Any:
    """The item, in a proposal that this officer may see."""
    listed = queries.visible_to(request.officer, on=today()).filter(items__pk=pk)
    found = get_object_or_404(listed)
    return next((item for item in found.listed if item.pk == pk), None) or get_object_or_404(listed.none())


def _bulk_url(request: Request) -> str:
    asked = request.GET.urlencode()
    address = reverse("personnel:accept_many")
    return f"{address}?{asked}" if asked else address
