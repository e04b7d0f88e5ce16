"""Imports: those an officer may see, and the lock that two of them take turns at."""

from datetime import date
from typing import Any

from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import ImportBatch
from congvu.contexts.personnel.queries.place import answering_day
from congvu.kernel.access import Officer

IMPORT, MANAGE = "personnel.import_people", "personnel.manage_records"
_TURN = 716_001  # any number that nothing else locks


def batches(officer: Officer) -> QuerySet[Any]:
    """Các đợt nhập thấy được: of the officer's units, the latest first."""
    seen = Q()
    for path in {*officer.paths_for(IMPORT), *officer.paths_for(MANAGE)}:
        seen |= Q(unit__path__under=path)
    named = organisations.UnitRecord.objects.filter(unit=OuterRef("unit"), valid__contains=OuterRef("on"))
    rows = ImportBatch.objects.select_related("unit", "file", "handed_in_by").annotate(
        unit_name=Subquery(named.order_by("pk").values("name")[:1])
    )
    return (rows.filter(seen) if seen else rows.none()).order_by("-pk")


def batch(pk: int) -> ImportBatch:
    """Một đợt nhập, as far as the scope shows it."""
    return ImportBatch.objects.select_related("unit", "file", "handed_in_by").get(pk=pk)


def locked_batch(pk: int) -> ImportBatch:
    """Một đợt nhập, held until the transaction ends."""
    rows = ImportBatch.objects.select_for_update(of=("self",)).select_related("unit", "file")
    return rows.get(pk=pk)


def take_turn() -> None:
    """Lần lượt: one import writes at a time, so that two lists naming one person cannot both enrol him."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])


def unit_exists(unit_id: int) -> bool:
    """Whether there is such a unit."""
    return organisations.Unit.objects.filter(pk=unit_id).exists()


def day_of_list(unit_id: int, *, on: date) -> date:
    """Ngày số liệu mặc định: the day asked about, or the last one of a unit that has ended."""
    return answering_day(organisations.Unit.objects.get(pk=unit_id), on=on)


def units_to_choose(officer: Officer, *, on: date) -> list[tuple[str, str]]:
    """Các đơn vị có thể nộp danh sách: those the officer imports for, each with the units directly below."""
    found: dict[str, str] = {}
    for unit_id in [grant.unit_id for grant in officer.grants if IMPORT in grant.role.permissions]:
        found[str(unit_id)] = organisations.record_of(unit_id, on=on).name
        for record in organisations.children(unit_id, on=on):
            found.setdefault(str(record.unit_id), f"→ {record.name}")
    return list(found.items())
