"""What left the system of somebody's file."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class FileExported:
    """Xuất hồ sơ: what is seen of somebody's file as of a day left the system as a workbook."""

    person_id: int
    as_of: date


@dataclass(frozen=True)
class CurriculumPrinted:
    """In sơ yếu lý lịch: a copy of somebody's curriculum vitae as of a day left the system in some form."""

    person_id: int
    form: str
    as_of: date
