"""The rows behind a figure: people in posts, or people on courses."""

from typing import Any

from congvu.contexts.personnel.queries.file import level_words
from congvu.contexts.personnel.states import Subject
from congvu.contexts.personnel.tables.people import level, matching, person_url
from congvu.contexts.personnel.tables.place import UNIT
from congvu.web.parts import Empty
from congvu.web.register import Column, Register, Tab

_NAME = Column("ten", "Họ và tên", "person.full_name", sort=("person__sort_key",), main=True, link=person_url)
_UNIT = Column("don-vi", "Đơn vị", lambda row: row.unit_name or "")
_EMPTY = Empty("Không có dòng nào đứng sau số liệu này.", "Hãy thử ngày khác hoặc đơn vị khác.")


def people_behind(hit: Any) -> Register:
    """Người đứng sau tỷ lệ: everybody who counts, those who reach it, those who do not."""
    return Register(
        name="personnel.behind",
        columns=(
            _NAME,
            Column("vi-tri", "Vị trí", "post.title"),
            _UNIT,
            Column("chuyen-mon", "Chuyên môn", lambda row: level(Subject.PROFESSIONAL, row.professional)),
            Column("ly-luan", "Lý luận chính trị", lambda row: level(Subject.POLITICAL_THEORY, row.theory)),
        ),
        tabs=(
            Tab("tat-ca", "Tất cả", count=True),
            Tab("dat", "Đạt", lambda rows, on: rows.filter(hit), count=True),
            Tab("chua", "Chưa đạt", lambda rows, on: rows.exclude(hit), count=True),
        ),
        filters=(UNIT,),
        search=matching,
        order=("person__sort_key",),
        noun="người",
        empty=_EMPTY,
    )


TRAINEES_BEHIND = Register(
    name="personnel.sent",
    columns=(
        _NAME,
        _UNIT,
        Column("noi-dung", "Được đào tạo", level_words),
        Column("truong", "Cơ sở đào tạo", "school"),
        Column("quyet-dinh", "Quyết định cử đi học", lambda row: str(row.sent_by or "")),
        Column("lop", "Lớp", lambda row: row.study_class.title if row.study_class else ""),
    ),
    filters=(UNIT,),
    search=matching,
    order=("person__sort_key",),
    noun="người",
    empty=_EMPTY,
)

ATTENDANCES_BEHIND = Register(
    name="personnel.attended",
    columns=(
        _NAME,
        _UNIT,
        Column("khoa", "Khóa bồi dưỡng, tập huấn", "title"),
        Column("noi", "Đơn vị tổ chức", "organiser"),
        Column("tu", "Bắt đầu", "started_on", kind="date", sort=("started_on",)),
        Column("den", "Kết thúc", "ended_on", kind="date"),
    ),
    filters=(UNIT,),
    search=matching,
    order=("person__sort_key",),
    noun="lượt",
    empty=_EMPTY,
)

CLASSES_BEHIND = Register(
    name="personnel.classes",
    columns=(
        Column("ten", "Lớp", "title", sort=("title",), main=True),
        Column("ma", "Mã lớp", "code"),
        Column("mo", "Khai giảng", "opened_on", kind="date", sort=("opened_on",)),
        Column("dong", "Bế giảng", "closed_on", kind="date"),
        Column("noi", "Cơ sở mở lớp", "organiser"),
    ),
    order=("opened_on",),
    noun="lớp",
    empty=_EMPTY,
)
