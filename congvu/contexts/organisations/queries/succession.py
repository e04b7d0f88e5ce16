"""What became of units, what they came from, and what could not be joined."""

from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from congvu.contexts.organisations.models import Succession, Unit, UnitRecord, UnjoinedName
from congvu.contexts.organisations.queries.units import in_order
from congvu.contexts.organisations.states import Level

TWO_TIERS_FROM = date(2025, 7, 1)
LISTED_FROM = date(2004, 7, 8)


def successors(unit: Unit | int) -> QuerySet[Succession]:
    """Đơn vị kế thừa: who took the unit over; of a district without heirs of its own, the heirs of its communes."""
    return _told(Succession.objects.filter(predecessor=unit))


def predecessors(unit: Unit | int) -> QuerySet[Succession]:
    """Nguồn gốc: from whom the unit was formed."""
    return _told(Succession.objects.filter(successor=unit))


def successors_of_parts(unit: Unit | int) -> QuerySet[Succession]:
    """Nơi các đơn vị trực thuộc đã về: what became of the communes that stood in a district when it ended."""
    parts = UnitRecord.objects.filter(parent=unit, valid__endswith=TWO_TIERS_FROM).values("unit")
    return _told(Succession.objects.filter(predecessor__in=parts))


def unjoined_units(*, province: Unit | int | None = None) -> QuerySet[UnitRecord]:
    """Đơn vị cũ chưa nối được: communes of the old list for which no successor is known."""
    heirs = Succession.objects.filter(predecessor=OuterRef("unit"))
    ended = UnitRecord.objects.filter(
        level=Level.COMMUNE, valid__endswith=TWO_TIERS_FROM, unit__dissolved_on=TWO_TIERS_FROM
    )
    if province is not None:
        districts = UnitRecord.objects.filter(parent=province, level=Level.DISTRICT).values("unit")
        ended = ended.filter(parent__in=districts)
    above = UnitRecord.objects.filter(unit=OuterRef("parent")).order_by("-valid", "pk")
    top = UnitRecord.objects.filter(unit__child_records__unit=OuterRef("parent")).order_by("-valid", "pk")
    left: QuerySet[UnitRecord] = ended.filter(~Exists(heirs)).annotate(
        parent_name=Subquery(above.values("name")[:1]), province_name=Subquery(top.values("name")[:1])
    )
    return in_order(left)


def unjoined_names() -> QuerySet[UnjoinedName]:
    """Tên trong nguồn chưa nối được với đơn vị cũ nào."""
    bearer = UnitRecord.objects.filter(unit=OuterRef("unit")).order_by("-valid", "pk")
    rows = UnjoinedName.objects.annotate(unit_name=Subquery(bearer.values("name")[:1]))
    return rows.order_by(F("unit_name"), "named", "pk")


def lists_loaded() -> bool:
    """Whether the administrative lists are in the system."""
    return UnitRecord.objects.on(TWO_TIERS_FROM).filter(level=Level.PROVINCE).exists()


def _told(found: QuerySet[Succession]) -> QuerySet[Succession]:
    return found.select_related("predecessor", "successor").order_by("on", "successor", "predecessor", "pk")
