"""What the desk asks before it writes to one file: free seats, people who may be the same, the last change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Assignment, PartyMembership, Person, Study, StudyClass
from congvu.contexts.personnel.queries.numbers import with_numbers_seen
from congvu.contexts.personnel.queries.trail import facts_of
from congvu.contexts.personnel.states import Precision
from congvu.kernel import names

_DEPTHS = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1, Precision.UNKNOWN: 0}


@dataclass(frozen=True)
class Seat:
    """Chỗ của vị trí: a post on a day, how many people it takes and how many hold it."""

    post_id: int
    title: str
    unit_id: int
    unit_name: str
    seats: int
    held: int

    @property
    def free(self) -> int:
        """How many more people it takes."""
        return max(0, self.seats - self.held)

    @property
    def named(self) -> str:
        """The post with its unit, as a sentence names it."""
        return f"{self.title}, {self.unit_name}"

    def __str__(self) -> str:
        left = f"còn {self.free} trên {self.seats} chỗ" if self.free else f"đã đủ {self.seats} người"
        return f"{self.title} ({left})"


def seats(paths: Iterable[str], *, on: date, most: int, besides: int | None = None) -> list[Seat]:
    """Vị trí của các nhánh vào một ngày: in the order of the tree, no more than `most`, and one more by its key."""
    posts = _posts(paths, on=on)
    found = list(posts.filter(pk__in=posts.values("pk")[:most]))  # first which ones, then how many hold each
    if besides is not None and all(post.pk != besides for post in found):
        found += posts.filter(pk=besides)
    return [
        Seat(post.pk, post.title, post.unit_id, post.unit_name or "", post.seats, post.held_by)  # type: ignore[attr-defined]
        for post in found
    ]


def _posts(paths: Iterable[str], *, on: date) -> QuerySet[organisations.Post]:
    within = Q(pk__in=[])
    for path in paths:
        within |= Q(unit__identity__path__under=path)
    named = organisations.UnitRecord.objects.on(on).filter(unit=OuterRef("unit")).order_by("pk")
    holders = Assignment.objects.on(on).filter(post=OuterRef("pk")).order_by().values("post")
    counted = Subquery(holders.annotate(people=Count("pk")).values("people"), output_field=IntegerField())
    posts: QuerySet[organisations.Post] = organisations.Post.objects.on(on).filter(within)
    return posts.annotate(unit_name=Subquery(named.values("name")[:1]), held_by=Coalesce(counted, 0)).order_by(
        "unit__identity__path", "category", "title", "pk"
    )


def units_managed(unit_ids: Iterable[int], *, on: date) -> list[tuple[str, str]]:
    """Đơn vị để thu hẹp lựa chọn: the units named, each with those directly below it."""
    found: dict[str, str] = {}
    for unit_id in unit_ids:
        found[str(unit_id)] = organisations.record_of(unit_id, on=on).name
        for below, name in organisations.children(unit_id, on=on).values_list("unit_id", "name"):
            found.setdefault(str(below), f"→ {name}")
    return list(found.items())


def last_change(person: Person) -> Any | None:
    """Lần sửa cuối: the latest fact of the file."""
    return next(iter(facts_of(person, most=1)), None)


def take_turn_by_name(full_name: str) -> None:
    """Lần lượt theo tên: two desks that enrol the same name at once see one another's file."""
    _take_turn(f"person {names.search_key(full_name)}")


def take_turn_at_post(post_id: int) -> None:
    """Lần lượt theo vị trí: two desks that fill the last seat at once see one another's choice."""
    _take_turn(f"post {post_id}")


def _take_turn(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def namesakes(full_name: str, born_on: date, precision: str) -> list[Person]:
    """Người cùng tên, cùng ngày sinh in the scope, as far as the coarser of the two birth days tells."""
    alike = Person.objects.filter(search_key=f" {names.search_key(full_name)}", born_on__year=born_on.year)
    found = alike.select_related("identity").order_by("sort_key", "pk")
    return [person for person in found if _same_birth(person, born_on, precision)]


def _same_birth(person: Person, born_on: date, precision: str) -> bool:
    depth = min(_DEPTHS[Precision(precision)], _DEPTHS[Precision(person.born_precision)])
    born = person.born_on
    return born is not None and _parts(born)[:depth] == _parts(born_on)[:depth]


def _parts(day: date) -> tuple[int, int, int]:
    return (day.year, day.month, day.day)


def holder_of(field: str, number: str) -> Any | None:
    """Người trong phạm vi đang mang số này; `number_seen` tells whether the reader may know whose it is."""
    held = with_numbers_seen(Person.objects.filter(**{field: number}))
    return held.select_related("identity").order_by("pk").first()


def assignment_of(person: Person, pk: int) -> Assignment | None:
    """One assignment of the person."""
    held: QuerySet[Assignment] = Assignment.objects.filter(person=person, pk=pk).select_related("post", "person")
    return held.order_by("pk").first()


def membership_of(person: Person) -> PartyMembership | None:
    """The membership that has not ended."""
    open_ended: QuerySet[PartyMembership] = PartyMembership.objects.filter(person=person, valid__upper_inf=True)
    return open_ended.select_related("person").order_by("pk").first()


def study_of(person: Person, pk: int) -> Study | None:
    """One study of the person, withdrawn or not."""
    return Study.objects.filter(person=person, pk=pk).select_related("person", "sent_by").order_by("pk").first()


def same_studies(person: Person, subject: str, level: int) -> list[Study]:
    """What the file already says of the subject at this level."""
    return list(Study.objects.filter(person=person, subject=subject, level=level, withdrawn_on=None).order_by("pk"))


def classes_to_choose(*, most: int) -> list[StudyClass]:
    """Các lớp trong phạm vi: the latest first."""
    return list(StudyClass.objects.order_by("-opened_on", "title", "pk")[:most])


def coming(person: Person, *, after: date) -> list[Assignment]:
    """Bố trí đã có quyết định mà chưa đến ngày."""
    ahead = Assignment.objects.filter(person=person, valid__startswith__gt=after).select_related("post", "ground")
    return list(ahead.order_by("valid", "pk"))


def place_names(unit_ids: Iterable[int], *, on: date) -> dict[int, str]:
    """Tên các đơn vị on the day, in one query."""
    return {unit_id: record.name for unit_id, record in organisations.described(unit_ids, on=on).items()}
