"""Proposals as their author and the officer read them: the values before and after, in the words of the catalogue."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import FileItem, Person, Proposal, ProposalEvidence, ProposalItem, Study
from congvu.contexts.personnel.queries.items import items
from congvu.contexts.personnel.rules import Proposed, Wanted, fit_proposed, needs_day
from congvu.contexts.personnel.states import Precision, ProposalState, ProposedAct, Verdict
from congvu.kernel.access import Officer
from congvu.law.personal_file import BASICS, STUDY, Group, proposable, said, words_of_day

MANAGE = "personnel.manage_records"
_GONE = "_gone"


@dataclass(frozen=True)
class Difference:
    """Ô khác nhau: what the file says, and what is proposed."""

    label: str
    old: str
    new: str


def proposals_of(person_id: int, *, drafts: bool) -> QuerySet[Any]:
    """Các đề nghị của một người, the latest first; drafts are for their author alone."""
    rows: QuerySet[Any] = _read().filter(person=person_id)
    return rows if drafts else rows.exclude(state=ProposalState.DRAFT).exclude(sent_on=None)


def visible_to(officer: Officer, *, on: date) -> QuerySet[Any]:
    """Đề nghị gửi đến các đơn vị mà cán bộ quản lý hồ sơ, with the unit that keeps each file."""
    within = Q(pk__in=[])
    for path in officer.paths_for(MANAGE):
        within |= Q(person__identity__path__under=path)
    begun = organisations.UnitRecord.objects.filter(valid__startswith__lte=on)
    named = begun.filter(unit=OuterRef("person__identity__home")).order_by("-valid", "pk")
    rows: QuerySet[Any] = _read().filter(within, sent_on__isnull=False)
    named_rows: QuerySet[Any] = rows.annotate(unit_name=Subquery(named.values("name")[:1]))
    return named_rows.order_by("sent_on", "pk")


def with_group(rows: QuerySet[Any], group: str) -> QuerySet[Any]:
    """Those that ask about the group."""
    asking = ProposalItem.objects.filter(group=group).exclude(verdict=Verdict.DROPPED)
    return rows.filter(pk__in=asking.values("proposal"))


def open_items(proposals: QuerySet[Any], *, most: int) -> list[ProposalItem]:
    """Nội dung còn chờ trong các đề nghị, the longest waiting first, with their papers."""
    kept = ProposalEvidence.objects.filter(dropped=False).select_related("file").order_by("pk")
    rows = ProposalItem.objects.filter(verdict=Verdict.OPEN, proposal__in=proposals.order_by().values("pk"))
    read = rows.select_related("person__identity", "proposal", "target", "study")
    with_papers = read.prefetch_related(Prefetch("evidence", kept, to_attr="papers"))
    return list(with_papers.order_by("proposal__sent_on", "pk")[:most])


def evidence_before(officer: Officer) -> QuerySet[ProposalEvidence]:
    """Giấy tờ kèm các đề nghị đã gửi đến cán bộ này."""
    within = Q(pk__in=[])
    for path in officer.paths_for(MANAGE):
        within |= Q(person__identity__path__under=path)
    rows = ProposalEvidence.objects.select_related("file", "item")
    return rows.filter(within, dropped=False, item__proposal__sent_on__isnull=False)


def locked_proposal(pk: int) -> Proposal:
    """Một đề nghị, held until the transaction ends: two officers, or an officer and the author, take turns."""
    rows = Proposal.objects.select_for_update(of=("self",)).select_related("person__identity")
    return rows.get(pk=pk)


def locked_proposed(pk: int) -> ProposalItem:
    """Một nội dung đề nghị, held until the transaction ends."""
    rows = ProposalItem.objects.select_for_update(of=("self",))
    return rows.select_related("person__identity", "target", "study").get(pk=pk)


def evidence_of(item: ProposalItem) -> list[ProposalEvidence]:
    """Giấy tờ kèm theo, those that were dropped left out."""
    kept = ProposalEvidence.objects.filter(item=item, dropped=False).select_related("file")
    return list(kept.order_by("pk"))


def open_items_of(person_id: int) -> QuerySet[ProposalItem]:
    """Nội dung của một người mà chưa giải quyết."""
    rows = ProposalItem.objects.select_related("person__identity", "target", "study")
    return rows.filter(person=person_id, verdict=Verdict.OPEN)


def evidence_by(person_id: int) -> QuerySet[ProposalEvidence]:
    """Giấy tờ mà một người đã kèm."""
    rows = ProposalEvidence.objects.select_related("person__identity", "item__person__identity", "file")
    return rows.filter(person=person_id, dropped=False)


def _read() -> QuerySet[Any]:
    kept = ProposalEvidence.objects.filter(dropped=False).select_related("file").order_by("pk")
    listed = ProposalItem.objects.exclude(verdict=Verdict.DROPPED).select_related("target", "study").order_by("pk")
    with_papers = listed.prefetch_related(Prefetch("evidence", kept, to_attr="papers"))
    return (
        Proposal.objects.select_related("person__identity")
        .prefetch_related(Prefetch("items", with_papers, to_attr="listed"))
        .order_by("-pk")
    )


def known_of(proposal: Proposal, *, own: bool, request: str = "", on: date) -> Proposed:
    """What the steps may know of the proposal; of the items, those still open."""
    found = ProposalItem.objects.filter(proposal=proposal, verdict=Verdict.OPEN)
    counted = found.annotate(papers_kept=Count("evidence", filter=Q(evidence__dropped=False))).order_by("pk")
    wanted = tuple(_wanted(item, on=on) for item in counted)
    return Proposed(wanted, proposal.total, proposal.left, own, request)


def _wanted(item: Any, *, on: date) -> Wanted:
    return Wanted(name_of(item), not faults_of(item, on=on), needs_proof(item), item.papers_kept)


def needs_proof(item: ProposalItem) -> bool:
    """Whether the change needs a paper; that somebody has none of it is his word."""
    return proposable(item.group).proof and item.act != ProposedAct.NONE


def faults_of(item: ProposalItem, *, on: date) -> dict[str, str]:
    """What is still wrong with the item, by field."""
    return fit_proposed(item.act, proposable(item.group), item.values, item.since, on=on)[1]


def name_of(item: ProposalItem) -> str:
    """ "Văn bằng, chứng chỉ: ghi thêm"."""
    act = ProposedAct(item.act).label
    return f"{proposable(item.group).label}: {act[:1].lower()}{act[1:]}"


def differences(item: ProposalItem, *, before: dict[str, Any] | None = None) -> list[Difference]:
    """Trước → sau, field by field; `before` is what the file said when it was proposed, or says now."""
    kind = proposable(item.group)
    old = item.before if before is None else before
    new = item.values if item.act not in (ProposedAct.END, ProposedAct.NONE) else {}
    rows = [
        Difference(field.label, said(field, old.get(field.name)), said(field, new.get(field.name)))
        for field in kind.fields
    ]
    changed = [row for row in rows if row.old != row.new]
    if item.since and needs_day(item.act, kind):
        changed.append(Difference("Từ ngày", "", words_of_day(item.since)))
    return changed


def now_in_file(item: ProposalItem, *, on: date) -> dict[str, Any]:
    """Hồ sơ hiện ghi gì ở chỗ được đề nghị; what was withdrawn or has ended since says so."""
    return now_in_files([item], on=on)[0]


def now_in_files(asked: Sequence[ProposalItem], *, on: date) -> list[dict[str, Any]]:
    """The same for many items, in one query."""
    lone = [item for item in asked if item.group not in (BASICS.name, STUDY.name) and not item.target_id]
    people, groups = {item.person_id for item in lone}, {item.group for item in lone}
    later = Q(valid__contains=on) | Q(valid__startswith__gt=on)
    rows = FileItem.objects.filter(later, person__in=people, group__in=groups, withdrawn_on=None)
    held: dict[tuple[int, str], FileItem] = {}
    for one in rows.order_by("valid", "pk") if lone else ():
        if one.none or not proposable(one.group).many:
            held.setdefault((one.person_id, one.group), one)
    return [_now(item, held.get((item.person_id, item.group))) for item in asked]


def _now(item: ProposalItem, standing: FileItem | None) -> dict[str, Any]:
    if item.group == BASICS.name:
        return person_values(item.person)
    if item.group == STUDY.name:
        return study_values(item.study) if item.study else {}
    held = item.target or standing
    return item_values(held) if held else {}


def item_values(item: FileItem) -> dict[str, Any]:
    """What an item says, and whether it still counts."""
    gone = item.withdrawn_on or item.valid.upper
    return {**item.values, **({_GONE: gone.isoformat()} if gone else {})}


def study_values(study: Study) -> dict[str, Any]:
    """A study in the words of its group."""
    told = {
        "level": f"{study.subject}:{study.level}",
        "field": study.field,
        "school": study.school,
        "mode": study.mode,
        "started": study.started_on.isoformat() if study.started_on else "",
        "ended": study.ended_on.isoformat() if study.ended_on else "",
        "awarded": partial(study.awarded_on, study.awarded_precision),
        "certificate_number": study.certificate_number,
        _GONE: study.withdrawn_on.isoformat() if study.withdrawn_on else "",
    }
    return {name: value for name, value in told.items() if value}


def person_values(person: Person) -> dict[str, Any]:
    """The first lines of the file in the words of their group."""
    told = {
        "full_name": person.full_name,
        "born": partial(person.born_on, person.born_precision),
        "sex": person.sex,
        "ethnicity": person.ethnicity,
    }
    return {name: value for name, value in told.items() if value}


def partial(day: date | None, precision: str) -> str:
    """A day as exactly as it is known: 2016-04-10, 2016-04 or 2016."""
    length = {Precision.DAY: 10, Precision.MONTH: 7}.get(Precision(precision), 4)
    return day.isoformat()[:length] if day else ""


def mark_of(values: dict[str, Any]) -> str:
    """Dấu của nội dung đã xem: tells one state of the file from the next."""
    return sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:20]


def is_gone(values: dict[str, Any]) -> bool:
    """Whether what was to be changed counts no longer, or has ended."""
    return _GONE in values


def targets(person: Person, kind: Group, *, on: date) -> list[FileItem]:
    """Nội dung đang có của mục, which a proposal may change."""
    return [one for one in items(person, on=on) if one.group == kind.name and not one.none]


def studies_of(person: Person) -> list[Study]:
    """Văn bằng, chứng chỉ trong hồ sơ, which a proposal may correct."""
    held = Study.objects.filter(person=person, withdrawn_on=None)
    return list(held.order_by("subject", "-level", "-awarded_on", "pk"))


def held_already(asked: Sequence[ProposalItem]) -> dict[int, str]:
    """Văn bằng cùng trình độ mà hồ sơ đã ghi, told beside each item that would add one."""
    adding = [item for item in asked if item.group == STUDY.name and item.act == ProposedAct.FILE]
    held: dict[tuple[int, str], str] = {}
    rows = Study.objects.filter(person__in={item.person_id for item in adding}, withdrawn_on=None).order_by("pk")
    for study in rows if adding else ():
        held[study.person_id, f"{study.subject}:{study.level}"] = said(
            STUDY.field("level"), study_values(study)["level"]
        )
    found = {item.pk: held.get((item.person_id, str(item.values.get("level", "")))) for item in adding}
    return {pk: label for pk, label in found.items() if label}


def groups_named(proposed: Iterable[Any]) -> str:
    """The groups of some items, as one line."""
    return "; ".join(dict.fromkeys(proposable(item.group).label for item in proposed))
