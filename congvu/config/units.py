"""Danh bạ đơn vị: the organisations' names, for the pages of the frame that may not know the context."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q

from congvu.contexts.organisations import api as organisations
from congvu.web.units import Directory


def names(units: Iterable[int], on: date) -> dict[int, str]:
    """Tên của từng đơn vị, as of the day."""
    return {key: record.name for key, record in organisations.described(units, on=on).items()}


def below(paths: Sequence[str], on: date) -> list[tuple[int, str]]:
    """Đơn vị trong các nhánh: those that stand on the day, from the top down, each with its code."""
    within = Q(pk__in=[])
    for path in paths:
        within |= Q(unit__identity__path__under=path)
    records = organisations.UnitRecord.objects.on(on).filter(within).exclude(level=organisations.Level.NEIGHBOURHOOD)
    return [(record.unit_id, _written(record)) for record in records.order_by("unit__identity__path", "pk")]


def _written(record: organisations.UnitRecord) -> str:
    return f"{record.name} ({record.code})" if record.code else record.name


UNITS = Directory(names, below)
