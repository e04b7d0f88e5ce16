"""Viết danh sách: a register as a workbook that people can print, filter and send back."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from .layout import Column, Kind, Layout
from .sheet_names import Names
from .writing import ASIDE, BODY, HEADING, TITLE, Pen, Writable, is_plain, style_of, written_as

_SERIAL_WIDTH = 6
_WIDEST = 60


def write_table(
    rows: Iterable[Mapping[str, Writable]],
    layout: Layout,
    *,
    as_of: dt.date | None = None,
    above: Sequence[str] = (),
) -> bytes:
    """Viết danh sách: title, the day it holds for, a frozen heading with filters, then the rows.

    The same layout reads the file back to the same values.
    """
    return write_book([(layout, rows)], as_of=as_of, above=above)


def write_book(
    tables: Iterable[tuple[Layout, Iterable[Mapping[str, Writable]]]],
    *,
    as_of: dt.date | None = None,
    above: Sequence[str] = (),
) -> bytes:
    """Viết nhiều danh sách vào một tệp: each on a sheet of its own."""
    pen, names = Pen(constant_memory=True), Names()
    lines = [*above, *([f"Tính đến ngày {as_of:%d/%m/%Y}"] if as_of else [])]
    for layout, rows in tables:
        _write_sheet(pen, pen.book.add_worksheet(names.free(layout.sheet)), layout, rows, lines)
    return pen.finished()


def _write_sheet(
    pen: Pen, sheet: Any, layout: Layout, rows: Iterable[Mapping[str, Writable]], lines: Sequence[str]
) -> None:
    header = write_heading(pen, sheet, layout, lines)
    last = header
    serial = pen.look(BODY, {"align": "center"}).plain
    number = sheet.write_number
    strokes = [(column.key, _stroke(pen, sheet, index, column)) for index, column in enumerate(layout.columns, 1)]
    for last, row in enumerate(rows, header + 1):
        number(last, 0, last - header, serial)
        for key, stroke in strokes:
            stroke(last, row.get(key))
    sheet.autofilter(header, 0, max(last, header + 1), len(layout.columns))
    lay_out_page(sheet, layout, header)


def _stroke(pen: Pen, sheet: Any, index: int, column: Column) -> Callable[[int, Any], None]:
    """Nét bút của một cột: what is the same for all its cells is settled once; most cells are plain text."""
    look = pen.look(BODY, style_of(column))
    plain, text, choice = look.plain, sheet.write_string, column.kind is Kind.CHOICE

    def put(row: int, value: Any) -> None:
        if type(value) is str and not choice and is_plain(value):
            text(row, index, value, plain)
        else:
            pen.put(sheet, row, index, written_as(value, column), look)

    return put


def write_heading(pen: Pen, sheet: Any, layout: Layout, lines: Sequence[str]) -> int:
    """Viết tên bảng, các dòng dưới tên và tiêu đề cột; returns the heading's row."""
    width = len(layout.columns)
    for row, (text, style) in enumerate([(layout.title, TITLE), *((line, ASIDE) for line in lines)]):
        sheet.merge_range(row, 0, row, width, "", pen.look(style).plain)
        pen.put(sheet, row, 0, text, pen.look(style))
    header = len(lines) + 2
    heading = pen.look(HEADING)
    pen.put(sheet, header, 0, "STT", heading)
    for index, column in enumerate(layout.columns, 1):
        pen.put(sheet, header, index, heading_of(column), heading)
    return header


def heading_of(column: Column) -> str:
    """Tiêu đề của cột, with a star when it is required."""
    return f"{column.title} *" if column.required else column.title


def lay_out_page(sheet: Any, layout: Layout, header: int) -> None:
    """Khổ giấy, độ rộng cột, dòng tiêu đề giữ lại khi cuộn và khi in."""
    sheet.set_column(0, 0, _SERIAL_WIDTH)
    for index, column in enumerate(layout.columns, 1):
        sheet.set_column(index, index, min(column.width, _WIDEST))
    names = [index for index, column in enumerate(layout.columns, 1) if column.kind is Kind.NAME]
    sheet.freeze_panes(header + 1, names[0] + 1 if names and names[0] <= 2 else 0)
    sheet.repeat_rows(header)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&CTrang &P/&N")
