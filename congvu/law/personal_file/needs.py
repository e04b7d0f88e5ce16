"""Hồ sơ đầy đủ: what a complete file says, point by point; the same list explains every point that is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from .groups import GROUPS
from .layout import Group

NONE = "không có"
"""Stands among the fields of a group when the file says that the person has none of it."""


@dataclass(frozen=True)
class Need:
    """Điểm cần có: its name in the records, what it asks for, the sentence for a file without it, its number on 2C."""

    name: str
    label: str
    advice: str
    place: str = ""
    group: str = ""
    members_only: bool = False
    ranked_only: bool = False


@dataclass(frozen=True)
class Held:
    """Những gì hồ sơ đã có: the base points that are there, and for each group its fields that say something."""

    base: frozenset[str]
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    member: bool = False
    ranked: bool = True


_BASE = (
    Need("born_on", "Ngày sinh đủ ngày, tháng, năm", "Hồ sơ chưa ghi đủ ngày, tháng, năm sinh; hãy đính chính.", "3"),
    Need("sex", "Giới tính", "Hồ sơ chưa ghi giới tính; hãy đính chính.", "3"),
    Need("ethnicity", "Dân tộc", "Hồ sơ chưa ghi dân tộc; hãy đính chính.", "6"),
    Need("citizen_number", "Số định danh cá nhân", "Hồ sơ chưa ghi số định danh cá nhân; hãy đính chính.", "25"),
    Need("picture", "Ảnh chân dung", "Hồ sơ chưa có ảnh 4 × 6; hãy thêm ảnh ở phần giấy tờ."),
    Need("post", "Vị trí việc làm", "Hồ sơ chưa ghi vị trí đang giữ; hãy bố trí vị trí.", "12"),
    Need("decision", "Quyết định bố trí", "Vị trí đang giữ chưa ghi số, ngày quyết định; hãy bổ sung.", "12"),
    Need("service", "Loại cán bộ", "Hồ sơ chưa ghi là cán bộ, công chức hay viên chức; hãy bổ sung.", "11"),
    Need(
        "rank", "Ngạch, bậc, hệ số", "Hồ sơ chưa ghi đủ ngạch, bậc và hệ số lương; hãy bổ sung.", "14", ranked_only=True
    ),
    Need("study", "Trình độ chuyên môn", "Hồ sơ chưa ghi văn bằng chuyên môn nào đã cấp; hãy ghi trình độ.", "15.2"),
    Need(
        "certificate",
        "Số hiệu văn bằng chuyên môn",
        "Văn bằng chuyên môn cao nhất chưa ghi số hiệu hoặc nơi cấp; hãy bổ sung.",
        "27",
    ),
    Need(
        "official_on",
        "Ngày vào Đảng chính thức",
        "Hồ sơ đảng viên chưa ghi ngày chính thức; hãy bổ sung.",
        "16",
        members_only=True,
    ),
)


def _of_group(kind: Group) -> Iterator[Need]:
    named = [field for field in kind.fields if field.required or field.wanted]
    if kind.many or kind.may_be_none or not named:
        none = "; nếu không có, hãy ghi “không có”" if kind.may_be_none else ""
        place = next((field.place for field in kind.fields if field.place), "")
        yield Need(
            kind.name, kind.label, f"Mục “{kind.label}” còn trống{none}.", place, kind.name, kind.name == "party"
        )
        return
    for each in named:
        yield Need(
            f"{kind.name}.{each.name}",
            each.label,
            f"Chưa ghi “{each.label.lower()}” ở mục “{kind.label}”.",
            each.place,
            kind.name,
        )


NEEDS: tuple[Need, ...] = (*_BASE, *(need for kind in GROUPS if kind.needed for need in _of_group(kind)))


@cache
def _named() -> dict[str, Need]:
    return {each.name: each for each in NEEDS}


def need(name: str) -> Need:
    """Điểm mang tên này; KeyError when there is none."""
    return _named()[name]


def missing(held: Held) -> tuple[list[Need], int]:
    """Những điểm còn thiếu, in the order of the form, and how many points are asked of this person."""
    asked = [each for each in NEEDS if (held.member or not each.members_only) and (held.ranked or not each.ranked_only)]
    return [each for each in asked if not _met(each, held)], len(asked)


def _met(each: Need, held: Held) -> bool:
    if not each.group:
        return each.name in held.base
    said = held.groups.get(each.group, frozenset())
    field_name = each.name.partition(".")[2]
    return field_name in said if field_name else bool(said)
