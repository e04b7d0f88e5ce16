"""Copies of a file that leave the system."""

from datetime import date

from django.db import transaction

from congvu.contexts.personnel.actions.standing import keeping
from congvu.contexts.personnel.facts.copies import CurriculumPrinted, FileExported
from congvu.contexts.personnel.models import Person
from congvu.kernel.access import Officer
from congvu.kernel.audit import record

EXPORT = "personnel.export_people"


def may_print(person: Person, *, by: Officer, on: date) -> bool:
    """Whether a copy may be handed out: to whoever may export the people of the unit, and to the person himself."""
    return by.person_id == person.pk or by.may(EXPORT, over=person.identity.home_id, on=on)


@transaction.atomic
def print_curriculum(person: Person, *, form: str, as_of: date, by: Officer, on: date) -> None:
    """In sơ yếu lý lịch: the trail says who took which copy. Raises NotPermitted."""
    _hand_out(person, CurriculumPrinted(person.pk, form, as_of), by=by, on=on)


@transaction.atomic
def export_file(person: Person, *, as_of: date, by: Officer, on: date) -> None:
    """Xuất hồ sơ: the trail says who took the whole file along. Raises NotPermitted."""
    _hand_out(person, FileExported(person.pk, as_of), by=by, on=on)


def _hand_out(person: Person, fact: CurriculumPrinted | FileExported, *, by: Officer, on: date) -> None:
    if by.person_id != person.pk:
        by.demand(EXPORT, over=person.identity.home_id, on=on)
        record(fact, by=by, on=on)
        return
    with keeping(person):
        record(fact, by=by, on=on)
