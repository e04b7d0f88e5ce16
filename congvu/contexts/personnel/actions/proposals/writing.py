"""What a person does with a proposal: writes it down bit by bit, proves it, sends it, takes it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import Count, Q

from congvu.contexts.personnel.actions.standing import Before, keeping
from congvu.contexts.personnel.actions.update_rounds import note_proposed
from congvu.contexts.personnel.facts.proposals import ProposalSent, ProposalWithdrawn
from congvu.contexts.personnel.models import Person, Proposal, ProposalEvidence, ProposalItem
from congvu.contexts.personnel.queries import proposals as queries
from congvu.contexts.personnel.rules import DAYS_TO_DECIDE, PROPOSING
from congvu.contexts.personnel.states import ProposalState, Verdict
from congvu.contexts.personnel.workflow import OWN, PROPOSAL
from congvu.kernel.access import NotPermitted, Officer
from congvu.kernel.agenda import Duty, Holder
from congvu.kernel.agenda import actions as agenda
from congvu.kernel.audit import record
from congvu.kernel.calendar import ZONE, Limit, TimeUnit
from congvu.kernel.documents import files, scans
from congvu.kernel.workflow import Refused
from congvu.law import Finding
from congvu.law.personal_file import checked, proposable

DECIDE, COMPLETE = "personnel.decide_proposal", "personnel.complete_proposal"
MOST_PAPERS = 10
_IN_HAND = (ProposalState.DRAFT, ProposalState.RETURNED)


@dataclass(frozen=True)
class Asked:
    """Điều đề nghị: which group, what to do with it, and the values as they were typed."""

    group: str
    act: str
    values: Mapping[str, Any] = field(default_factory=dict)
    since: str = ""
    reason: str = ""
    target_id: int | None = None
    study_id: int | None = None


@transaction.atomic
def propose(person: Person, asked: Asked, *, item: ProposalItem | None = None, by: Officer, on: date) -> ProposalItem:
    """Ghi nội dung đề nghị: kept as it was typed, right or wrong, so that nothing is lost before it is sent."""
    _own(person, by)
    kind = proposable(asked.group)
    proposal = _in_hand(item) if item else _draft_of(person, on=on)
    kept, faults = checked(kind, asked.values)
    row = item or ProposalItem(proposal=proposal, person=person, group=kind.name, sensitivity=kind.sensitivity.value)
    row.act, row.target_id, row.study_id = asked.act, asked.target_id, asked.study_id
    row.values = kept if not faults else _as_typed(asked.values, {each.name for each in kind.fields})
    row.since, row.reason = asked.since[:20], asked.reason[:500]
    row.before = queries.now_in_file(row, on=on)
    row.save()
    _count(proposal)
    return row


@transaction.atomic
def attach(item: ProposalItem, content: bytes, *, name: str, by: Officer) -> ProposalEvidence:
    """Kèm giấy tờ chứng minh. Raises NotAScan."""
    _own(item.person, by)
    _in_hand(item)
    if len(queries.evidence_of(item)) >= MOST_PAPERS:
        raise scans.NotAScan(f"Mỗi nội dung kèm tối đa {MOST_PAPERS} tệp; hãy bỏ bớt rồi thêm tệp khác.")
    kind = scans.media_type_of(content, name=name)
    stored = files.store(content, name=name, media_type=kind)
    evidence: ProposalEvidence = ProposalEvidence.objects.create(
        item=item, person=item.person, sensitivity=item.sensitivity, name=name[-255:], media_type=kind, file=stored
    )
    return evidence


@transaction.atomic
def detach(evidence: ProposalEvidence, *, by: Officer) -> None:
    """Bỏ một giấy tờ kèm theo before the proposal is sent."""
    _own(evidence.person, by)
    _in_hand(evidence.item)
    evidence.dropped = True
    evidence.save(update_fields=["dropped"])


@transaction.atomic
def drop(item: ProposalItem, *, by: Officer) -> None:
    """Bỏ một nội dung khỏi đề nghị before it is sent."""
    _own(item.person, by)
    proposal = _in_hand(item)
    item.verdict = Verdict.DROPPED
    item.save(update_fields=["verdict"])
    _count(proposal)


@transaction.atomic
def send(proposal: Proposal, *, by: Officer, on: date) -> Proposal:
    """Gửi đề nghị: the unit that keeps the file owes an answer. Raises Refused."""
    proposal = queries.locked_proposal(proposal.pk)
    again = proposal.state == ProposalState.RETURNED
    step = "send_again" if again else "send"
    known = queries.known_of(proposal, own=True, on=on)
    proposal.state = PROPOSAL.take(step, proposal, knowing=known, by=Before(by, proposal.person_id), on=on)
    proposal.sent_on, proposal.request = on, ""
    proposal.save(update_fields=["state", "sent_on", "request"])
    groups = tuple(proposal.items.filter(verdict=Verdict.OPEN).order_by("pk").values_list("group", flat=True))
    with keeping(proposal.person):
        record(ProposalSent(proposal.person_id, proposal.pk, groups), by=by, on=on)
        agenda.close(COMPLETE, case_of(proposal), on=on)
        _ask_the_desk(proposal, by=by, on=on)
    note_proposed(proposal.person, groups, by=by, on=on)
    return proposal


@transaction.atomic
def withdraw(proposal: Proposal, *, by: Officer, on: date) -> Proposal:
    """Rút đề nghị, or throw a draft away; what was typed stays readable to its author. Raises Refused."""
    proposal = queries.locked_proposal(proposal.pk)
    steps = {ProposalState.DRAFT.value: "discard", ProposalState.RETURNED.value: "give_up"}
    step = steps.get(proposal.state, "withdraw")
    known = queries.known_of(proposal, own=True, on=on)
    proposal.state = PROPOSAL.take(step, proposal, knowing=known, by=Before(by, proposal.person_id), on=on)
    proposal.ended_on = on
    proposal.save(update_fields=["state", "ended_on"])
    with keeping(proposal.person):
        record(ProposalWithdrawn(proposal.person_id, proposal.pk), by=by, on=on)
        for kind in (DECIDE, COMPLETE):
            agenda.withdraw(kind, case_of(proposal), on=on)
    return proposal


def case_of(proposal: Proposal) -> str:
    """The case as the agenda names it."""
    return f"personnel.proposal.{proposal.pk}"


def given_on(day: date) -> datetime:
    """Sáng ngày giao việc, giờ Việt Nam: house limits are counted in whole working days from then."""
    return datetime.combine(day, time(8), ZONE)


def _ask_the_desk(proposal: Proposal, *, by: Officer, on: date) -> None:
    duty = Duty(
        kind=DECIDE,
        case=case_of(proposal),
        title=f"Giải quyết đề nghị cập nhật hồ sơ của {proposal.person.full_name}",
        address=f"/de-nghi-ho-so/{proposal.pk}/",
        holder=Holder(proposal.unit_id),
        since=given_on(on),
        by_when=Limit(DAYS_TO_DECIDE, TimeUnit.WORKING_DAYS),
        permission=queries.MANAGE,
    )
    agenda.open_duty(duty, by=by, on=on)


def _own(person: Person, by: Officer) -> None:
    if by.person_id != person.pk:
        raise NotPermitted(OWN)


def _draft_of(person: Person, *, on: date) -> Proposal:
    """The draft in hand; two phones at once write into one."""
    found, _ = Proposal.objects.get_or_create(person=person, state=ProposalState.DRAFT, defaults={"opened_on": on})
    return queries.locked_proposal(found.pk)


def _in_hand(item: ProposalItem) -> Proposal:
    """The proposal of the item, held for this transaction. Raises Refused when it was sent meanwhile."""
    proposal = queries.locked_proposal(item.proposal_id)
    if proposal.state not in _IN_HAND or item.verdict != Verdict.OPEN:
        says = "Đề nghị này đã gửi hoặc nội dung này đã được giải quyết nên không sửa được nữa; hãy tải lại trang."
        raise Refused([Finding(False, says, PROPOSING)])
    return proposal


def _count(proposal: Proposal) -> None:
    counted = ProposalItem.objects.filter(proposal=proposal).aggregate(
        total=Count("pk", filter=~Q(verdict=Verdict.DROPPED)), left=Count("pk", filter=Q(verdict=Verdict.OPEN))
    )
    proposal.total, proposal.left = counted["total"], counted["left"]
    proposal.save(update_fields=["total", "left"])


def _as_typed(values: Mapping[str, Any], names: set[str]) -> dict[str, Any]:
    """What was typed, shortened to what a page may hold."""
    return {
        name: str(value)[:4000] for name, value in values.items() if name in names and value not in (None, "", False)
    }


__all__ = ["COMPLETE", "DECIDE", "Asked", "attach", "detach", "drop", "propose", "send", "withdraw"]
