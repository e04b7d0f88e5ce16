"""Ô gộp theo chiều dọc: one unit written once beside the people it holds."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from .grids import Merge
from .values import Cell


class Spans:
    """Người chép ô gộp: follows the rows downwards and gives each what was merged over it."""

    def __init__(self, merges: Iterable[Merge], columns: Collection[int], after: int) -> None:
        self._starting: dict[int, dict[int, int]] = defaultdict(dict)
        for (top, left), (bottom, _) in merges:
            if top > after and bottom > top and left in columns:
                self._starting[top][left] = bottom
        self._columns = columns
        self._open: dict[int, tuple[int, Cell]] = {}

    def fill(self, index: int, cells: dict[int, Cell]) -> None:
        """Điền vào dòng những gì gộp từ trên xuống; a blank row stays blank."""
        if self._open and any(column in self._columns for column in cells):
            for column, (bottom, cell) in self._open.items():
                if index <= bottom:
                    cells.setdefault(column, cell)
        for column, bottom in self._starting.get(index, {}).items():
            if column in cells:
                self._open[column] = bottom, cells[column]
