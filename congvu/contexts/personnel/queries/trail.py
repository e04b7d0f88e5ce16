"""Who opened a file, and who changed what in it."""

from dataclasses import dataclass
from functools import cache
from inspect import getmembers, isclass
from typing import Any

from django.db.models import QuerySet

from congvu.contexts.personnel import facts
from congvu.contexts.personnel.models import Person
from congvu.kernel.audit.models import Fact, Reading


@dataclass(frozen=True)
class Told:
    """Một thay đổi: the fact, and what it is called."""

    fact: Fact
    words: str


def readings_of(person: Person, *, most: int = 100) -> QuerySet[Any]:
    """Lượt xem hồ sơ: the latest first."""
    return Reading.objects.filter(person=person.pk).order_by("-pk")[:most]


def facts_of(person: Person, *, most: int = 100) -> list[Told]:
    """Thay đổi hồ sơ: the facts of the person, the latest first."""
    labels = _labels()
    return [
        Told(fact, labels.get(fact.kind, fact.kind))
        for fact in Fact.objects.filter(person=person.pk).order_by("-pk")[:most]
    ]


@cache
def _labels() -> dict[str, str]:
    """What each kind of fact is called: the first words of its description."""
    return {
        f"personnel.{name}": (fact.__doc__ or name).split(":")[0]
        for name, fact in getmembers(facts, isclass)
        if fact.__module__ == facts.__name__
    }
