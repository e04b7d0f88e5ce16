"""Những nhóm đã lưu: those that an officer may see, and the row that a change holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Cohort
from congvu.contexts.personnel.queries.cohorts.chosen import Chosen, from_saved
from congvu.contexts.personnel.queries.cohorts.counting import Question, counted
from congvu.contexts.personnel.queries.cohorts.kinds import Unsound
from congvu.contexts.personnel.queries.staff import years_before
from congvu.kernel.access import Officer

VIEW = "personnel.view_person"


@dataclass(frozen=True)
class Kept:
    """Nhóm đã lưu, đã đọc: the row, its unit, its conditions or why they cannot be read, its counts."""

    cohort: Cohort
    unit: Any
    unit_name: str
    chosen: Chosen
    fault: str = ""
    now: int | None = None
    year_ago: int | None = None

    @property
    def pk(self) -> int:
        """The key of the row."""
        return self.cohort.pk


def cohorts(officer: Officer) -> QuerySet[Cohort]:
    """Các nhóm thấy được: of the units over which the officer may see people, by name."""
    seen = Q(pk__in=[])
    for path in officer.paths_for(VIEW):
        seen |= Q(unit__path__under=path)
    return Cohort.objects.filter(seen).select_related("unit", "made_by").order_by("name", "pk")


def locked_cohort(pk: int) -> Cohort:
    """Một nhóm, held until the transaction ends."""
    return Cohort.objects.select_for_update(of=("self",)).select_related("unit").get(pk=pk)


def kept(rows: Sequence[Cohort], *, on: date) -> list[Kept]:
    """Nhóm đã lưu, with its unit and its conditions as they read today."""
    keys = {row.unit_id for row in rows}
    units = organisations.Unit.objects.select_related("identity").in_bulk(keys)
    names = organisations.described(keys, on=on)
    return [_read(row, units[row.unit_id], names[row.unit_id].name) for row in rows]


def _read(row: Cohort, unit: Any, name: str) -> Kept:
    try:
        return Kept(row, unit, name, from_saved(row.conditions))
    except Unsound as unsound:
        return Kept(row, unit, name, Chosen(), fault=str(unsound))


def with_counts(read: Sequence[Kept], *, on: date) -> list[Kept]:
    """The same with how many there are on the day and a year before, all in one query."""
    sound = [each for each in read if not each.fault]
    days = (on, years_before(on, 1))
    numbers = iter(counted([Question(each.unit, each.chosen, day) for each in sound for day in days]))
    found = {each.pk: (next(numbers), next(numbers)) for each in sound}
    return [
        Kept(each.cohort, each.unit, each.unit_name, each.chosen, each.fault, *found.get(each.pk, (None, None)))
        for each in read
    ]
