"""Cách viết: numbers, percentages and days as Vietnamese offices write them."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import SupportsFloat

from django.utils import timezone
from django.utils.translation import gettext, ngettext

Number = int | float | Decimal
NOTHING = "—"


def number(value: Number | None, places: int | None = None) -> str:
    """1.234,5; trailing zeros go unless the places are given."""
    if value is None:
        return NOTHING
    exact = Decimal(str(value))
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{exact:,f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".").replace("-", "−")


def percent(value: Number | None, places: int = 2) -> str:
    """62,35 %."""
    return NOTHING if value is None else f"{number(value, places)} %"


def share(part: SupportsFloat, whole: SupportsFloat, places: int = 2) -> str:
    """Tỷ lệ của phần trong tổng; nothing of nothing has no share."""
    return percent(Decimal(str(part)) * 100 / Decimal(str(whole)), places) if float(whole) else NOTHING


def day(value: date | None) -> str:
    """10/04/2016."""
    return NOTHING if value is None else f"{value:%d/%m/%Y}"


def partial_day(value: date | None, precision: str = "day") -> str:
    """A day known fully, to the month, to the year, or not at all."""
    if value is None or precision == "unknown":
        return gettext("chưa rõ")
    return {"month": f"{value:%m/%Y}", "year": f"{value:%Y}"}.get(precision, f"{value:%d/%m/%Y}")


def moment(value: datetime | None) -> str:
    """10/04/2016 09:30, giờ Việt Nam."""
    if value is None:
        return NOTHING
    local = timezone.localtime(value) if timezone.is_aware(value) else value  # noqa: TID251 — no clock is read
    return f"{local:%d/%m/%Y %H:%M}"


def distance(due: date, today: date, working: int | None = None) -> tuple[str, str]:
    """Khoảng cách đến hạn: the words, and the tone that colours them."""
    days = (due - today).days
    if days < 0:
        return ngettext("quá hạn %(days)d ngày", "quá hạn %(days)d ngày", -days) % {"days": -days}, "late"
    if days == 0:
        return gettext("đến hạn hôm nay"), "soon"
    if working:
        left = ngettext("còn %(days)d ngày làm việc", "còn %(days)d ngày làm việc", working) % {"days": working}
        return left, "soon" if working <= 3 else "plain"
    words = ngettext("còn %(days)d ngày", "còn %(days)d ngày", days) % {"days": days}
    return words, "soon" if days <= 3 else "plain"
