"""The figures of the qualification review, each with the rows behind it."""

from datetime import date
from typing import Any

from django.db.models import Q

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import queries
from congvu.contexts.personnel.states import Professional, Sex, Subject, Theory
from congvu.kernel.indicators import Asked, Breakdown, Indicator, measure, rows_behind
from congvu.law import code_lists

COMMUNE, ADMINISTRATIVE, PARTY = "commune", "administrative", "party"
KEY_OFFICIAL = "key_official"
UNKNOWN = "Chưa có thông tin"

_BLOCKS = dict(organisations.Block.choices)
_LEVELS = dict(organisations.Level.choices)
_SEXES = dict(Sex.choices)


def _ethnic_group(code: str) -> str:
    return code_lists.ETHNIC_GROUPS.label_of(code) if code else UNKNOWN


BREAKDOWNS = (
    Breakdown("block", "Khối", "block", lambda value: _BLOCKS.get(value, UNKNOWN)),
    Breakdown("level", "Cấp, loại đơn vị", "unit_level", lambda value: _LEVELS.get(value, UNKNOWN)),
    Breakdown("unit", "Đơn vị", "unit_name", lambda value: value or UNKNOWN),
    Breakdown("sex", "Giới tính", "sex", lambda value: _SEXES.get(value, UNKNOWN)),
    Breakdown("age", "Nhóm tuổi", "age_band", lambda value: value or UNKNOWN),
    Breakdown("party", "Đảng viên", "is_party_member", lambda value: "Đảng viên" if value else "Chưa là đảng viên"),
    Breakdown(
        "ethnicity",
        "Dân tộc",
        "ethnicity",
        _ethnic_group,
    ),
)

_REVIEW = "Đợt rà soát trình độ sau kiểm điểm theo Nghị quyết Trung ương 4 khóa XI; không có điều khoản riêng"
_LEARNING = "Theo dõi đào tạo, bồi dưỡng đội ngũ tại cơ quan; không có điều khoản riêng"
_UNIVERSITY, _THEORY, _STANDARD = Q(has_university=True), Q(has_theory=True), Q(unmet=False)


def _staff(asked: Asked) -> Any:
    on, all_of_them = asked.on, queries.holders(asked.unit, on=asked.on)
    return queries.staff(asked.unit, on=on).annotate(
        has_university=queries.reached(Subject.PROFESSIONAL, Professional.UNIVERSITY, among=all_of_them, on=on),
        has_theory=queries.reached(Subject.POLITICAL_THEORY, Theory.INTERMEDIATE, among=all_of_them, on=on),
        unmet=queries.falls_short(among=all_of_them, on=on),
    )


def _sent(asked: Asked) -> Any:
    return queries.sent(asked.unit, since=asked.since, on=asked.on)


def _studied(asked: Asked) -> Any:
    return queries.studied(asked.unit, since=asked.since, on=asked.on)


def _attended(asked: Asked) -> Any:
    return queries.attended(asked.unit, since=asked.since, on=asked.on)


def _classes(asked: Asked) -> Any:
    return queries.classes(
        asked.unit, since=asked.since, on=asked.on, subject=Subject.POLITICAL_THEORY, level=Theory.INTERMEDIATE
    )


def _trainees(asked: Asked) -> Any:
    return queries.trainees(
        asked.unit, since=asked.since, on=asked.on, subject=Subject.POLITICAL_THEORY, level=Theory.INTERMEDIATE
    )


def _count(name: str, label: str, rows: Any, unit: str = "người", *, plain: bool = False, **among: Any) -> Indicator:
    return Indicator(name, label, unit, _REVIEW, rows, breakdowns=() if plain else BREAKDOWNS, among=Q(**among))


def _learned(name: str, label: str, rows: Any, unit: str = "người", **among: Any) -> Indicator:
    return Indicator(name, label, unit, _LEARNING, rows, breakdowns=BREAKDOWNS, among=Q(**among))


def _share(name: str, label: str, hit: Q, **among: Any) -> Indicator:
    return Indicator(name, label, "%", _REVIEW, _staff, hit, BREAKDOWNS, among=Q(**among))


INDICATORS = (
    _count(
        "sent_to_degree",
        "Cử đi đào tạo đại học và sau đại học",
        _sent,
        subject=Subject.PROFESSIONAL,
        level__gte=Professional.UNIVERSITY,
    ),
    _count(
        "sent_to_postgraduate",
        "Cử đi đào tạo sau đại học",
        _sent,
        subject=Subject.PROFESSIONAL,
        level__gte=Professional.MASTER,
    ),
    _count(
        "sent_to_university",
        "Cử đi đào tạo đại học",
        _sent,
        subject=Subject.PROFESSIONAL,
        level=Professional.UNIVERSITY,
    ),
    _count(
        "sent_to_advanced_theory",
        "Cử đi học cao cấp lý luận chính trị",
        _sent,
        subject=Subject.POLITICAL_THEORY,
        level=Theory.ADVANCED,
    ),
    _count("theory_classes", "Lớp trung cấp lý luận chính trị đã mở", _classes, "lớp", plain=True),
    _count("theory_trainees", "Người học các lớp trung cấp lý luận chính trị", _trainees),
    _learned(
        "studied_intermediate_theory",
        "Học trung cấp lý luận chính trị, đã xong hoặc đang học",
        _studied,
        subject=Subject.POLITICAL_THEORY,
        level=Theory.INTERMEDIATE,
    ),
    _learned(
        "studied_advanced_theory",
        "Học cao cấp lý luận chính trị, đã xong hoặc đang học",
        _studied,
        subject=Subject.POLITICAL_THEORY,
        level=Theory.ADVANCED,
    ),
    _learned(
        "studied_master",
        "Học cao học, đã xong hoặc đang học",
        _studied,
        subject=Subject.PROFESSIONAL,
        level=Professional.MASTER,
    ),
    _learned(
        "studied_university",
        "Học đại học, đã xong hoặc đang học",
        _studied,
        subject=Subject.PROFESSIONAL,
        level=Professional.UNIVERSITY,
    ),
    _learned(
        "studied_specialised",
        "Học trung cấp chuyên ngành, đã xong hoặc đang học",
        _studied,
        subject=Subject.PROFESSIONAL,
        level=Professional.INTERMEDIATE,
    ),
    _learned("course_attendances", "Lượt bồi dưỡng, tập huấn", _attended, "lượt"),
    _share(
        "district_university",
        "Cán bộ, công chức, viên chức cấp huyện có trình độ đại học trở lên",
        _UNIVERSITY,
        block__in=(ADMINISTRATIVE, PARTY),
    ),
    _share("ward_standard", "Cán bộ, công chức cấp xã đạt chuẩn theo vị trí", _STANDARD, block=COMMUNE),
    _share("ward_university", "Cán bộ, công chức cấp xã có trình độ đại học trở lên", _UNIVERSITY, block=COMMUNE),
    _share(
        "theory_administrative",
        "Khối hành chính – sự nghiệp có lý luận chính trị từ trung cấp trở lên",
        _THEORY,
        block=ADMINISTRATIVE,
    ),
    _share(
        "theory_party",
        "Khối Đảng – đoàn thể có lý luận chính trị từ trung cấp trở lên",
        _THEORY,
        block=PARTY,
    ),
    _share(
        "theory_ward_key",
        "Cán bộ chủ chốt cấp xã có lý luận chính trị từ trung cấp trở lên",
        _THEORY,
        block=COMMUNE,
        category=KEY_OFFICIAL,
    ),
)


def asked(unit: Any, *, on: date, since: date | None = None) -> Asked:
    """Phạm vi hỏi: counted from 1 January three years before the day unless another start is given."""
    return Asked(unit, on, since or date(on.year - 3, 1, 1))


def measured(asked: Asked, *, only: str | None = None, with_rows: bool = False) -> list[dict[str, Any]]:
    """Các chỉ số thành dữ liệu: all of them, or one, with the rows behind each when asked for."""
    found = []
    for indicator in INDICATORS:
        if only in (None, indicator.name):
            data = measure(indicator, asked).as_data()
            found.append(data | ({"rows": _rows(indicator, asked)} if with_rows else {}))
    return found


def _rows(indicator: Indicator, asked: Asked) -> list[dict[str, Any]]:
    return [row_data(row) for row in rows_behind(indicator, asked, only_hits=True)]


def row_data(row: Any) -> dict[str, Any]:
    """A row behind a figure: a person with the unit, or a class."""
    if hasattr(row, "person"):
        return {"id": row.person.pk, "full_name": row.person.full_name, "unit": row.unit_name or ""}
    return {"id": row.pk, "full_name": row.title, "unit": row.organiser}
