"""The staff of a unit on a day, each row with what figures are broken down by."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, IntegerField, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Assignment, PartyMembership, Service, Study
from congvu.contexts.personnel.states import AssignmentKind, Subject


def highest(subject: str, *, on: date, person: str = "person") -> Any:
    """The highest level of the subject that a person holds on the day; 0 for none."""
    held = (
        Study.objects.filter(person=OuterRef(person), subject=subject, awarded_on__lte=on, withdrawn_on=None)
        .order_by()
        .values("person")
        .annotate(top=Max("level"))
        .values("top")
    )
    return Coalesce(Subquery(held, output_field=IntegerField()), 0)


def staff(unit: Any, *, on: date) -> QuerySet[Assignment]:
    """Who serves in the unit and below it on the day, by principal post, with levels, block and membership."""
    record = organisations.UnitRecord.objects.on(on).filter(unit=OuterRef("post__unit"))
    return (
        Assignment.objects.on(on)
        .filter(kind=AssignmentKind.PRINCIPAL, post__unit__in=organisations.branch(unit, on=on))
        .annotate(
            professional=highest(Subject.PROFESSIONAL, on=on),
            theory=highest(Subject.POLITICAL_THEORY, on=on),
            block=Subquery(record.values("block")[:1]),
            unit_name=Subquery(record.values("name")[:1]),
            staff_kind=Subquery(Service.objects.on(on).filter(person=OuterRef("person")).values("kind")[:1]),
            is_party_member=Exists(PartyMembership.objects.on(on).filter(person=OuterRef("person"))),
            category=F("post__category"),
        )
        .select_related("person", "post")
        .order_by("person__sort_key", "pk")
    )
