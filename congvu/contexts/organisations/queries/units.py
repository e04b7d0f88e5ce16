"""Units as of a day: who they were, what stood above and below them, and how to find them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    DateField,
    F,
    Func,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.expressions import RawSQL

from congvu.contexts.organisations.models import Unit, UnitRecord
from congvu.contexts.organisations.states import Level
from congvu.kernel.names import search_key

_BRANCH = """
WITH RECURSIVE branch(unit_id) AS (
  SELECT %s::bigint
  UNION
  SELECT below.unit_id FROM organisations_unitrecord below JOIN branch ON below.parent_id = branch.unit_id
  WHERE below.valid @> %s::date
) SELECT unit_id FROM branch
"""
_LINE = """
WITH RECURSIVE line(unit_id, parent_id) AS (
  SELECT unit_id, parent_id FROM organisations_unitrecord WHERE id = %s
  UNION
  SELECT above.unit_id, above.parent_id FROM organisations_unitrecord above
  JOIN line ON above.unit_id = line.parent_id WHERE above.valid @> %s::date
) SELECT unit_id FROM line
"""
_FEW = 100  # a commune with its schools
_LEVELS = {level: place for place, level in enumerate(Level)}


class UnitUnknown(LookupError):
    """No unit answers to the code or slug."""


class UnitAmbiguous(LookupError):
    """More than one unit answers to the code."""


@dataclass(frozen=True)
class Node:
    """Nút của sơ đồ: a unit as it was on the day, and what stood below it."""

    record: UnitRecord
    below: tuple["Node", ...]

    @property
    def size(self) -> int:
        """How many units stand in this branch, itself included."""
        return 1 + sum(node.size for node in self.below)


@dataclass(frozen=True)
class Reach:
    """Tầm của một danh sách: a unit with all below it on a day, as lists ask for it that are read a page at a time.

    The units of a small branch are named, and lead to their rows. Of a large one most rows are: each is asked as it
    comes, and nothing is done for the others.
    """

    top: int
    on: date
    units: tuple[int, ...] | None

    @property
    def small(self) -> bool:
        """Whether all its rows may be looked at."""
        return self.units is not None

    def holds(self, field: str) -> Q:
        """The condition that the field's unit is within reach."""
        if self.units is not None:
            return Q(**{f"{field}__in": self.units})
        asked = (F(field), Value(self.top, BigIntegerField()), Value(self.on, DateField()))
        return Q(Func(*asked, function="organisations_stands_under", output_field=BooleanField()))


def resolve_unit(code_or_slug: str, *, on: date) -> Unit:
    """Tìm đơn vị: by slug, or by official code as of the day; a dissolved unit answers under its last code."""
    asked = code_or_slug.strip()
    if unit := Unit.objects.filter(identity__slug=asked.lower()).select_related("identity").order_by("pk").first():
        return unit
    known = UnitRecord.objects.filter(code=asked).select_related("unit__identity")
    found = _distinct(known.on(on).order_by("pk")) or _last_ended(known, on=on)
    if not found:
        raise UnitUnknown(
            f"Không có đơn vị nào mang mã hoặc tên rút gọn “{asked}” vào ngày {on:%d/%m/%Y}; "
            "đề nghị kiểm tra lại mã trong danh mục đơn vị."
        )
    if len(found) > 1:
        raise UnitAmbiguous(
            f"Mã “{asked}” thuộc về {len(found)} đơn vị vào ngày {on:%d/%m/%Y}; đề nghị dùng tên rút gọn của đơn vị."
        )
    return found[0]


def record_of(unit: Unit | int, *, on: date) -> UnitRecord:
    """Hồ sơ của đơn vị: in force on the day, else the last before it, else the first after it."""
    records = list(history(unit))
    if not records:
        raise UnitUnknown(f"Đơn vị số {_key(unit)} không có trong hệ thống; đề nghị kiểm tra lại địa chỉ trang.")
    begun = [record for record in records if record.starts_on is None or record.starts_on <= on]
    return begun[-1] if begun else records[0]


def stands(unit: Unit | int, *, on: date) -> bool:
    """Whether the unit exists on the day."""
    return UnitRecord.objects.on(on).filter(unit=_key(unit)).exists()


def history(unit: Unit | int) -> QuerySet[UnitRecord]:
    """Lịch sử: every record of the unit, the oldest first."""
    return UnitRecord.objects.filter(unit=_key(unit)).select_related("unit__identity", "ground").order_by("valid", "pk")


def branch(unit: Unit | int, *, on: date) -> QuerySet[Unit]:
    """Nhánh: the unit and everything below it on the day."""
    return Unit.objects.filter(pk__in=RawSQL(_BRANCH, [_key(unit), on])).order_by("pk")


def reach(unit: Unit | int, *, on: date) -> Reach:
    """Phạm vi của một danh sách: the branch, with its units named when they are few."""
    with connection.cursor() as cursor:
        cursor.execute(f"{_BRANCH} LIMIT %s", [_key(unit), on, _FEW + 1])
        found = tuple(row[0] for row in cursor.fetchall())
    return Reach(_key(unit), on, found if len(found) <= _FEW else None)


def ends_of(units: Iterable[int]) -> dict[int, date | None]:
    """The first day without each unit; None while it stands: nothing of a unit reaches beyond."""
    return dict(Unit.objects.filter(pk__in=set(units)).values_list("pk", "dissolved_on"))


def children(unit: Unit | int, *, on: date) -> QuerySet[UnitRecord]:
    """Đơn vị trực thuộc: those directly below on the day."""
    return in_order(UnitRecord.objects.on(on).filter(parent=_key(unit)))


def ancestors(unit: Unit | int, *, on: date) -> list[UnitRecord]:
    """Đơn vị cấp trên: from the top down to the one directly above."""
    own = record_of(unit, on=on)
    day = _day_of(own, on)
    line = UnitRecord.objects.on(day).filter(unit__in=RawSQL(_LINE, [own.pk, day])).order_by("pk")
    above = {record.unit_id: record for record in line}
    found: list[UnitRecord] = []
    while own.parent_id in above:
        own = above[own.parent_id]
        found.insert(0, own)
    return found


def tree(unit: Unit | int, *, on: date) -> Node:
    """Cây tổ chức: the unit and everything below it on the day."""
    top = record_of(unit, on=on)
    records = in_order(UnitRecord.objects.on(on).filter(unit__in=RawSQL(_BRANCH, [top.unit_id, on])))
    below: dict[int | None, list[UnitRecord]] = {}
    for record in records:
        below.setdefault(record.parent_id, []).append(record)
    return _node(top, below)


def described(units: Iterable[int], *, on: date) -> dict[int, UnitRecord]:
    """Hồ sơ của nhiều đơn vị: for each, in force on the day, else the last before it, else the first after it."""
    found: dict[int, UnitRecord] = {}
    for record in UnitRecord.objects.filter(unit__in=set(units)).order_by("unit", "valid", "pk"):
        if record.unit_id not in found or record.starts_on is None or record.starts_on <= on:
            found[record.unit_id] = record
    return found


def search(text: str, *, on: date, levels: Iterable[str] = ()) -> QuerySet[UnitRecord]:
    """Tìm theo tên hoặc mã: every word anywhere in the name, without marks; the code from its beginning."""
    chosen = {"level__in": list(levels)} if levels else {}
    return in_order(named_like(UnitRecord.objects.on(on).filter(**chosen), text))


def names_below(unit: Unit | int, *, on: date) -> dict[str, int]:
    """Tên các đơn vị trong nhánh: for matching what files call them; a name borne twice is left out."""
    records = UnitRecord.objects.on(on).filter(unit__in=RawSQL(_BRANCH, [_key(unit), on])).order_by("pk")
    found: dict[str, int] = {}
    twice: set[str] = set()
    for record in records:
        (twice.add(record.name) if record.name in found else found.update({record.name: record.unit_id}))
    return {name: key for name, key in found.items() if name not in twice}


def in_order(records: QuerySet[UnitRecord]) -> QuerySet[UnitRecord]:
    """By level from the top, then by code, then by name."""
    return records.select_related("unit__identity").order_by(by_level(), "code", "search_name", "pk")


def by_level() -> Case:
    """The place of the record's level, from province to neighbourhood."""
    places = (When(level=level, then=Value(place)) for level, place in _LEVELS.items())
    return Case(*places, output_field=IntegerField())


def named_like(records: QuerySet[UnitRecord], text: str) -> QuerySet[UnitRecord]:
    """Those whose name has every word of the text, without marks, or whose code begins with it."""
    named = Q()
    for word in search_key(text).split():
        named &= Q(search_name__contains=word)
    return records.filter(named | Q(code__startswith=text.strip())) if named else records


def locked(unit: Unit | int) -> Unit:
    """The unit, held until the transaction ends."""
    return Unit.objects.select_for_update(of=("self",)).select_related("identity").get(pk=_key(unit))


def record_to_change(unit: Unit, *, on: date) -> UnitRecord | None:
    """The record in force on the day, held until the transaction ends."""
    return UnitRecord.objects.select_for_update().on(on).filter(unit=unit).order_by("pk").first()


def _key(unit: Unit | int) -> int:
    return unit if isinstance(unit, int) else unit.pk


def _day_of(record: UnitRecord, on: date) -> date:
    """The day itself, or the nearest one on which the record holds."""
    if record.starts_on is not None and on < record.starts_on:
        return record.starts_on
    return min(on, record.last_on) if record.last_on else on


def _distinct(records: QuerySet[UnitRecord]) -> list[Unit]:
    return list({record.unit_id: record.unit for record in records}.values())


def _last_ended(known: QuerySet[UnitRecord], *, on: date) -> list[Unit]:
    ended = list(known.filter(valid__endswith__lte=on).order_by("pk"))
    last = max((record.valid.upper for record in ended), default=None)
    return list({record.unit_id: record.unit for record in ended if record.valid.upper == last}.values())


def _node(record: UnitRecord, below: dict[int | None, list[UnitRecord]]) -> Node:
    return Node(record, tuple(_node(child, below) for child in below.get(record.unit_id, ())))
