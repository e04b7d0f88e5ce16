"""What is handed to the actions: a person's file as a paper, a list or a proposal tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from congvu.contexts.personnel.states import AssignmentKind, CourseKind, Precision
from congvu.kernel.documents.decisions import Ground


@dataclass(frozen=True)
class PostSpell:
    """Một thời gian giữ vị trí."""

    post_id: int
    unit_id: int
    title: str
    since: date
    until: date | None = None
    kind: str = AssignmentKind.PRINCIPAL
    ground: Ground | None = None


@dataclass(frozen=True)
class StudySpell:
    """Một quá trình đào tạo, bồi dưỡng."""

    subject: str
    level: int
    field: str = ""
    school: str = ""
    mode: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    awarded_on: date | None = None
    awarded_precision: str = Precision.DAY
    certificate_number: str = ""
    sent_by: Ground | None = None
    study_class_id: int | None = None


@dataclass(frozen=True)
class CourseSpell:
    """Một lượt bồi dưỡng, tập huấn."""

    title: str
    started_on: date
    ended_on: date
    kind: str = CourseKind.FOSTERING
    organiser: str = ""
    days: int | None = None
    certificate_number: str = ""
    ground: Ground | None = None


@dataclass(frozen=True)
class RankSpell:
    """Một thời gian giữ ngạch, bậc."""

    rank: str
    since: date
    until: date | None = None
    step: int | None = None
    coefficient: Decimal | None = None
    ground: Ground | None = None


@dataclass(frozen=True)
class ServiceSpell:
    """Một thời gian thuộc một loại cán bộ, công chức, viên chức."""

    kind: str
    since: date
    until: date | None = None
    ground: Ground | None = None


@dataclass(frozen=True)
class PartySpell:
    """Thời gian là đảng viên; the day of admission may be unknown."""

    admitted_on: date | None
    official_on: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class ItemEntry:
    """Một mục của hồ sơ: a group of the catalogue with its values, or `none` when the person has none of it."""

    group: str
    values: Mapping[str, Any] = field(default_factory=dict)
    none: bool = False
    since: date | None = None
    until: date | None = None
    ground: Ground | None = None


@dataclass(frozen=True)
class PersonEntry:
    """Hồ sơ một người khi lập."""

    home_id: int
    full_name: str
    born_on: date | None = None
    sex: str = ""
    born_precision: str = Precision.DAY
    ethnicity: str = "01"
    personnel_number: str | None = None
    citizen_number: str | None = None
    invented: bool = False
    posts: tuple[PostSpell, ...] = ()
    studies: tuple[StudySpell, ...] = ()
    ranks: tuple[RankSpell, ...] = ()
    services: tuple[ServiceSpell, ...] = ()
    party: PartySpell | None = None
    items: tuple[ItemEntry, ...] = ()
    courses: tuple[CourseSpell, ...] = ()

    def grounds(self) -> list[Ground]:
        """Every decision that the file names."""
        papers = [
            *(post.ground for post in self.posts),
            *(rank.ground for rank in self.ranks),
            *(service.ground for service in self.services),
            *(study.sent_by for study in self.studies),
            *(item.ground for item in self.items),
            *(course.ground for course in self.courses),
        ]
        return [paper for paper in papers if paper is not None]


__all__ = [
    "CourseSpell",
    "Ground",
    "ItemEntry",
    "PartySpell",
    "PersonEntry",
    "PostSpell",
    "RankSpell",
    "ServiceSpell",
    "StudySpell",
]
