"""Opening files: one person at the desk, or thousands from a checked list, by the same few statements."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import models, transaction

from congvu.contexts.personnel import queries
from congvu.contexts.personnel.actions.entries import PersonEntry
from congvu.contexts.personnel.facts import PersonEnrolled
from congvu.contexts.personnel.models import (
    Assignment,
    Attendance,
    FileItem,
    PartyMembership,
    Person,
    RankHolding,
    Service,
    Study,
)
from congvu.contexts.personnel.rules import fit, holds_from, holds_until
from congvu.kernel import audit
from congvu.kernel.access import Officer
from congvu.kernel.documents.decisions import Ground, file_decisions
from congvu.kernel.scope.models import PersonIdentity
from congvu.kernel.temporal.models import span
from congvu.law.personal_file import group

_BATCH = 2000
Papers = dict[tuple[str, date, str], int]


@transaction.atomic
def enrol(entries: Sequence[PersonEntry], *, by: Officer, on: date, source: str = "") -> list[Person]:
    """Lập hồ sơ: open a file for each person, with all that is known of posts, studies, ranks and the Party."""
    for home in {entry.home_id for entry in entries}:
        by.demand("personnel.manage_records", over=home, on=on)
    papers = file_decisions(ground for entry in entries for ground in entry.grounds())
    ends = queries.ends_of_posts(spell.post_id for entry in entries for spell in entry.posts)
    people = _people(entries)
    pairs = list(zip(people, entries, strict=True))
    _create(Assignment, (_assignment(person, spell, papers, ends) for person, entry in pairs for spell in entry.posts))
    _create(Study, (study_row(person, spell, papers) for person, entry in pairs for spell in entry.studies))
    _create(RankHolding, (_rank(person, spell, papers) for person, entry in pairs for spell in entry.ranks))
    _create(Service, (_service(person, spell, papers) for person, entry in pairs for spell in entry.services))
    _create(FileItem, (item_row(person, item, papers) for person, entry in pairs for item in entry.items))
    _create(PartyMembership, (_party(person, entry.party) for person, entry in pairs if entry.party))
    _create(Attendance, (attendance_row(person, spell, papers) for person, entry in pairs for spell in entry.courses))
    facts = (PersonEnrolled(person.pk, entry.home_id, person.full_name, source) for person, entry in pairs)
    audit.record_all(facts, by=by, on=on)
    return people


def _people(entries: Sequence[PersonEntry]) -> list[Person]:
    identities = PersonIdentity.objects.bulk_create(
        [PersonIdentity(home_id=entry.home_id) for entry in entries], batch_size=_BATCH
    )
    people = [_person(identity, entry) for identity, entry in zip(identities, entries, strict=True)]
    return Person.objects.bulk_create(people, batch_size=_BATCH)


def _person(identity: PersonIdentity, entry: PersonEntry) -> Person:
    person = Person(
        identity=identity,
        personnel_number=entry.personnel_number or None,
        citizen_number=entry.citizen_number or None,
        born_on=entry.born_on,
        born_precision=entry.born_precision,
        sex=entry.sex,
        ethnicity=entry.ethnicity,
        invented=entry.invented,
    )
    person.rename(entry.full_name)
    return person


def _assignment(person: Person, spell: Any, papers: Papers, ends: dict[int, date | None]) -> Assignment:
    return Assignment(
        person=person,
        post_id=spell.post_id,
        kind=spell.kind,
        valid=span(spell.since, spell.until or ends[spell.post_id]),
        ground_id=paper_key(spell.ground, papers),
    )


def study_row(person: Person, spell: Any, papers: Papers) -> Study:
    """The row of one study spell."""
    return Study(
        person=person,
        subject=spell.subject,
        level=spell.level,
        field=spell.field,
        school=spell.school,
        mode=spell.mode,
        started_on=spell.started_on,
        ended_on=spell.ended_on,
        awarded_on=spell.awarded_on,
        awarded_precision=spell.awarded_precision,
        certificate_number=spell.certificate_number,
        sent_by_id=paper_key(spell.sent_by, papers),
        study_class_id=spell.study_class_id,
    )


def item_row(person: Person, entry: Any, papers: Papers, *, values: dict[str, Any] | None = None) -> FileItem:
    """The row of one group of the file; a day that the values tell comes before the entry's. Raises NotFit."""
    kept = fit(entry.group, entry.values, none=entry.none) if values is None else values
    return FileItem(
        person=person,
        group=entry.group,
        sensitivity=group(entry.group).sensitivity.value,
        values=kept,
        none=entry.none,
        valid=span(holds_from(entry.group, kept) or entry.since, holds_until(entry.group, kept) or entry.until),
        ground_id=paper_key(entry.ground, papers),
    )


def attendance_row(person: Person, spell: Any, papers: Papers) -> Attendance:
    """The row of one short course attended."""
    return Attendance(
        person=person,
        title=spell.title,
        kind=spell.kind,
        organiser=spell.organiser,
        started_on=spell.started_on,
        ended_on=spell.ended_on,
        days=spell.days,
        certificate_number=spell.certificate_number,
        ground_id=paper_key(spell.ground, papers),
    )


def _rank(person: Person, spell: Any, papers: Papers) -> RankHolding:
    return RankHolding(
        person=person,
        rank=spell.rank,
        step=spell.step,
        coefficient=spell.coefficient,
        valid=span(spell.since, spell.until),
        ground_id=paper_key(spell.ground, papers),
    )


def _service(person: Person, spell: Any, papers: Papers) -> Service:
    return Service(
        person=person,
        kind=spell.kind,
        valid=span(spell.since, spell.until),
        ground_id=paper_key(spell.ground, papers),
    )


def _party(person: Person, spell: Any) -> PartyMembership:
    return PartyMembership(person=person, valid=span(spell.admitted_on, spell.until), official_on=spell.official_on)


def paper_key(ground: Ground | None, papers: Papers) -> int | None:
    """The record of the paper, when the spell names one."""
    return None if ground is None else papers[ground.key]


def _create(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    model._default_manager.bulk_create(list(rows), batch_size=_BATCH)
