"""Who opened a file, and who changed what in it."""

from typing import Any

from django.db.models import QuerySet

from congvu.contexts.personnel.models import Person
from congvu.kernel.audit.models import Fact, Reading


def readings_of(person: Person, *, most: int = 100) -> QuerySet[Any]:
    """Lượt xem hồ sơ: the latest first."""
    return Reading.objects.filter(person=person.pk).order_by("-pk")[:most]


def facts_of(person: Person, *, most: int = 100) -> QuerySet[Any]:
    """Thay đổi hồ sơ: the facts of the person, the latest first."""
    return Fact.objects.filter(person=person.pk).order_by("-pk")[:most]
