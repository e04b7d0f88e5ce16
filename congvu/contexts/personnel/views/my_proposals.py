"""Đề nghị của tôi: written down from a phone bit by bit, proven, sent, followed, taken back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from congvu.contexts.personnel.actions import proposals as actions
from congvu.contexts.personnel.models import Person, ProposalItem
from congvu.contexts.personnel.queries import proposals as queries
from congvu.contexts.personnel.queries.update_rounds import place_name
from congvu.contexts.personnel.states import ProposalState, Verdict
from congvu.contexts.personnel.views import scan
from congvu.contexts.personnel.views.my_file import me
from congvu.contexts.personnel.workflow import PROPOSAL
from congvu.kernel.workflow import Refused
from congvu.web import access, formats
from congvu.web.clock import today
from congvu.web.parts import Choice, Fact, StepMark
from congvu.web.request import Request

_URLS = {"send": "send_proposal", "send_again": "send_proposal"}


@access.own
@require_GET
def my_proposal(request: Request, pk: int) -> HttpResponse:
    """Một đề nghị của tôi: where it stands, what it says, what was answered."""
    return _page(request, _proposal(me(request), pk))


@access.own
@require_POST
def send(request: Request, pk: int) -> HttpResponse:
    """Gửi đề nghị."""
    proposal = _proposal(me(request), pk)
    try:
        actions.send(proposal, by=request.officer, on=today())
    except Refused as refused:
        return _page(request, proposal, refused=refused)
    messages.success(request, _("Đã gửi. Bạn sẽ thấy kết quả ở đây và ở trang Việc của tôi."))
    return redirect("personnel:my_proposal", pk)


@access.own
@require_POST
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Rút đề nghị, hoặc bỏ bản soạn."""
    proposal = _proposal(me(request), pk)
    try:
        actions.withdraw(proposal, by=request.officer, on=today())
    except Refused as refused:
        return _page(request, proposal, refused=refused)
    messages.success(request, _("Đã rút; hồ sơ không có gì thay đổi."))
    return redirect("personnel:my_file")


@access.own
@require_POST
def drop(request: Request, pk: int) -> HttpResponse:
    """Bỏ một nội dung khỏi đề nghị đang soạn."""
    item = get_object_or_404(queries.open_items_of(me(request).pk), pk=pk)
    actions.drop(item, by=request.officer)
    return redirect("personnel:my_proposal", item.proposal_id)


@access.own
@require_POST
def detach(request: Request, pk: int) -> HttpResponse:
    """Bỏ một giấy tờ kèm theo."""
    evidence = get_object_or_404(queries.evidence_by(me(request).pk), pk=pk)
    actions.detach(evidence, by=request.officer)
    return redirect("personnel:my_proposal", evidence.item.proposal_id)


@access.own
@require_GET
def my_scan(request: Request, pk: int) -> HttpResponse:
    """Một giấy tờ mà tôi đã kèm."""
    return scan.answer(get_object_or_404(queries.evidence_by(me(request).pk), pk=pk))


def _page(request: Request, proposal: Any, *, refused: Refused | None = None) -> HttpResponse:
    in_hand = proposal.state in (ProposalState.DRAFT, ProposalState.RETURNED)
    context = {
        "proposal": proposal,
        "badge": scan.state_badge(proposal),
        "steps": _steps(proposal),
        "facts": _facts(proposal),
        "choices": _choices(request, proposal),
        "refused": refused,
        "in_hand": in_hand,
        "items": [_of_item(item, in_hand) for item in proposal.listed],
        "more": reverse("personnel:my_file"),
    }
    return render(request, "personnel/own/proposal.html", context, status=409 if refused else 200)


def _of_item(item: ProposalItem, in_hand: bool) -> dict[str, Any]:
    editable = in_hand and item.verdict == Verdict.OPEN
    return {
        **scan.shown_item(item, "personnel:my_scan"),
        "edit": reverse("personnel:edit_proposed", args=[item.pk]) if editable else "",
        "drop": reverse("personnel:drop_proposed", args=[item.pk]) if editable else "",
        "faults": list(queries.faults_of(item, on=today()).values()) if editable else [],
        "bare": editable and queries.needs_proof(item) and not item.papers,  # type: ignore[attr-defined]
    }


def _facts(proposal: Any) -> list[Fact]:
    keeper = place_name(proposal.unit_id, on=today())
    sent = formats.day(proposal.sent_on) if proposal.sent_on else "Chưa gửi"
    return [Fact("Nơi giải quyết", keeper), Fact("Ngày gửi", sent), Fact("Số nội dung", proposal.total)]


def _steps(proposal: Any) -> list[StepMark]:
    state = ProposalState(proposal.state)
    if state == ProposalState.WITHDRAWN:
        return [StepMark("Soạn", "done"), StepMark("Đã rút", "current")]
    reached = {ProposalState.DRAFT: 0, ProposalState.RETURNED: 0, ProposalState.SENT: 1, ProposalState.DECIDED: 3}[
        state
    ]
    words = ("Bổ sung" if state == ProposalState.RETURNED else "Soạn", "Chờ giải quyết", "Có kết quả")
    return [
        StepMark(word, "done" if place < reached else "current" if place == reached else "ahead")
        for place, word in enumerate(words)
    ]


def _choices(request: Request, proposal: Any) -> list[Choice]:
    known = queries.known_of(proposal, own=True, on=today())
    offers = PROPOSAL.offers(
        proposal, knowing=known, to=actions.Before(request.officer, proposal.person_id), on=today()
    )
    return [
        Choice(
            offer.step.label,
            reverse(f"personnel:{_URLS.get(offer.step.name, 'withdraw_proposal')}", args=[proposal.pk]),
            offer.held_back_by,
            danger=offer.step.name not in _URLS,
        )
        for offer in offers
        if offer.step.name in ("send", "send_again", "discard", "give_up", "withdraw")
    ]


def _proposal(person: Person, pk: int) -> Any:
    return get_object_or_404(queries.proposals_of(person.pk, drafts=True), pk=pk)
