"""Viết ô: how values are put down so that Excel shows them well, keeps every digit and runs nothing."""

import datetime as dt
import io
from collections.abc import Mapping
from decimal import Decimal
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


class Pen:
    """Bút: one workbook being written, and its formats made once each."""

    def __init__(self, **options: Any) -> None:
        self._held = io.BytesIO()
        self.book = xlsxwriter.Workbook(self._held, options)
        self.book.set_properties({"created": dt.datetime(2000, 1, 1), "author": "Công Vụ"})  # noqa: DTZ001
        self._formats: dict[str, Any] = {}

    def style(self, *styles: Mapping[str, Any]) -> Any:
        """Định dạng gộp từ các kiểu, later ones first in rank."""
        merged = {name: value for style in (FONT, *styles) for name, value in style.items()}
        key = repr(sorted(merged.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(merged)
        return self._formats[key]

    def put(self, sheet: Any, row: int, column: int, value: Writable, *styles: Style) -> None:
        """Viết một giá trị: numbers and days as such, everything else as text that nobody can run."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, self.style(*styles))
        elif isinstance(value, bool):
            sheet.write_string(row, column, "Có" if value else "Không", self.style(*styles))
        elif isinstance(value, int | float | Decimal):
            self._number(sheet, row, column, value, styles)
        elif isinstance(value, dt.date | dt.time | dt.timedelta):
            self._moment(sheet, row, column, value, styles)
        elif isinstance(value, PartialDate):
            self._partial(sheet, row, column, value, styles)
        else:
            self._text(sheet, row, column, value, styles)

    def _text(self, sheet: Any, row: int, column: int, text: str, styles: tuple[Style, ...]) -> None:
        guarded: Style = {"quote_prefix": True} if text.startswith(_OPENING) else {}
        sheet.write_string(row, column, text[:_LONGEST], self.style(*styles, guarded))

    def _number(
        self, sheet: Any, row: int, column: int, number: int | float | Decimal, styles: tuple[Style, ...]
    ) -> None:
        if Decimal(f"{float(number):.15g}") != Decimal(str(number)):
            self._text(sheet, row, column, str(number), styles)
        else:
            sheet.write_number(row, column, float(number), self.style(*styles))

    def _partial(self, sheet: Any, row: int, column: int, day: PartialDate, styles: tuple[Style, ...]) -> None:
        if day.precision is Precision.DAY:
            self._moment(sheet, row, column, day.date, styles)
        elif day.precision is Precision.YEAR:
            sheet.write_number(row, column, day.date.year, self.style(*styles, {"align": "center"}))
        else:
            self._text(sheet, row, column, str(day), (*styles, AS_TEXT, {"align": "center"}))

    def _moment(
        self, sheet: Any, row: int, column: int, moment: dt.date | dt.time | dt.timedelta, styles: tuple[Style, ...]
    ) -> None:
        if isinstance(moment, dt.datetime):
            moment, shown = moment.replace(tzinfo=None), "dd/mm/yyyy hh:mm"
        elif isinstance(moment, dt.date):
            if moment < _LEAP_DAY_OF_EXCEL:
                return self._text(sheet, row, column, moment.strftime("%d/%m/%Y"), styles)
            moment, shown = dt.datetime(moment.year, moment.month, moment.day), "dd/mm/yyyy"  # noqa: DTZ001
        else:
            shown = "[h]:mm" if isinstance(moment, dt.timedelta) else "hh:mm"
        style = self.style({"align": "center"}, *styles, {"num_format": shown})
        return sheet.write_datetime(row, column, moment, style)  # type: ignore[no-any-return]

    def finished(self) -> bytes:
        """Tệp đã viết xong."""
        self.book.close()
        return self._held.getvalue()


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
