"""Rows of the lists that people see: units with their parent's name, and who may see which."""

from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from congvu.contexts.organisations.models import Unit, UnitRecord
from congvu.contexts.organisations.queries.units import by_level, named_like
from congvu.contexts.organisations.states import TERRITORIAL, VIEW_UNIT
from congvu.kernel.access import Officer


def units_shown(officer: Officer, *, on: date) -> QuerySet[UnitRecord]:
    """Danh sách đơn vị: localities for everybody, bodies and offices inside the officer's own branches."""
    above = UnitRecord.objects.on(on).filter(unit=OuterRef("parent"))
    last = UnitRecord.objects.filter(unit=OuterRef("parent")).order_by("-valid", "pk")
    parent = Coalesce(Subquery(above.values("name")[:1]), Subquery(last.values("name")[:1]))
    shown: QuerySet[UnitRecord] = UnitRecord.objects.on(on).filter(_seen(officer)).select_related("unit__identity")
    return shown.annotate(level_place=by_level(), parent_name=parent)


def unit_shown(officer: Officer, key: int) -> QuerySet[Unit]:
    """One unit, if the officer may see it."""
    seen = Q(records__level__in=TERRITORIAL) | _within(officer, "identity__path")
    return Unit.objects.filter(seen, pk=key).select_related("identity").order_by("pk").distinct()


def own(records: QuerySet[UnitRecord], officer: Officer) -> QuerySet[UnitRecord]:
    """Those in the officer's own branches."""
    return records.filter(_within(officer, "unit__identity__path"))


def units_named(officer: Officer, text: str, *, on: date, most: int = 20) -> list[UnitRecord]:
    """Đơn vị theo tên hoặc mã, for the search box: of those the officer may see, the own branches first."""
    shown = named_like(units_shown(officer, on=on), text).order_by(by_level(), "code", "pk")
    mine = list(own(shown, officer)[:most])
    known = {record.pk for record in mine}
    return [*mine, *(record for record in shown[:most] if record.pk not in known)][:most]


def _seen(officer: Officer) -> Q:
    return Q(level__in=TERRITORIAL) | _within(officer, "unit__identity__path")


def _within(officer: Officer, column: str) -> Q:
    within = Q(pk__in=[])
    for path in officer.paths_for(VIEW_UNIT):
        within |= Q(**{f"{column}__under": path})
    return within
