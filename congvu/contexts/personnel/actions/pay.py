"""Rank, step and kind of staff: each stands on a decision, and the one before it ends on its day."""

from datetime import date
from typing import Any

from django.db import transaction

from congvu.contexts.personnel import queries
from congvu.contexts.personnel.actions.enrolment import paper_key
from congvu.contexts.personnel.actions.entries import RankSpell, ServiceSpell
from congvu.contexts.personnel.facts import RankRecorded, ServiceRecorded
from congvu.contexts.personnel.models import Person, RankHolding, Service
from congvu.contexts.personnel.rules import NotFit
from congvu.kernel.access import Officer
from congvu.kernel.audit import record
from congvu.kernel.documents.decisions import file_decisions
from congvu.kernel.temporal.models import span

_MANAGE = "personnel.manage_records"


@transaction.atomic
def record_rank(person: Person, spell: RankSpell, *, by: Officer, on: date) -> RankHolding:
    """Xếp ngạch, nâng bậc: paid so from the day, by the decision. Raises NotFit."""
    person, paper = _opened(person, spell, by=by, on=on)
    held: RankHolding = RankHolding.objects.create(
        person=person,
        rank=spell.rank,
        step=spell.step,
        coefficient=spell.coefficient,
        valid=span(spell.since, _make_room(queries.ranks_from(person, spell.since), spell.since)),
        ground_id=paper,
    )
    record(RankRecorded(person.pk, spell.rank, spell.step, spell.since, str(spell.ground)), by=by, on=on)
    return held


@transaction.atomic
def record_service(person: Person, spell: ServiceSpell, *, by: Officer, on: date) -> Service:
    """Xếp loại cán bộ, công chức, viên chức: of that kind from the day, by the decision. Raises NotFit."""
    person, paper = _opened(person, spell, by=by, on=on)
    held: Service = Service.objects.create(
        person=person,
        kind=spell.kind,
        valid=span(spell.since, _make_room(queries.services_from(person, spell.since), spell.since)),
        ground_id=paper,
    )
    record(ServiceRecorded(person.pk, spell.kind, spell.since, str(spell.ground)), by=by, on=on)
    return held


def _opened(person: Person, spell: RankSpell | ServiceSpell, *, by: Officer, on: date) -> tuple[Person, int | None]:
    person = queries.locked(person)
    by.demand(_MANAGE, over=person.identity.home_id, on=on)
    if spell.ground is None:
        raise NotFit({"": "Chưa ghi quyết định; ngạch, bậc và loại cán bộ chỉ đổi bằng quyết định có số và ngày ký."})
    return person, paper_key(spell.ground, file_decisions([spell.ground]))


def _make_room(held: list[Any], since: date) -> date | None:
    """What holds on the day ends there; where something later is known already, the day on which this gives way."""
    for record_ in held:
        if record_.starts_on is not None and record_.starts_on > since:
            following: date = record_.starts_on
            return following
        if record_.starts_on == since:
            raise NotFit({"": f"Hồ sơ đã ghi {record_} từ chính ngày {since:%d/%m/%Y}; đề nghị kiểm tra lại ngày."})
        record_.valid = span(record_.starts_on, since)
        record_.save(update_fields=["valid"])
    return None


__all__ = ["record_rank", "record_service"]
