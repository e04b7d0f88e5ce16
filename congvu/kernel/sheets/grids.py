"""Lưới ô: every readable file as named sheets of rows, columns counted from A."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from .archives import DAMAGED, ENCRYPTED, Limits
from .compounds import measured_old
from .extents import refuse_beyond
from .measures import Notes, measured
from .separated import checked, decoded, rows_of
from .sniffing import Format, sniff
from .values import Cell, UnreadableSheet

Merge = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Grid:
    """Một trang: rows that can be read again and again, and what was seen beside the values."""

    name: str
    rows: Callable[[], Iterator[list[Cell]]]
    merges: tuple[Merge, ...] = ()
    notes: Notes = Notes()

    def respelt(self, modern: Callable[[str], str]) -> "Grid":
        """Trang này với chữ đã chuyển sang Unicode."""

        def rows() -> Iterator[list[Cell]]:
            for row in self.rows():
                yield [modern(cell) if isinstance(cell, str) else cell for cell in row]

        return replace(self, rows=rows)


def grids(content: bytes, limits: Limits) -> Iterator[Grid]:
    """Các trang nhìn thấy được, one at a time. Raises UnreadableSheet."""
    kind = sniff(content, limits)
    if kind is Format.CSV:
        return iter([_of_text(decoded(content), limits)])
    if kind is Format.XLS:
        measured_old(content, limits)
        return _of_workbook(content, {}, limits)
    return _of_workbook(content, measured(content, limits), limits)


def _of_text(text: str, limits: Limits) -> Grid:
    checked(text, limits)

    def rows() -> Iterator[list[Cell]]:
        for row in rows_of(text):
            yield list(row)

    return Grid("CSV", rows)


def _of_workbook(content: bytes, notes: dict[str, Notes], limits: Limits) -> Iterator[Grid]:
    with _failures_told(), CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
        for sheet in workbook.sheets_metadata:
            if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
                yield _of_sheet(workbook.get_sheet_by_name(sheet.name), notes.get(sheet.name, Notes()), limits)


@contextmanager
def _failures_told() -> Iterator[None]:
    """What the reading library finds wrong, as a sentence; it panics over some damaged .xls files."""
    try:
        yield
    except PasswordError:
        raise UnreadableSheet(ENCRYPTED) from None
    except CalamineError:
        raise UnreadableSheet(DAMAGED) from None
    except BaseException as panic:  # a panic is no Exception and its class cannot be imported
        if type(panic).__name__ != "PanicException":
            raise
        raise UnreadableSheet(DAMAGED) from None


def _of_sheet(sheet: CalamineSheet, notes: Notes, limits: Limits) -> Grid:
    if sheet.end is not None:
        refuse_beyond(*sheet.end, limits)
    before: list[Cell] = [""] * (sheet.start[1] if sheet.start else 0)

    def rows() -> Iterator[list[Cell]]:
        for row in sheet.iter_rows():
            yield before + row

    return Grid(sheet.name, rows, tuple(sheet.merged_cell_ranges or ()), notes)
