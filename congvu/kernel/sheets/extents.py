"""Tầm với của các ô: how far a sheet's filled cells reach, read from its XML before the sheet is loaded.

On the way it notes what the reading library keeps to itself: cells that hold an error, and cells whose
format shows a date without its day.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from xml.parsers import expat

from .archives import DAMAGED, Limits
from .values import Precision, UnreadableSheet

Attributes = dict[str, str]
_PLACE = re.compile(r"([A-Z]{1,4})(\d{1,9})")


def refuse_beyond(row: int, column: int, limits: Limits) -> None:
    """Từ chối ô nằm quá xa."""
    if row >= limits.rows:
        raise UnreadableSheet(
            f"Bảng có nội dung ở dòng {row + 1}, quá giới hạn {limits.rows} dòng; "
            "đề nghị xóa nội dung thừa ở cuối bảng hoặc tách thành nhiều tệp."
        )
    if column >= limits.columns:
        raise UnreadableSheet(
            f"Bảng có nội dung ở cột thứ {column + 1}, quá giới hạn {limits.columns} cột; "
            "đề nghị xóa các cột thừa bên phải rồi gửi lại."
        )


def parse(pieces: Iterable[bytes], on_start: Callable[[str, Attributes], None]) -> None:
    """Đọc XML từng mảnh, calling `on_start` for every element. Raises UnreadableSheet."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = on_start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError):  # besides: unknown encodings, letters for numbers
        raise UnreadableSheet(DAMAGED) from None


def local(name: str) -> str:
    """Tên phần tử không có tiền tố."""
    return name.rpartition(":")[2]


def _refuse_doctype(*declaration: object) -> None:
    raise UnreadableSheet(DAMAGED)


class WorksheetExtent:
    """Trang của tệp .xlsx: follows rows and cells; only a cell with a value counts."""

    def __init__(self, limits: Limits, dated: frozenset[int] = frozenset()) -> None:
        self.errors: dict[int, list[int]] = {}
        self.styled: dict[tuple[int, int], int] = {}
        self._limits = limits
        self._dated = dated
        self._row = self._column = -1
        self._number = "-"
        self._cell: Attributes = {}

    def __call__(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._cell = attributes
            self._move(attributes.get("r"))
        elif name in ("v", "is"):
            self._filled(self._cell)
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdecimal() else self._row + 1
            self._number = str(self._row + 1)
            self._column = -1
        elif ":" in name:
            self(local(name), attributes)

    def _move(self, place: str | None) -> None:
        """Nearly every cell names its own row and a column within the limit; the others are parsed."""
        if place is None:
            self._column += 1
        elif place.endswith(self._number) and (column := _column_of(place.removesuffix(self._number))) is not None:
            self._column = column
        else:
            self._column, self._row = place_of(place)

    def _filled(self, cell: Attributes) -> None:
        if self._row >= self._limits.rows or self._column >= self._limits.columns:
            refuse_beyond(self._row, self._column, self._limits)
        if cell.get("t") == "e":
            self.errors.setdefault(self._row, []).append(self._column)
        elif "s" in cell and int(cell["s"]) in self._dated:
            self.styled[self._row, self._column] = int(cell["s"])


@lru_cache(maxsize=4096)
def _column_of(letters: str) -> int | None:
    if not (letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) <= 4):
        return None
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def place_of(reference: str) -> tuple[int, int]:
    """Vị trí của ô: «B3» is column 1, row 2. Raises UnreadableSheet."""
    match = _PLACE.fullmatch(reference.upper())
    column = _column_of(match[1]) if match else None
    if match is None or column is None:
        raise UnreadableSheet(DAMAGED)
    return column, int(match[2]) - 1


class TableExtent:
    """Bảng của tệp .ods: follows repeated rows and cells; only a cell with a value counts."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._row = self._rows = self._column = self._columns = 0

    def __call__(self, name: str, attributes: Attributes) -> None:
        name = local(name)
        if name in ("table-cell", "covered-table-cell"):
            self._column += self._columns
            self._columns = _times(attributes.get("table:number-columns-repeated"))
            if "office:value-type" in attributes:
                self._filled()
        elif name == "table-row":
            self._row += self._rows
            self._rows = _times(attributes.get("table:number-rows-repeated"))
            self._column = self._columns = 0
        elif name == "table":
            self._row = self._rows = self._column = self._columns = 0

    def _filled(self) -> None:
        refuse_beyond(self._row + self._rows - 1, self._column + self._columns - 1, self._limits)


def _times(repeated: str | None) -> int:
    return int(repeated) if repeated and repeated.isdecimal() else 1


class DateFormats:
    """Định dạng ngày trong styles.xml: the cell formats that show a month or a year without its day."""

    _BUILT_IN = {17: Precision.MONTH}

    def __init__(self) -> None:
        self.coarse: dict[int, Precision] = {}
        self._codes: dict[int, Precision] = dict(self._BUILT_IN)
        self._inside = False
        self._index = -1

    def __call__(self, name: str, attributes: Attributes) -> None:
        name = local(name)
        if name == "numFmt" and (precision := coarseness(attributes.get("formatCode", ""))):
            self._codes[int(attributes.get("numFmtId", "-1"))] = precision
        elif name in ("cellXfs", "cellStyles", "dxfs"):
            self._inside = name == "cellXfs"
        elif name == "xf" and self._inside:
            self._index += 1
            precision = self._codes.get(int(attributes.get("numFmtId", "-1")))
            if precision:
                self.coarse[self._index] = precision


_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


def coarseness(code: str) -> Precision | None:
    """Định dạng ngày thiếu phần ngày: its precision, or None for days and for what is not a date."""
    letters = _QUOTED.sub("", code.lower().partition(";")[0])
    if "d" in letters or "h" in letters or "s" in letters or "y" not in letters:
        return None
    return Precision.MONTH if "m" in letters else Precision.YEAR
