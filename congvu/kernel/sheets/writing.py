"""Viết ô: how values are put down so that Excel shows them well, keeps every digit and runs nothing."""

import datetime as dt
import io
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from typing import Any

import xlsxwriter

from .layout import Column, Kind
from .values import PartialDate, Precision, Value

Writable = Value | float | dt.date | dt.datetime | dt.time | dt.timedelta
Style = dict[str, Any]

FONT: Style = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
TITLE: Style = {"bold": True, "font_size": 14, "align": "center", "valign": "vcenter"}
ASIDE: Style = {"italic": True, "align": "center", "text_wrap": True}
HEADING: Style = {
    "bold": True,
    "text_wrap": True,
    "align": "center",
    "valign": "vcenter",
    "border": 1,
    "bg_color": "#F3E9E1",
}
BODY: Style = {"border": 1, "text_wrap": True}
AS_TEXT: Style = {"num_format": "@"}
_OPENING = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
_LONGEST = 32_767  # characters that Excel keeps in a cell
_LEAP_DAY_OF_EXCEL = dt.date(1900, 3, 1)  # before it, Excel counts a day that never was


class Look:
    """Dáng của một loại ô: one style and its variants, each format made when it is first needed."""

    def __init__(self, make: Callable[[Style], Any], style: Style) -> None:
        self._make = make
        self._style = style

    @cached_property
    def plain(self) -> Any:
        """Như đã cho."""
        return self._make(self._style)

    @cached_property
    def centred(self) -> Any:
        """Ở giữa ô: years and months."""
        return self._make({"align": "center", **AS_TEXT, **self._style})

    @cached_property
    def guarded(self) -> Any:
        """Chữ không bao giờ được hiểu là công thức."""
        return self._make({**self._style, "quote_prefix": True})

    @cached_property
    def day(self) -> Any:
        """Ngày."""
        return self._make({"align": "center", **self._style, "num_format": "dd/mm/yyyy"})

    @cached_property
    def instant(self) -> Any:
        """Ngày và giờ."""
        return self._make({"align": "center", **self._style, "num_format": "dd/mm/yyyy hh:mm"})

    @cached_property
    def hours(self) -> Any:
        """Giờ."""
        return self._make({"align": "center", **self._style, "num_format": "[h]:mm"})


class Pen:
    """Bút: one workbook being written, and its looks made once each."""

    def __init__(self, **options: Any) -> None:
        self._held = io.BytesIO()
        self.book = xlsxwriter.Workbook(self._held, options)
        self.book.set_properties({"created": dt.datetime(2000, 1, 1), "author": "Công Vụ"})  # noqa: DTZ001
        self._formats: dict[str, Any] = {}
        self._looks: dict[str, Look] = {}

    def look(self, *styles: Style) -> Look:
        """Dáng gộp từ các kiểu, the later ones stronger."""
        merged = {name: value for style in (FONT, *styles) for name, value in style.items()}
        key = repr(sorted(merged.items()))
        if key not in self._looks:
            self._looks[key] = Look(self._format, merged)
        return self._looks[key]

    def _format(self, style: Style) -> Any:
        key = repr(sorted(style.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(style)
        return self._formats[key]

    def put(self, sheet: Any, row: int, column: int, value: Writable, look: Look) -> None:
        """Viết một giá trị: numbers and days as such, everything else as text that nobody can run."""
        if type(value) is str and value:  # most cells of most tables
            _text(sheet, row, column, value, look)
        elif value is None or value == "":
            sheet.write_blank(row, column, None, look.plain)
        elif isinstance(value, bool):
            sheet.write_string(row, column, "Có" if value else "Không", look.plain)
        elif isinstance(value, PartialDate):
            _partial(sheet, row, column, value, look)
        elif isinstance(value, int | float | Decimal):
            _number(sheet, row, column, value, look)
        elif isinstance(value, dt.date | dt.time | dt.timedelta):
            _moment(sheet, row, column, value, look)
        else:
            _text(sheet, row, column, str(value), look)

    def finished(self) -> bytes:
        """Tệp đã viết xong."""
        self.book.close()
        return self._held.getvalue()


def is_plain(text: str) -> bool:
    """Chữ viết thẳng được: there is some, it fits into a cell, and nobody could take it for a formula."""
    return 0 < len(text) <= _LONGEST and not text.startswith(_OPENING)


def _text(sheet: Any, row: int, column: int, text: str, look: Look) -> None:
    sheet.write_string(row, column, text[:_LONGEST], look.guarded if text.startswith(_OPENING) else look.plain)


def _number(sheet: Any, row: int, column: int, number: int | float | Decimal, look: Look) -> None:
    """Excel keeps fifteen digits; a number with more is written as text."""
    short = isinstance(number, float) or (isinstance(number, int) and abs(number) < 10**15)
    if short or len(Decimal(number).as_tuple().digits) <= 15:
        sheet.write_number(row, column, float(number), look.plain)
    else:
        sheet.write_string(row, column, str(number), look.plain)


def _partial(sheet: Any, row: int, column: int, day: PartialDate, look: Look) -> None:
    if day.precision is Precision.DAY:
        _moment(sheet, row, column, day.date, look)
    elif day.precision is Precision.YEAR:
        sheet.write_number(row, column, day.date.year, look.centred)
    else:
        sheet.write_string(row, column, str(day), look.centred)


def _moment(sheet: Any, row: int, column: int, moment: dt.date | dt.time | dt.timedelta, look: Look) -> None:
    if isinstance(moment, dt.datetime):
        sheet.write_datetime(row, column, moment.replace(tzinfo=None), look.instant)
    elif not isinstance(moment, dt.date):
        sheet.write_datetime(row, column, moment, look.hours)
    elif moment < _LEAP_DAY_OF_EXCEL:
        sheet.write_string(row, column, moment.strftime("%d/%m/%Y"), look.centred)
    else:
        sheet.write_datetime(row, column, moment, look.day)


def written_as(value: Writable, column: Column) -> Writable:
    """Giá trị như người đọc cần thấy: the label of a choice; everything else as it is."""
    if column.kind is Kind.CHOICE:
        return next((option.label for option in column.options if option.meaning == value), value)
    return value


def listed(column: Column) -> tuple[str, ...]:
    """Các giá trị cho chọn trong một cột."""
    if column.kind is Kind.YES_NO:
        return ("Có", "Không")
    return tuple(option.label for option in column.options)


def style_of(column: Column) -> Style:
    """Kiểu của các ô trong cột: codes stay text when they are edited, numbers stand at the right."""
    if column.kind in (Kind.IDENTIFIER, Kind.TEXT, Kind.NAME):
        return AS_TEXT
    if column.kind is Kind.INTEGER:
        return {"num_format": "#,##0"}
    return {}
