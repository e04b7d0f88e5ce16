"""How complete files are: what each says of the points asked for, and how people and units stand by it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db import connection
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import (
    Assignment,
    FileItem,
    FilePaper,
    FileScore,
    PartyMembership,
    Person,
    RankHolding,
    Service,
    Study,
)
from congvu.contexts.personnel.queries.staff import with_place
from congvu.contexts.personnel.states import AssignmentKind, Precision, StaffKind, Subject
from congvu.kernel import scope
from congvu.law.personal_file import NONE, PICTURE, Held, Need, need

_RANKED = {StaffKind.CIVIL_SERVANT, StaffKind.PUBLIC_EMPLOYEE}


@dataclass(frozen=True)
class Standing:
    """Mức đầy đủ của một đơn vị: its people, the points they have of those asked, how many files are complete."""

    unit_id: int
    people: int
    filled: int
    asked: int
    complete: int

    @property
    def share(self) -> Decimal | None:
        """Phần trăm điểm đã có; None when nobody serves there."""
        return share(self.filled, self.asked)


def share(filled: int | None, asked: int | None) -> Decimal | None:
    """Phần trăm, to one place."""
    if not asked or filled is None:
        return None
    return (Decimal(filled) * 100 / asked).quantize(Decimal("0.1"), ROUND_HALF_UP)


def held_of(person: Person, *, on: date) -> Held:
    """Những gì hồ sơ của một người đã có: whether a point is there is told to every reader, its value is not."""
    with scope.within(scope.everything([str(person.identity.path)])):
        return held([person.pk], on=on)[person.pk]


def days_of(people: Collection[int], *, on: date) -> dict[date, list[int]]:
    """Ngày mà hồ sơ được xét: the day itself, or for whoever has left the last day in a principal post."""
    posts = Assignment.objects.filter(person__in=people, kind=AssignmentKind.PRINCIPAL, valid__startswith__lte=on)
    latest = posts.order_by("person_id", "-valid").distinct("person_id").values_list("person_id", "valid")
    ended = {person: span.upper - timedelta(days=1) for person, span in latest if span.upper and span.upper <= on}
    found: dict[date, list[int]] = defaultdict(list)
    for person in people:
        found[ended.get(person, on)].append(person)
    return found


def held(people: Collection[int], *, on: date) -> dict[int, Held]:
    """Những gì hồ sơ của từng người đã có vào ngày ấy, in nine queries however many they are."""
    of_people: dict[str, Any] = {"person__in": people}
    base = _Points()
    _of_the_person(base, people)
    for person, ground in _on(Assignment, on, kind=AssignmentKind.PRINCIPAL, **of_people).values_list(
        "person_id", "ground_id"
    ):
        base.add(person, "post", "decision" if ground else "")
    kinds = dict(_on(Service, on, **of_people).values_list("person_id", "kind"))
    base.add_all(kinds, "service")
    base.add_all(
        _on(RankHolding, on, **of_people)
        .exclude(Q(step=None) | Q(coefficient=None))
        .values_list("person_id", flat=True),
        "rank",
    )
    members = dict(_on(PartyMembership, on, **of_people).values_list("person_id", "official_on"))
    base.add_all((person for person, official_on in members.items() if official_on), "official_on")
    _of_studies(base, people, on=on)
    pictures = FilePaper.objects.filter(kind=PICTURE, withdrawn_on=None, **of_people)
    base.add_all(pictures.values_list("person_id", flat=True), "picture")
    groups = _groups(people, on=on)
    return {
        person: Held(
            base=frozenset(base.points[person]),
            groups=groups.get(person, {}),
            member=person in members,
            ranked=kinds.get(person) in _RANKED,
        )
        for person in people
    }


class _Points:
    def __init__(self) -> None:
        self.points: dict[int, set[str]] = defaultdict(set)

    def add(self, person: int, *names: str) -> None:
        """Points that the file of the person has."""
        self.points[person].update(name for name in names if name)

    def add_all(self, people: Iterable[int], name: str) -> None:
        """A point that the files of all of them have."""
        for person in people:
            self.points[person].add(name)


def _of_the_person(base: _Points, people: Collection[int]) -> None:
    for row in Person.objects.filter(pk__in=people).order_by("pk"):
        exact = row.born_on is not None and row.born_precision == Precision.DAY
        base.add(row.pk, "born_on" if exact else "", *(name for name in _PLAIN if getattr(row, name)))


_PLAIN = ("sex", "ethnicity", "citizen_number")


def _of_studies(base: _Points, people: Collection[int], *, on: date) -> None:
    """The certificate of the highest degree awarded by the day."""
    awarded = Study.objects.filter(
        person__in=people, subject=Subject.PROFESSIONAL, awarded_on__lte=on, withdrawn_on=None
    ).order_by("person_id", "-level", "-awarded_on", "pk")
    for study in awarded.distinct("person_id"):
        base.add(study.person_id, "study", "certificate" if study.certificate_number and study.school else "")


def _groups(people: Collection[int], *, on: date) -> dict[int, dict[str, frozenset[str]]]:
    found: dict[int, dict[str, frozenset[str]]] = defaultdict(dict)
    rows = FileItem.objects.on(on).filter(person__in=people, withdrawn_on=None).order_by("pk")
    for person, group, values, none in rows.values_list("person_id", "group", "values", "none"):
        said = frozenset(values) | ({NONE} if none else frozenset())
        found[person][group] = found[person].get(group, frozenset()) | said
    return found


def _on(model: Any, day: date, **which: Any) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.on(day).filter(**which).order_by("pk")
    return rows


_STANDINGS = """
SELECT top.id, count(*), sum(score.filled), sum(score.asked), count(*) FILTER (WHERE score.missing = '{}')
FROM scope_unitidentity top
JOIN scope_unitidentity place ON place.path <@ top.path
JOIN organisations_post post ON post.unit_id = place.id
JOIN personnel_assignment held ON held.post_id = post.id AND held.kind = 'principal' AND held.valid @> %s::date
JOIN personnel_filescore score ON score.person_id = held.person_id
WHERE top.id = ANY(%s)
GROUP BY top.id
"""


def standings(units: Sequence[int], *, on: date) -> dict[int, Standing]:
    """Mức đầy đủ của từng đơn vị and everything below it, as last reckoned, in one query; units without people too."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDINGS, [on, list(units)])
        found = {row[0]: Standing(*(int(part) for part in row)) for row in cursor.fetchall()}
    return {unit: found.get(unit, Standing(unit, 0, 0, 0, 0)) for unit in units}


def scored(unit: Any, *, on: date) -> QuerySet[Any]:
    """Hồ sơ của đơn vị with the score of each: principal assignments on the day."""
    rows: QuerySet[Any] = with_place(
        Assignment.objects.on(on).filter(
            kind=AssignmentKind.PRINCIPAL,
            post__unit__in=organisations.branch(unit, on=on),
            person__score__isnull=False,
        ),
        on=on,
    ).annotate(
        filled=F("person__score__filled"),
        asked=F("person__score__asked"),
        missing=F("person__score__missing"),
        lacking=F("person__score__asked") - F("person__score__filled"),
    )
    return rows


def with_score(held: QuerySet[Any]) -> QuerySet[Any]:
    """Những dòng ấy, each with how complete the file is, as last reckoned."""
    score = FileScore.objects.filter(person=OuterRef("person")).order_by("pk")
    told = {name: Subquery(score.values(name)[:1]) for name in ("filled", "asked")}
    rows: QuerySet[Any] = held.annotate(**told)
    return rows


_LACKING = """
SELECT name, count(*) FROM (
  SELECT unnest(score.missing) AS name
  FROM scope_unitidentity top
  JOIN scope_unitidentity place ON place.path <@ top.path
  JOIN organisations_post post ON post.unit_id = place.id
  JOIN personnel_assignment held ON held.post_id = post.id AND held.kind = 'principal' AND held.valid @> %s::date
  JOIN personnel_filescore score ON score.person_id = held.person_id
  WHERE top.id = %s
) AS points GROUP BY name ORDER BY count(*) DESC, name
"""


def most_lacking(unit: int, *, on: date) -> list[tuple[Need, int]]:
    """Những điểm nhiều hồ sơ còn thiếu, the worst first, with how many files lack each."""
    with connection.cursor() as cursor:
        cursor.execute(_LACKING, [on, unit])
        return [(need(name), count) for name, count in cursor.fetchall()]


def scores_of(people: Iterable[int]) -> QuerySet[FileScore]:
    """Điểm đã tính của những người này."""
    return FileScore.objects.filter(person__in=people).order_by("pk")
