"""One person's file: the rows behind a page, and the locks that a write takes."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Assignment, Person, RankHolding, Service
from congvu.contexts.personnel.queries.staff import with_place


def locked(person: Person) -> Person:
    """The person's row, held for this transaction: two writers to one file take turns."""
    return Person.objects.select_for_update(of=("self",)).select_related("identity").get(pk=person.pk)


def locked_people(people: Iterable[Person]) -> list[Person]:
    """The rows of many people, held for this transaction, always taken in one order."""
    keys = [person.pk for person in people]
    held = Person.objects.select_for_update(of=("self",)).select_related("identity").filter(pk__in=keys)
    return list(held.order_by("pk"))


def locked_assignment(held: Assignment) -> Assignment:
    """The assignment's row, held for this transaction."""
    found: Assignment = Assignment.objects.select_for_update(of=("self",)).select_related("post").get(pk=held.pk)
    return found


def ends_of_posts(posts: Iterable[int]) -> dict[int, date | None]:
    """The first day without each post; None while it stands: nobody holds a post beyond."""
    spans = organisations.Post.objects.filter(pk__in=set(posts)).values_list("pk", "valid")
    return {pk: valid.upper for pk, valid in spans}


def principal_posts(people: Iterable[Person], *, on: date) -> dict[int, Any]:
    """The principal post of each person on the day, with the unit's name, in one query."""
    held = with_place(Assignment.objects.on(on).filter(person__in=list(people), kind="principal"), on=on)
    return {assignment.person_id: assignment for assignment in held}


def principal_post(person: Person, *, on: date) -> Assignment | None:
    """The principal post that the person holds on the day."""
    held = Assignment.objects.on(on).filter(person=person, kind="principal").select_related("post", "person")
    return held.order_by("pk").first()


def ranks_from(person: Person, day: date) -> list[RankHolding]:
    """Ngạch đang giữ vào ngày ấy, then those that begin later."""
    return list(_from(RankHolding.objects.filter(person=person), day))


def services_from(person: Person, day: date) -> list[Service]:
    """Loại cán bộ vào ngày ấy, then those that begin later."""
    return list(_from(Service.objects.filter(person=person), day))


def _from(held: QuerySet[Any], day: date) -> QuerySet[Any]:
    return held.filter(Q(valid__contains=day) | Q(valid__startswith__gt=day)).order_by("valid", "pk")
