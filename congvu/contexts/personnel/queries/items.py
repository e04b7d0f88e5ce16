"""The groups of a file as of a day, in the order of the form; what the reader may not see is named and left empty."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from congvu.contexts.personnel.models import FileItem, FilePaper, Person
from congvu.kernel.access import Officer
from congvu.kernel.audit.models import Fact
from congvu.law.personal_file import GROUPS, PICTURE, Group
from congvu.law.sensitivity import Sensitivity


@dataclass(frozen=True)
class Section:
    """Mục của hồ sơ vào một ngày; `seen` is false when the reader's roles do not show it."""

    group: Group
    items: tuple[FileItem, ...]
    seen: bool

    @property
    def none(self) -> bool:
        """Whether the file says that the person has none of it."""
        return any(item.none for item in self.items)

    @property
    def told(self) -> tuple[FileItem, ...]:
        """The items that say something."""
        return tuple(item for item in self.items if not item.none)


def items(person: Person, *, on: date) -> QuerySet[Any]:
    """Các mục đang có hiệu lực: those in sight, by group, the latest first."""
    held: QuerySet[Any] = FileItem.objects.on(on).filter(person=person, withdrawn_on=None)
    return held.select_related("ground").order_by("group", "-valid", "pk")


def standing_items(person: Person, group: Group, *, on: date) -> QuerySet[Any]:
    """Items of the group that hold on the day or begin later: what a new one may meet."""
    later = Q(valid__contains=on) | Q(valid__startswith__gt=on)
    return FileItem.objects.filter(later, person=person, group=group.name, withdrawn_on=None).order_by("valid", "pk")


def locked_item(item: FileItem) -> FileItem:
    """The item's row, held for this transaction."""
    found: FileItem = (
        FileItem.objects.select_for_update(of=("self",)).select_related("person__identity").get(pk=item.pk)
    )
    return found


def sections(person: Person, *, to: Officer, on: date) -> list[Section]:
    """Cả hồ sơ: every group of the catalogue, in one query."""
    held: dict[str, list[FileItem]] = {}
    for item in items(person, on=on):
        held.setdefault(item.group, []).append(item)
    seen = sees(person, to=to, on=on)
    return [Section(group, tuple(held.get(group.name, ())), group.sensitivity in seen) for group in GROUPS]


def sees(person: Person, *, to: Officer, on: date) -> frozenset[str]:
    """Nhóm dữ liệu được xem of this person: all of them for the person; the database holds to the same."""
    own = to.person_id == person.pk
    home = f"{person.identity.path}."
    under = {kind: to.sight.seeing.get(kind, ()) for kind in Sensitivity}
    return frozenset(
        kind
        for kind in Sensitivity
        if own or kind is Sensitivity.OPEN or any(home.startswith(f"{path}.") for path in under[kind])
    )


def papers(person: Person) -> QuerySet[Any]:
    """Giấy tờ đang có trong hồ sơ: those in sight, the latest first."""
    kept = FilePaper.objects.filter(person=person, withdrawn_on=None).exclude(kind=PICTURE)
    return kept.select_related("file", "item", "study").order_by("-filed_on", "-pk")


def paper_of(person: Person, pk: int) -> FilePaper | None:
    """One paper of the person, withdrawn or not, if its class is in sight."""
    found = FilePaper.objects.filter(person=person, pk=pk).select_related("file", "person__identity")
    return found.order_by("pk").first()


def picture(person: Person) -> FilePaper | None:
    """Ảnh chân dung: the latest."""
    kept = FilePaper.objects.filter(person=person, kind=PICTURE, withdrawn_on=None)
    return kept.select_related("file").order_by("-pk").first()


def history(person: Person, group: Group) -> list[FileItem]:
    """Mọi nội dung của mục từ trước đến nay, withdrawn ones too: what holds first, then the latest."""
    found = FileItem.objects.filter(person=person, group=group.name).select_related("ground").order_by("-pk")
    return sorted(found, key=lambda item: item.withdrawn_on is not None)


def facts_of_items(person: Person, group: Group) -> dict[int, list[Fact]]:
    """Ai đã ghi, vì sao: the facts of each item of the group, the latest first."""
    told: dict[int, list[Fact]] = {}
    rows = Fact.objects.filter(person=person.pk, kind__startswith="personnel.Item", content__group=group.name)
    for fact in rows.order_by("-pk"):
        told.setdefault(fact.content["item_id"], []).append(fact)
    return told


def item_of(person: Person, pk: int) -> FileItem | None:
    """One item of the person, withdrawn or not."""
    found = FileItem.objects.filter(person=person, pk=pk).select_related("person__identity")
    return found.order_by("pk").first()
