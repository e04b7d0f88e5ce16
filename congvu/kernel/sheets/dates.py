"""Đọc ngày: every way in which an office writes a date, read day first."""

import datetime as dt
import re
from functools import lru_cache

from .values import Cell, PartialDate, Precision, Unfit
from .words import plain, tidy

PIVOT = 30  # two-digit years: 00–30 are 2000–2030, 31–99 are 1931–1999
_OLDEST, _LATEST = 1900, 2199

_TIME = re.compile(r"[t\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(z|am|pm|sa|ch)?$")
_LEAD = re.compile(r"^(sinh\s+)?(ngay\s+(?=\d+\s*[/.\-])|thang\s+(?=\d+\s*[/.\-])|nam\s+(?=\d{4}$))")
_MARK = r"\s*[/.\-]\s*"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<d>\d{{1,2}}){_MARK}(?P<m>\d{{1,2}}){_MARK}(?P<y>\d{{4}}|\d{{2}})",
        rf"(?P<y>\d{{4}}){_MARK}(?P<m>\d{{1,2}}){_MARK}(?P<d>\d{{1,2}})",
        rf"(?P<m>\d{{1,2}}){_MARK}(?P<y>\d{{4}})",
        rf"(?P<y>\d{{4}}){_MARK}(?P<m>\d{{1,2}})",
        r"(?P<y>\d{4})(\.0+)?",
        r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>(19|20)\d{2})",
        r"(ngay\s*)?(?P<d>\d{1,2})\s*,?\s*thang\s*(?P<m>\d{1,2})\s*,?\s*(nam\s*)?(?P<y>\d{4})",
        r"thang\s*(?P<m>\d{1,2})\s*,?\s*nam\s*(?P<y>\d{4})",
    )
)


def read_date(cell: Cell, *, least: Precision) -> PartialDate:
    """Đọc ngày: what the cell tells, at the precision it tells it. Raises Unfit."""
    found = _from_cell(cell)
    if not _OLDEST <= found.date.year <= _LATEST:
        raise Unfit(f"Năm {found.date.year} nằm ngoài khoảng {_OLDEST}–{_LATEST}; đề nghị kiểm tra lại năm.")
    if found.precision < least:
        wanted = "đủ ngày, tháng, năm" if least is Precision.DAY else "ít nhất tháng và năm"
        raise Unfit(f"“{found}” chưa đủ chi tiết; cột này cần {wanted}, ví dụ {_EXAMPLE[least]}.")
    return found


_EXAMPLE = {Precision.DAY: "05/03/1980", Precision.MONTH: "03/1980", Precision.YEAR: "1980"}


def _from_cell(cell: Cell) -> PartialDate:
    if isinstance(cell, dt.datetime):
        return PartialDate(cell.date())
    if isinstance(cell, dt.date):
        return PartialDate(cell)
    if isinstance(cell, bool | dt.time | dt.timedelta):
        raise Unfit("Ô này không chứa ngày; đề nghị ghi theo dạng 05/03/1980, 03/1980 hoặc 1980.")
    if isinstance(cell, str):
        return date_of_text(cell)
    return _from_number(cell)


def _from_number(number: int | float) -> PartialDate:
    if number == int(number) and _OLDEST <= number <= _LATEST:
        return PartialDate.of(int(number))
    raise Unfit(
        f"Ô chứa số {number:g}, có lẽ là ngày đã mất định dạng; "
        "đề nghị định dạng ô là Ngày hoặc ghi lại theo dạng 05/03/1980."
    )


@lru_cache(maxsize=20_000)
def date_of_text(text: str) -> PartialDate:
    """Ngày ghi bằng chữ số hoặc bằng chữ. Raises Unfit."""
    words = _TIME.sub("", plain(text).lstrip("'").rstrip(".,; "))
    words = _LEAD.sub("", words)
    for shape in _SHAPES:
        if match := shape.fullmatch(words):
            parts = match.groupdict()
            return _assemble(tidy(text), parts["y"], parts.get("m"), parts.get("d"))
    raise Unfit(f"“{tidy(text)}” không phải là ngày; đề nghị ghi theo dạng 05/03/1980, 03/1980 hoặc 1980.")


def _assemble(text: str, year: str, month: str | None, day: str | None) -> PartialDate:
    """Days and months written 00 mean that they are not known."""
    whole = int(year) if len(year) == 4 else int(year) + (2000 if int(year) <= PIVOT else 1900)
    months = int(month or 0)
    days = int(day or 0) if months else 0
    if months > 12:
        raise Unfit(f"“{text}” có tháng {months}, không có tháng này; đề nghị ghi theo thứ tự ngày/tháng/năm.")
    try:
        return PartialDate.of(whole, months, days)
    except ValueError:
        raise Unfit(f"Ngày “{text}” không có trong lịch; đề nghị kiểm tra lại ngày và tháng.") from None
