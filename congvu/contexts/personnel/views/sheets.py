"""A list as a workbook: the same columns, words and order as on the page."""

from datetime import date

from django.http import HttpResponse

from congvu.kernel import sheets
from congvu.web.listing import Listing
from congvu.web.parts import Badge, Cell

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def excel(listing: Listing, *, title: str, on: date) -> HttpResponse:
    """Ra Excel: every row that matches, not only those of the page."""
    columns = [sheets.Heading(column.label) for column in listing.columns]
    rows = ([_plain(column.of(row)) for column in listing.columns] for row in listing.matching)
    made = sheets.write_table(rows, columns, title=title, note=f"Số liệu tính đến ngày {on:%d/%m/%Y}")
    response = HttpResponse(made, content_type=_TYPE)
    response["Content-Disposition"] = f'attachment; filename="danh-sach-{on:%Y-%m-%d}.xlsx"'
    return response


def _plain(value: object) -> object:
    if isinstance(value, Badge):
        return value.label
    return value.value if isinstance(value, Cell) else value
