"""Ngày lễ, tết: the public holidays of a year, computed, each with its name and its article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from holidays import country_holidays

from congvu.law import Citation, Standing, texts, used

from .swaps import WORKED_FOR

FIRST_YEAR, LAST_YEAR = 1901, 2100
_LAST_DECIDED_YEAR = 2026  # the yearly decisions up to this year stand in the package or in swaps.py
_CHOSEN_EACH_YEAR = ("Tết Nguyên Đán", "29 Tết", "Quốc khánh")
_WHERE = "Ngày nghỉ lễ, tết"
_OF_2019 = used(texts.LABOUR_CODE_2019.article(112), where=_WHERE)
_MADE_UP_2019 = used(texts.LABOUR_CODE_2019.article(111, 3), where="Nghỉ bù ngày lễ trùng ngày nghỉ hằng tuần")
_OF_2012 = used(texts.LABOUR_CODE_2012.article(115, standing=Standing.FROM_MEMORY), where=_WHERE)
_OF_1994 = used(texts.LABOUR_CODE_1994.as_a_whole(), where=_WHERE)
_CULTURE_DAY = used(texts.CULTURE_DAY.as_a_whole(), where=_WHERE)


class CalendarUnknown(ValueError):
    """Ngày nằm ngoài các năm mà lịch tính được."""


@dataclass(frozen=True)
class DayOff:
    """Một ngày nghỉ lễ, tết, hoặc nghỉ bù."""

    name: str
    cites: Citation


def day_off(day: date) -> DayOff | None:
    """Ngày nghỉ lễ, tết rơi vào ngày này, nếu có."""
    return _days_off(day.year).get(day)


@lru_cache(maxsize=32)
def _days_off(year: int) -> dict[date, DayOff]:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CalendarUnknown(
            f"Lịch ngày lễ chỉ tính được từ năm {FIRST_YEAR} đến năm {LAST_YEAR}, không có năm {year}."
        )
    found = country_holidays("VN", years=year, language="vi", expand=False)
    return {day: _named(day, name) for day, name in found.items() if day.year == year and day not in WORKED_FOR}


def _named(day: date, name: str) -> DayOff:
    chosen = any(word in name for word in _CHOSEN_EACH_YEAR)
    expected = " (dự kiến, chờ quyết định của năm)" if chosen and day.year > _LAST_DECIDED_YEAR else ""
    return DayOff(f"{name}{expected}", _cites(day, name))


def _cites(day: date, name: str) -> Citation:
    if "Văn hóa" in name:
        return _CULTURE_DAY
    if day >= date(2021, 1, 1):
        return _MADE_UP_2019 if "nghỉ bù" in name else _OF_2019
    return _OF_2012 if day >= date(2013, 5, 1) else _OF_1994
