"""Đọc bảng tính: find the table in a file that people made, and tell each row's values and faults."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .archives import DEFAULT, Limits
from .cells import BROKEN, filled
from .grids import Grid, grids
from .headers import Header, find_header
from .layout import Layout
from .margins import Margins
from .old_letters import OLD_LETTERS
from .records import Reader
from .sniffing import EMPTY, loaded
from .spans import Spans
from .values import Row, UnreadableSheet


@dataclass(frozen=True)
class Sheet:
    """Bảng đã tìm thấy: rows are understood as they are asked for, and can be asked for again."""

    name: str
    layout: Layout
    grid: Grid
    header: Header

    @property
    def present(self) -> frozenset[str]:
        """Khóa các cột mà tệp có; a column that is absent says nothing about anyone."""
        return self.header.keys

    @property
    def ignored(self) -> tuple[str, ...]:
        """Tiêu đề các cột không dùng đến."""
        return self.header.ignored

    def rows(self) -> Iterator[Row]:
        """Các dòng dữ liệu theo thứ tự trong tệp."""
        reader = Reader(self.header, self.grid.notes, self.layout)
        margins = Margins(self.header, self.layout.required)
        spans = Spans(self.grid.merges, self.header.indexes, self.header.last)
        for index, line in enumerate(self.grid.rows()):
            if index <= self.header.last:
                continue
            cells = filled(line)
            if index in self.grid.notes.errors:
                cells.update(dict.fromkeys(self.grid.notes.errors[index], BROKEN))
            spans.fill(index, cells)
            if margins.ends_at(cells):
                return
            if not margins.passes_over(index, cells):
                yield reader.row(index, cells, margins.section)


def read(source: str | Path | bytes, layout: Layout, *, limits: Limits = DEFAULT) -> Sheet:
    """Đọc tệp: the sheet whose heading fits the layout best. Raises UnreadableSheet."""
    best: Sheet | None = None
    empty = True
    for grid in grids(loaded(source, limits), limits):
        empty = empty and not any(filled(line) for line in grid.rows())
        best = _better(best, _headed(grid, layout))
    if best is None:
        raise UnreadableSheet(EMPTY if empty else _no_header(layout))
    if missing := best.header.missing(layout):
        listed = ", ".join(f"“{title}”" for title in missing)
        raise UnreadableSheet(f"Bảng “{best.name}” thiếu cột bắt buộc {listed}; đề nghị bổ sung cột rồi gửi lại.")
    return best


def _headed(grid: Grid, layout: Layout) -> Sheet | None:
    """The sheet with its heading; one that cannot be read as it stands may be in letters of before Unicode."""
    header = find_header(grid, layout)
    best = Sheet(grid.name, layout, grid, header) if header else None
    if header and not header.missing(layout):
        return best
    for modern in OLD_LETTERS:
        respelt = grid.respelt(modern)
        if found := find_header(respelt, layout):
            best = _better(best, Sheet(grid.name, layout, respelt, found))
    return best


def _better(one: Sheet | None, other: Sheet | None) -> Sheet | None:
    """Of two equal ones the first."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda sheet: sheet.header.fitness(sheet.layout))


def _no_header(layout: Layout) -> str:
    wanted = (layout.required or layout.columns)[:6]
    listed = ", ".join(f"“{column.title}”" for column in wanted)
    return f"Không tìm thấy dòng tiêu đề của bảng; đề nghị dùng tệp mẫu, hoặc đặt tên các cột như {listed}."
