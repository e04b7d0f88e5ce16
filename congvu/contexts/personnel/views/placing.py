"""Placing people: a file opened for one person, a post taken, a post left."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from congvu.contexts.personnel import actions, queries
from congvu.contexts.personnel.actions import PostSpell
from congvu.contexts.personnel.forms import enrolment
from congvu.contexts.personnel.forms.changes import IDENTITY, LeavePostForm, TakePostForm
from congvu.contexts.personnel.forms.papers import PAPER
from congvu.contexts.personnel.models import Assignment, Person
from congvu.contexts.personnel.queries import changes
from congvu.contexts.personnel.queries.file import person_file
from congvu.contexts.personnel.states import AssignmentKind
from congvu.contexts.personnel.tables.place import PARAMETER, place_of
from congvu.contexts.personnel.views import desk
from congvu.web import formats
from congvu.web.access import allow
from congvu.web.as_of import BadDay, day_from
from congvu.web.clock import today
from congvu.web.parts import FieldGroup, FormPage
from congvu.web.request import Request

_form = require_http_methods(["GET", "HEAD", "POST"])
_IF_ANY = FieldGroup("Quyết định", PAPER, "Để trống nếu không có quyết định.")
_SEE_FIRST = "Bấm nút để xem lại điều sẽ ghi; chưa ghi gì vào hồ sơ ở bước này."
_MOST, _MANY = 500, 40  # seats that one list shows, and from how many on it can be narrowed


@allow(desk.MANAGE)
@_form
def enrol(request: Request) -> HttpResponse:
    """Thêm người: a file for one person, after a look for the same person in other files."""
    seats, day = _seats(request)
    form = enrolment.EnrolForm(desk.posted(request), seats=seats, day=day)
    page = FormPage(
        "Thêm một người",
        "Lập hồ sơ",
        cancel=reverse("personnel:people"),
        groups=(
            FieldGroup("Người", IDENTITY),
            FieldGroup("Vị trí", enrolment.WHERE),
            FieldGroup("Tuyển dụng", enrolment.SERVICE),
            FieldGroup("Quyết định tuyển dụng, bố trí", PAPER, "Để trống nếu chưa tìm thấy quyết định."),
            FieldGroup("Trình độ cao nhất", enrolment.LEARNED),
            FieldGroup("Đảng", ("admitted_on",)),
        ),
        lead="Một hồ sơ cho một người; muốn thêm nhiều người cùng lúc, hãy nhập danh sách từ tệp.",
    )

    def deed() -> desk.Deed:
        entry, seat = form.entry, form.seat
        changes.take_turn_by_name(entry.full_name)
        desk.refuse_taken_numbers(form.known, besides=None, on=request.as_of)
        twins = changes.namesakes(entry.full_name, entry.born_on, entry.born_precision) if entry.born_on else []
        since = form.cleaned_data["since"]
        name = desk.titled(Person(full_name=entry.full_name, sex=entry.sex))
        return desk.Deed(
            lambda: actions.enrol([entry], by=request.officer, on=today(), source="Lập hồ sơ từng người"),
            f"Đã lập hồ sơ của {name}, giữ vị trí {seat.named} từ ngày {formats.day(since)}.",
            doubts=[*_known_already(twins, on=request.as_of), *_full(seat, since)],
            links=[(f"Mở hồ sơ của {desk.titled(twin)}", desk.page_of(twin)) for twin in twins],
        )

    return desk.answer(request, form, page, deed, confirm="Vẫn lập hồ sơ mới", extra=lambda: _narrowing(request, seats))


@allow(desk.MANAGE)
@_form
def take_post(request: Request, pk: int) -> HttpResponse:
    """Bố trí vị trí: what will be true is shown as a sentence before it is written."""
    file = _with_posts(request, desk.opened(request, pk))
    person = file.person
    seats, day = _seats(request)
    form = TakePostForm(desk.posted(request), initial={"version": file.version}, seats=seats, day=day)
    page = FormPage(
        "Bố trí vị trí việc làm",
        "Xem lại trước khi ghi",
        cancel=desk.page_of(person),
        groups=(FieldGroup("Vị trí", ("post", "kind", "since")), FieldGroup("Quyết định", PAPER)),
        after=_SEE_FIRST,
    )

    def deed() -> desk.Deed:
        seat, since = form.seat, form.cleaned_data["since"]
        ground = form.ground(effective_on=since)
        kind = form.cleaned_data["kind"]
        spell = PostSpell(seat.post_id, seat.unit_id, seat.title, since, kind=kind, ground=ground)
        words = _takes(person, seat, spell)
        return desk.Deed(
            lambda: actions.take_post(person, spell, by=request.officer, on=today()),
            words,
            [words],
            [*_full(seat, since), *_before_signing(spell)],
        )

    return desk.answer(
        request, form, page, deed, file=file, confirm="Ghi việc bố trí", extra=lambda: _narrowing(request, seats)
    )


@allow(desk.MANAGE)
@_form
def leave_post(request: Request, pk: int, assignment: int) -> HttpResponse:
    """Thôi giữ vị trí: the last day is shown before it is written."""
    file = desk.opened(request, pk)
    held = changes.assignment_of(file.person, assignment)
    if held is None:
        raise Http404
    place = _named(held, on=request.as_of)
    form = LeavePostForm(desk.posted(request), initial={"version": file.version})
    page = FormPage(
        "Thôi giữ vị trí",
        "Xem lại trước khi ghi",
        cancel=desk.page_of(file.person),
        groups=(FieldGroup("Vị trí", ("until",)), _IF_ANY),
        lead=f"Vị trí {place}, giữ từ ngày {formats.day(held.starts_on)}.{_ended(held)}",
        after=_SEE_FIRST,
    )

    def deed() -> desk.Deed:
        until = form.cleaned_data["until"]
        _refuse_days_outside(held, until)
        ground = form.ground(effective_on=until)
        words = _leaves(file.person, held, place, until)
        return desk.Deed(
            lambda: actions.leave_post(held, until=until, ground=ground, by=request.officer, on=today()),
            words,
            [words],
        )

    return desk.answer(request, form, page, deed, file=file, confirm="Ghi việc thôi giữ vị trí")


def _seats(request: Request) -> tuple[list[changes.Seat], date]:
    """The posts that may be chosen, as of the day that was typed."""
    place = place_of(request, desk.MANAGE)
    day = _typed(request, "since") or place.on
    narrowed = PARAMETER in request.GET
    paths = [str(place.unit.identity.path)] if narrowed else request.officer.paths_for(desk.MANAGE)
    chosen = request.POST.get("post", "")
    besides = int(chosen) if chosen.isdecimal() and len(chosen) < 19 else None
    if besides is not None:
        changes.take_turn_at_post(besides)
    return changes.seats(paths, on=day, most=_MOST, besides=besides), day


def _typed(request: Request, name: str) -> date | None:
    try:
        return day_from(request.POST.get(name, ""))
    except BadDay:
        return None


def _narrowing(request: Request, seats: Sequence[Any]) -> dict[str, Any]:
    """Units to narrow a long list of posts by; without JavaScript a form of its own."""
    asked = request.GET.get(PARAMETER, "")
    if not asked and len(seats) < _MANY:
        return {}
    own = [grant.unit_id for grant in request.officer.grants if desk.MANAGE in grant.role.permissions]
    units = changes.units_managed(own, on=place_of(request, desk.MANAGE).on)
    cut = len(seats) >= _MOST
    return {"narrowing": units, "narrowed_to": asked, "cut": _MOST if cut else 0, "parameter": PARAMETER}


def _with_posts(request: Request, file: desk.Opened) -> desk.Opened:
    day = request.as_of
    posts = person_file(file.person, on=day).posts
    held = [post for post in posts if day in post.valid]
    rows = [
        (f"{post.get_kind_display()}, từ {formats.day(post.starts_on)}", f"{post.post.title}, {post.unit_name or ''}")  # type: ignore[attr-defined]
        for post in held
    ]
    return replace(file, beside=rows or [("Vị trí", "Không giữ vị trí nào")], heading="Đang giữ")


def _takes(person: Person, seat: changes.Seat, spell: PostSpell) -> str:
    since, name = spell.since, desk.titled(person)
    held = queries.principal_post(person, on=since)
    if held is not None and held.post_id == seat.post_id:
        raise desk.Conflict(
            "post", f"{name[:1].upper()}{name[1:]} đang giữ chính vị trí này từ ngày {formats.day(held.starts_on)}."
        )
    if spell.kind == AssignmentKind.CONCURRENT:
        kept = f"; vẫn giữ vị trí chính {_named(held, on=since)}" if held else ""
        return f"Từ ngày {formats.day(since)}, {name} kiêm nhiệm vị trí {seat.named}{kept}."
    left = f"; thôi giữ vị trí {_named(held, on=since)} cùng ngày" if held else ""
    return f"Từ ngày {formats.day(since)}, {name} giữ vị trí {seat.named}{left}."


def _leaves(person: Person, held: Assignment, place: str, until: date) -> str:
    last = formats.day(until - timedelta(days=1))
    name = desk.titled(person)
    words = f"Từ ngày {formats.day(until)}, {name} thôi giữ vị trí {place}; ngày cuối cùng giữ vị trí là {last}."
    then = queries.principal_post(person, on=until)
    if held.kind == AssignmentKind.PRINCIPAL and (then is None or then.pk == held.pk):
        words += f" Từ ngày đó {name} không giữ vị trí chính nào."
    return words


def _ended(held: Assignment) -> str:
    ends = held.valid.upper
    return f" Hồ sơ đã ghi thôi giữ từ ngày {formats.day(ends)}; chỉ có thể ghi ngày sớm hơn." if ends else ""


def _refuse_days_outside(held: Assignment, until: date) -> None:
    starts, ends = held.starts_on, held.valid.upper
    if starts and until <= starts:
        sentence = f"Vị trí được giữ từ ngày {formats.day(starts)}; ngày thôi giữ phải sau ngày đó."
        raise desk.Conflict("until", sentence)
    if ends and until >= ends:
        sentence = f"Hồ sơ đã ghi thôi giữ vị trí này từ ngày {formats.day(ends)}; chỉ có thể ghi ngày sớm hơn."
        raise desk.Conflict("until", sentence)


def _named(held: Assignment, *, on: date) -> str:
    return f"{held.post.title}, {changes.place_names([held.post.unit_id], on=on).get(held.post.unit_id, '')}"


def _full(seat: changes.Seat, since: date) -> list[str]:
    if seat.free:
        return []
    return [f"Vị trí {seat.named} đã đủ {seat.seats} người vào ngày {formats.day(since)}."]


def _before_signing(spell: PostSpell) -> list[str]:
    paper = spell.ground
    if paper is None or spell.since >= paper.signed_on:
        return []
    return [f"Ngày giữ vị trí trước ngày ký quyết định ({formats.day(paper.signed_on)})."]


def _known_already(twins: Sequence[Person], *, on: date) -> list[str]:
    homes = changes.place_names({twin.identity.home_id for twin in twins}, on=on) if twins else {}
    return [
        f"Đã có hồ sơ của {desk.titled(twin)}, sinh {formats.partial_day(twin.born_on, twin.born_precision)}, "
        f"{homes.get(twin.identity.home_id, '')}; đề nghị kiểm tra xem có phải cùng một người không."
        for twin in twins
    ]
