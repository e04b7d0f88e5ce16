"""What an examination asks for and what it gives: a verdict on every row, questions, posts that are missing."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from congvu.contexts.personnel.queries.imports.differences import Difference
from congvu.contexts.personnel.queries.imports.places import UnitPlace
from congvu.contexts.personnel.queries.imports.register import Known
from congvu.contexts.personnel.queries.imports.told import Reading, Told
from congvu.kernel.sheets import Fault

NEW, CHANGED, UNCHANGED, FAULTY = "new", "changed", "unchanged", "faulty"


@dataclass(frozen=True)
class Ask:
    """Điều cần biết trước khi kiểm tra: for which unit and day, what was answered, what the officer may do."""

    unit: Any
    on: date
    answers: dict[str, int] = field(default_factory=dict)
    creates_posts: bool = True
    may_create: Callable[[int], bool] = lambda unit_id: True
    may_change: Callable[[str], bool] = lambda path: True
    scoped: Callable[[], AbstractContextManager[None]] = nullcontext


@dataclass(frozen=True)
class Outcome:
    """Kết quả của một dòng."""

    kind: str
    said: Told
    reading: Reading
    known: Known | None = None
    difference: Difference | None = None


@dataclass(frozen=True)
class Question:
    """Câu hỏi: words of the list that may mean several units."""

    key: str
    words: str
    rows: tuple[int, ...]
    options: tuple[UnitPlace, ...]


@dataclass(frozen=True)
class MissingPost:
    """Vị trí chưa có: named in the list, and created on confirmation."""

    unit: UnitPlace
    title: str
    people: int
    staff_kind: str


@dataclass(frozen=True)
class Examination:
    """Kết quả kiểm tra cả danh sách."""

    sheet: str
    ignored: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    questions: tuple[Question, ...]
    missing_posts: tuple[MissingPost, ...]

    def of(self, kind: str) -> list[Outcome]:
        """Các dòng thuộc một loại kết quả."""
        return [outcome for outcome in self.outcomes if outcome.kind == kind]

    @property
    def faults(self) -> list[Fault]:
        """Every fault, by row."""
        return [fault for outcome in self.outcomes for fault in outcome.reading.faults]

    @property
    def warnings(self) -> list[Fault]:
        """Every remark that holds nothing back."""
        return [fault for outcome in self.outcomes for fault in outcome.reading.warnings]
