"""Lists of units and posts as workbooks: the same columns, words and order as on the pages."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from congvu.contexts.organisations import queries, tables
from congvu.contexts.organisations.states import VIEW_UNIT, level_name
from congvu.contexts.organisations.views import parts, units
from congvu.kernel import sheets
from congvu.web.access import allow
from congvu.web.listing import Listing
from congvu.web.parts import Badge, Cell
from congvu.web.request import Request

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_POST_COLUMNS = ("Vị trí việc làm", "Nhóm", "Loại", "Số người", "Tiêu chuẩn trình độ", "Hiệu lực từ")


@allow(VIEW_UNIT)
@require_GET
def units_excel(request: Request) -> HttpResponse:
    """Danh sách đơn vị ra Excel, with the search and filters of the page."""
    return _listed(units.listing_of(request), "Danh sách đơn vị", "don-vi", request.as_of)


@allow(VIEW_UNIT)
@require_GET
def unjoined_excel(request: Request) -> HttpResponse:
    """Đơn vị cũ chưa nối được, ra Excel."""
    listing = tables.UNJOINED_UNITS.read(request, queries.unjoined_units())
    return _listed(listing, "Đơn vị cũ chưa nối được với đơn vị kế thừa", "chua-noi", request.as_of)


@allow(VIEW_UNIT)
@require_GET
def unjoined_names_excel(request: Request) -> HttpResponse:
    """Tên trong nguồn chưa nối được, ra Excel."""
    listing = tables.UNJOINED_NAMES.read(request, queries.unjoined_names())
    return _listed(listing, "Tên trong nguồn chưa nối được với đơn vị cũ", "ten-chua-noi", request.as_of)


@allow(VIEW_UNIT)
@require_GET
def posts_excel(request: Request, pk: int) -> HttpResponse:
    """Vị trí việc làm của đơn vị, ra Excel."""
    found = parts.opened(request, pk)
    request.officer.demand(VIEW_UNIT, over=pk, on=request.as_of)
    rows = [
        (
            post.title,
            post.get_category_display(),
            post.get_kind_of_post_display(),
            post.seats,
            "; ".join(f"{s.get_subject_display()}: {level_name(s.subject, s.minimum_level)}" for s in post.in_force),
            post.starts_on,
        )
        for post in queries.posts_of(pk, on=request.as_of)
    ]
    title = f"Vị trí việc làm của {found.record.name}"
    return _workbook(rows, _POST_COLUMNS, title, f"vi-tri-{pk}", request.as_of)


def _listed(listing: Listing, title: str, name: str, on: date) -> HttpResponse:
    rows = ([_plain(column.of(row)) for column in listing.columns] for row in listing.matching)
    return _workbook(rows, [column.label for column in listing.columns], title, name, on)


def _workbook(rows: Iterable[Sequence[object]], heads: Sequence[str], title: str, name: str, on: date) -> HttpResponse:
    columns = [sheets.Heading(head) for head in heads]
    made = sheets.write_table(rows, columns, title=title, note=f"Số liệu tính đến ngày {on:%d/%m/%Y}")
    response = HttpResponse(made, content_type=_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}-{on:%Y-%m-%d}.xlsx"'
    return response


def _plain(value: object) -> object:
    if isinstance(value, Badge):
        return value.label
    return value.value if isinstance(value, Cell) else value
