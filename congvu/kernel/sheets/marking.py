"""Trả tệp kèm lỗi: the workbook that was sent, with each faulty cell marked and told of."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from .archives import DEFAULT, Limits
from .grids import Grid, grids
from .layout import Layout
from .marked import MarkedPage
from .reading import read
from .sheet_names import Names
from .sniffing import loaded
from .templates import LISTS, offer_lists, offered
from .values import Fault
from .writing import AS_TEXT, BODY, HEADING, TITLE, Pen

FAULTS = "Lỗi"
_MOST_LINKS = 5_000
_COLUMNS = (("Dòng", 8), ("Cột", 28), ("Giá trị trong ô", 32), ("Lỗi và cách sửa", 80), ("Dòng trong tệp gốc", 12))


def mark_faults(
    source: str | Path | bytes,
    faults: Iterable[Fault],
    layout: Layout,
    *,
    catalogues: Mapping[str, Sequence[str]] | None = None,
    only_faulty: bool = False,
    limits: Limits = DEFAULT,
) -> bytes:
    """Đánh dấu lỗi: every value stays where it was; faulty cells are coloured and say why.

    `catalogues` are names to choose from, by column key, as in a template.
    With `only_faulty` the good rows are left out: what remains to be corrected after the good were accepted.
    """
    content = loaded(source, limits)
    found = read(content, layout, limits=limits)
    pen = Pen(in_memory=True)
    names = Names(FAULTS, LISTS)
    page = MarkedPage(pen, found, list(faults), only_faulty)
    for grid in grids(content, limits):
        if grid.name == found.name:
            page.write(pen.book.add_worksheet(names.free(grid.name)))
        elif not only_faulty and not names.ours(grid.name):
            _copy(pen, grid, pen.book.add_worksheet(names.free(grid.name)))
    _list_faults(pen, page, only_faulty)
    lists = {index: offered(column, catalogues or {}) for column, index in page.plain_columns()}
    offer_lists(pen, page.sheet, lists, first=page.header.last + 1)
    return pen.finished()


def _copy(pen: Pen, grid: Grid, sheet: Any) -> None:
    text, other = pen.look(AS_TEXT), pen.look()
    for row, cells in enumerate(grid.rows()):
        for column, cell in enumerate(cells):
            if cell != "":
                pen.put(sheet, row, column, cell, text if isinstance(cell, str) else other)


def _list_faults(pen: Pen, page: MarkedPage, only_faulty: bool) -> None:
    """Trang «Lỗi»: row by row, with a link to the cell."""
    sheet = pen.book.add_worksheet(FAULTS)
    pen.put(sheet, 0, 0, "CÁC LỖI CẦN SỬA", pen.look(TITLE, {"align": "left"}))
    columns = _COLUMNS if only_faulty else _COLUMNS[:4]
    for index, (title, width) in enumerate(columns):
        sheet.set_column(index, index, width)
        pen.put(sheet, 2, index, title, pen.look(HEADING))
    for at, fault in enumerate(page.faults, 3):
        _list_fault(pen, sheet, at, fault, page, only_faulty)
    if not page.faults:
        pen.put(sheet, 3, 0, "Không có lỗi nào.", pen.look())
    sheet.autofilter(2, 0, max(3, len(page.faults) + 2), len(columns) - 1)
    sheet.freeze_panes(3, 0)


def _list_fault(pen: Pen, sheet: Any, at: int, fault: Fault, page: MarkedPage, only_faulty: bool) -> None:
    place = page.place_of(fault)
    look = pen.look(BODY)
    if place and at < _MOST_LINKS:
        style = pen.look(BODY, {"font_color": "#9B1C1F", "underline": 1}).plain
        name = page.sheet.get_name().replace("'", "''")
        sheet.write_url(at, 0, f"internal:'{name}'!{page.reference(place)}", style, str(place[0] + 1))
    else:
        pen.put(sheet, at, 0, place[0] + 1 if place else fault.row, look)
    for index, text in enumerate((fault.column, fault.value, fault.message), 1):
        pen.put(sheet, at, index, text, look)
    if only_faulty:
        pen.put(sheet, at, 4, fault.row, look)
