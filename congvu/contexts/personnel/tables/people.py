"""The list of staff."""

from datetime import date
from functools import cache
from typing import Any

from django.db.models import Q
from django.urls import reverse

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import queries
from congvu.contexts.personnel.queries.completeness import share
from congvu.contexts.personnel.queries.whole_lists import told
from congvu.contexts.personnel.states import Professional, Sex, StaffKind, Subject, Theory
from congvu.contexts.personnel.tables.place import UNIT
from congvu.law import code_lists
from congvu.web import formats
from congvu.web.parts import Action, Empty
from congvu.web.register import Column, Filter, Register, Tab


def person_url(row: Any) -> str:
    """The page of the person in the row."""
    before, after = _person_address()
    return f"{before}{row.person_id}{after}"


@cache
def _person_address() -> tuple[str, str]:
    """What stands before and after the key in the address of a person."""
    before, _zero, after = reverse("personnel:person", args=[0]).rpartition("0")
    return before, after


def level(subject: str, value: int) -> str:
    """The level in words; nothing when the file says nothing."""
    label = code_lists.level_label(subject, value) if value else ""
    return label[:1].upper() + label[1:]


def percent(value: Any) -> str:
    """ "87,5 %"; a dash where nothing can be said."""
    return "–" if value is None else f"{formats.number(value, 1)} %"


def matching(rows: Any, words: str, on: date) -> Any:
    """Rows of the people whom the words name."""
    return rows.filter(person__in=queries.matching(words))


def _born(row: Any) -> str:
    born = row.person.born_on
    return formats.partial_day(born, row.person.born_precision) if born else ""


COMPLETE = "day-du"
_KINDS = dict(StaffKind.choices)

PEOPLE = Register(
    name="personnel.people",
    columns=(
        Column(
            "ten",
            "Họ và tên",
            "person.full_name",
            sort=("person__sort_key",),
            main=True,
            link=person_url,
            detail=lambda row: row.post.title,
        ),
        Column("sinh", "Ngày sinh", _born),
        Column("gioi", "Giới tính", lambda row: row.person.get_sex_display(), shown=False),
        Column("don-vi", "Đơn vị", lambda row: row.unit_name or ""),
        Column("loai", "Loại", lambda row: _KINDS.get(row.staff_kind, "")),
        Column("chuyen-mon", "Chuyên môn", lambda row: level(Subject.PROFESSIONAL, row.professional)),
        Column("ly-luan", "Lý luận chính trị", lambda row: level(Subject.POLITICAL_THEORY, row.theory)),
        Column("dang", "Đảng viên", lambda row: "Có" if row.is_party_member else ""),
        Column("so-hieu", "Số hiệu", lambda row: row.person.personnel_number or "", shown=False),
        Column("dan-toc", "Dân tộc", lambda row: code_lists.ETHNIC_GROUPS.label_of(row.person.ethnicity), shown=False),
        Column(COMPLETE, "Đầy đủ", lambda row: percent(share(row.filled, row.asked)), kind="number", shown=False),
    ),
    filters=(
        UNIT,
        Filter("khoi", "Khối", organisations.Block.choices, lambda rows, value, on: rows.filter(block=value)),
        Filter("loai", "Loại", StaffKind.choices, lambda rows, value, on: queries.serving_as(rows, value, on=on)),
        Filter(
            "nhom",
            "Nhóm vị trí",
            organisations.PostCategory.choices,
            lambda rows, value, on: rows.filter(post__category=value),
        ),
        Filter(
            "chuyen-mon",
            "Chuyên môn từ",
            tuple((str(value), label) for value, label in Professional.choices),
            lambda rows, value, on: queries.reaching(rows, Subject.PROFESSIONAL, int(value), on=on),
        ),
        Filter(
            "ly-luan",
            "Lý luận chính trị từ",
            tuple((str(value), label) for value, label in Theory.choices),
            lambda rows, value, on: queries.reaching(rows, Subject.POLITICAL_THEORY, int(value), on=on),
        ),
        Filter("gioi", "Giới tính", Sex.choices, lambda rows, value, on: rows.filter(person__sex=value)),
        Filter(
            "dang",
            "Đảng viên",
            (("co", "Đảng viên"), ("chua", "Chưa là đảng viên")),
            lambda rows, value, on: rows.filter(is_party_member=value == "co"),
        ),
    ),
    tabs=(
        Tab("tat-ca", "Tất cả", count=True),
        Tab(
            "chua-dat",
            "Chưa đạt tiêu chuẩn",
            lambda rows, on: rows.annotate(unmet=queries.unmet(on=on)).filter(Q(unmet=True)),
            count=True,
        ),
    ),
    search=matching,
    search_hint="Tìm theo họ tên, không cần dấu…",
    order=("person__sort_key",),
    noun="người",
    whole=lambda rows, on: told(rows, on=on),
    empty=Empty(
        "Chưa có ai trong đơn vị vào ngày này.",
        "Nhập danh sách từ tệp Excel, hoặc chọn đơn vị, ngày khác.",
        icon="users",
        action=Action("Nhập dữ liệu", "/nhap-du-lieu/", icon="upload", main=True),
    ),
)
