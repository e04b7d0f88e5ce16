"""Thời hạn: an amount of working hours, working days, calendar days or months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from congvu.kernel.names import search_key

_LARGEST = 3660
_WRITTEN = re.compile(r"(\d{1,6}) ([a-z ]+)")


class NotALimit(ValueError):
    """Thời hạn không đọc được; the message tells a person how to write it."""


class TimeUnit(Enum):
    """Đơn vị tính thời hạn."""

    WORKING_HOURS = "working hours"
    WORKING_DAYS = "working days"
    DAYS = "days"
    MONTHS = "months"

    @property
    def label(self) -> str:
        """Tên tiếng Việt."""
        return _LABELS[self]


_LABELS = {
    TimeUnit.WORKING_HOURS: "giờ làm việc",
    TimeUnit.WORKING_DAYS: "ngày làm việc",
    TimeUnit.DAYS: "ngày",
    TimeUnit.MONTHS: "tháng",
}
_WORDS = {
    **{form: unit for unit in TimeUnit for form in (unit.value, unit.value[:-1], search_key(_LABELS[unit]))},
    "calendar days": TimeUnit.DAYS,
    "calendar day": TimeUnit.DAYS,
    "ngay lich": TimeUnit.DAYS,
}


@dataclass(frozen=True)
class Limit:
    """Thời hạn: so many units of time."""

    amount: int
    unit: TimeUnit

    def __post_init__(self) -> None:
        if not 1 <= self.amount <= _LARGEST:
            raise NotALimit(f"Thời hạn phải từ 1 đến {_LARGEST} {self.unit.label}; xin ghi lại số lượng.")

    @classmethod
    def parse(cls, text: str) -> Limit:
        """Đọc thời hạn: "3 working days", "8 working hours", "15 days", "2 months", "3 ngày làm việc"."""
        written = _WRITTEN.fullmatch(search_key(text)) if not re.search(r"[-+.,]\s*\d", text) else None
        unit = _WORDS.get(written[2]) if written else None
        if written is None or unit is None:
            raise NotALimit(
                f"Không đọc được thời hạn «{text}»; xin ghi số và đơn vị, ví dụ «3 working days», «8 working hours», "
                "«15 days», «2 months» hoặc «3 ngày làm việc»."
            )
        return cls(int(written[1]), unit)

    def __str__(self) -> str:
        return f"{self.amount} {self.unit.label}"
