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
class AttendanceRecorded:
    """Ghi lượt bồi dưỡng, tập huấn: a short course entered the file."""

    person_id: int
    title: str
    started_on: date
    ground: str


@dataclass(frozen=True)
class PartyJoined:
    """Vào Đảng: a membership entered the file."""

    person_id: int
    admitted_on: date | None


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
class ListExported:
    """Xuất danh sách: a list of people left the system as a workbook, under these conditions."""

    unit_id: int
    name: str
    rows: int
    filters: dict[str, str]


@dataclass(frozen=True)
class ClassOpened:
    """Mở lớp: a class was opened for the staff of a unit."""

    unit_id: int
    code: str
    title: str


@dataclass(frozen=True)
class ImportReceived:
    """Nhận tệp danh sách: somebody handed in a workbook; nothing of it is written yet."""

    unit_id: int
    import_id: int
    file: str
    sha256: str


@dataclass(frozen=True)
class ImportChecked:
    """Kiểm tra danh sách nhập: what the check found."""

    unit_id: int
    import_id: int
    rows: int
    faulty: int


@dataclass(frozen=True)
class ImportRefused:
    """Từ chối tệp danh sách: the stored file could not be read."""

    unit_id: int
    import_id: int
    reason: str


@dataclass(frozen=True)
class ImportAnswered:
    """Trả lời câu hỏi của đợt nhập: which words of the list mean which unit."""

    unit_id: int
    import_id: int
    answers: dict[str, Any]


@dataclass(frozen=True)
class ImportConfirmed:
    """Xác nhận danh sách nhập: an officer ordered it to be written."""

    unit_id: int
    import_id: int
    new: int
    changed: int
    accept_good: bool


@dataclass(frozen=True)
class ImportReturned:
    """Trả lại danh sách nhập: the files had moved on since the check, so nothing was written."""

    unit_id: int
    import_id: int


@dataclass(frozen=True)
class ImportDiscarded:
    """Hủy danh sách nhập: it will not be written."""

    unit_id: int
    import_id: int


@dataclass(frozen=True)
class RankRecorded:
    """Ghi nhận ngạch, bậc: a person is paid by a rank and step from a day."""

    person_id: int
    rank: str
    step: int | None
    since: date
    source: str


@dataclass(frozen=True)
class ServiceRecorded:
    """Ghi nhận loại cán bộ: a person is of a kind of staff from a day."""

    person_id: int
    kind: str
    since: date
    source: str
