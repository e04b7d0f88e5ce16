"""The gap list: who falls short of which standard, with the reason and the text that sets it."""

from typing import Any

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.rules import Requirement, compared, subject_label
from congvu.contexts.personnel.states import Subject
from congvu.contexts.personnel.tables.people import matching, person_url
from congvu.contexts.personnel.tables.place import UNIT
from congvu.web.parts import Badge, Cell, Empty
from congvu.web.register import Column, Filter, Register, Tab


def _requirement(row: Any) -> Requirement:
    return Requirement(row.subject, row.required, row.held, row.recorded, row.basis, row.standing)


def _standing(row: Any) -> Badge:
    if row.held:
        return Badge("Chưa đạt", "late")
    return Badge("Đang học", "soon") if row.recorded else Badge("Hồ sơ chưa ghi", "info")


def _text(row: Any) -> Cell:
    asks = _requirement(row)
    return Cell(asks.text_number, detail=asks.standing)


GAPS = Register(
    name="personnel.gaps",
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
        Column("don-vi", "Đơn vị", lambda row: row.unit_name or ""),
        Column("noi-dung", "Nội dung", lambda row: subject_label(row.subject)),
        Column("tinh-trang", "Tình trạng", _standing),
        Column("ly-do", "Yêu cầu và hiện có", lambda row: f"Yêu cầu {compared(_requirement(row))}"),
        Column("can-cu", "Căn cứ", _text),
        Column("can-cu-day-du", "Căn cứ đầy đủ", lambda row: _requirement(row).cites, shown=False),
    ),
    filters=(
        UNIT,
        Filter("khoi", "Khối", organisations.Block.choices, lambda rows, value, on: rows.filter(block=value)),
        Filter("noi-dung", "Nội dung", Subject.choices, lambda rows, value, on: rows.filter(subject=value)),
        Filter(
            "nhom",
            "Nhóm vị trí",
            organisations.PostCategory.choices,
            lambda rows, value, on: rows.filter(post__category=value),
        ),
    ),
    tabs=(
        Tab("tat-ca", "Tất cả", count=True),
        Tab("chua-dat", "Chưa đạt", lambda rows, on: rows.filter(held__gt=0), count=True),
        Tab("dang-hoc", "Đang học", lambda rows, on: rows.filter(held=0, recorded=True), count=True),
        Tab("chua-ghi", "Hồ sơ chưa ghi", lambda rows, on: rows.filter(held=0, recorded=False), count=True),
    ),
    search=matching,
    search_hint="Tìm theo họ tên, không cần dấu…",
    order=("person__sort_key", "person_id", "subject"),
    noun="chỗ còn thiếu",
    empty=Empty("Không ai chưa đạt tiêu chuẩn của vị trí.", "Mọi hồ sơ đều đạt yêu cầu vào ngày này.", icon="checks"),
)
