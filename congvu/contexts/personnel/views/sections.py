"""Lý lịch: the groups of the file as of the day, and everything that a group ever said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from congvu.contexts.personnel import queries
from congvu.contexts.personnel.models import FileItem, FilePaper, Person
from congvu.contexts.personnel.queries import Section
from congvu.contexts.personnel.queries.numbers import sees_number
from congvu.contexts.personnel.views.head import head, may_change, opened
from congvu.law.personal_file import GROUPS, Group, said
from congvu.law.personal_file import group as group_of
from congvu.law.sensitivity import Sensitivity
from congvu.web import formats
from congvu.web.access import allow
from congvu.web.parts import Action, Badge
from congvu.web.request import Request

_VIEW = "personnel.view_person"
Pairs = list[tuple[str, str]]
Proofs = dict[int, list[tuple[str, str]]]


@dataclass(frozen=True)
class Line:
    """Một nội dung của mục: what it says, since when, its papers, and what may be done with it."""

    item: FileItem
    title: str
    pairs: Pairs
    when: str
    papers: Sequence[tuple[str, str]]
    links: Sequence[Action]
    badge: Badge | None = None
    told: Sequence[Any] = ()


@dataclass(frozen=True)
class Shown:
    """Mục trên trang."""

    section: Section
    lines: Sequence[Line]
    url: str
    add: Action | None = None
    none: Action | None = None
    extra: Pairs | None = None

    @property
    def anchor(self) -> str:
        """Where the page holds it."""
        return f"muc-{self.section.group.name}"

    @property
    def columns(self) -> list[str]:
        """Of a table, the labels of what at least one line tells."""
        told = {label for line in self.lines for label, _ in line.pairs}
        return [field.label for field in self.section.group.fields if field.label in told]

    @property
    def rows(self) -> list[tuple[Line, list[tuple[str, str]]]]:
        """Of a table, each line with its cells under their labels."""
        return [(line, [(label, dict(line.pairs).get(label, "")) for label in self.columns]) for line in self.lines]

    @property
    def state(self) -> str:
        """What the list of contents says of it."""
        if not self.section.seen:
            return "không được xem"
        return "đã ghi" if self.section.items or self.extra else "chưa ghi"


@allow(_VIEW)
@require_GET
def sections(request: Request, pk: int) -> HttpResponse:
    """Lý lịch: every group in the order of the form; those not to be seen are named."""
    person = opened(request, pk)
    found = queries.sections(person, to=request.officer, on=request.as_of)
    proofs = _proofs(person)
    changes = may_change(request, person)
    number = _number(request, person)
    shown = [_shown(person, each, proofs, changes=changes, number=number, on=request.as_of) for each in found]
    context = {**head(request, person, "sections"), "shown": shown, "may_change": changes}
    return render(request, "personnel/sections.html", context)


@allow(_VIEW)
@require_GET
def section(request: Request, pk: int, group: str) -> HttpResponse:
    """Lịch sử một mục: all that it ever said, what was withdrawn too, with who wrote it and why."""
    person, kind = opened(request, pk), group_or_404(group)
    if kind.sensitivity not in queries.sees(person, to=request.officer, on=request.as_of):
        raise Http404
    changes = may_change(request, person)
    proofs, told = _proofs(person), queries.facts_of_items(person, kind)
    day = request.as_of
    lines = [
        _line(item, kind, proofs, changes=changes and not item.withdrawn_on, on=day, told=told.get(item.pk, ()))
        for item in queries.history(person, kind)
    ]
    context = {
        **head(request, person, "sections"),
        "group": kind,
        "lines": lines,
        "actions": [_add(person, kind)] if changes and (kind.many or not lines) else [],
        "back": f"{reverse('personnel:sections', args=[person.pk])}#muc-{kind.name}",
    }
    return render(request, "personnel/section.html", context)


def group_or_404(name: str) -> Group:
    """The group that the address names."""
    if name not in {each.name for each in GROUPS}:
        raise Http404
    return group_of(name)


def pairs(item: FileItem, kind: Group) -> Pairs:
    """What the item says, label by label."""
    told = ((field.label, said(field, item.values.get(field.name))) for field in kind.fields)
    return [(label, words) for label, words in told if words]


def title(item: FileItem, kind: Group) -> str:
    """The item in one line, as a list names it."""
    if item.none:
        return "Không có"
    named = kind.told or tuple(field.name for field in kind.fields)
    words = [said(kind.field(name), item.values.get(name)) for name in named]
    return ", ".join(word for word in words if word)[:120] or kind.label


def spoken(kind: Group) -> str:
    """The group's name inside a sentence."""
    return f"“{kind.label}”"


def when(item: FileItem) -> str:
    """ "từ 01/05/2016", "từ 01/05/2016 đến 31/12/2017"; what the item itself says of its days is not said again."""
    kind = group_of(item.group)
    since = f"từ {formats.day(item.starts_on)}" if item.starts_on and not item.values.get(kind.begins) else ""
    until = f"đến {formats.day(item.last_on)}" if item.last_on and not item.values.get(kind.ends) else ""
    return " ".join(part for part in (since, until) if part)


def _shown(person: Person, found: Section, proofs: Proofs, *, changes: bool, number: Pairs, on: date) -> Shown:
    kind = found.group
    changes = changes and found.seen
    empty = not found.items
    none = changes and kind.may_be_none and empty
    return Shown(
        found,
        [_line(item, kind, proofs, changes=changes, on=on) for item in found.told],
        reverse("personnel:section", args=[person.pk, kind.name]) if found.seen else "",
        add=_add(person, kind) if changes and (kind.many or not found.told) else None,
        none=Action("Ghi “không có”", _address("file_none", person, kind.name)) if none else None,
        extra=number if kind.sensitivity is Sensitivity.IDENTITY and found.seen else None,
    )


def _add(person: Person, kind: Group) -> Action:
    label = "Thêm" if kind.many else "Ghi mục này"
    return Action(label, _address("file_item", person, kind.name), icon="plus")


def _line(
    item: FileItem,
    kind: Group,
    proofs: Proofs,
    *,
    changes: bool,
    on: date,
    told: Iterable[Any] = (),
) -> Line:
    return Line(
        item,
        title(item, kind),
        pairs(item, kind),
        when(item),
        proofs.get(item.pk, []),
        _links(item) if changes else [],
        _badge(item, on),
        tuple(told),
    )


def _links(item: FileItem) -> list[Action]:
    pages = (
        ("change_item", "Thay đổi từ một ngày"),
        ("correct_item", "Đính chính"),
        ("end_item", "Kết thúc"),
        ("withdraw_item", "Rút"),
    )
    kept = pages[2:] if item.none else pages
    return [Action(label, reverse(f"personnel:{name}", args=[item.person_id, item.pk])) for name, label in kept]


def _badge(item: FileItem, on: date) -> Badge:
    if item.withdrawn_on:
        return Badge(f"Đã rút ngày {formats.day(item.withdrawn_on)}", "closed")
    if on in item.valid:
        return Badge("Đang có hiệu lực", "done")
    return Badge("Đã kết thúc" if item.last_on and item.last_on < on else "Chưa đến ngày", "plain")


def _proofs(person: Person) -> Proofs:
    """The papers in sight, by the item that they prove."""
    found: Proofs = {}
    for paper in queries.papers(person):
        if paper.item_id:
            found.setdefault(paper.item_id, []).append((paper.title, _download(paper)))
    return found


def _download(paper: FilePaper) -> str:
    return reverse("personnel:paper", args=[paper.person_id, paper.pk])


def _number(request: Request, person: Person) -> Pairs:
    if not person.citizen_number or not sees_number(person, to=request.officer, on=request.as_of):
        return []
    return [("Số định danh cá nhân", person.citizen_number)]


def _address(view: str, person: Person, name: str) -> str:
    return reverse(f"personnel:{view}", args=[person.pk, name])
