"""Trang được đánh dấu: the rows of a sheet written again, with the faults in their places."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from .cells import BROKEN, shown
from .grids import Merge
from .headers import REMARKS, Header
from .layout import Column
from .reading import Sheet
from .spans import Spans
from .values import Cell, Fault, Precision
from .words import same
from .writing import AS_TEXT, HEADING, Look, Pen, Style, Writable

Place = tuple[int, int]
_MARKED: Style = {"bg_color": "#FBD5D5", "border": 1, "border_color": "#9B1C1F"}
_TOLD: Style = {"font_color": "#9B1C1F", "text_wrap": True}
_MOST_COMMENTS = 5_000
_NARROWEST, _WIDEST = 6, 48
_LARGEST_MERGE = 2_000


class MarkedPage:
    """Trang có lỗi: where each row went, and which cells are marked."""

    sheet: Any

    def __init__(self, pen: Pen, found: Sheet, faults: Sequence[Fault], only_faulty: bool) -> None:
        self.header: Header = found.header
        self.faults = sorted(faults, key=lambda fault: fault.row)
        self._pen = pen
        self._looks = pen.look(AS_TEXT), pen.look()
        self._found = found
        self._only_faulty = only_faulty
        self._by_row: dict[int, list[Fault]] = defaultdict(list)
        for fault in self.faults:
            self._by_row[fault.row - 1].append(fault)
        self._filled: dict[int, frozenset[int]] = {}
        self._moved: dict[int, int] = {}
        self._merged: set[Place] = set()
        self._comments = 0
        self._remarks = self._remarks_column()

    def _remarks_column(self) -> int:
        labels = self.header.labels
        earlier = [index for index, parts in labels.items() if same(parts[-1]) == same(REMARKS)]
        return earlier[0] if earlier else max(labels) + 1

    def write(self, sheet: Any) -> None:
        """Viết lại trang."""
        self.sheet = sheet
        for merge in self._found.grid.merges:
            self._merge(merge)
        at = 0
        for index, cells in enumerate(self._lines()):
            if self._only_faulty and index > self.header.last and index not in self._by_row:
                continue
            self._moved[index] = at if self._only_faulty else index
            self._row(self._moved[index], index, cells)
            at += 1
        self._pen.put(sheet, self.header.last, self._remarks, REMARKS, self._pen.look(HEADING))
        self._lay_out()

    def _lines(self) -> Iterator[dict[int, Cell]]:
        """The filled cells of each row; what was merged over several records stands in each of them."""
        grid = self._found.grid
        spans = Spans(grid.merges, self.header.indexes, self.header.last)
        for index, line in enumerate(grid.rows()):
            cells = {column: cell for column, cell in enumerate(line) if cell != "" and column != self._remarks}
            cells.update(dict.fromkeys(grid.notes.errors.get(index, ()), BROKEN))
            spans.fill(index, cells)
            yield cells

    def _merge(self, merge: Merge) -> None:
        """Only in and above the heading, where it carries meaning, and never a field of thousands of cells."""
        (top, left), (bottom, right) = merge
        size = (bottom - top + 1) * (right - left + 1)
        if bottom > self.header.last or not 1 < size <= _LARGEST_MERGE:
            return
        covered = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if not covered & self._merged:
            self._merged |= covered
            self.sheet.merge_range(top, left, bottom, right, "", self._looks_above(top)[1].plain)

    def _looks_above(self, index: int) -> tuple[Look, Look]:
        style: Style = HEADING if index >= self.header.first else {"bold": True}
        return self._pen.look(AS_TEXT, style), self._pen.look(style)

    def _row(self, at: int, index: int, cells: Mapping[int, Cell]) -> None:
        """Text stays text, whatever it looks like; a blank is not written."""
        text, other = self._looks_above(index) if index <= self.header.last else self._looks
        for column, cell in cells.items():
            look = text if isinstance(cell, str) else other
            self._pen.put(self.sheet, at, column, self._as_shown(index, column, cell), look)
        if index in self._by_row:
            self._filled[index] = frozenset(cells)
            self._mark(at, index, cells)

    def _as_shown(self, index: int, column: int, cell: Cell) -> Writable:
        notes = self._found.grid.notes
        if not notes.coarse or not isinstance(cell, dt.date):
            return cell
        told = notes.told((index, column), cell.date() if isinstance(cell, dt.datetime) else cell)
        return cell if told.precision is Precision.DAY else told

    def _mark(self, at: int, index: int, cells: Mapping[int, Cell]) -> None:
        told: dict[int, list[str]] = defaultdict(list)
        for fault in self._by_row[index]:
            told[self._column_of(fault)].append(fault.message)
        for column, messages in told.items():
            cell = cells.get(column, "")
            look = self._pen.look(AS_TEXT if isinstance(cell, str) else {}, _MARKED)
            self._pen.put(self.sheet, at, column, self._as_shown(index, column, cell), look)
            self._comment(at, column, "\n".join(messages))
        remark = "\n".join(f"{fault.column}: {fault.message}" for fault in self._by_row[index])
        self._pen.put(self.sheet, at, self._remarks, remark, self._pen.look(_TOLD))

    def _comment(self, at: int, column: int, text: str) -> None:
        self._comments += 1
        if self._comments <= _MOST_COMMENTS:
            self.sheet.write_comment(at, column, text[:2000], {"author": "Công Vụ", "x_scale": 2.5})

    def _column_of(self, fault: Fault) -> int:
        """The filled one of the columns that feed the fault's column, else the first of them."""
        filled = self._filled.get(fault.row - 1, frozenset())
        places = [
            binding.index
            for binding in self.header.bindings
            if fault.column in (binding.column.title, binding.implies[0].title if binding.implies else "")
        ]
        return next((place for place in places if place in filled), places[0] if places else 0)

    def place_of(self, fault: Fault) -> Place | None:
        """Ô của lỗi trong tệp trả về."""
        row = self._moved.get(fault.row - 1)
        return None if row is None else (row, self._column_of(fault))

    def reference(self, place: Place) -> str:
        """Tên ô, như C7."""
        return str(xl_rowcol_to_cell(*place))

    def plain_columns(self) -> Iterator[tuple[Column, int]]:
        """Các cột đọc thẳng, neither split nor ticked."""
        for column, bindings in self.header.groups:
            if len(bindings) == 1 and not bindings[0].implies:
                yield column, bindings[0].index

    def _lay_out(self) -> None:
        widths: dict[int, int] = {}
        for line in islice(self._found.grid.rows(), self.header.first, self.header.last + 200):
            for column, cell in enumerate(line):
                widths[column] = max(widths.get(column, _NARROWEST), len(shown(cell)) + 2)
        for column, width in widths.items():
            self.sheet.set_column(column, column, min(width, _WIDEST))
        self.sheet.set_column(self._remarks, self._remarks, _WIDEST)
        self.sheet.freeze_panes(self.header.last + 1, 0)
        self.sheet.autofilter(self.header.last, 0, max(self._moved.values(), default=0) or 1, self._remarks)
