"""The list of staff and one person's file."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import queries
from congvu.contexts.personnel.actions import may_print
from congvu.contexts.personnel.facts import ListExported
from congvu.contexts.personnel.models import Person
from congvu.contexts.personnel.queries.changes import coming
from congvu.contexts.personnel.queries.completeness import with_score
from congvu.contexts.personnel.queries.file import PersonFile, level_words, rank_words
from congvu.contexts.personnel.queries.proposals import name_of, proposals_of
from congvu.contexts.personnel.rules import subject_label
from congvu.contexts.personnel.states import Precision
from congvu.contexts.personnel.tables import PEOPLE
from congvu.contexts.personnel.tables.people import COMPLETE, level
from congvu.contexts.personnel.tables.place import PARAMETER, place_of
from congvu.contexts.personnel.views.desk import MANAGE
from congvu.contexts.personnel.views.head import head, may_change, opened
from congvu.contexts.personnel.views.scan import state_badge
from congvu.web.access import allow
from congvu.web.as_of import PARAMETER as AS_OF
from congvu.web.listing import Listing
from congvu.web.parts import Action, Event
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
    listing = _listed(request, queries.roll(reach), actions=_enrol(request), excel=export)
    return listing.response("personnel/people.html", {"place": place})


@allow("personnel.export_people")
@require_GET
def people_excel(request: Request) -> HttpResponse:
    """Danh sách ra Excel, with the search and filters of the page."""
    place = place_of(request, "personnel.export_people")
    listing = _listed(request, queries.staff(place.unit, on=place.on))
    title = f"Danh sách cán bộ, công chức, viên chức – {place.name}"
    with queries.surveying(place.unit, on=place.on):
        return excel(
            listing,
            title=title,
            name="can-bo",
            on=place.on,
            tells=lambda rows: ListExported(place.unit.pk, title, rows, listing.conditions),
        )


def _listed(request: Request, rows: Any, **more: Any) -> Listing:
    """The list; how complete each file is, is asked only where somebody wants to see that column."""
    listing = PEOPLE.read(request, rows, **more)
    wanted = any(column.name == COMPLETE for column in listing.columns)
    return PEOPLE.read(request, with_score(rows), **more) if wanted else listing


@allow(_VIEW)
@require_GET
def person(request: Request, pk: int) -> HttpResponse:
    """Hồ sơ một người: summary, posts, studies and the career as a line, as of the day."""
    found = opened(request, pk)
    above = head(request, found, "person")
    file: PersonFile = above["file"]
    changes = may_change(request, found)
    context = {
        **above,
        "actions": [*_copies(request, found), *(_actions(file) if changes else [])],
        "posts": [(post, _leave(post, file.on) if changes else "") for post in file.posts],
        "coming": [] if request.day_asked else coming(found, after=request.as_of),
        "may_change": changes,
        "events": [_event(event) for event in file.events()],
        "levels": [_level(subject, value) for subject, value in file.levels.items()],
        "studies": [(study, level_words(study), _withdraw(study) if changes else "") for study in file.studies],
        "ranks": [(rank, rank_words(rank.rank)) for rank in file.ranks],
    }
    return render(request, "personnel/person.html", context)


@allow(_VIEW)
@require_GET
def readings(request: Request, pk: int) -> HttpResponse:
    """Ai đã xem hồ sơ: who opened the file, the latest first; opening this page counts too."""
    found = opened(request, pk)
    context = {
        **head(request, found, "readings"),
        "readings": queries.readings_of(found),
        "told": queries.facts_of(found),
    }
    return render(request, "personnel/readings.html", context)


@allow(_VIEW)
@require_GET
def person_proposals(request: Request, pk: int) -> HttpResponse:
    """Mọi đề nghị của một người, with what was decided on each part that the reader may see."""
    found = opened(request, pk)
    decides = may_change(request, found)
    context = {
        **head(request, found, "person_proposals"),
        "proposals": [_proposal(one, decides) for one in proposals_of(pk, drafts=False)[:200]],
    }
    return render(request, "personnel/person_proposals.html", context)


def _proposal(proposal: Any, decides: bool) -> dict[str, Any]:
    return {
        "title": f"Đề nghị số {proposal.pk}",
        "badge": state_badge(proposal),
        "names": [name_of(item) for item in proposal.listed],
        "verdicts": [str(item.get_verdict_display()) for item in proposal.listed],
        "sent_on": proposal.sent_on,
        "url": reverse("personnel:proposal", args=[proposal.pk]) if decides else "",
    }


def _enrol(request: Request) -> list[Action]:
    """Adding one person, to the unit that the list was narrowed to."""
    if not request.officer.may_somewhere(MANAGE):
        return []
    unit = request.GET.get(PARAMETER, "")
    address = reverse("personnel:enrol") + (f"?{urlencode({PARAMETER: unit})}" if unit else "")
    return [Action("Thêm người", address, icon="user-plus")]


def _copies(request: Request, person: Person) -> list[Action]:
    """The curriculum vitae, and the whole file to take along for whoever may."""
    paper = Action("Sơ yếu lý lịch 2C", reverse("personnel:curriculum", args=[person.pk]), "file-text")
    if not may_print(person, by=request.officer, on=request.as_of):
        return [paper]
    day = f"?{urlencode({AS_OF: request.as_of.isoformat()})}"
    address = reverse("personnel:file_excel", args=[person.pk]) + day
    return [paper, Action("Excel", address, "file-spreadsheet", post=True)]


def _actions(file: PersonFile) -> list[Action]:
    """What the officer may write into the file."""
    member = file.member
    pages = [
        ("take_post", "Bố trí vị trí", "briefcase"),
        ("record_study", "Ghi trình độ", "certificate"),
        ("record_rank", "Ngạch, bậc", "stairs-up"),
        ("record_service", "Loại", "id"),
        ("join_party", "Ghi đảng viên chính thức" if member else "Ghi đảng viên", "flag"),
        ("correct", "Đính chính", "pencil"),
    ]
    shown = [page for page in pages if page[0] != "join_party" or not (member and member.official_on)]
    return [Action(label, reverse(f"personnel:{name}", args=[file.person.pk]), icon) for name, label, icon in shown]


def _leave(post: Any, on: date) -> str:
    return "" if on not in post.valid else reverse("personnel:leave_post", args=[post.person_id, post.pk])


def _withdraw(study: Any) -> str:
    return reverse("personnel:withdraw_study", args=[study.person_id, study.pk])


def _level(subject: str, value: int) -> tuple[str, str]:
    return subject_label(subject), level(subject, value) or "Chưa ghi"


def _event(event: Any) -> Event:
    precision = "year" if event.precision == Precision.UNKNOWN else event.precision
    return Event(event.what, event.day, detail=event.detail, ground=event.ground, precision=precision)
