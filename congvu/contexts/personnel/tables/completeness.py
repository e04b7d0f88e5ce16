"""The lists of the standing review: files with what they lack, rounds, units of one round."""

from datetime import date
from typing import Any

from django.urls import reverse

from congvu.contexts.personnel.queries.completeness import share
from congvu.contexts.personnel.queries.reviews import Progress
from congvu.contexts.personnel.tables.people import matching
from congvu.contexts.personnel.tables.place import UNIT
from congvu.law.personal_file import NEEDS, need
from congvu.web import formats
from congvu.web.parts import Badge, Cell, Empty
from congvu.web.register import Column, Filter, Register, Tab

_SHOWN = 3


def percent(value: Any) -> str:
    """ "87,5 %"; a dash where nothing can be said."""
    return "–" if value is None else f"{formats.number(value, 1)} %"


def _lacking(row: Any) -> str:
    labels = [need(name).label for name in row.missing]
    more = f" và {len(labels) - _SHOWN} điểm khác" if len(labels) > _SHOWN else ""
    return "; ".join(labels[:_SHOWN]) + more


SCORES = Register(
    name="personnel.scores",
    columns=(
        Column(
            "ten",
            "Họ và tên",
            "person.full_name",
            sort=("person__sort_key",),
            main=True,
            link=lambda row: reverse("personnel:score", args=[row.person_id]),
            detail=lambda row: row.post.title,
        ),
        Column("don-vi", "Đơn vị", lambda row: row.unit_name or ""),
        Column("day-du", "Đầy đủ", lambda row: percent(share(row.filled, row.asked)), kind="number"),
        Column("thieu", "Còn thiếu", "lacking", sort=("lacking",), kind="number"),
        Column("diem", "Các điểm còn thiếu", _lacking),
        Column(
            "moi-diem", "Mọi điểm còn thiếu", lambda row: "; ".join(need(n).label for n in row.missing), shown=False
        ),
    ),
    filters=(
        UNIT,
        Filter(
            "thieu",
            "Thiếu điểm",
            tuple((each.name, each.label) for each in NEEDS),
            lambda rows, value, on: rows.filter(person__score__missing__contains=[value]),
        ),
    ),
    tabs=(
        Tab("tat-ca", "Tất cả", count=True),
        Tab("con-thieu", "Còn thiếu", lambda rows, on: rows.exclude(person__score__missing=[]), count=True),
        Tab("day-du", "Đã đủ", lambda rows, on: rows.filter(person__score__missing=[]), count=True),
    ),
    search=matching,
    search_hint="Tìm theo họ tên, không cần dấu…",
    order=("person__sort_key",),
    noun="hồ sơ",
    empty=Empty("Không có hồ sơ nào khớp.", "Hãy bỏ bớt điều kiện lọc, hoặc chọn đơn vị khác.", icon="checks"),
)


def _review_state(row: Any) -> Badge:
    if row.closed_on:
        return Badge("Đã kết thúc", "closed")
    return Badge("Đủ báo cáo", "done") if row.reported == row.asked else Badge("Đang rà soát", "soon")


REVIEWS = Register(
    name="personnel.reviews",
    columns=(
        Column(
            "ten", "Đợt rà soát", "title", main=True, link=lambda row: reverse("personnel:file_review", args=[row.pk])
        ),
        Column("mo", "Ngày mở", "opened_on", kind="date", sort=("opened_on",)),
        Column("han", "Hạn báo cáo", "due_on", kind="date", sort=("due_on",)),
        Column("bao-cao", "Đã báo cáo", lambda row: f"{row.reported}/{row.asked} đơn vị"),
        Column("tinh-trang", "Tình trạng", _review_state),
    ),
    tabs=(
        Tab("tat-ca", "Tất cả"),
        Tab("dang", "Đang rà soát", lambda rows, on: rows.filter(closed_on=None)),
        Tab("xong", "Đã kết thúc", lambda rows, on: rows.exclude(closed_on=None)),
    ),
    order=("-pk",),
    noun="đợt",
    empty=Empty(
        "Chưa có đợt rà soát nào.", "Mở một đợt để các đơn vị bổ sung hồ sơ trước một ngày.", icon="list-check"
    ),
)


def _report_state(row: Progress) -> Badge | Cell:
    told = row.asked_of
    if told.reported_on:
        late = told.reported_on > told.review.due_on
        return Badge("Báo cáo trễ" if late else "Đã báo cáo", "late" if late else "done", formats.day(told.reported_on))
    return Badge("Chưa báo cáo", "closed" if told.review.closed_on else "soon")


def _gain(row: Progress) -> str:
    return "" if row.gain is None else f"{'+' if row.gain > 0 else ''}{formats.number(row.gain, 1)}"


PROGRESS = Register(
    name="personnel.review_progress",
    columns=(
        Column(
            "ten",
            "Đơn vị",
            "name",
            main=True,
            link=lambda row: f"{reverse('personnel:scores')}?don-vi={row.asked_of.unit_id}&the=con-thieu",
        ),
        Column("nguoi", "Số người", lambda row: row.now.people, kind="number"),
        Column("truoc", "Khi mở đợt", lambda row: percent(row.before), kind="number"),
        Column("nay", "Hiện nay", lambda row: percent(row.after), kind="number"),
        Column("tang", "Tăng", _gain, kind="number"),
        Column("du", "Hồ sơ đủ", lambda row: row.now.complete, kind="number"),
        Column("bao-cao", "Báo cáo", _report_state),
        Column("y-kien", "Ý kiến", lambda row: row.asked_of.remark),
    ),
    tabs=(
        Tab("tat-ca", "Tất cả", count=True),
        Tab("chua", "Chưa báo cáo", lambda rows, on: _having(rows, reported=False), count=True),
        Tab("roi", "Đã báo cáo", lambda rows, on: _having(rows, reported=True), count=True),
    ),
    noun="đơn vị",
    size=1000,
    empty=Empty("Không có đơn vị nào.", "Hãy chọn thẻ khác.", icon="sitemap"),
)


def _having(rows: list[Progress], *, reported: bool) -> list[Progress]:
    return [row for row in rows if (row.asked_of.reported_on is not None) is reported]


def overdue(rows: list[Progress], *, on: date) -> int:
    """How many should have reported by the day."""
    return sum(1 for row in rows if row.asked_of.reported_on is None and row.asked_of.review.due_on < on)
