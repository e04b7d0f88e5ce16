"""How a form about one file is answered: seen before it is written, refused in one sentence, told what is true."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import IntegrityError, models, transaction
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from congvu.contexts.personnel import queries
from congvu.contexts.personnel.models import (
    Assignment,
    FileItem,
    PartyMembership,
    Person,
    RankHolding,
    Service,
    Study,
)
from congvu.contexts.personnel.queries import changes
from congvu.contexts.personnel.rules import NotFit
from congvu.contexts.personnel.states import Sex
from congvu.web import formats
from congvu.web.clock import today
from congvu.web.parts import FormPage
from congvu.web.request import Request

MANAGE = "personnel.manage_records"
_AGAIN = "Chưa có gì được ghi vào hồ sơ."


class Conflict(Exception):
    """What the file or another file says against it, told beside the field."""

    def __init__(self, field: str | None, sentence: str) -> None:
        self.field, self.sentence = field, sentence
        super().__init__(sentence)


@dataclass(frozen=True)
class Deed:
    """Việc được đề nghị ghi: the write, what is true afterwards, and what the officer has to have seen before it."""

    write: Callable[[], Any]
    says: str
    shows: Sequence[str] = ()
    doubts: Sequence[str] = ()
    links: Sequence[tuple[str, str]] = ()

    @property
    def to_see(self) -> str:
        """What has to be seen, in one line."""
        return " ".join([*self.shows, *self.doubts])


@dataclass(frozen=True)
class Opened:
    """Hồ sơ đang mở để sửa: the person, the last change, and what the page shows beside the form."""

    person: Person
    last: Any | None
    beside: Sequence[tuple[str, str]] = field(default_factory=tuple)
    heading: str = ""
    back: str = ""

    @property
    def version(self) -> str:
        """What tells one state of the file from the next."""
        return str(self.last.pk) if self.last else ""


class _NotYet(Exception):
    """Takes back what was tried."""


def opened(request: Request, pk: int) -> Opened:
    """The file that the address names; held for this transaction when something is to be written."""
    person = get_object_or_404(Person.objects.select_related("identity"), pk=pk)
    request.officer.demand(MANAGE, over=person.identity.home_id, on=today())
    if request.method == "POST":
        person = queries.locked(person)
    return Opened(person, changes.last_change(person))


def answer(
    request: Request,
    form: Form,
    page: FormPage,
    deed_of: Callable[[], Deed],
    *,
    file: Opened | None = None,
    confirm: str = "",
    extra: Callable[[], dict[str, Any]] = dict,
) -> HttpResponse:
    """The form, the form with what is wrong, the form with what will be true, or the file with what is true now."""
    shown = _Shown(request, form, page, file, extra)
    if request.method != "POST":
        return shown.answer(200)
    if file is not None and form.data.get("version") != file.version:
        form.add_error(None, _changed_between(file.last))
        return shown.answer(409)
    if not form.is_valid():
        return shown.answer(422)
    deed: Deed | None = None
    try:
        with transaction.atomic():
            deed = deed_of()
            written = deed.write()
            if form.data.get("seen", "") != deed.to_see:
                raise _NotYet
    except _NotYet:
        assert deed is not None
        return shown.asking(deed, confirm or page.button)
    except (Conflict, NotFit, IntegrityError) as refused:
        _tell(form, refused)
        return shown.answer(409)
    messages.success(request, deed.says)
    return redirect(file.back or page_of(file.person) if file else page_of(written[0]))


def _tell(form: Form, refused: Conflict | NotFit | IntegrityError) -> None:
    """Why it was refused, beside the field where one is named."""
    if isinstance(refused, Conflict):
        form.add_error(refused.field, refused.sentence)
    elif isinstance(refused, NotFit):
        form.add_error(None, list(refused.faults.values()))
    else:
        form.add_error(None, _refused_by_database(refused))


@dataclass(frozen=True)
class _Shown:
    request: Request
    form: Form
    page: FormPage
    file: Opened | None
    extra: Callable[[], dict[str, Any]]

    def answer(self, status: int, **more: Any) -> HttpResponse:
        """The page as it stands."""
        if self.file is not None:
            self.request.opened = self.file.person.pk
            self._renew("version", self.file.version)
        context = {
            "form": self.form,
            "page": self.page,
            "file": self.file,
            "person_url": page_of(self.file.person) if self.file else "",
            "beside": self.file.beside if self.file else (),
            "shows": (),
            "doubts": (),
            "links": (),
            "narrowing": (),
            **self.extra(),
            **more,
        }
        return render(self.request, "personnel/changes/form.html", context, status=status)

    def asking(self, deed: Deed, confirm: str) -> HttpResponse:
        """Nothing is written before the officer has seen these sentences."""
        self._renew("seen", deed.to_see)
        shown = replace(self, page=replace(self.page, button=confirm, after=""))
        return shown.answer(409 if deed.doubts else 200, shows=deed.shows, doubts=deed.doubts, links=deed.links)

    def _renew(self, name: str, value: str) -> None:
        if self.form.is_bound:
            self.form.data = dict(self.form.data.items()) | {name: value}


def _changed_between(last: Any | None) -> str:
    if last is None:
        return f"Hồ sơ vừa được sửa ở nơi khác; {_AGAIN.lower()} Hãy xem lại rồi gửi lần nữa."
    return (
        f"Hồ sơ vừa được {last.actor_name} sửa lúc {formats.moment(last.recorded_at)} ({last.label}). {_AGAIN} "
        "Những điều bạn ghi còn nguyên ở dưới; hãy xem lại hồ sơ rồi gửi lần nữa."
    )


_KEPT: tuple[type[models.Model], ...] = (Person, Assignment, Service, RankHolding, Study, PartyMembership, FileItem)
_NUMBERS = {"personnel_number": "Số hiệu cán bộ", "citizen_number": "Số định danh cá nhân"}


def _refused_by_database(error: IntegrityError) -> str:
    """The sentence of the constraint; what is no constraint of ours is raised on."""
    name: str = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
    for model in _KEPT:
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return f"{constraint.violation_error_message} {_AGAIN} Đề nghị kiểm tra lại các ngày đã ghi."
    for column, label in _NUMBERS.items():
        if column in name:
            return f"{label} này đã thuộc về hồ sơ khác. {_AGAIN} Đề nghị kiểm tra lại số."
    raise error


def posted(request: Request) -> Any:
    """What was sent, or nothing yet."""
    return request.POST if request.method == "POST" else None


def page_of(person: Person) -> str:
    """The address of the file."""
    return reverse("personnel:person", args=[person.pk])


def refuse_taken_numbers(known: dict[str, Any], *, besides: Person | None, on: date) -> None:
    """Số đã có chủ: told whose inside the scope, and only that it is taken outside."""
    for name, label in _NUMBERS.items():
        number = known.get(name)
        holder = changes.holder_of(name, number) if number else None
        if holder is not None and (besides is None or holder.pk != besides.pk):
            if name == "citizen_number" and not holder.number_seen:
                raise Conflict(name, f"{label} này đã thuộc về hồ sơ khác; đề nghị kiểm tra lại số.")
            where = changes.place_names([holder.identity.home_id], on=on).get(holder.identity.home_id, "")
            sentence = f"{label} {number} đang ghi trong hồ sơ của {titled(holder)}, {where}; đề nghị kiểm tra lại số."
            raise Conflict(name, sentence)
    elsewhere = queries.taken_elsewhere([known[name] for name in _NUMBERS if known.get(name)])
    for name, label in _NUMBERS.items():
        if known.get(name) in elsewhere:
            raise Conflict(
                name,
                f"{label} này đã thuộc về hồ sơ của một người ngoài phạm vi của bạn; đề nghị kiểm tra lại số, nếu số "
                "đúng thì liên hệ cơ quan cấp trên để đối chiếu.",
            )


def titled(person: Person, *, capital: bool = False) -> str:
    """Ông, bà with the full name."""
    title = {Sex.MALE.value: "ông", Sex.FEMALE.value: "bà"}.get(person.sex, "ông/bà")
    words = f"{title} {person.full_name}"
    return words[:1].upper() + words[1:] if capital else words
