"""Who opened a file, and who changed what in it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from congvu.contexts.personnel.models import Person
from congvu.kernel.audit.models import Fact, Reading

_PAGES = {
    "ly-lich": "Lý lịch",
    "noi-dung": "Lý lịch",
    "giay-to": "Giấy tờ",
    "anh": "Ảnh chân dung",
    "2c": "Bản 2C",
    "dang": "Đảng",
    "ngach-bac": "Ngạch, bậc",
    "loai": "Loại",
    "thoi-giu": "Thôi giữ vị trí",
    "nguoi-xem": "Ai đã xem, ai đã sửa",
    "dinh-chinh": "Đính chính",
    "bo-tri": "Bố trí vị trí",
    "trinh-do": "Trình độ",
    "de-nghi-ho-so": "Đề nghị cập nhật hồ sơ",
    "de-nghi": "Đề nghị cập nhật hồ sơ",
}


@dataclass(frozen=True)
class Look:
    """Một lượt xem: when, who, and which page in words."""

    read_at: datetime
    actor_name: str
    place: str


def readings_of(person: Person, *, most: int = 100) -> list[Look]:
    """Lượt xem hồ sơ: the latest first."""
    rows = Reading.objects.filter(person=person.pk).order_by("-pk")[:most]
    return [Look(row.read_at, row.actor_name, _place(row.page)) for row in rows]


def _place(page: str) -> str:
    parts = page.strip("/").split("/")
    return next((_PAGES[part] for part in reversed(parts) if part in _PAGES), "Hồ sơ")


def facts_of(person: Person, *, most: int = 100) -> QuerySet[Any]:
    """Thay đổi hồ sơ: the facts of the person, the latest first."""
    return Fact.objects.filter(person=person.pk).order_by("-pk")[:most]
