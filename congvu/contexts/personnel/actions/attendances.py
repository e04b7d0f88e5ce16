"""Short courses that people attended."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from congvu.contexts.personnel import queries
from congvu.contexts.personnel.actions.enrolment import attendance_row
from congvu.contexts.personnel.actions.entries import CourseSpell
from congvu.contexts.personnel.facts import AttendanceRecorded
from congvu.contexts.personnel.models import Attendance, Person
from congvu.kernel.access import Officer
from congvu.kernel.audit import record_all
from congvu.kernel.documents.decisions import file_decisions


@transaction.atomic
def record_attendances(people: Sequence[Person], spell: CourseSpell, *, by: Officer, on: date) -> list[Attendance]:
    """Ghi lượt bồi dưỡng, tập huấn: one short course enters the file of everybody who attended it."""
    held = queries.locked_people(people)
    for home in {person.identity.home_id for person in held}:
        by.demand("personnel.manage_records", over=home, on=on)
    papers = file_decisions([spell.ground] if spell.ground else [])
    rows = Attendance.objects.bulk_create([attendance_row(person, spell, papers) for person in held])
    facts = (AttendanceRecorded(one.pk, spell.title, spell.started_on, str(spell.ground or "")) for one in held)
    record_all(facts, by=by, on=on)
    return rows
