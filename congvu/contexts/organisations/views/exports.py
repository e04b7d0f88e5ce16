"""Lists of units and posts as workbooks: the same columns, words and order as on the pages."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from congvu.contexts.organisations import queries, tables
from congvu.contexts.organisations.rules import level_name
from congvu.contexts.organisations.states import VIEW_UNIT
from congvu.contexts.organisations.views import parts, units
from congvu.kernel import sheets
from congvu.web.access import allow
from congvu.web.request import Request
from congvu.web.workbook import excel, workbook

_POST_COLUMNS = (
    sheets.Column("title", "Vị trí việc làm", width=40),
    sheets.Column("category", "Nhóm", width=24),
    sheets.Column("kind", "Loại", width=28),
    sheets.Column("seats", "Số người", sheets.Kind.INTEGER, width=10),
    sheets.Column("standards", "Trình độ tối thiểu", width=60),
    sheets.Column("since", "Hiệu lực từ", sheets.Kind.DATE, width=14),
)


@allow(VIEW_UNIT)
@require_GET
def units_excel(request: Request) -> HttpResponse:
    """Danh sách đơn vị ra Excel, with the search and filters of the page."""
    return excel(units.listing_of(request), title="Danh sách đơn vị", name="don-vi", on=request.as_of)


@allow(VIEW_UNIT)
@require_GET
def unjoined_excel(request: Request) -> HttpResponse:
    """Đơn vị cũ chưa nối được, ra Excel."""
    listing = tables.UNJOINED_UNITS.read(request, queries.unjoined_units())
    title = "Đơn vị cũ chưa nối được với đơn vị kế thừa"
    return excel(listing, title=title, name="chua-noi", on=request.as_of)


@allow(VIEW_UNIT)
@require_GET
def unjoined_names_excel(request: Request) -> HttpResponse:
    """Tên trong nguồn chưa nối được, ra Excel."""
    listing = tables.UNJOINED_NAMES.read(request, queries.unjoined_names())
    title = "Tên trong nguồn chưa nối được với đơn vị cũ"
    return excel(listing, title=title, name="ten-chua-noi", on=request.as_of)


@allow(VIEW_UNIT)
@require_GET
def posts_excel(request: Request, pk: int) -> HttpResponse:
    """Vị trí việc làm của đơn vị, ra Excel."""
    found = parts.opened(request, pk)
    request.officer.demand(VIEW_UNIT, over=pk, on=request.as_of)
    rows = [
        {
            "title": post.title,
            "category": post.get_category_display(),
            "kind": post.get_kind_of_post_display(),
            "seats": post.seats,
            "standards": "; ".join(
                f"{row.get_subject_display()}: {level_name(row.subject, row.minimum_level)}" for row in post.in_force
            ),
            "since": post.starts_on,
        }
        for post in queries.posts_of(pk, on=request.as_of)
    ]
    title = f"Vị trí việc làm của {found.record.name}"
    layout = sheets.Layout(title, _POST_COLUMNS, sheet="Vị trí việc làm")
    return workbook(rows, layout, name=f"vi-tri-{pk}", on=request.as_of)
