"""The saved cohorts, the people of one, and who came in and went out between two."""

from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from congvu.contexts.personnel.queries.cohorts import Chosen
from congvu.contexts.personnel.tables.people import PEOPLE
from congvu.contexts.personnel.tables.place import UNIT
from congvu.web import formats
from congvu.web.parts import Action, Cell, Empty
from congvu.web.register import Column, Register, Tab
from congvu.web.words import worded

EVERYBODY = "Mọi người của đơn vị"


def sentence(chosen: Chosen) -> str:
    """Câu của nhóm, in the reader's language: "Nữ, dưới 40 tuổi, đại học trở lên"."""
    said = ", ".join(worded(clause) for clause in chosen.clauses) or worded(EVERYBODY)
    return said[:1].upper() + said[1:]


def page_of(cohort: Any) -> str:
    """The address of a saved cohort."""
    return reverse("personnel:cohort", args=[cohort.pk])


def _count(number: int | None) -> str:
    return formats.NOTHING if number is None else formats.number(number)


def _told(row: Any) -> str:
    return row.kept.fault or sentence(row.kept.chosen)


COHORTS = Register(
    name="personnel.cohorts",
    columns=(
        Column("ten", "Tên nhóm", "name", sort=("name",), main=True, link=page_of, detail=_told),
        Column("don-vi", "Đơn vị", lambda row: row.kept.unit_name),
        Column("nay", "Vào ngày hỏi", lambda row: Cell(_count(row.kept.now), page_of(row)), kind="number"),
        Column(
            "truoc",
            "Một năm trước",
            lambda row: Cell(_count(row.kept.year_ago), row.year_ago_url if row.kept.year_ago is not None else ""),
            kind="number",
        ),
        Column("nguoi", "Người lập", lambda row: row.made_by.full_name if row.made_by else "Máy chủ"),
        Column("ngay", "Ngày lập", "made_on", kind="date", sort=("made_on",)),
    ),
    filters=(UNIT,),
    tabs=(
        Tab("dang-dung", "Đang dùng", lambda rows, on: rows.filter(withdrawn_on=None)),
        Tab("thoi-dung", "Đã thôi dùng", lambda rows, on: rows.exclude(withdrawn_on=None)),
    ),
    search=lambda rows, words, on: rows.filter(name__icontains=words),
    search_hint="Tìm theo tên nhóm…",
    order=("name",),
    noun="nhóm",
    size=20,
    numbered=False,
    empty=Empty(
        "Chưa có nhóm nào được lưu.",
        "Chọn điều kiện, xem ngay có bao nhiêu người, rồi lưu thành nhóm để lần sau chỉ việc mở.",
        icon="users-group",
        action=Action("Lập nhóm mới", "/nguon-can-bo/moi/", icon="filter", main=True),
    ),
)

COHORT_PEOPLE = replace(
    PEOPLE,
    name="personnel.cohort",
    columns=tuple(
        replace(column, shown=column.shown and column.name not in ("loai", "dang")) for column in PEOPLE.columns
    ),
    filters=(),
    tabs=(),
    empty=Empty(
        "Không có ai trong nhóm vào ngày này.",
        "Hãy nới bớt một điều kiện, hoặc xem ở một ngày khác.",
        icon="users-group",
    ),
)


def compared(gone: QuerySet[Any], both: QuerySet[Any], reason: Column | None) -> Register:
    """Ai mới vào, ai không còn, ai ở cả hai; the rows handed in are those who came in."""
    kept = tuple(column for column in PEOPLE.columns if column.name in ("ten", "sinh", "don-vi"))
    return Register(
        name="personnel.compared",
        columns=(*kept, *((reason,) if reason else ())),
        tabs=(
            Tab("vao", "Mới vào", count=True),
            Tab("ra", "Không còn", lambda rows, on: gone, count=True),
            Tab("ca-hai", "Ở cả hai", lambda rows, on: both, count=True),
        ),
        order=("person__sort_key",),
        noun="người",
        empty=Empty("Không có ai ở mục này.", "Hãy xem các mục bên cạnh, hoặc chọn ngày khác để so sánh."),
    )
