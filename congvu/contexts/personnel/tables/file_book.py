"""One person's file as a workbook: what form 2C asks, the career, and every group in sight on a sheet of its own."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from congvu.contexts.personnel.models import Study
from congvu.contexts.personnel.queries.curriculum import Curriculum, begun_studies, day_words
from congvu.contexts.personnel.queries.file import PersonFile, level_words, rank_label
from congvu.contexts.personnel.queries.items import Section
from congvu.kernel.sheets import Column, Kind, Layout
from congvu.law.code_lists import TRAINING_MODES
from congvu.law.personal_file import said

Sheet = tuple[Layout, list[dict[str, Any]]]

_SINCE = Column("since", "Từ ngày", Kind.DATE, width=14)
_UNTIL = Column("until", "Đến hết ngày", Kind.DATE, width=14)
_GROUND = Column("ground", "Căn cứ", width=36)
_SUMMARY = (
    Column("place", "Số mục trên mẫu 2C", width=12),
    Column("label", "Nội dung", width=44),
    Column("words", "Hồ sơ ghi", width=60),
)
_POSTS = (
    _SINCE,
    _UNTIL,
    Column("post", "Vị trí", width=40),
    Column("unit", "Đơn vị", width=40),
    Column("kind", "Hình thức"),
    _GROUND,
)
_STUDIES = (
    Column("level", "Trình độ", width=40),
    Column("school", "Cơ sở đào tạo", width=40),
    Column("mode", "Hình thức đào tạo", width=20),
    Column("started", "Bắt đầu", Kind.DATE),
    Column("ended", "Kết thúc", Kind.DATE),
    Column("awarded", "Ngày cấp"),
    Column("number", "Số hiệu", width=20),
    Column("sent_by", "Cử đi học theo", width=36),
)
_COURSES = (
    _SINCE,
    _UNTIL,
    Column("title", "Khóa bồi dưỡng, tập huấn", width=44),
    Column("kind", "Loại khóa", width=20),
    Column("organiser", "Đơn vị tổ chức", width=36),
    Column("number", "Số chứng nhận", width=20),
    _GROUND,
)
_RANKS = (
    _SINCE,
    _UNTIL,
    Column("code", "Mã ngạch"),
    Column("rank", "Ngạch", width=30),
    Column("step", "Bậc", Kind.INTEGER, width=8),
    Column("coefficient", "Hệ số", Kind.NUMBER, width=10),
    _GROUND,
)


def file_book(found: Curriculum, file: PersonFile, groups: list[Section], *, unseen: str) -> Iterator[Sheet]:
    """Các trang của hồ sơ; a group that the reader may not see has none."""
    name = file.person.full_name
    yield Layout(f"Hồ sơ của {name}", _SUMMARY, sheet="Tóm tắt"), _summary(found, unseen)
    yield Layout(f"Quá trình công tác của {name}", _POSTS, sheet="Quá trình công tác"), _posts(file)
    yield Layout(f"Đào tạo, bồi dưỡng của {name}", _STUDIES, sheet="Đào tạo, bồi dưỡng"), _studies(file)
    yield Layout(f"Bồi dưỡng, tập huấn của {name}", _COURSES, sheet="Bồi dưỡng, tập huấn"), _courses(file)
    yield Layout(f"Ngạch, bậc của {name}", _RANKS, sheet="Ngạch, bậc"), _ranks(file)
    yield from (_group(section, name, file.on) for section in groups if section.seen and section.items)


def _summary(found: Curriculum, unseen: str) -> list[dict[str, Any]]:
    return [
        {"place": item.place, "label": answer.label, "words": answer.words if answer.seen else unseen}
        for item in found.items
        for answer in item.answers
    ]


def _posts(file: PersonFile) -> list[dict[str, Any]]:
    return [
        {
            **_span(post, file.on),
            "post": post.post.title,
            "unit": getattr(post, "unit_name", "") or "",
            "kind": post.get_kind_display(),
        }
        for post in file.posts
    ]


def _studies(file: PersonFile) -> list[dict[str, Any]]:
    modes = {entry.code: entry.label for entry in TRAINING_MODES.entries}

    def awarded(study: Study) -> str:
        """As exactly as it is known; empty while it lies ahead."""
        return day_words(_past(study.awarded_on, file.on), study.awarded_precision)

    return [
        {
            "level": level_words(study),
            "school": study.school,
            "mode": modes.get(study.mode, study.mode),
            "started": study.started_on,
            "ended": _past(study.ended_on, file.on),
            "awarded": awarded(study),
            "number": study.certificate_number,
            "sent_by": str(study.sent_by or ""),
        }
        for study in begun_studies(file)
    ]


def _courses(file: PersonFile) -> list[dict[str, Any]]:
    return [
        {
            "since": course.started_on,
            "until": _past(course.ended_on, file.on),
            "title": course.title,
            "kind": course.get_kind_display(),
            "organiser": course.organiser,
            "number": course.certificate_number,
            "ground": str(course.ground or ""),
        }
        for course in file.courses
    ]


def _ranks(file: PersonFile) -> list[dict[str, Any]]:
    return [
        {
            **_span(held, file.on),
            "code": held.rank,
            "rank": rank_label(held.rank),
            "step": held.step,
            "coefficient": held.coefficient,
        }
        for held in file.ranks
    ]


def _group(section: Section, name: str, on: date) -> Sheet:
    """Every field of the group in a column; one line says so where the person has none of it."""
    group = section.group
    columns = tuple(Column(f"field_{field.name}", field.label, width=28) for field in group.fields)
    told = [
        {f"field_{field.name}": said(field, item.values.get(field.name)) for field in group.fields} | _span(item, on)
        for item in section.told
    ]
    none = [{columns[0].key: "Không"}] if section.none else []
    return Layout(f"{group.label} của {name}", (*columns, _SINCE, _UNTIL, _GROUND), sheet=group.label), told or none


def _span(record: Any, on: date) -> dict[str, Any]:
    return {"since": record.starts_on, "until": _past(record.last_on, on), "ground": str(record.ground or "")}


def _past(day: date | None, on: date) -> date | None:
    """What lies ahead of the day asked about is not told."""
    return day if day and day <= on else None
