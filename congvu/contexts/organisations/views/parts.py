"""What the pages of one unit share: its head, its tabs, the addresses between them."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

from congvu.contexts.organisations import queries
from congvu.contexts.organisations.models import Unit, UnitRecord
from congvu.contexts.organisations.states import MANAGE_UNITS, VIEW_UNIT
from congvu.web import formats
from congvu.web.as_of import PARAMETER
from congvu.web.parts import Action, Badge, Fact, TabLink
from congvu.web.request import Request


@dataclass(frozen=True)
class Opened:
    """The unit that a page is about, as it was on the page's day."""

    unit: Unit
    record: UnitRecord
    above: list[UnitRecord]
    standing: bool
    within: bool


def opened(request: Request, pk: int) -> Opened:
    """The unit that the address names, if the officer may see it."""
    unit = queries.unit_shown(request.officer, pk).first()
    if unit is None:
        raise Http404("Không có đơn vị này, hoặc đơn vị nằm ngoài phạm vi của bạn.")
    day = request.as_of
    return Opened(
        unit,
        queries.record_of(unit, on=day),
        queries.ancestors(unit, on=day),
        queries.stands(unit, on=day),
        request.officer.may(VIEW_UNIT, over=unit.pk, on=day),
    )


def at(request: Request, name: str, *args: int) -> str:
    """The address of a page of this context, for the day that was asked for."""
    return reverse(f"organisations:{name}", args=args) + day_query(request)


def day_query(request: Request) -> str:
    """What an address carries to stay on the day that was asked for."""
    day = request.GET.get(PARAMETER)
    return f"?{urlencode({PARAMETER: day})}" if day else ""


def badge(found: Opened) -> Badge:
    """Whether the unit stands on the day."""
    if found.standing:
        return Badge("Đang hoạt động", "done")
    if found.unit.dissolved_on and found.record.last_on:
        return Badge(f"Thôi tồn tại từ {formats.day(found.unit.dissolved_on)}", "closed")
    return Badge("Chưa thành lập vào ngày này", "soon")


def facts(request: Request, found: Opened) -> list[Fact]:
    """The five facts that matter."""
    record, parent = found.record, found.above[-1] if found.above else None
    kind = record.get_kind_display().capitalize() or record.get_level_display()
    since = Fact("Hiệu lực từ", formats.day(record.starts_on), "" if record.start_known else "ngày chưa có căn cứ")
    return [
        Fact("Loại", kind, record.get_block_display()),
        Fact("Mã", record.code or "—"),
        Fact("Trực thuộc", parent.name if parent else "—", url=at(request, "unit", parent.unit_id) if parent else ""),
        since,
        Fact("Căn cứ", str(record.ground) if record.ground else record.basis or "—"),
    ]


def tabs(request: Request, found: Opened, current: str) -> list[TabLink]:
    """The pages of the unit."""
    pages = [("unit", "Cơ cấu"), ("history", "Lịch sử"), ("chart", "Sơ đồ")]
    if found.within:
        pages.insert(1, ("posts", "Vị trí việc làm"))
    return [TabLink(label, at(request, name, found.unit.pk), name == current) for name, label in pages]


def actions(request: Request, found: Opened) -> list[Action]:
    """What the officer may do with the unit today."""
    if not found.standing or not request.officer.may(MANAGE_UNITS, over=found.unit.pk, on=request.as_of):
        return []
    pages = [
        ("found", "Thêm đơn vị trực thuộc", "plus"),
        ("rename", "Đổi tên", "pencil"),
        ("move", "Chuyển cấp trên", "arrow-right"),
        ("dissolve", "Giải thể", "archive"),
    ]
    return [Action(label, reverse(f"organisations:{name}", args=[found.unit.pk]), icon) for name, label, icon in pages]
