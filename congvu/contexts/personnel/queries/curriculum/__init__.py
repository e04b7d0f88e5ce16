"""Sơ yếu lý lịch: what form 2C asks of a person, answered from the file as of a day for one reader."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import FilePaper, Person
from congvu.contexts.personnel.queries.curriculum.answers import NONE, Answer, Known, day_words
from congvu.contexts.personnel.queries.curriculum.items import ITEMS, Item
from congvu.contexts.personnel.queries.curriculum.tables import (
    Progress,
    Rows,
    begun_studies,
    career,
    relatives,
    salary,
    training,
)
from congvu.contexts.personnel.queries.file import person_file
from congvu.contexts.personnel.queries.items import sections, sees
from congvu.kernel.access import Officer
from congvu.law.personal_file import PICTURE

_TERRITORIAL = (organisations.Level.PROVINCE, organisations.Level.DISTRICT, organisations.Level.COMMUNE)


@dataclass(frozen=True)
class Curriculum:
    """Sơ yếu lý lịch theo mẫu 2C: numbered answers and tables; what the reader may not see is not in it."""

    person: Person
    on: date
    managing: str
    using: str
    items: tuple[Item, ...]
    training: Rows
    career: Rows
    own_family: Rows
    spouse_family: Rows
    salary: tuple[Progress, ...]
    picture: FilePaper | None

    def item(self, place: str) -> Item:
        """Mục mang số này."""
        return {item.place: item for item in self.items}[place]


def curriculum(person: Person, *, to: Officer, on: date) -> Curriculum:
    """Sơ yếu lý lịch tính đến ngày, as the reader may see it, in a fixed number of queries."""
    found = {section.group.name: section for section in sections(person, to=to, on=on)}
    known = Known(person_file(person, on=on), found, sees(person, to=to, on=on))
    managing, using = _bodies(known)
    return Curriculum(
        person=person,
        on=on,
        managing=managing,
        using=using,
        items=tuple(Item(place, tuple(ask(known) for ask in asked)) for place, asked in ITEMS),
        training=training(known),
        career=career(known),
        own_family=relatives(known, "own"),
        spouse_family=relatives(known, "spouse"),
        salary=salary(known),
        picture=_picture(person, on=on),
    )


def _bodies(known: Known) -> tuple[str, str]:
    """The nearest territorial unit above the one that the person works in, and that one itself."""
    post: Any = known.file.principal
    using = organisations.record_of(post.post.unit_id if post else known.person.identity.home_id, on=known.on)
    above = organisations.ancestors(using.unit_id, on=known.on)
    managing = next((record.name for record in reversed(above) if record.level in _TERRITORIAL), "")
    return managing, using.name


def _picture(person: Person, *, on: date) -> FilePaper | None:
    """The latest photograph that the file held on the day."""
    kept = FilePaper.objects.filter(person=person, kind=PICTURE, withdrawn_on=None, filed_on__lte=on)
    return kept.select_related("file").order_by("-filed_on", "-pk").first()


__all__ = ["NONE", "Answer", "Curriculum", "Item", "Progress", "Rows", "begun_studies", "curriculum", "day_words"]
