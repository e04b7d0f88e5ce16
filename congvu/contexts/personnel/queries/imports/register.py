"""Files that the database already has of the people in a list, found and read in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from congvu.contexts.personnel.models import Assignment, PartyMembership, Person, RankHolding, Service, Study
from congvu.contexts.personnel.queries.imports.told import Told
from congvu.contexts.personnel.queries.numbers import with_numbers_seen
from congvu.contexts.personnel.queries.search import taken_elsewhere
from congvu.contexts.personnel.states import AssignmentKind
from congvu.kernel.names import same_name, search_key


@dataclass
class Known:
    """Hồ sơ đã có: one person, all spells, and what holds on the day of the list."""

    person: Person
    on: date
    posts: list[Assignment] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)
    ranks: list[RankHolding] = field(default_factory=list)
    parties: list[PartyMembership] = field(default_factory=list)
    studies: list[Study] = field(default_factory=list)

    @property
    def number_seen(self) -> bool:
        """Whether whoever asks may see the citizen number of the person."""
        return bool(getattr(self.person, "number_seen", False))

    @property
    def post(self) -> Assignment | None:
        """The principal post on the day."""
        return next(
            (each for each in self.posts if each.kind == AssignmentKind.PRINCIPAL and self.on in each.valid), None
        )

    @property
    def service(self) -> Service | None:
        """The kind of staff on the day."""
        return next((each for each in self.services if self.on in each.valid), None)

    @property
    def rank(self) -> RankHolding | None:
        """The rank on the day."""
        return next((each for each in self.ranks if self.on in each.valid), None)

    @property
    def party(self) -> PartyMembership | None:
        """The membership on the day."""
        return next((each for each in self.parties if self.on in each.valid), None)

    @property
    def unit_id(self) -> int:
        """Where the person serves; without a post, the unit that keeps the file."""
        return self.post.post.unit_id if self.post else self.person.identity.home_id


def in_the_way(spells: Iterable[Any], held: Any, since: date) -> Any | None:
    """The spell that one beginning on `since` and still open would overlap, once the held one ends that day."""
    for spell in spells:
        if spell is held:
            if spell.starts_on is None or spell.starts_on >= since:
                return spell
        elif spell.valid.upper is None or spell.valid.upper > since:
            return spell
    return None


@dataclass
class Register:
    """Sổ tra cứu: known people by number and by name, and numbers that belong to somebody out of sight."""

    taken: set[str]
    by_number: dict[str, Known] = field(default_factory=dict)
    by_citizen: dict[str, Known] = field(default_factory=dict)
    by_name: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))

    def called(self, said: Told) -> list[Known]:
        """Those of the same name, birth day and unit."""
        unit_id = said.unit.pk if said.unit else None
        return [
            known
            for known in self.by_name.get(search_key(said.full_name), ())
            if same_name(known.person.full_name, said.full_name)
            and same_birth(known.person, said)
            and (unit_id is None or known.unit_id == unit_id)
        ]


def same_birth(person: Person, said: Told) -> bool:
    """Whether the two birth days are one, as far as the coarser of them tells."""
    if said.born is None or person.born_on is None:
        return said.born is None and person.born_on is None
    depth = min(int(said.born.precision), {"day": 3, "month": 2, "year": 1}.get(person.born_precision, 0))
    return _parts(person.born_on)[:depth] == _parts(said.born.date)[:depth]


def _parts(day: date) -> tuple[int, int, int]:
    return (day.year, day.month, day.day)


def register(people: Sequence[Told], *, on: date) -> Register:
    """Tra cứu hồ sơ đã có: nine queries, however many people; by name only those whom no number leads to."""
    numbers = {said.personnel_number for said in people} - {""}
    citizens = {said.citizen_number for said in people} - {""}
    numbered = _people(Q(personnel_number__in=numbers) | Q(citizen_number__in=citizens))
    known = {person.pk: Known(person, on) for person in numbered}
    rest = _unnumbered(people, numbered)
    known |= {person.pk: Known(person, on) for person in _namesakes(rest) if person.pk not in known}
    _fill(known)
    return _entered(known.values(), taken_elsewhere(sorted(numbers | citizens)))


def _people(wanted: Q) -> list[Person]:
    found = with_numbers_seen(Person.objects.select_related("identity"))
    return list(found.filter(wanted).order_by("pk"))


def _unnumbered(people: Sequence[Told], numbered: Sequence[Person]) -> list[Told]:
    numbers = {person.personnel_number for person in numbered}
    citizens = {person.citizen_number for person in numbered}
    return [each for each in people if each.personnel_number not in numbers and each.citizen_number not in citizens]


def _namesakes(people: Sequence[Told]) -> list[Person]:
    """Those of the same name and birth day: the few whose files are worth reading."""
    asked: dict[str, list[Told]] = defaultdict(list)
    for said in people:
        if said.full_name:
            asked[f" {search_key(said.full_name)}"].append(said)
    found = _people(Q(search_key__in=list(asked)))
    return [person for person in found if any(same_birth(person, said) for said in asked[person.search_key])]


def _entered(known: Iterable[Known], taken: set[str]) -> Register:
    found = Register(taken)
    for each in known:
        if each.person.personnel_number:
            found.by_number[each.person.personnel_number] = each
        if each.person.citizen_number:
            found.by_citizen[each.person.citizen_number] = each
        found.by_name[each.person.search_key.strip()].append(each)
    return found


def known_of(people: Iterable[int], *, on: date) -> dict[int, Known]:
    """Hồ sơ của những người này, in six queries."""
    known = {person.pk: Known(person, on) for person in _people(Q(pk__in=list(people)))}
    _fill(known)
    return known


def _fill(known: dict[int, Known]) -> None:
    among: dict[str, Any] = {"person__in": list(known)}
    for post in Assignment.objects.filter(**among).select_related("post", "ground").order_by("pk"):
        known[post.person_id].posts.append(post)
    for service in Service.objects.filter(**among).order_by("pk"):
        known[service.person_id].services.append(service)
    for rank in RankHolding.objects.filter(**among).order_by("pk"):
        known[rank.person_id].ranks.append(rank)
    for party in PartyMembership.objects.filter(**among).order_by("pk"):
        known[party.person_id].parties.append(party)
    studies = Study.objects.filter(withdrawn_on=None, **among).select_related("sent_by")
    for study in studies.order_by("-level", "pk"):
        known[study.person_id].studies.append(study)
