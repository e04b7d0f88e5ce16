"""Số định danh cá nhân: who may read it of whom; the database answers, from what the transaction may see."""

from datetime import date
from typing import Any

from django.db.models import BooleanField, F, Func, QuerySet

from congvu.contexts.personnel.models import Person
from congvu.contexts.personnel.queries.items import sees
from congvu.kernel.access import Officer
from congvu.law.sensitivity import Sensitivity

HIDDEN = "(số không hiển thị với vai trò của bạn)"


class _NumberSeen(Func):
    """Whether the reader sees this class of the person, or is the person."""

    template = "coalesce(%(expressions)s, false)"
    arg_joiner = " <@ ANY (congvu_seeing('identity')) OR congvu_own() = "
    output_field = BooleanField()


def with_numbers_seen(people: QuerySet[Person]) -> QuerySet[Any]:
    """Each with `number_seen`: whether the citizen number may be shown, searched by and told of."""
    return people.annotate(number_seen=_NumberSeen(F("identity__path"), F("pk")))


def sees_number(person: Person, *, to: Officer, on: date) -> bool:
    """The same of one person and one officer, without asking the database."""
    return Sensitivity.IDENTITY in sees(person, to=to, on=on)
