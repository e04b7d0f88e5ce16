"""Changes to one file: a post taken or left, a study recorded or withdrawn, a field corrected."""

from datetime import date
from typing import Any

from django.db import transaction

from congvu.contexts.personnel import queries
from congvu.contexts.personnel.actions.enrolment import paper_key, study_row
from congvu.contexts.personnel.actions.entries import PartySpell, PostSpell, StudySpell
from congvu.contexts.personnel.facts import (
    PartyJoined,
    PersonCorrected,
    PostLeft,
    PostTaken,
    StudyRecorded,
    StudyWithdrawn,
)
from congvu.contexts.personnel.models import Assignment, PartyMembership, Person, Study
from congvu.kernel.access import Officer
from congvu.kernel.audit import record
from congvu.kernel.documents.decisions import Ground, file_decisions
from congvu.kernel.temporal.models import span

_MANAGE = "personnel.manage_records"


@transaction.atomic
def take_post(person: Person, spell: PostSpell, *, by: Officer, on: date) -> Assignment:
    """Bố trí vị trí: the person holds the post from `spell.since`; the principal post held until then ends."""
    person = queries.locked(person)
    by.demand(_MANAGE, over=person.identity.home_id, on=on)
    papers = file_decisions([spell.ground] if spell.ground else [])
    if spell.kind == "principal":
        _end_principal(person, spell, by=by, on=on)
    taken = Assignment.objects.create(
        person=person,
        post_id=spell.post_id,
        kind=spell.kind,
        valid=span(spell.since, spell.until or queries.ends_of_posts([spell.post_id])[spell.post_id]),
        ground_id=paper_key(spell.ground, papers),
    )
    fact = PostTaken(person.pk, spell.unit_id, spell.title, spell.kind, spell.since, str(spell.ground or ""))
    record(fact, by=by, on=on)
    return taken


def _end_principal(person: Person, spell: PostSpell, *, by: Officer, on: date) -> None:
    held = queries.principal_post(person, on=spell.since)
    if held is not None and held.starts_on != spell.since:
        leave_post(held, until=spell.since, ground=spell.ground, by=by, on=on)


@transaction.atomic
def leave_post(held: Assignment, *, until: date, ground: Ground | None, by: Officer, on: date) -> Assignment:
    """Thôi giữ vị trí: the assignment holds no longer from the day `until`."""
    person = queries.locked(held.person)
    by.demand(_MANAGE, over=person.identity.home_id, on=on)
    held = queries.locked_assignment(held)
    held.valid = span(held.starts_on, until)
    held.save(update_fields=["valid"])
    fact = PostLeft(person.pk, held.post.unit_id, held.post.title, until, str(ground or ""))
    record(fact, by=by, on=on)
    return held


@transaction.atomic
def record_study(person: Person, spell: StudySpell, *, by: Officer, on: date, source: str = "") -> Study:
    """Ghi nhận trình độ: a study spell enters the file; it counts from the day its certificate was awarded."""
    person = queries.locked(person)
    by.demand(_MANAGE, over=person.identity.home_id, on=on)
    papers = file_decisions([spell.sent_by] if spell.sent_by else [])
    study = study_row(person, spell, papers)
    study.save(force_insert=True)
    fact = StudyRecorded(person.pk, spell.subject, spell.level, spell.awarded_on, str(spell.sent_by or source))
    record(fact, by=by, on=on)
    return study


@transaction.atomic
def withdraw_study(study: Study, *, reason: str, by: Officer, on: date) -> Study:
    """Rút ghi nhận trình độ: the entry proved wrong; it stays readable and counts for nothing."""
    person = queries.locked(study.person)
    by.demand(_MANAGE, over=person.identity.home_id, on=on)
    study.withdrawn_on = on
    study.save(update_fields=["withdrawn_on"])
    record(StudyWithdrawn(person.pk, study.subject, study.level, reason), by=by, on=on)
    return study


@transaction.atomic
def join_party(person: Person, spell: PartySpell, *, by: Officer, on: date) -> PartyMembership:
    """Ghi nhận đảng viên: membership from the day of admission."""
    person = queries.locked(person)
    by.demand(_MANAGE, over=person.identity.home_id, on=on)
    membership = PartyMembership.objects.create(
        person=person, valid=span(spell.admitted_on, spell.until), official_on=spell.official_on
    )
    record(PartyJoined(person.pk, spell.admitted_on), by=by, on=on)
    return membership


@transaction.atomic
def correct(person: Person, changes: dict[str, Any], *, by: Officer, on: date, source: str) -> Person:
    """Đính chính hồ sơ: fields of the person change, with the value before and after kept in the fact."""
    person = queries.locked(person)
    by.demand(_MANAGE, over=person.identity.home_id, on=on)
    kept = {name: (getattr(person, name), value) for name, value in changes.items() if getattr(person, name) != value}
    if not kept:
        return person
    for name, (_, value) in kept.items():
        setattr(person, name, value)
    if "full_name" in kept:
        person.rename(person.full_name)
    person.save()
    record(PersonCorrected(person.pk, kept, source), by=by, on=on)
    return person
