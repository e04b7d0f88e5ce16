"""Columns and filters of the lists of units."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.urls import reverse

from congvu.contexts.organisations import queries
from congvu.contexts.organisations.models import UnitRecord
from congvu.contexts.organisations.states import Block, Level
from congvu.kernel.access import Officer
from congvu.web import formats
from congvu.web.parts import Badge, Empty
from congvu.web.register import Column, Filter, Register, Tab
from congvu.web.request import Request

ORDER = ("level_place", "code", "search_name")


def unit_url(key: int | None) -> str:
    """The page of a unit."""
    return reverse("organisations:unit", args=[key]) if key else ""


def _start(row: UnitRecord) -> str:
    return formats.day(row.starts_on) if row.start_known else "chưa rõ"


def _provinces(request: Request) -> Sequence[tuple[str, str]]:
    rows = queries.in_order(UnitRecord.objects.on(request.as_of).filter(level=Level.PROVINCE))
    return [(str(row.unit_id), row.name) for row in rows]


def _below(rows: Any, value: str, on: date) -> Any:
    return rows.filter(unit__in=queries.branch(int(value), on=on))


UNITS = Register(
    name="organisations.units",
    columns=(
        Column("ten", "Tên đơn vị", "name", sort=("search_name",), main=True, link=lambda row: unit_url(row.unit_id)),
        Column("ma", "Mã", "code", sort=("code",)),
        Column("cap", "Cấp, loại", lambda row: row.get_level_display(), sort=("level_place",)),
        Column("loai-hinh", "Loại hình", lambda row: row.get_kind_display(), shown=False),
        Column("cap-tren", "Trực thuộc", "parent_name", link=lambda row: unit_url(row.parent_id)),
        Column("khoi", "Khối", lambda row: row.get_block_display().removeprefix("Khối ").capitalize()),
        Column("tu-ngay", "Hiệu lực từ", _start),
        Column("can-cu", "Căn cứ", "basis", shown=False),
    ),
    filters=(
        Filter("tinh", "Tỉnh, thành phố", _provinces, _below),
        Filter("cap", "Cấp, loại", Level.choices, lambda rows, value, on: rows.filter(level=value)),
        Filter("khoi", "Khối", Block.choices, lambda rows, value, on: rows.filter(block=value)),
    ),
    search=lambda rows, words, on: queries.named_like(rows, words),
    search_hint="Tìm theo tên hoặc mã đơn vị, không cần dấu…",
    order=ORDER,
    noun="đơn vị",
    empty=Empty(
        "Không có đơn vị nào vào ngày này.",
        "Thử bỏ bớt điều kiện lọc, hoặc xem số liệu của một ngày khác.",
        icon="building-community",
    ),
)

UNJOINED_UNITS = Register(
    name="organisations.unjoined_units",
    columns=(
        Column("ten", "Đơn vị cũ", "name", sort=("search_name",), main=True, link=lambda row: unit_url(row.unit_id)),
        Column("ma", "Mã cũ", "code", sort=("code",)),
        Column("huyen", "Huyện, quận", "parent_name", link=lambda row: unit_url(row.parent_id)),
        Column("tinh", "Tỉnh, thành phố", "province_name"),
        Column("tinh-trang", "Tình trạng", lambda row: Badge("Chưa rõ nơi kế thừa", "soon")),
    ),
    search=lambda rows, words, on: queries.named_like(rows, words),
    search_hint="Tìm đơn vị cũ…",
    order=("code", "search_name"),
    noun="đơn vị cũ",
    empty=Empty("Mọi đơn vị cũ đều đã nối được với đơn vị kế thừa.", icon="circle-check"),
)

UNJOINED_NAMES = Register(
    name="organisations.unjoined_names",
    columns=(
        Column("ten", "Tên trong nguồn", "named", sort=("named",), main=True),
        Column("don-vi", "Đơn vị mới", "unit_name", sort=("unit_name",), link=lambda row: unit_url(row.unit_id)),
        Column("ly-do", "Lý do chưa nối được", "reason"),
    ),
    search=lambda rows, words, on: rows.filter(named__icontains=words) | rows.filter(unit_name__icontains=words),
    search_hint="Tìm theo tên…",
    order=("unit_name", "named"),
    noun="tên",
    empty=Empty("Mọi tên trong nguồn đều đã nối được.", icon="circle-check"),
)


def units_for(officer: Officer) -> Register:
    """The list of units with its two views: the officer's own branches, and the whole country."""
    own = Tab("pham-vi", "Trong phạm vi của tôi", lambda rows, on: queries.own(rows, officer), count=True)
    return replace(UNITS, tabs=(own, Tab("ca-nuoc", "Cả nước", count=True)))
