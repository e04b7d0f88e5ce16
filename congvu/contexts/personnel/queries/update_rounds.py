"""Rounds of updating: those that wait for a person, and who of the units has answered."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Assignment, Person, RoundAnswer, UpdateRound, UpdateRoundUnit
from congvu.contexts.personnel.queries.people import principal_post
from congvu.contexts.personnel.states import AssignmentKind
from congvu.kernel.access import Officer
from congvu.kernel.access.models import User
from congvu.kernel.scope.models import UnitIdentity
from congvu.law.personal_file import Group, proposable

MANAGE = "personnel.manage_records"


@dataclass(frozen=True)
class Waiting:
    """Đợt đang chờ một người trả lời: the round, the groups still to answer, and how many there are in all."""

    round: UpdateRound
    left: tuple[Group, ...]

    @property
    def total(self) -> int:
        """How many groups the round asks about."""
        return len(self.round.groups)


@dataclass(frozen=True)
class Tally:
    """Tình hình của một đơn vị trong đợt: how many people, with accounts, and done."""

    unit_id: int
    unit_name: str
    people: int
    reachable: int
    done: int


def rounds(officer: Officer) -> QuerySet[Any]:
    """Các đợt của những đơn vị mà cán bộ quản lý hồ sơ, the latest first."""
    within = Q(pk__in=[])
    for path in officer.paths_for(MANAGE):
        within |= Q(unit__path__under=path)
    found: QuerySet[Any] = UpdateRound.objects.filter(within).select_related("unit")
    return found.order_by("-pk")


def locked_round(pk: int) -> UpdateRound:
    """Một đợt, held until the transaction ends."""
    return UpdateRound.objects.select_for_update().get(pk=pk)


def units_of(asked: UpdateRound) -> list[UnitIdentity]:
    """Các đơn vị phải trả lời."""
    named = UpdateRoundUnit.objects.filter(round=asked).select_related("unit").order_by("unit__path")
    return [one.unit for one in named]


def open_for(person: Person, *, on: date) -> list[UpdateRound]:
    """Đợt đang mở cho người này, while he serves: of the units that keep his file, or in which he serves."""
    held = principal_post(person, on=on)
    if held is None:
        return []
    serves_in = UnitIdentity.objects.values_list("path", flat=True).get(pk=held.post.unit_id)
    paths = [str(person.identity.path), str(serves_in)]
    above = Q(pk__in=[])
    for path in paths:
        above |= Q(unit__path__above=path)
    named = UpdateRoundUnit.objects.filter(above).values("round")
    found = UpdateRound.objects.filter(pk__in=named, closed_on=None, opened_on__lte=on)
    return list(found.order_by("due_on", "pk"))


def waiting_for(person: Person, *, on: date) -> list[Waiting]:
    """Đợt còn chờ người này trả lời, the most urgent first."""
    found = open_for(person, on=on)
    if not found:
        return []
    rows = RoundAnswer.objects.filter(person=person, round__in=found).order_by("pk").values_list("round_id", "group")
    answered = set(rows)
    left = [(one, tuple(proposable(name) for name in one.groups if (one.pk, name) not in answered)) for one in found]
    return [Waiting(one, groups) for one, groups in left if groups]


def members(asked: UpdateRound, *, on: date) -> QuerySet[Any]:
    """Ai phải trả lời: whoever serves on the day in the units of the round, with how many groups he answered."""
    within = Q(pk__in=[])
    for unit in units_of(asked):
        within |= Q(post__unit__identity__path__under=unit.path) | Q(person__identity__path__under=unit.path)
    record = organisations.UnitRecord.objects.on(on).filter(unit=OuterRef("post__unit")).order_by("pk")
    given = RoundAnswer.objects.filter(round=asked, person=OuterRef("person")).order_by().values("person")
    counted = Subquery(given.annotate(many=Count("pk")).values("many"), output_field=IntegerField())
    rows: QuerySet[Any] = Assignment.objects.on(on).filter(within, kind=AssignmentKind.PRINCIPAL)
    told: QuerySet[Any] = (
        rows.annotate(
            unit_name=Subquery(record.values("name")[:1]),
            answered=Coalesce(counted, 0),
            reachable=Exists(User.objects.filter(person=OuterRef("person"), is_active=True)),
        )
        .select_related("person", "post")
        .order_by("person__sort_key", "pk")
    )
    return told


def tallies(asked: UpdateRound, *, on: date) -> list[Tally]:
    """Từng đơn vị đã trả lời đến đâu, in the order of the tree."""
    whole = len(asked.groups)
    rows = (
        members(asked, on=on)
        .order_by("post__unit__identity__path")
        .values_list("post__unit_id", "unit_name", "reachable", "answered")
    )
    found: dict[int, list[Any]] = {}
    for unit_id, name, reachable, answered in rows:
        kept = found.setdefault(unit_id, [name or "", 0, 0, 0])
        kept[1] += 1
        kept[2] += bool(reachable)
        kept[3] += answered >= whole
    return [Tally(unit_id, *kept) for unit_id, kept in found.items()]


def units_to_choose(unit_id: int, *, on: date) -> list[tuple[str, str]]:
    """Đơn vị có thể hỏi trong đợt: the unit itself and those directly below it."""
    below = [(str(record.unit_id), record.name) for record in organisations.children(unit_id, on=on)]
    return [(str(unit_id), organisations.record_of(unit_id, on=on).name), *below]


def place_name(unit_id: int, *, on: date) -> str:
    """Tên đơn vị vào một ngày."""
    named = organisations.described([unit_id], on=on).get(unit_id)
    return named.name if named else ""
