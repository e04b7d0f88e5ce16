"""What the office does with a proposal: each item accepted into the file or refused, or the whole sent back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, models, transaction

from congvu.contexts.personnel.actions.entries import ItemEntry, StudySpell
from congvu.contexts.personnel.actions.items import change_item, correct_item, end_item, file_item
from congvu.contexts.personnel.actions.proposals.writing import COMPLETE, DECIDE, case_of, given_on
from congvu.contexts.personnel.actions.records import correct, record_study, withdraw_study
from congvu.contexts.personnel.actions.standing import Before
from congvu.contexts.personnel.facts.items import PaperFiled
from congvu.contexts.personnel.facts.proposals import ProposalReturned, ProposedItemAccepted, ProposedItemRefused
from congvu.contexts.personnel.models import FileItem, FilePaper, Proposal, ProposalItem, Study
from congvu.contexts.personnel.queries import locked
from congvu.contexts.personnel.queries import proposals as queries
from congvu.contexts.personnel.rules import (
    DAYS_TO_COMPLETE,
    PROPOSING,
    NotFit,
    day_told,
    fit_proposed,
    holds_from,
)
from congvu.contexts.personnel.states import Precision, ProposedAct, Verdict
from congvu.contexts.personnel.workflow import PROPOSAL
from congvu.kernel.access import Officer
from congvu.kernel.agenda import Duty, Holder
from congvu.kernel.agenda import actions as agenda
from congvu.kernel.audit import record
from congvu.kernel.calendar import Limit, TimeUnit
from congvu.kernel.workflow import Refused
from congvu.law import Finding
from congvu.law.personal_file import BASICS, STUDY, proposable

_PRECISIONS = {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}
_KINDS = {
    "basics": "birth_certificate",
    "identity": "identity_card",
    "health": "health_certificate",
    "marriage": "marriage_certificate",
    "residence": "household",
    "commendation": "commendation",
    "party": "party",
    "recruitment": "decision",
}


@dataclass(frozen=True)
class Written:
    """What became of an accepted item in the file."""

    item: FileItem | None = None
    study: Study | None = None


@transaction.atomic
def accept(item: ProposalItem, *, seen: str, by: Officer, on: date) -> ProposalItem:
    """Duyệt một nội dung: it enters the file with its papers; `seen` marks what the file said on the officer's page.

    Raises Refused: somebody was quicker, the file has changed since it was looked at, or the file refuses it.
    """
    proposal, item = _judged(item, by=by, on=on)
    if queries.mark_of(queries.now_in_file(item, on=on)) != seen:
        raise _refused(
            f"Hồ sơ ở mục “{proposable(item.group).label}” vừa thay đổi sau khi trang này được mở; chưa có gì được "
            "ghi. Hãy xem lại nội dung hiện tại ở dưới rồi quyết định."
        )
    written = _write(item, proposal, by=by, on=on)
    _file_papers(item, written, by=by, on=on)
    _settle(proposal, item, Verdict.ACCEPTED, "", by=by, on=on)
    record(ProposedItemAccepted(item.person_id, proposal.pk, item.pk, item.group, item.act), by=by, on=on)
    return item


@transaction.atomic
def refuse(item: ProposalItem, *, because: str, by: Officer, on: date) -> ProposalItem:
    """Không duyệt một nội dung, for a reason that its author reads. Raises Refused."""
    proposal, item = _judged(item, by=by, on=on)
    reason = because.strip()[:500]
    if not reason:
        raise _refused("Không duyệt thì phải ghi lý do, để người đề nghị biết cần làm gì tiếp.")
    _settle(proposal, item, Verdict.REFUSED, reason, by=by, on=on)
    record(ProposedItemRefused(item.person_id, proposal.pk, item.pk, item.group, reason), by=by, on=on)
    return item


@transaction.atomic
def send_back(proposal: Proposal, *, request: str, by: Officer, on: date) -> Proposal:
    """Trả lại để bổ sung: one complete request, and a duty for the person who asked. Raises Refused."""
    proposal = queries.locked_proposal(proposal.pk)
    before = Before(by, proposal.person_id)
    known = queries.known_of(proposal, own=before.own, request=request, on=on)
    proposal.state = PROPOSAL.take("return", proposal, knowing=known, by=before, on=on)
    proposal.request = request.strip()[:1000]
    proposal.save(update_fields=["state", "request"])
    record(ProposalReturned(proposal.person_id, proposal.pk, proposal.request), by=by, on=on)
    agenda.close(DECIDE, case_of(proposal), on=on)
    _ask_the_person(proposal, by=by, on=on)
    return proposal


def _judged(item: ProposalItem, *, by: Officer, on: date) -> tuple[Proposal, ProposalItem]:
    """The proposal and the item, held for this transaction, when this officer may decide them now."""
    proposal = queries.locked_proposal(item.proposal_id)
    locked(proposal.person)
    item = queries.locked_proposed(item.pk)
    before = Before(by, proposal.person_id)
    known = queries.known_of(proposal, own=before.own, on=on)
    PROPOSAL.take("judge", proposal, knowing=known, by=before, on=on)
    kind = proposable(item.group).sensitivity
    if not by.sees(kind, over=proposal.unit_id, on=on):
        by.demand(kind.permission, over=proposal.unit_id, on=on)
    if item.verdict != Verdict.OPEN:
        word = Verdict(item.verdict).label.lower()
        raise _refused(f"Nội dung này đã được {item.decided_by} giải quyết ({word}); hãy tải lại trang để xem kết quả.")
    return proposal, item


def _settle(proposal: Proposal, item: ProposalItem, verdict: Verdict, answer: str, *, by: Officer, on: date) -> None:
    """One item is decided; the last one ends the case."""
    item.verdict, item.answer, item.decided_on, item.decided_by = verdict, answer, on, by.name
    item.save(update_fields=["verdict", "answer", "decided_on", "decided_by"])
    proposal.left -= 1
    if proposal.left == 0:
        known = queries.known_of(proposal, own=False, on=on)
        step_by = Before(by, proposal.person_id)
        proposal.state = PROPOSAL.take("conclude", proposal, knowing=known, by=step_by, on=on)
        proposal.ended_on = on
        agenda.close(DECIDE, case_of(proposal), on=on)
    proposal.save(update_fields=["left", "state", "ended_on"])


def _write(item: ProposalItem, proposal: Proposal, *, by: Officer, on: date) -> Written:
    """The change itself, by the action that everybody uses."""
    source = f"Đề nghị cập nhật hồ sơ số {proposal.pk}"
    kind = proposable(item.group)
    kept, faults = fit_proposed(item.act, kind, item.values, item.since, on=on)
    if faults:
        raise _refused(" ".join(faults.values()))
    write: Callable[..., Written] = _WRITERS.get(kind.name, _write_item)
    try:
        with transaction.atomic():
            return write(item, kept, by=by, on=on, source=source)
    except NotFit as wrong:
        raise _refused(f"Hồ sơ không nhận nội dung này: {wrong}") from wrong
    except IntegrityError as error:
        raise _refused(_sentence_of(error)) from error


def _write_item(item: ProposalItem, kept: dict[str, Any], *, by: Officer, on: date, source: str) -> Written:
    since = day_told(item.since)
    if item.act in (ProposedAct.FILE, ProposedAct.NONE):
        entry = ItemEntry(item.group, kept, none=item.act == ProposedAct.NONE, since=since)
        return Written(item=file_item(item.person, entry, by=by, on=on, source=source))
    assert item.target is not None
    if item.act == ProposedAct.END:
        return Written(item=end_item(item.target, until=since or on, by=by, on=on))
    if item.act == ProposedAct.CORRECT:
        return Written(item=correct_item(item.target, kept, by=by, on=on, source=source))
    start = holds_from(item.group, kept) or since or on
    return Written(item=change_item(item.target, kept, since=start, by=by, on=on, source=source))


def _write_study(item: ProposalItem, kept: dict[str, Any], *, by: Officer, on: date, source: str) -> Written:
    if item.act == ProposedAct.CORRECT:
        assert item.study is not None
        if item.study.withdrawn_on:
            raise NotFit({"": "văn bằng, chứng chỉ này đã được rút khỏi hồ sơ."})
        withdraw_study(item.study, reason=f"Đính chính theo {source[:1].lower()}{source[1:]}", by=by, on=on)
    return Written(study=record_study(item.person, _spell(kept), by=by, on=on, source=source))


def _spell(kept: dict[str, Any]) -> StudySpell:
    subject, _, level = str(kept["level"]).partition(":")
    awarded = str(kept["awarded"])
    return StudySpell(
        subject=subject,
        level=int(level),
        field=kept.get("field", ""),
        school=kept.get("school", ""),
        mode=kept.get("mode", ""),
        started_on=day_told(kept.get("started", "")),
        ended_on=day_told(kept.get("ended", ""), last=True),
        awarded_on=day_told(awarded),
        awarded_precision=_PRECISIONS[len(awarded)],
        certificate_number=kept.get("certificate_number", ""),
    )


def _write_basics(item: ProposalItem, kept: dict[str, Any], *, by: Officer, on: date, source: str) -> Written:
    born = str(kept["born"])
    told = {"full_name": kept["full_name"], "sex": kept["sex"], "ethnicity": kept["ethnicity"]}
    if queries.partial(item.person.born_on, item.person.born_precision) != born:
        told |= {"born_on": day_told(born), "born_precision": _PRECISIONS[len(born)]}
    correct(item.person, told, by=by, on=on, source=source)
    return Written()


_WRITERS: dict[str, Callable[..., Written]] = {STUDY.name: _write_study, BASICS.name: _write_basics}


def _file_papers(item: ProposalItem, written: Written, *, by: Officer, on: date) -> None:
    """The scans that proved it become papers of the file."""
    label = proposable(item.group).label
    for number, each in enumerate(queries.evidence_of(item), 1):
        paper = FilePaper.objects.create(
            person=item.person,
            kind=_kind_of_paper(item),
            title=f"{label}, bản chụp {number}",
            sensitivity=item.sensitivity,
            file=each.file,
            item=written.item,
            study=written.study,
            filed_on=on,
        )
        record(PaperFiled(item.person_id, paper.pk, paper.kind, each.file.sha256), by=by, on=on)


def _kind_of_paper(item: ProposalItem) -> str:
    if item.group == STUDY.name:
        return "degree" if str(item.values.get("level", "")).startswith("professional") else "certificate"
    return _KINDS.get(item.group, "other")


def _ask_the_person(proposal: Proposal, *, by: Officer, on: date) -> None:
    duty = Duty(
        kind=COMPLETE,
        case=case_of(proposal),
        title="Bổ sung đề nghị cập nhật hồ sơ của bạn",
        address=f"/ho-so-cua-toi/de-nghi/{proposal.pk}/",
        holder=Holder(proposal.unit_id, person_id=proposal.person_id),
        since=given_on(on),
        by_when=Limit(DAYS_TO_COMPLETE, TimeUnit.WORKING_DAYS),
    )
    agenda.open_duty(duty, by=by, on=on)


def _refused(says: str) -> Refused:
    return Refused([Finding(False, says, PROPOSING)])


_KEPT: tuple[type[models.Model], ...] = (FileItem, Study)


def _sentence_of(error: IntegrityError) -> str:
    """The sentence of the constraint; what is no constraint of ours is raised on."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
    for model in _KEPT:
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return f"{constraint.violation_error_message} Đề nghị kiểm tra lại các ngày đã ghi."
    raise error


__all__ = ["accept", "refuse", "send_back"]
