"""What happened to a person's record."""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class PersonEnrolled:
    """Lập hồ sơ: a file was opened for a person."""

    person_id: int
    unit_id: int
    full_name: str
    source: str


@dataclass(frozen=True)
class PersonCorrected:
    """Đính chính hồ sơ: fields of a person changed, each with the value before and after."""

    person_id: int
    changes: dict[str, tuple[Any, Any]]
    source: str


@dataclass(frozen=True)
class PostTaken:
    """Nhận vị trí: a person holds a post from a day, by a decision."""

    person_id: int
    unit_id: int
    post: str
    kind: str
    since: date
    decision: str


@dataclass(frozen=True)
class PostLeft:
    """Thôi giữ vị trí: a person's assignment ended before the given day."""

    person_id: int
    unit_id: int
    post: str
    until: date
    decision: str


@dataclass(frozen=True)
class StudyRecorded:
    """Ghi nhận trình độ: a study spell or its certificate entered the file."""

    person_id: int
    subject: str
    level: int
    awarded_on: date | None
    sent_by: str


@dataclass(frozen=True)
class StudyWithdrawn:
    """Rút ghi nhận trình độ: an entry proved wrong and no longer counts."""

    person_id: int
    subject: str
    level: int
    reason: str


@dataclass(frozen=True)
class PartyJoined:
    """Vào Đảng: a membership entered the file."""

    person_id: int
    admitted_on: date


@dataclass(frozen=True)
class ImportWritten:
    """Ghi danh sách nhập: a checked workbook was confirmed and written."""

    unit_id: int
    file: str
    rows: int
    new: int
    changed: int


@dataclass(frozen=True)
class ReportIssued:
    """Xuất báo cáo: a review report left the system in some form."""

    unit_id: int
    name: str
    form: str


@dataclass(frozen=True)
class ClassOpened:
    """Mở lớp: a class was opened for the staff of a unit."""

    unit_id: int
    code: str
    title: str
