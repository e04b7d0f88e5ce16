"""Danh mục điều kiện: everything that may be asked of people, each declared once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Q

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.queries.cohorts import narrowing
from congvu.contexts.personnel.queries.cohorts.kinds import Condition, Levels, Numbers, Picks, Span, within
from congvu.contexts.personnel.queries.cohorts.narrowing import NOT_KINH, Picked
from congvu.contexts.personnel.states import Sex, StaffKind, Subject
from congvu.law import code_lists

_WHO, _LEVEL, _POST, _TIME = "Con người", "Trình độ", "Vị trí", "Thời gian"


_UP = " trở lên"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _one_of(choices: Sequence[tuple[str, str]]) -> Callable[[Picked], str]:
    """ "cán bộ, công chức hoặc viên chức"."""
    words = dict(choices)

    def say(picked: Picked) -> str:
        said = [_lower(words[value]) for value in picked]
        return " hoặc ".join(part for part in (", ".join(said[:-1]), said[-1]) if part)

    return say


def _reached(subject: str, before: str = "") -> Callable[[Span], str]:
    """ "lý luận chính trị trung cấp trở lên"."""

    def word(level: int) -> str:
        return code_lists.level_label(subject, level)

    def say(span: Span) -> str:
        if span.low is None or span.high is None:
            said = f"{word(span.low).removesuffix(_UP)}{_UP}" if span.low else f"cao nhất là {word(span.high or 0)}"
        elif span.low == span.high:
            said = f"đúng {word(span.low)}"
        else:
            said = f"từ {word(span.low)} đến {word(span.high)}"
        return said if before and before in said else f"{before} {said}".strip()

    return say


def _between(unit: str, before: str = "") -> Callable[[Span], str]:
    """ "từ 30 đến dưới 40 tuổi"."""

    def say(span: Span) -> str:
        if span.low is None:
            said = f"dưới {span.high} {unit}"
        elif span.high is None:
            said = f"từ đủ {span.low} {unit}"
        else:
            said = f"từ đủ {span.low} đến dưới {span.high} {unit}"
        return f"{before} {said}".strip()

    return say


def _study(subject: str, parameter: str, label: str, before: str = "") -> Condition:
    levels = tuple((str(level.value), _capital(level.label)) for level in code_lists.levels(subject))
    narrow, say = narrowing.holds_level(subject), _reached(subject, before)
    return Condition(subject, parameter, label, _LEVEL, Levels(levels), narrow, say)


def _picked(
    name: str,
    parameter: str,
    label: str,
    group: str,
    choices: Sequence[tuple[str, str]],
    narrow: Callable[[Picked, date], Q],
) -> Condition:
    return Condition(name, parameter, label, group, Picks(tuple(choices)), narrow, _one_of(choices))


_PEOPLES = tuple((entry.code, entry.label) for entry in code_lists.ETHNIC_GROUPS.entries)
_ETHNIC = ((NOT_KINH, "Dân tộc thiểu số (không phải Kinh)"), *_PEOPLES)
_RANKS = tuple((entry.code, f"{entry.label} ({entry.code})") for entry in (*code_lists.RANKS, *code_lists.TITLES))
_STANDARD = (("dat", "Đạt tiêu chuẩn của vị trí"), ("chua", "Chưa đạt tiêu chuẩn của vị trí"))
_PARTY = (("co", "Đảng viên"), ("chua", "Chưa là đảng viên"))


def _ethnicity(picked: Picked) -> str:
    if NOT_KINH in picked:
        return "dân tộc thiểu số"
    return f"dân tộc {dict(_PEOPLES)[picked[0]]}"


def _rank(picked: Picked) -> str:
    return f"ngạch, hạng {dict(_RANKS)[picked[0]]}"


def _single(condition: Condition, say: Callable[[Picked], str], hint: str = "") -> Condition:
    """The same, with one choice only and words of its own."""
    kind = condition.kind
    assert isinstance(kind, Picks)
    return replace(condition, kind=replace(kind, many=False), say=say, hint=hint)


CONDITIONS = (
    _picked("sex", "gioi", "Giới tính", _WHO, Sex.choices, narrowing.of_sex),
    Condition(
        "age",
        "tuoi",
        "Tuổi",
        _WHO,
        Numbers(99, "tuổi"),
        narrowing.aged,
        _between("tuổi"),
        hint="Tính đến ngày của số liệu.",
    ),
    _picked("party", "dang", "Đảng viên", _WHO, _PARTY, narrowing.in_party),
    _single(_picked("ethnicity", "dan-toc", "Dân tộc", _WHO, _ETHNIC, narrowing.of_ethnicity), _ethnicity),
    _study(Subject.PROFESSIONAL, "chuyen-mon", "Chuyên môn"),
    _study(Subject.POLITICAL_THEORY, "ly-luan", "Lý luận chính trị", "lý luận chính trị"),
    _study(Subject.STATE_MANAGEMENT, "quan-ly", "Quản lý nhà nước", "quản lý nhà nước"),
    _study(Subject.LANGUAGE, "ngoai-ngu", "Ngoại ngữ", "ngoại ngữ"),
    _study(Subject.INFORMATICS, "tin-hoc", "Tin học", "tin học"),
    _picked("staff_kind", "loai", "Loại cán bộ", _POST, StaffKind.choices, narrowing.of_staff_kind),
    _picked("category", "nhom-vi-tri", "Nhóm vị trí", _POST, organisations.PostCategory.choices, narrowing.of_category),
    _picked("block", "khoi", "Khối", _POST, organisations.Block.choices, narrowing.in_block),
    _single(_picked("rank", "ngach", "Ngạch, hạng chức danh", _POST, _RANKS, narrowing.of_rank), _rank),
    replace(
        _picked("standard", "tieu-chuan", "Tiêu chuẩn của vị trí", _POST, _STANDARD, narrowing.meets_standard),
        hint="Vị trí chưa đặt tiêu chuẩn nào thì tính là đạt.",
    ),
    Condition(
        "time_in_post",
        "giu-vi-tri",
        "Số năm giữ vị trí hiện nay",
        _TIME,
        Numbers(60, "năm"),
        narrowing.in_post,
        _between("năm", "giữ vị trí"),
    ),
    Condition(
        "time_in_unit",
        "o-don-vi",
        "Số năm ở đơn vị hiện nay",
        _TIME,
        Numbers(60, "năm"),
        narrowing.in_unit,
        _between("năm", "ở đơn vị"),
        hint="Liên tục, không có lúc nào giữ vị trí chính ở đơn vị khác.",
    ),
    Condition(
        "retirement",
        "nghi-huu",
        "Đến tuổi nghỉ hưu",
        _TIME,
        within(240, "tháng tới"),
        narrowing.retiring,
        lambda span: f"đến tuổi nghỉ hưu trong {span.high} tháng tới",
        hint="Theo tuổi nghỉ hưu của từng năm; kể cả người đã quá tuổi mà còn giữ vị trí.",
    ),
)
"""Another condition is another declaration here; form, addresses, sentence, SQL and what is saved follow from it."""
