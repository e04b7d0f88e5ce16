"""The list of staff and one person's file."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import queries
from congvu.contexts.personnel.models import Person
from congvu.contexts.personnel.queries.changes import coming
from congvu.contexts.personnel.queries.file import PersonFile, level_words, person_file, rank_words
from congvu.contexts.personnel.rules import subject_label
from congvu.contexts.personnel.states import Precision
from congvu.contexts.personnel.tables import PEOPLE
from congvu.contexts.personnel.tables.people import level
from congvu.contexts.personnel.tables.place import PARAMETER, place_of, surveyed
from congvu.contexts.personnel.views.desk import MANAGE
from congvu.web import formats
from congvu.web.access import allow
from congvu.web.parts import Action, Badge, Event, Fact, TabLink
from congvu.web.request import Request
from congvu.web.workbook import excel

_VIEW = "personnel.view_person"


@allow(_VIEW)
@require_GET
def people(request: Request) -> HttpResponse:
    """Danh sách cán bộ, công chức, viên chức."""
    place = place_of(request, _VIEW)
    export = reverse("personnel:people_excel") if request.officer.may_somewhere("personnel.export_people") else ""
    reach = organisations.reach(place.unit, on=place.on)
    listing = PEOPLE.read(request, queries.roll(reach), actions=_enrol(request), excel=export)
    return listing.response("personnel/people.html", {"place": place})


@allow("personnel.export_people")
@require_GET
def people_excel(request: Request) -> HttpResponse:
    """Danh sách ra Excel, with the search and filters of the page."""
    place = surveyed(request, "personnel.export_people")
    listing = PEOPLE.read(request, queries.staff(place.unit, on=place.on))
    return excel(listing, title=f"Danh sách cán bộ, công chức, viên chức – {place.name}", name="can-bo", on=place.on)


@allow(_VIEW)
@require_GET
def person(request: Request, pk: int) -> HttpResponse:
    """Hồ sơ một người: summary, posts, studies and the career as a line, as of the day."""
    found = get_object_or_404(Person.objects.select_related("identity"), pk=pk)
    request.opened = found.pk
    file = person_file(found, on=request.as_of)
    may_change = request.officer.may(MANAGE, over=found.identity.home_id, on=request.as_of)
    context = {
        "file": file,
        "person": found,
        "actions": _actions(file) if may_change else [],
        "posts": [(post, _leave(post, file.on) if may_change else "") for post in file.posts],
        "coming": [] if request.day_asked else coming(found, after=request.as_of),
        "may_change": may_change,
        "badges": _badges(file),
        "facts": _facts(file),
        "tabs": _tabs(found, "person"),
        "events": [_event(event) for event in file.events()],
        "levels": [_level(subject, value) for subject, value in file.levels.items()],
        "studies": [(study, level_words(study), _withdraw(study) if may_change else "") for study in file.studies],
        "ranks": [(rank, rank_words(rank.rank)) for rank in file.ranks],
    }
    return render(request, "personnel/person.html", context)


@allow(_VIEW)
@require_GET
def readings(request: Request, pk: int) -> HttpResponse:
    """Ai đã xem hồ sơ: who opened the file, the latest first; opening this page counts too."""
    found = get_object_or_404(Person.objects.select_related("identity"), pk=pk)
    request.opened = found.pk
    file = person_file(found, on=request.as_of)
    context = {
        "person": found,
        "badges": _badges(file),
        "facts": _facts(file),
        "tabs": _tabs(found, "readings"),
        "readings": queries.readings_of(found),
        "told": queries.facts_of(found),
    }
    return render(request, "personnel/readings.html", context)


def _enrol(request: Request) -> list[Action]:
    """Adding one person, to the unit that the list was narrowed to."""
    if not request.officer.may_somewhere(MANAGE):
        return []
    unit = request.GET.get(PARAMETER, "")
    address = reverse("personnel:enrol") + (f"?{urlencode({PARAMETER: unit})}" if unit else "")
    return [Action("Thêm người", address, icon="user-plus")]


def _actions(file: PersonFile) -> list[Action]:
    """What the officer may write into the file."""
    member = file.member
    pages = [
        ("take_post", "Bố trí vị trí", "briefcase"),
        ("record_study", "Ghi trình độ", "certificate"),
        ("join_party", "Ghi đảng viên chính thức" if member else "Ghi đảng viên", "flag"),
        ("correct", "Đính chính", "pencil"),
    ]
    shown = [page for page in pages if page[0] != "join_party" or not (member and member.official_on)]
    return [Action(label, reverse(f"personnel:{name}", args=[file.person.pk]), icon) for name, label, icon in shown]


def _leave(post: Any, on: date) -> str:
    return "" if on not in post.valid else reverse("personnel:leave_post", args=[post.person_id, post.pk])


def _withdraw(study: Any) -> str:
    return reverse("personnel:withdraw_study", args=[study.person_id, study.pk])


def _tabs(person: Person, here: str) -> list[TabLink]:
    pages = (("person", "Hồ sơ"), ("readings", "Ai đã xem, ai đã sửa"))
    return [TabLink(label, reverse(f"personnel:{name}", args=[person.pk]), name == here) for name, label in pages]


def _badges(file: PersonFile) -> list[Badge]:
    badges = [Badge(file.staff_kind or "Chưa rõ loại", "plain")]
    if file.member:
        badges.append(Badge("Đảng viên", "info"))
    if file.person.invented:
        badges.append(Badge("Người hư cấu của dữ liệu mẫu", "closed"))
    return badges


def _facts(file: PersonFile) -> list[Fact]:
    post = file.principal
    retires = file.retires
    return [
        Fact(
            "Vị trí", post.post.title if post else "Không giữ vị trí nào", detail=getattr(post, "unit_name", "") or ""
        ),
        Fact("Ngày sinh", _born(file), detail=_age(file)),
        Fact("Chuyên môn", _held(file, "professional")),
        Fact("Lý luận chính trị", _held(file, "political_theory")),
        Fact(
            "Nghỉ hưu từ",
            formats.day(retires.pension_from) if retires else "Chưa đủ thông tin",
            detail=str(retires.age) if retires else "Cần ngày sinh và giới tính",
        ),
    ]


def _unit_name(post: Any) -> str:
    return (post.unit_name or "") if post else ""


def _born(file: PersonFile) -> str:
    born = file.person.born_on
    return formats.partial_day(born, file.person.born_precision) if born else "Chưa ghi"


def _age(file: PersonFile) -> str:
    born = file.person.born_on
    if born is None:
        return ""
    years = file.on.year - born.year - ((file.on.month, file.on.day) < (born.month, born.day))
    return f"{years} tuổi" if file.person.born_precision == Precision.DAY else f"khoảng {years} tuổi"


def _held(file: PersonFile, subject: str) -> str:
    value = file.levels[subject]
    return level(subject, value) or "Chưa ghi"


def _level(subject: str, value: int) -> tuple[str, str]:
    return subject_label(subject), level(subject, value) or "Chưa ghi"


def _event(event: Any) -> Event:
    precision = "year" if event.precision == Precision.UNKNOWN else event.precision
    return Event(event.what, event.day, detail=event.detail, ground=event.ground, precision=precision)
