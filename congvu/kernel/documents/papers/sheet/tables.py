"""Bảng trong Excel: heads that stay in sight, rows as high as their words, numbers that add up."""

from collections.abc import Sequence
from typing import Any

from congvu.kernel.documents.papers import form, widths
from congvu.kernel.documents.papers.model import Section, Table, Text, plain
from congvu.kernel.documents.papers.sheet.grid import Grid

_SIDES = {"left": "left", "centre": "center", "right": "right"}
_CELL: dict[str, Any] = {"size": form.TABLE_POINTS, "border": 1, "text_wrap": True, "valign": "vcenter"}
_HEAD: dict[str, Any] = {**_CELL, "align": "center", "bold": True}


def pin(table: Table, grid: Grid) -> None:
    """Ghim đầu bảng: it stays in sight, on the screen and on every printed page."""
    head = 2 if table.groups else 1
    start = grid.row + (1 if table.caption else 0)
    grid.page.freeze_panes(start + head, 0)
    grid.page.repeat_rows(start, start + head - 1)


def fill(table: Table, grid: Grid) -> None:
    """Ghi một bảng: its caption, head, rows and total."""
    if table.caption:
        grid.line(table.caption, size=grid.form.pt("body"), align="center", bold=True)
    _head(table, grid)
    for row in table.rows:
        if isinstance(row, Section):
            last = len(table.columns) - 1
            grid.across(row.text, first=0, last=last, size=form.TABLE_POINTS, border=1, bold=True)
            grid.raise_row(plain(row.text), size=form.TABLE_POINTS, room=sum(grid.widths[: last + 1]))
            grid.row += 1
        else:
            _row(row, table, grid)
    if table.total:
        _row(table.total, table, grid, bold=True)
    grid.row += 1


def _head(table: Table, grid: Grid) -> None:
    if table.groups:
        _groups(table, grid)
        grid.row += 1
    places = _places_below(table)
    for place in places:
        grid.cell(table.columns[place].title, column=place, **_HEAD)
    _raise([table.columns[place].title if place in places else "" for place in range(len(table.columns))], grid)
    grid.row += 1


def _groups(table: Table, grid: Grid) -> None:
    at, rooms = 0, {"": 1.0}
    for group in table.groups:
        last = at + group.span - 1
        if group.title:
            rooms[group.title] = sum(grid.widths[at : last + 1])
            grid.across(group.title, first=at, last=last, **_HEAD)
        else:
            for place in range(at, last + 1):
                grid.page.merge_range(grid.row, place, grid.row + 1, place, "", grid.style(**_HEAD))
                grid.cell(table.columns[place].title, column=place, **_HEAD)
        at = last + 1
    highest = max(rooms, key=lambda title: widths.lines(title, form.TABLE_POINTS, room=rooms[title]))
    grid.raise_row(highest, size=form.TABLE_POINTS, room=rooms[highest])


def _places_below(table: Table) -> list[int]:
    """The columns whose title stands in the lower row of the head."""
    titled = [bool(group.title) for group in table.groups for _ in range(group.span)]
    return [place for place in range(len(table.columns)) if not titled or titled[place]]


def _row(cells: Sequence[Text], table: Table, grid: Grid, **look: Any) -> None:
    for place, (text, column) in enumerate(zip(cells, table.columns, strict=True)):
        grid.cell(text, column=place, align=_SIDES[column.align], **_CELL, **look)
    _raise([plain(text) for text in cells], grid)
    grid.row += 1


def _raise(cells: Sequence[str], grid: Grid) -> None:
    """As high as the cell with the most lines."""
    rooms = [width - widths.PADDING for width in grid.widths[: len(cells)]]
    needed = [widths.lines(words, form.TABLE_POINTS, room=room) for words, room in zip(cells, rooms, strict=True)]
    highest = max(range(len(cells)), key=needed.__getitem__)
    grid.raise_row(cells[highest], size=form.TABLE_POINTS, room=rooms[highest])
