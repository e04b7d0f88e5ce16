"""The staff of a unit on a day, each row with what figures are broken down by."""

from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    FilteredRelation,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Assignment, PartyMembership, Service, Study
from congvu.contexts.personnel.states import AssignmentKind, Subject

AGE_BANDS = ((30, "Dưới 30 tuổi"), (40, "Từ 30 đến dưới 40 tuổi"), (50, "Từ 40 đến dưới 50 tuổi"))
OLDEST = "Từ 50 tuổi trở lên"


def highest(subject: Any, *, on: date, person: Any = None) -> Any:
    """The highest level of the subject that a person holds on the day; 0 for none."""
    held = (
        Study.objects.filter(
            person=person or OuterRef("person"), subject=subject, awarded_on__lte=on, withdrawn_on=None
        )
        .order_by()
        .values("person")
        .annotate(top=Max("level"))
        .values("top")
    )
    return Coalesce(Subquery(held, output_field=IntegerField()), 0)


def staff(unit: Any, *, on: date) -> QuerySet[Any]:
    """Who serves in the unit and below it on the day, by principal post, with levels, block and membership."""
    rows: QuerySet[Any] = with_place(holders(unit, on=on), on=on).annotate(**_levels(on=on))
    return rows


def holders(unit: Any, *, on: date) -> QuerySet[Any]:
    """The same people by their principal posts, and nothing else of them."""
    branch = organisations.branch(unit, on=on).order_by()
    held: QuerySet[Any] = Assignment.objects.on(on).filter(kind=AssignmentKind.PRINCIPAL, post__unit__in=branch)
    return held.order_by()


def roll(reach: organisations.Reach) -> QuerySet[Any]:
    """Danh sách: the same people as `staff`, with what a list shows, asked so that a page of fifty costs fifty."""
    on = reach.on
    held = Assignment.objects.on(on).filter(reach.holds("post__unit"), kind=AssignmentKind.PRINCIPAL)
    record = _record(on=on)
    rows: QuerySet[Any] = held.annotate(
        block=Subquery(record.values("block")[:1]),
        unit_name=Subquery(record.values("name")[:1]),
        is_party_member=_is_member(on=on),
        **_levels(on=on),
    )
    return rows.select_related("person", "post")


def _levels(*, on: date) -> dict[str, Any]:
    return {
        "professional": highest(Subject.PROFESSIONAL, on=on),
        "theory": highest(Subject.POLITICAL_THEORY, on=on),
        "staff_kind": Subquery(
            Service.objects.on(on).filter(person=OuterRef("person")).order_by("pk").values("kind")[:1]
        ),
    }


def _record(*, on: date) -> QuerySet[Any]:
    record: QuerySet[Any] = organisations.UnitRecord.objects.on(on).filter(unit=OuterRef("post__unit"))
    return record.order_by("pk")


def _is_member(*, on: date) -> Exists:
    return Exists(PartyMembership.objects.on(on).filter(person=OuterRef("person")))


def reached(subject: Subject, level: int, *, among: QuerySet[Any], on: date) -> Q:
    """Whether the holder has the level of the subject, or a higher one, on the day: found for all of them at once."""
    return Q(person__in=_reached(subject, level, on=on).filter(person__in=among.values("person")).values("person"))


def _reached(subject: Subject, level: int, *, on: date) -> QuerySet[Any]:
    held: QuerySet[Any] = Study.objects.filter(
        subject=subject, level__gte=level, awarded_on__lte=on, withdrawn_on=None
    ).order_by()
    return held


def reaching(rows: QuerySet[Any], subject: Subject, level: int, *, on: date) -> QuerySet[Any]:
    """Those of the rows whose people hold the level of the subject, or a higher one, on the day."""
    return rows.filter(Exists(_reached(subject, level, on=on).filter(person=OuterRef("person"))))


def serving_as(rows: QuerySet[Any], kind: str, *, on: date) -> QuerySet[Any]:
    """Those of the rows whose people are of the kind of staff on the day."""
    return rows.filter(Exists(Service.objects.on(on).filter(person=OuterRef("person"), kind=kind)))


def with_place(held: QuerySet[Any], *, on: date) -> QuerySet[Any]:
    """Assignments with what figures are broken down by: block, level and name of the unit, age band, membership."""
    of_the_day = Q(post__unit__records__valid__holds_on=on)
    rows: QuerySet[Any] = (
        held.annotate(
            record=FilteredRelation("post__unit__records", condition=of_the_day),
            block=F("record__block"),
            unit_level=F("record__level"),
            unit_name=F("record__name"),
            category=F("post__category"),
            sex=F("person__sex"),
            ethnicity=F("person__ethnicity"),
            age_band=age_band("person__born_on", on=on),
            is_party_member=_is_member(on=on),
        )
        .select_related("person", "post")
        .order_by("person__sort_key", "pk")
    )
    return rows


def age_band(born: str, *, on: date) -> Case:
    """Nhóm tuổi: the band of ages that a person is in on the day; nothing when the birth day is not known."""
    younger = [When(Q(**{f"{born}__gt": years_before(on, age)}), then=Value(label)) for age, label in AGE_BANDS]
    older = When(Q(**{f"{born}__isnull": False}), then=Value(OLDEST))
    return Case(*younger, older, default=Value(""), output_field=CharField())


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
