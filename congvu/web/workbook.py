"""Sổ ra Excel: a register as a workbook, with the columns, words and order of the page."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse

from congvu.kernel import sheets
from congvu.web.listing import Listing
from congvu.web.parts import Badge, Cell

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHUNK = 2000
_KINDS = {"text": sheets.Kind.TEXT, "number": sheets.Kind.NUMBER, "date": sheets.Kind.DATE}


def excel(
    listing: Listing, *, title: str, name: str, on: date, tells: Callable[[int], Any] | None = None
) -> HttpResponse:
    """Mọi dòng khớp với bộ lọc, not only those of the page; `tells` makes the fact of so many rows that left."""
    columns = tuple(
        sheets.Column(column.name, column.label, _KINDS[column.kind], width=40 if column.main else 24)
        for column in listing.columns
    )
    written = [0]

    cells = [(column.name, column.of) for column in listing.columns]

    def rows() -> Iterator[dict[str, Any]]:
        for row in _streamed(listing, on):
            written[0] += 1
            yield {name: _plain(of(row)) for name, of in cells}

    response = workbook(rows(), sheets.Layout(title, columns, sheet="Danh sách"), name=name, on=on)
    if tells is not None:
        listing.request.afterwards.append(tells(written[0]))
    return response


def workbook(rows: Iterable[Mapping[str, Any]], layout: sheets.Layout, *, name: str, on: date) -> HttpResponse:
    """Một tệp Excel tải về."""
    response = HttpResponse(sheets.write_table(rows, layout, as_of=on), content_type=_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}-{on:%Y-%m-%d}.xlsx"'
    return response


def book(tables: Iterable[tuple[sheets.Layout, Iterable[Mapping[str, Any]]]], *, name: str, on: date) -> HttpResponse:
    """Một tệp Excel có nhiều trang."""
    response = HttpResponse(sheets.write_book(tables, as_of=on), content_type=_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}-{on:%Y-%m-%d}.xlsx"'
    return response


def _streamed(listing: Listing, on: date) -> Iterable[Any]:
    """Rows as they come: a province does not have to fit into memory; what was read already is taken as it is."""
    rows: Iterable[Any] = listing.matching
    if not isinstance(rows, QuerySet) or getattr(rows, "_result_cache", None) is not None:
        return rows
    if listing.register.whole is not None:
        return listing.register.whole(rows, on)
    return rows.iterator(chunk_size=_CHUNK)


def _plain(value: Any) -> Any:
    if type(value) is str:
        return value
    if isinstance(value, Badge):
        return value.label
    return value.value if isinstance(value, Cell) else value
