"""Đếm một nhóm: who they are on the day, how many on other days, how they are made up, who came and who went."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value

from congvu.contexts.personnel.queries.cohorts.chosen import Chosen
from congvu.contexts.personnel.queries.place import answering_day, surveying
from congvu.contexts.personnel.queries.staff import holders, staff, years_before

YEARS_BACK = 5
NOT_IN_POST = "không giữ vị trí chính ở đơn vị"
PARTS = ("sex", "age_band", "professional", "post__unit")


@dataclass(frozen=True)
class Question:
    """Câu hỏi: which people of which unit, as of which day."""

    unit: Any
    chosen: Chosen
    on: date

    @property
    def day(self) -> date:
        """The day that the unit can answer for."""
        return answering_day(self.unit, on=self.on)

    @property
    def answerable(self) -> bool:
        """Whether the unit existed by then."""
        founded: date | None = self.unit.founded_on
        return founded is None or founded <= self.day


@dataclass(frozen=True)
class MakeUp:
    """Cơ cấu của nhóm: how many in all, and by each part."""

    total: int
    by: dict[str, Counter[Any]]


def people(asked: Question) -> QuerySet[Any]:
    """Những người trong nhóm, with what lists show of them."""
    return asked.chosen.narrowed(staff(asked.unit, on=asked.day), on=asked.day)


def _bare(asked: Question) -> QuerySet[Any]:
    """The same without what only lists need."""
    return asked.chosen.narrowed(holders(asked.unit, on=asked.day), on=asked.day)


def _surveying(questions: Sequence[Question]) -> AbstractContextManager[None]:
    """Inside, whole tables are joined if the highest of the units asked about is large."""
    if not questions:
        return nullcontext()
    highest = min(questions, key=lambda question: str(question.unit.identity.path).count("."))
    return surveying(highest.unit, on=highest.day)


def counted(questions: Sequence[Question]) -> list[int | None]:
    """Đếm nhiều câu hỏi, in one query; None where the unit did not exist yet."""
    asked = [(place, question) for place, question in enumerate(questions) if question.answerable]
    parts = [
        _bare(question).order_by().annotate(place=Value(place)).values("place").annotate(people=Count("pk"))
        for place, question in asked
    ]
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0] if parts else ()
    with _surveying([question for _place, question in asked]):
        found = {row["place"]: row["people"] for row in rows}
    known = {place for place, _question in asked}
    return [found.get(place, 0) if place in known else None for place in range(len(questions))]


def over_years(asked: Question) -> list[tuple[date, int | None]]:
    """Cùng nhóm qua các năm: on the same day of each year, the earliest first."""
    days = [years_before(asked.day, years) for years in range(YEARS_BACK, -1, -1)]
    numbers = counted([Question(asked.unit, asked.chosen, day) for day in days])
    return list(zip(days, numbers, strict=True))


def made_up(asked: Question) -> MakeUp:
    """Cơ cấu: every part out of one pass over the people."""
    rows = people(asked).order_by().values(*PARTS).annotate(people=Count("pk")).order_by(*PARTS)
    by: dict[str, Counter[Any]] = {part: Counter() for part in PARTS}
    total = 0
    with _surveying([asked]):
        counted_rows = list(rows)
    for row in counted_rows:
        total += row["people"]
        for part in PARTS:
            by[part][row[part]] += row["people"]
    return MakeUp(total, by)


def entered(now: Question, before: Question) -> QuerySet[Any]:
    """Người mới vào: in the first, not in the second."""
    return people(now).exclude(_among(before))


def stayed(now: Question, before: Question) -> QuerySet[Any]:
    """Người ở cả hai."""
    return people(now).filter(_among(before))


def unmet_clauses(persons: Iterable[int], asked: Question) -> dict[int, list[str]]:
    """Vì sao không thuộc nhóm: for each person the clauses not met, or that no principal post was held there."""
    keys = set(persons)
    there = _who(Question(asked.unit, Chosen(), asked.on), keys)
    missing: dict[int, list[str]] = {key: [] if key in there else [NOT_IN_POST] for key in keys}
    for pair, clause in zip(asked.chosen.values, asked.chosen.clauses, strict=True):
        for key in there - _who(Question(asked.unit, Chosen((pair,)), asked.on), there):
            missing[key].append(clause)
    return missing


def _who(asked: Question, among: set[int]) -> set[int]:
    return set(_bare(asked).filter(person__in=among).values_list("person", flat=True).order_by("person"))


def _among(asked: Question) -> Q:
    return Q(Exists(_bare(asked).filter(person=OuterRef("person"))))
