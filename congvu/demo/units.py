"""What a data file tells of: units, posts, seats, classes, short courses, who was sent to study."""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class PostPlan:
    """Vị trí việc làm của dữ liệu mẫu; `people` is how many of its seats were taken on the article's day."""

    unit: str
    title: str
    category: str
    kind: str
    people: int
    seats: int
    fields: tuple[str, ...]
    staff: str
    named: int = 0
    sex: str = ""
    swaps: str = ""
    young: bool = False
    rotates: bool = False
    standards: bool = True

    @property
    def key(self) -> str:
        """What names the post in the generator."""
        return f"{self.unit}/{self.title}"


@dataclass(frozen=True)
class UnitPlan:
    """Cơ quan của dữ liệu mẫu; `ward` is the code of the place that it stands in, or the root's empty one.

    A unit that was founded later or dissolved earlier than the others tells its own days, its decision and its heir.
    """

    key: str
    name: str
    short_name: str
    level: str
    block: str
    ward: str
    parent: str
    slug: str | None
    posts: tuple[PostPlan, ...]
    founded: date | None = None
    ended: date | None = None
    heir: str = ""
    extent: str = "whole"
    decision: str = ""


@dataclass(frozen=True)
class Seat:
    """Chỗ: one person's place in a post; `opens` is the first day of its unit."""

    post: PostPlan
    number: int
    block: str
    ward: str
    opens: date

    @property
    def key(self) -> str:
        """What names the seat in the generator, and what its luck hangs on."""
        return f"{self.post.key}#{self.number}"

    @property
    def leads(self) -> bool:
        """Whether it is a seat of a head, a deputy or a key official."""
        return self.post.category in ("leader", "deputy", "key_official")

    @property
    def in_commune(self) -> bool:
        """Whether it is a seat of the commune's own bodies."""
        return self.block == "commune"


@dataclass(frozen=True)
class ClassPlan:
    """Lớp đã mở."""

    code: str
    title: str
    opened: date
    closed: date


@dataclass(frozen=True)
class SentPlan:
    """Cử đi học: so many people began such a study, of whom `done` had finished by the article's day."""

    subject: str
    level: int
    people: int
    done: int
    months: int
    school: str
    mode: str
    title: str
    done_from: tuple[date, ...]
    running_from: tuple[date, ...]

    @classmethod
    def read(cls, row: dict[str, Any]) -> "SentPlan":
        """One row of the file."""
        days = {name: tuple(row.get(name, ())) for name in ("done_from", "running_from")}
        return cls(**{**row, **days})


@dataclass(frozen=True)
class CoursePlan:
    """Khóa bồi dưỡng, tập huấn: who of which categories attended, each with the chance `share`."""

    title: str
    kind: str
    organiser: str
    starts: date
    ends: date
    days: int
    share: float
    categories: tuple[str, ...]
    certified: bool = False

    @classmethod
    def read(cls, row: dict[str, Any]) -> "CoursePlan":
        """One row of the file."""
        return cls(**{**row, "categories": tuple(row.get("categories", ()))})
