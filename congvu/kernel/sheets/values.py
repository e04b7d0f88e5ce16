"""Giá trị của ô: what a cell may hold once it has been understood, and what is said when it has not."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum


class Precision(IntEnum):
    """Mức chi tiết của ngày: how much of a date is known; finer is greater."""

    YEAR = 1
    MONTH = 2
    DAY = 3


@dataclass(frozen=True, order=True)
class PartialDate:
    """Ngày biết đến đâu ghi đến đó: `date` is the first day it may be."""

    date: dt.date
    precision: Precision = Precision.DAY

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> "PartialDate":
        """Ngày từ các phần đã biết. Raises ValueError when there is no such day."""
        precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        return cls(dt.date(year, month or 1, day or 1), precision)

    def __str__(self) -> str:
        return self.date.strftime({1: "%Y", 2: "%m/%Y", 3: "%d/%m/%Y"}[self.precision])


Value = str | int | bool | Decimal | PartialDate | None
Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


@dataclass(frozen=True)
class Fault:
    """Lỗi của một ô: the row as seen in Excel, the column's title, a sentence, and what stood there."""

    row: int
    column: str
    message: str
    value: str = ""


@dataclass(frozen=True)
class Row:
    """Dòng: its number as seen in Excel, what was understood by column key, and what was not.

    `section` is the nearest heading above it among the rows («II. Phòng Nội vụ»), if there is one.
    """

    number: int
    values: Mapping[str, Value]
    faults: tuple[Fault, ...] = ()
    section: str = field(default="", compare=False)


class UnreadableSheet(Exception):
    """Tệp không đọc được: one Vietnamese sentence that says what is wrong and what to do next."""


class Unfit(Exception):
    """The cell cannot be what its column asks for; the message goes into the fault."""
