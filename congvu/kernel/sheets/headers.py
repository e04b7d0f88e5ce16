"""Tìm tiêu đề: which rows are the heading of the table, and which column of the sheet holds what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from .bindings import Binding, bind
from .cells import shown
from .grids import Grid, Merge
from .layout import Column, Layout
from .words import same

_SEARCHED = 40
REMARKS = "Lỗi cần sửa"  # the column that we add to a workbook sent back
_DEPTHS = (1, 2, 3)
_SERIAL = frozenset(same(word) for word in ("STT", "TT", "Số TT", "Số thứ tự", "No."))
Fitness = tuple[int, int, int, int, int]


@dataclass(frozen=True)
class Header:
    """Tiêu đề tìm được: its rows, the columns bound, and the headings nobody knows.

    `slack` counts lower rows of the heading that could as well be records.
    """

    first: int
    depth: int
    bindings: tuple[Binding, ...]
    ignored: tuple[str, ...]
    serial: int | None
    labels: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    slack: int = 0

    @property
    def last(self) -> int:
        """Dòng cuối của tiêu đề, counted from 0."""
        return self.first + self.depth - 1

    @cached_property
    def groups(self) -> tuple[tuple[Column, tuple[Binding, ...]], ...]:
        """Các cột của mẫu có trong tệp, each with the columns of the sheet that feed it."""
        groups: dict[str, list[Binding]] = {}
        for binding in self.bindings:
            groups.setdefault(binding.column.key, []).append(binding)
        return tuple((group[0].column, tuple(group)) for group in groups.values())

    @cached_property
    def indexes(self) -> frozenset[int]:
        """Các cột của trang đã được nối."""
        return frozenset(binding.index for binding in self.bindings)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Khóa các cột có trong tệp."""
        implied = {binding.implies[0].key for binding in self.bindings if binding.implies}
        return frozenset(binding.column.key for binding in self.bindings) | implied

    def missing(self, layout: Layout) -> list[str]:
        """Tên các cột bắt buộc không có trong tệp."""
        return [column.title for column in layout.columns if column.required and column.key not in self.keys]

    def fitness(self, layout: Layout) -> Fitness:
        """Độ khớp: required columns first, then all, then no row taken that looks like a record."""
        required = sum(column.required and column.key in self.keys for column in layout.columns)
        return required, len(self.keys), len(self.bindings), -self.slack, self.depth


def find_header(grid: Grid, layout: Layout) -> Header | None:
    """Tìm tiêu đề trong một trang; None when no rows look like one."""
    rows = [[shown(cell) for cell in row] for row in islice(grid.rows(), _SEARCHED)]
    filled = _spread(rows, grid.merges)
    found = [
        header
        for first in range(len(rows))
        for depth in _DEPTHS
        if first + depth <= len(rows) and (header := _header(rows, filled, first, depth, layout))
    ]
    return max(found, key=lambda header: (header.fitness(layout), -header.first), default=None)


def _spread(rows: Sequence[list[str]], merges: Iterable[Merge]) -> list[list[str]]:
    """The rows with the text of a merged cell in every place that it covers."""
    spread = [list(row) for row in rows]
    for (top, left), (bottom, right) in merges:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(spread[row]))):
                spread[row][column] = rows[top][left]
    return spread


def _header(
    rows: Sequence[list[str]], filled: Sequence[list[str]], first: int, depth: int, layout: Layout
) -> Header | None:
    labels = dict(_labels(filled[first : first + depth]))
    bindings = bind(labels, layout)
    if len({binding.column.key for binding in bindings}) < min(2, len(layout.columns)):
        return None
    bound = {binding.index for binding in bindings}
    serial = next((index for index, parts in labels.items() if same(parts[-1]) in _SERIAL), None)
    known = bound | {serial} | {index for index, parts in labels.items() if same(parts[-1]) == same(REMARKS)}
    ignored = tuple(" – ".join(parts) for index, parts in labels.items() if index not in known)
    slack = sum(_like_a_record(row, bindings, serial) for row in rows[first + 1 : first + depth])
    return Header(first, depth, bindings, ignored, serial, labels, slack)


def _like_a_record(row: Sequence[str], bindings: Sequence[Binding], serial: int | None) -> bool:
    """A lower row of a heading has something to say, but not where every record has."""
    required = {binding.index for binding in bindings if binding.column.required} or {bindings[0].index}
    said = {index for index, text in enumerate(row) if text and index != serial}
    return not said or bool(said & required)


def _labels(rows: Sequence[list[str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The parts of each column's heading from top to bottom, a part repeated by merging said once."""
    width = max(len(row) for row in rows)
    inherited = [""] * len(rows)
    for index in range(width):
        cells = [row[index] if index < len(row) else "" for row in rows]
        parts: list[str] = []
        for level, text in enumerate(cells):
            if text:
                inherited[level:] = [text, *[""] * (len(rows) - level - 1)]
            elif any(cells[level + 1 :]):
                text = inherited[level]
            if text and text not in parts:
                parts.append(text)
        if parts:
            yield index, tuple(parts)
