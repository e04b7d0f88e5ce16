"""Số liệu ngày: the day that a page speaks of — asked in the address, else chosen in the top bar, else today."""

import re
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.http.response import HttpResponseBase

PARAMETER = "ngay"
COOKIE = "ngay"
_EARLIEST, _LATEST = date(1945, 9, 2), date(2099, 12, 31)
_FORMS = (
    re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
)


class BadDay(ValueError):
    """The text names no day that the system can answer for; its words are for the person who wrote it."""


@dataclass(frozen=True)
class AsOf:
    """Ngày số liệu: the day, and whether somebody asked for it."""

    day: date
    asked: bool = False
    kept: bool = False


def day_from(text: str) -> date:
    """Ngày được viết dd/mm/yyyy hoặc yyyy-mm-dd."""
    found = next((form.fullmatch(text.strip()) for form in _FORMS if form.fullmatch(text.strip())), None)
    if found is None:
        raise BadDay(f"«{text[:20]}» không phải là một ngày. Hãy ghi theo dạng ngày/tháng/năm, ví dụ 10/04/2016.")
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise BadDay(f"Không có ngày {text[:20]} trong lịch. Hãy kiểm tra lại ngày và tháng.") from None
    if not _EARLIEST <= day <= _LATEST:
        raise BadDay(
            f"Hệ thống chỉ có số liệu từ {_EARLIEST:%d/%m/%Y} đến {_LATEST:%d/%m/%Y}. "
            "Hãy chọn một ngày trong khoảng đó."
        )
    return day


def asked_of(request: HttpRequest, *, today: date) -> AsOf:
    """The day that the request speaks of; a cookie that cannot be read is passed over."""
    if (text := request.GET.get(PARAMETER, "").strip()) and request.method in ("GET", "HEAD"):
        day = day_from(text)
        return AsOf(day, asked=day != today)
    try:
        day = day_from(request.COOKIES.get(COOKIE, ""))
    except BadDay:
        return AsOf(today)
    return AsOf(day, asked=day != today, kept=True)


def keep(response: HttpResponseBase, day: date, *, today: date) -> None:
    """Giữ ngày đã chọn for the pages to come; today is what holds when nothing is kept."""
    if day == today:
        response.delete_cookie(COOKIE, samesite="Lax")
    else:
        response.set_cookie(COOKIE, day.isoformat(), samesite="Lax", httponly=True)
