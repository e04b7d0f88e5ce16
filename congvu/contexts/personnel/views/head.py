"""Phần đầu hồ sơ: what stands above every tab of a person's file."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from congvu.contexts.personnel import queries
from congvu.contexts.personnel.models import Person
from congvu.contexts.personnel.queries.file import PersonFile, person_file
from congvu.contexts.personnel.states import Precision
from congvu.contexts.personnel.tables.people import level
from congvu.contexts.personnel.views.desk import MANAGE
from congvu.web import formats
from congvu.web.parts import Badge, Fact, TabLink
from congvu.web.request import Request

_TABS = (
    ("person", "Hồ sơ"),
    ("sections", "Lý lịch"),
    ("papers", "Giấy tờ"),
    ("person_proposals", "Đề nghị cập nhật"),
    ("readings", "Ai đã xem, ai đã sửa"),
)


def opened(request: Request, pk: int) -> Person:
    """The person of the address; the trail keeps who opened the file."""
    found = get_object_or_404(Person.objects.select_related("identity"), pk=pk)
    request.opened = found.pk
    return found


def may_change(request: Request, person: Person) -> bool:
    """Whether the officer keeps the file."""
    home = f"{person.identity.path}."
    return any(home.startswith(f"{path}.") for path in request.officer.paths_for(MANAGE))


def head(request: Request, person: Person, here: str) -> dict[str, Any]:
    """Name, picture, the five facts that matter, and the tabs."""
    file = person_file(person, on=request.as_of)
    return {
        "file": file,
        "person": person,
        "badges": _badges(file),
        "facts": _facts(file),
        "tabs": [TabLink(label, reverse(f"personnel:{name}", args=[person.pk]), name == here) for name, label in _TABS],
        "picture": reverse("personnel:picture", args=[person.pk]) if queries.picture(person) else "",
    }


def _badges(file: PersonFile) -> list[Badge]:
    badges = [Badge(file.staff_kind or "Chưa rõ loại", "plain")]
    if file.member:
        badges.append(Badge("Đảng viên", "info"))
    if file.person.invented:
        badges.append(Badge("Người hư cấu của dữ liệu mẫu", "closed"))
    return badges


def _facts(file: PersonFile) -> list[Fact]:
    post = file.principal
    retires = file.retires
    return [
        Fact(
            "Vị trí", post.post.title if post else "Không giữ vị trí nào", detail=getattr(post, "unit_name", "") or ""
        ),
        Fact("Ngày sinh", _born(file), detail=_age(file)),
        Fact("Chuyên môn", _held(file, "professional")),
        Fact("Lý luận chính trị", _held(file, "political_theory")),
        Fact(
            "Nghỉ hưu từ",
            formats.day(retires.pension_from) if retires else "Chưa đủ thông tin",
            detail=str(retires.age) if retires else "Cần ngày sinh và giới tính",
        ),
    ]


def _born(file: PersonFile) -> str:
    born = file.person.born_on
    return formats.partial_day(born, file.person.born_precision) if born else "Chưa ghi"


def _age(file: PersonFile) -> str:
    born = file.person.born_on
    if born is None:
        return ""
    years = file.on.year - born.year - ((file.on.month, file.on.day) < (born.month, born.day))
    return f"{years} tuổi" if file.person.born_precision == Precision.DAY else f"khoảng {years} tuổi"


def _held(file: PersonFile, subject: str) -> str:
    return level(subject, file.levels[subject]) or "Chưa ghi"
