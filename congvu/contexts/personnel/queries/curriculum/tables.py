"""Các bảng của mẫu 2C: training (27), career (28), family (31) and salary (32), each in the order of time or of kin."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from congvu.contexts.personnel.models import Attendance, FileItem, Study
from congvu.contexts.personnel.queries.curriculum.answers import Known, day_words, field_words
from congvu.contexts.personnel.queries.file import PersonFile, level_words
from congvu.law.code_lists import TRAINING_MODES
from congvu.law.personal_file import group

_EXPERIENCE, _FAMILY = group("experience"), group("family")
_NOW = "nay"
_MONTH = "month"


@dataclass(frozen=True)
class Rows:
    """Bảng của mẫu: its rows; `seen` is false when the reader may not see them."""

    rows: tuple[tuple[str, ...], ...] = ()
    seen: bool = True


@dataclass(frozen=True)
class Progress:
    """Một lần xếp lương: from which month, by which rank and step, at which coefficient."""

    since: str
    rank: str
    coefficient: str


def training(known: Known) -> Rows:
    """27: school, field, from–to, mode, certificate, short courses among them; the earliest first."""
    studies = [(min(_days(study), default=date.min), _study(study, known.on)) for study in begun_studies(known.file)]
    courses = [(course.started_on, _course(course, known.on)) for course in reversed(known.file.courses)]
    return Rows(tuple(row for _, row in sorted([*studies, *courses], key=lambda timed: timed[0])))


def begun_studies(file: PersonFile) -> list[Study]:
    """Studies that had begun by the day, and those of unknown days; the earliest first."""
    begun = [study for study in file.studies if min(_days(study), default=date.min) <= file.on]
    return sorted(begun, key=lambda study: (min(_days(study), default=date.min), study.pk))


def career(known: Known) -> Rows:
    """28: posts held here and work done before, as one line of time."""
    section = known.sections["experience"]
    lines = [_experience(item) for item in section.told] + [_post(post, known) for post in known.file.posts]
    lines.sort()
    return Rows(tuple((spell, what) for _, spell, what in lines))


def relatives(known: Known, side: str) -> Rows:
    """31: those of one side of the family, in the order of the relations."""
    section = known.sections["family"]
    codes = _FAMILY.field("relation").codes
    order = {entry.code: place for place, entry in enumerate(codes.entries)} if codes else {}
    held = [item for item in section.told if item.values["side"] == side]
    held.sort(key=lambda item: (order[item.values["relation"]], item.values.get("born") or 0, item.pk))
    return Rows(tuple(_relative(item) for item in held), seen=section.seen)


def salary(known: Known) -> tuple[Progress, ...]:
    """32: every rank and step up to the day, the earliest first."""
    return tuple(
        Progress(
            day_words(held.starts_on, _MONTH),
            f"{held.rank}/{held.step}" if held.step else held.rank,
            "" if held.coefficient is None else str(held.coefficient).replace(".", ","),
        )
        for held in reversed(known.file.ranks)
    )


def _days(study: Study) -> list[date]:
    return [day for day in (study.started_on, study.ended_on, study.awarded_on) if day]


def _study(study: Study, on: date) -> tuple[str, ...]:
    modes = {entry.code: entry.label for entry in TRAINING_MODES.entries}
    spell = _spell(day_words(study.started_on, _MONTH), _until(study.ended_on, on, started=study.started_on))
    return study.school, study.field, spell, modes.get(study.mode, study.mode), _certificate(study, on)


def _course(course: Attendance, on: date) -> tuple[str, ...]:
    spell = _spell(day_words(course.started_on, _MONTH), _until(course.ended_on, on, started=course.started_on))
    number = f"Số chứng nhận {course.certificate_number}" if course.certificate_number else ""
    return course.organiser, course.title, spell, course.get_kind_display(), number if course.ended_on <= on else ""


def _certificate(study: Study, on: date) -> str:
    """What it led to by the day."""
    if study.awarded_on is None or study.awarded_on > on:
        return f"{level_words(study)} (chưa cấp bằng)"
    number = f", số hiệu {study.certificate_number}" if study.certificate_number else ""
    awarded = day_words(study.awarded_on, study.awarded_precision)
    return f"{level_words(study)}{number}" + (f" ({awarded})" if awarded else "")


def _until(day: date | None, on: date, *, started: date | None) -> str:
    if day is not None and day <= on:
        return day_words(day, _MONTH)
    return _NOW if started and day else ""


def _experience(item: FileItem) -> tuple[str, str, str]:
    since, until, work, body = (field_words(_EXPERIENCE, item, name) for name in ("since", "until", "work", "body"))
    return item.values["since"], _spell(since, until), ", ".join(part for part in (work, body) if part)


def _post(post: Any, known: Known) -> tuple[str, str, str]:
    ends: date | None = post.last_on
    until = day_words(ends, _MONTH) if ends and ends < known.on else _NOW
    begins = post.starts_on.isoformat() if post.starts_on else ""
    what = ", ".join(part for part in (post.post.title, post.unit_name) if part)
    return begins, _spell(day_words(post.starts_on, _MONTH), until), what


def _relative(item: FileItem) -> tuple[str, ...]:
    relation, name, born = (field_words(_FAMILY, item, each) for each in ("relation", "name", "born"))
    said = [field_words(_FAMILY, item, each) for each in ("native_place", "occupation", "body", "residence")]
    lost = _FAMILY.field("dead").label if item.values.get("dead") else ""
    return relation, name, born, "; ".join(part for part in (*said, lost) if part)


def _spell(since: str, until: str) -> str:
    return " – ".join(part for part in (since, until) if part)


__all__ = ["Progress", "Rows", "begun_studies", "career", "relatives", "salary", "training"]
