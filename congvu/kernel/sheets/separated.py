"""Đọc tệp CSV: which encoding, which delimiter, and the rows."""

import csv
import io
import unicodedata
from collections.abc import Iterator
from itertools import islice

from .archives import DAMAGED, Limits
from .extents import refuse_beyond
from .old_letters import OLD_LETTERS, familiar, vietnamese
from .values import UnreadableSheet

_DELIMITERS = ";,\t|"
_SAMPLE = 40


def decoded(content: bytes) -> str:
    """Chữ của tệp. Raises UnreadableSheet when it is not text in an encoding used in Vietnam."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(content, "utf-16")
    if b"\x00" in content[:2000]:
        return _wide(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _old(content)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableSheet(DAMAGED) from None


def _wide(content: bytes) -> str:
    """UTF-16 without its mark: one half of most pairs is zero."""
    sample = content[:2000]
    zeros = sample[0::2].count(0), sample[1::2].count(0)
    if max(zeros) < len(sample) / 6:
        raise _not_text()
    return _strictly(content, "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le")


def _old(content: bytes) -> str:
    """Windows-1258, TCVN3 or VNI, whichever gives the most Vietnamese."""
    typed = content.decode("latin-1")
    readings = [unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))]
    readings += [modern(typed) for modern in OLD_LETTERS]
    best = max(readings, key=lambda text: (familiar(text), vietnamese(text)))
    if vietnamese(best) < 0.5 or any(unicodedata.category(c) == "Cc" and c not in "\t\r\n" for c in best[:2000]):
        raise _not_text()
    return best


def _not_text() -> UnreadableSheet:
    return UnreadableSheet(
        "Tệp không phải là bảng tính hoặc dùng bảng mã lạ; đề nghị gửi bảng tính dạng .xlsx, .ods hoặc .csv (UTF-8)."
    )


def rows_of(text: str) -> Iterator[list[str]]:
    """Các dòng của tệp CSV, with the delimiter that parts them most evenly."""
    start, _, rest = text.partition("\n")
    if start.strip().lower().startswith("sep=") and len(start.strip()) == 5:
        return csv.reader(io.StringIO(rest, newline=""), delimiter=start.strip()[4])
    return csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))


def _delimiter(text: str) -> str:
    return max(_DELIMITERS, key=lambda mark: _evenness(text, mark))


def _evenness(text: str, mark: str) -> int:
    """How many rows of the sample share the commonest number of cells, times that number."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        widths = [len(row) for row in islice(reader, _SAMPLE)]
    except csv.Error:
        return 0
    return max((widths.count(width) * (width - 1) for width in set(widths)), default=0)


def checked(text: str, limits: Limits) -> None:
    """Kiểm tra số dòng, số cột. Raises UnreadableSheet."""
    try:
        for number, row in enumerate(rows_of(text)):
            if any(row):
                refuse_beyond(number, len(row) - 1, limits)
    except csv.Error:
        raise UnreadableSheet(DAMAGED) from None
