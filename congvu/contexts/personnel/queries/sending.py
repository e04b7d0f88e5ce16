"""Who was sent to study, and which classes were opened, in a span of days."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Assignment, Attendance, Study, StudyClass
from congvu.contexts.personnel.queries.staff import with_place
from congvu.contexts.personnel.states import AssignmentKind

PLACE = ("block", "unit_level", "unit_name", "sex", "ethnicity", "age_band", "is_party_member")


def sent(unit: Any, *, since: date, on: date) -> QuerySet[Any]:
    """Study spells that began with a decision signed from `since` to `on`, of people who then served in the unit."""
    studies = Study.objects.filter(sent_by__signed_on__gte=since, sent_by__signed_on__lte=on, withdrawn_on=None)
    return _placed(studies, unit, day="sent_by__signed_on", on=on).select_related("person", "sent_by")


def studied(unit: Any, *, since: date, on: date) -> QuerySet[Any]:
    """Study spells that began from `since` to `on`, finished or not, of people who then served in the unit.

    Where the first day is not known, the day of the decision that sent the person stands for it.
    """
    begun = Study.objects.annotate(begun=Coalesce(F("started_on"), F("sent_by__signed_on")))
    spells = begun.filter(begun__gte=since, begun__lte=on, withdrawn_on=None)
    return _placed(spells, unit, day="begun", on=on).select_related("person", "sent_by")


def attended(unit: Any, *, since: date, on: date) -> QuerySet[Any]:
    """Short courses that began from `since` to `on`, one row for each person who then served in the unit."""
    rows = Attendance.objects.filter(started_on__gte=since, started_on__lte=on)
    return _placed(rows, unit, day="started_on", on=on).select_related("person", "ground")


def trainees(unit: Any, *, since: date, on: date, subject: str, level: int) -> QuerySet[Any]:
    """Who learned in the classes that the unit opened from `since` to `on`."""
    return _placed(
        Study.objects.filter(
            study_class__in=classes(unit, since=since, on=on, subject=subject, level=level), withdrawn_on=None
        ),
        unit,
        day="study_class__opened_on",
        on=on,
        everywhere=True,
    ).select_related("person", "study_class")


def classes(unit: Any, *, since: date, on: date, subject: str, level: int) -> QuerySet[StudyClass]:
    """Classes that the unit, or one below it, had opened from `since` to `on`."""
    return StudyClass.objects.filter(
        unit__in=organisations.branch(unit, on=on).values("pk"),
        opened_on__gte=since,
        opened_on__lte=on,
        subject=subject,
        level=level,
    ).order_by("opened_on", "pk")


def _placed(studies: QuerySet[Any], unit: Any, *, day: str, on: date, everywhere: bool = False) -> QuerySet[Any]:
    served = Assignment.objects.filter(
        person=OuterRef("person"), kind=AssignmentKind.PRINCIPAL, valid__contains=OuterRef(day)
    )
    here = served.filter(post__unit__in=organisations.branch(unit, on=on))
    rows = studies if everywhere else studies.filter(Exists(here))
    placed = with_place(served, on=on).order_by("pk")
    found: QuerySet[Any] = rows.annotate(**{name: Subquery(placed.values(name)[:1]) for name in PLACE}).order_by(
        "person__sort_key", "pk"
    )
    return found
