"""One person of whom the file says everything that the catalogue asks, with words that look like source."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from congvu.contexts.personnel.actions import ItemEntry, PartySpell, RankSpell, StudySpell
from congvu.contexts.personnel.models import Person
from congvu.contexts.personnel.tests import make
from congvu.law.personal_file import GROUPS, Field, Group, Kind

STUDIES = (
    StudySpell(
        "professional",
        4,
        field="Luật hành chính",
        school="Trường Đại học Cần Thơ",
        mode="in_service",
        started_on=date(2003, 9, 1),
        ended_on=date(2007, 6, 30),
        awarded_on=date(2007, 7, 15),
        certificate_number="A 012345",
    ),
    make.INTERMEDIATE_THEORY,
)
RANKS = (
    RankSpell("01.003", date(2010, 2, 1), until=date(2013, 2, 1), step=1, coefficient=Decimal("2.34")),
    RankSpell("01.003", date(2013, 2, 1), step=2, coefficient=Decimal("2.67")),
)


def whole(at: make.Place, full_name: str = "Nguyễn Thị Thùy Dương", **known: Any) -> Person:
    """The person, enrolled with every group of the catalogue."""
    person = make.person(
        at,
        full_name,
        sex="female",
        personnel_number="BT-00123",
        citizen_number="092185001234",
        studies=STUDIES,
        ranks=RANKS,
        party=PartySpell(date(2011, 5, 19), official_on=date(2012, 5, 20)),
        items=tuple(entries()),
        **known,
    )
    return Person.objects.select_related("identity").get(pk=person.pk)


def entries() -> Iterator[ItemEntry]:
    """Every group once, those that may have many twice."""
    numbers = count(100)
    for group in GROUPS:
        for place in range(2 if group.many else 1):
            asked = [field for field in group.fields if field.name != group.ends]
            yield ItemEntry(group.name, {field.name: _value(group, field, place, next(numbers)) for field in asked})


def _value(group: Group, field: Field, place: int, number: int) -> Any:
    match field.kind:
        case Kind.CHOICE:
            assert field.codes is not None
            return field.codes.entries[place].code
        case Kind.DAY:
            return f"2014-{number % 12 + 1:02}-{number % 28 + 1:02}"
        case Kind.NUMBER:
            return int(field.least) + number % min(12, int(field.most - field.least) + 1)
        case Kind.DECIMAL:
            return f"0.{number}"
        case Kind.FLAG:
            return True
    words = f"{field.label} #*$<b>_{number}"
    return words if len(words) <= field.longest else f"#*$<b>{number}"
