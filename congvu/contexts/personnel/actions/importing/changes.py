"""What a row of a list changes in a file that is there: each change by an action and with a fact of its own."""

from dataclasses import replace
from datetime import date
from typing import Any

from congvu.contexts.personnel.actions.enrolment import paper_key
from congvu.contexts.personnel.actions.entries import PartySpell, StudySpell
from congvu.contexts.personnel.actions.importing.newcomers import post_spell, rank_spell, study_spell
from congvu.contexts.personnel.actions.importing.posts import Created
from congvu.contexts.personnel.actions.records import correct, join_party, record_study, take_post, withdraw_study
from congvu.contexts.personnel.facts import PersonCorrected, RankRecorded, ServiceRecorded
from congvu.contexts.personnel.models import RankHolding, Service, Study
from congvu.contexts.personnel.queries import imports
from congvu.kernel.access import Officer
from congvu.kernel.audit import record
from congvu.kernel.documents.decisions import Ground, file_decisions
from congvu.kernel.temporal.models import span


def change(outcome: imports.Outcome, created: Created, *, source: str, by: Officer, on: date) -> None:
    """Ghi thay đổi của một người."""
    said, known, found = outcome.said, outcome.known, outcome.difference
    assert known is not None and found is not None
    if found.fields:
        correct(known.person, found.fields, by=by, on=on, source=source)
    if found.takes_post:
        take_post(known.person, post_spell(said, created, on=known.on), by=by, on=on)
    if found.grounds_post:
        _ground(said, known, source=source, by=by, on=on)
    for study, replaced in found.studies:
        _study(study, replaced, known, source=source, by=by, on=on)
    _pay(said, known, found, source=source, by=by, on=on)
    if found.joins_party and said.admitted_on:
        join_party(known.person, PartySpell(said.admitted_on, said.official_on), by=by, on=on)
    if found.made_official:
        _official(said, known, source=source, by=by, on=on)


def _pay(
    said: imports.Told, known: imports.Known, found: imports.Difference, *, source: str, by: Officer, on: date
) -> None:
    if found.serves_as:
        _serve(said, known, source=source, by=by, on=on)
    if found.ranked:
        _rank(said, known, source=source, by=by, on=on)


def _ground(said: imports.Told, known: imports.Known, *, source: str, by: Officer, on: date) -> None:
    held, paper = known.post, said.decision
    assert held is not None and paper is not None
    held.ground_id = paper_key(paper, file_decisions([paper]))
    held.save(update_fields=["ground"])
    record(PersonCorrected(known.person.pk, {"decision": (None, str(paper))}, source), by=by, on=on)


def _study(
    study: imports.ToldStudy, replaced: Study | None, known: imports.Known, *, source: str, by: Officer, on: date
) -> None:
    spell = study_spell(study, on=known.on)
    if replaced is not None:
        spell = _completed(spell, replaced, told_day=study.awarded is not None)
        withdraw_study(replaced, reason=f"Bổ sung theo {source}", by=by, on=on)
    record_study(known.person, spell, by=by, on=on)


def _completed(spell: StudySpell, before: Study, *, told_day: bool) -> StudySpell:
    """The list's words, and from the entry before all that the list does not say."""
    sent = before.sent_by
    ground = Ground(sent.number, sent.signed_on, sent.issuer) if sent else None
    kept: dict[str, Any] = {name: getattr(spell, name) or getattr(before, name) for name in ("field", "school", "mode")}
    if not told_day and before.awarded_on:
        kept |= {"awarded_on": before.awarded_on, "awarded_precision": before.awarded_precision}
    return replace(
        spell,
        **kept,
        started_on=before.started_on,
        ended_on=before.ended_on,
        certificate_number=before.certificate_number,
        sent_by=ground,
        study_class_id=before.study_class_id,
    )


def _serve(said: imports.Told, known: imports.Known, *, source: str, by: Officer, on: date) -> None:
    since = imports.service_since(said, known)
    _end(known.service, since)
    Service.objects.create(person=known.person, kind=said.staff_kind, valid=span(since))
    record(ServiceRecorded(known.person.pk, said.staff_kind, since, source), by=by, on=on)


def _rank(said: imports.Told, known: imports.Known, *, source: str, by: Officer, on: date) -> None:
    spell = rank_spell(said, on=known.on)
    before = known.rank if known.rank and known.rank.rank == spell.rank else None
    step = spell.step if spell.step is not None or before is None else before.step
    coefficient = spell.coefficient if spell.coefficient is not None or before is None else before.coefficient
    _end(known.rank, spell.since)
    RankHolding.objects.create(
        person=known.person, rank=spell.rank, step=step, coefficient=coefficient, valid=span(spell.since)
    )
    record(RankRecorded(known.person.pk, spell.rank, step, spell.since, source), by=by, on=on)


def _official(said: imports.Told, known: imports.Known, *, source: str, by: Officer, on: date) -> None:
    party = known.party
    assert party is not None
    party.official_on = said.official_on
    party.save(update_fields=["official_on"])
    record(PersonCorrected(known.person.pk, {"official_on": (None, said.official_on)}, source), by=by, on=on)


def _end(held: Service | RankHolding | None, since: date) -> None:
    if held is not None:
        held.valid = span(held.starts_on, since)
        held.save(update_fields=["valid"])
