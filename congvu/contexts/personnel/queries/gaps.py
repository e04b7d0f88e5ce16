"""The gap list: what each post asks for, against what the file of its holder says on the day."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Assignment, Study
from congvu.contexts.personnel.queries.staff import highest
from congvu.contexts.personnel.states import AssignmentKind

UNMET = Q(held__lt=F("required"))


def standards(unit: Any, *, on: date) -> QuerySet[Any]:
    """Every requirement of every holder's post in the unit on the day: subject, required and held level, its law."""
    return _standards(Q(post__unit__in=organisations.branch(unit, on=on)), on=on)


def _standards(within: Q, *, on: date) -> QuerySet[Any]:
    place = organisations.UnitRecord.objects.on(on).filter(unit=OuterRef("post__unit"))
    rows: QuerySet[Any] = (
        Assignment.objects.on(on)
        .filter(within, kind=AssignmentKind.PRINCIPAL, post__standards__valid__holds_on=on)
        .annotate(
            subject=F("post__standards__subject"),
            required=F("post__standards__minimum_level"),
            basis=F("post__standards__basis"),
            standing=F("post__standards__standing"),
            unit_name=Subquery(place.values("name")[:1]),
            block=Subquery(place.values("block")[:1]),
        )
        .annotate(held=highest(OuterRef("subject"), on=on), recorded=Exists(_recorded()))
        .select_related("person", "post")
        .order_by("person__sort_key", "pk", "subject")
    )
    return rows


def _recorded() -> QuerySet[Any]:
    return Study.objects.filter(person=OuterRef("person"), subject=OuterRef("subject"), withdrawn_on=None)


def gaps(unit: Any, *, on: date) -> QuerySet[Any]:
    """Who falls short of which standard of his post on the day, one row per person and subject."""
    return standards(unit, on=on).filter(UNMET)


def gap_list(reach: organisations.Reach) -> QuerySet[Any]:
    """Danh sách chưa đạt: the same rows as `gaps`, asked so that a page costs by the people up to its last row."""
    return _standards(reach.holds("post__unit"), on=reach.on).filter(UNMET)


def unmet(*, on: date) -> Exists:
    """Whether the holder of an assignment falls short of any standard of the post on the day."""
    asked = (
        organisations.PostStandard.objects.on(on)
        .filter(post=OuterRef("post"))
        .annotate(held=highest(OuterRef("subject"), on=on, person=OuterRef(OuterRef("person"))))
        .filter(held__lt=F("minimum_level"))
    )
    return Exists(asked)


def falls_short(*, among: QuerySet[Any], on: date) -> Q:
    """The same as `unmet`, found for all of them at once, as figures need it."""
    return Q(pk__in=falling_short(among, on=on).values("pk"))


def falling_short(held: QuerySet[Any], *, on: date) -> QuerySet[Any]:
    """Those of the assignments whose holders lack the level that a standard of the post asks for on the day."""
    enough = Study.objects.filter(
        person=OuterRef("person"),
        subject=OuterRef("subject"),
        level__gte=OuterRef("required"),
        awarded_on__lte=on,
        withdrawn_on=None,
    )
    asked = held.filter(post__standards__valid__holds_on=on, post__standards__minimum_level__gte=1).order_by()
    named = asked.annotate(subject=F("post__standards__subject"), required=F("post__standards__minimum_level"))
    found: QuerySet[Any] = named.filter(~Exists(enough))
    return found


def gaps_by_subject(unit: Any, *, on: date) -> dict[str, int]:
    """How many people fall short in each subject, in one query."""
    counted = gaps(unit, on=on).order_by().values("subject").annotate(people=Count("person", distinct=True))
    return {row["subject"]: row["people"] for row in counted.order_by("subject")}
