"""The standing review of files: how units stand, what files lack, and why each point is asked for."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.facts import ListExported
from congvu.contexts.personnel.models import Person
from congvu.contexts.personnel.queries import completeness, reviews, sees
from congvu.contexts.personnel.queries.place import surveying
from congvu.contexts.personnel.tables.completeness import SCORES
from congvu.contexts.personnel.tables.people import percent
from congvu.contexts.personnel.tables.place import Place, place_of
from congvu.contexts.personnel.views.head import head, may_change, opened
from congvu.law.personal_file import Held, Need, group, missing
from congvu.web import formats
from congvu.web.access import allow
from congvu.web.parts import Action, Bar, Bars, Empty, Figure
from congvu.web.request import Request
from congvu.web.workbook import excel

_VIEW = "personnel.view_gaps"
_WORST = 12


@allow(_VIEW)
@require_GET
def board(request: Request) -> HttpResponse:
    """Bảng rà soát hồ sơ: how complete the files are, which units come first and last, what is lacking most."""
    place = place_of(request, _VIEW)
    below = {record.unit_id: record.name for record in organisations.children(place.unit, on=place.on)}
    with surveying(place.unit, on=place.on):
        stand = completeness.standings([place.unit.pk, *below], on=place.on)
        counted = completeness.most_lacking(place.unit.pk, on=place.on)
    ranked = sorted(
        (stand[unit] for unit in below if stand[unit].people),
        key=lambda each: (-(each.share or 0), below[each.unit_id]),
    )
    people = stand[place.unit.pk].people
    everywhere = [each for each, many in counted if many == people > 1]
    varying = [(each, many) for each, many in counted if each not in everywhere]
    context = {
        "place": place,
        "figures": _figures(stand[place.unit.pk], place),
        "ranking": _ranking(ranked, below) if ranked else None,
        "everywhere": [(each.label, _files_without(each, place)) for each in everywhere],
        "lacking": _lacking(varying, place, people),
        "reviews": list(reviews.rounds(str(place.unit.identity.path)).filter(closed_on=None)[:5]),
        "actions": _actions(request, place),
        "nobody": Empty("Chưa tính được độ đầy đủ.", "Đơn vị chưa có hồ sơ nào trong phạm vi này.", icon="users"),
    }
    return render(request, "personnel/completeness.html", context)


def _actions(request: Request, place: Place) -> list[Action]:
    offered = [
        Action("Danh sách hồ sơ", f"{reverse('personnel:scores')}?{place.query}", icon="list-check"),
        Action("Các đợt rà soát", reverse("personnel:file_reviews"), icon="calendar-event"),
    ]
    if request.officer.may(reviews.MANAGE, over=place.unit.pk, on=place.on):
        address = f"{reverse('personnel:open_file_review')}?{place.query}"
        offered.append(Action("Mở đợt rà soát", address, icon="plus", main=True))
    return offered


def _figures(stand: completeness.Standing, place: Place) -> list[Figure]:
    files = f"{reverse('personnel:scores')}?{place.query}"
    whole = completeness.share(stand.complete, stand.people)
    return [
        Figure(
            "Độ đầy đủ của hồ sơ",
            stand.share,
            "%",
            places=1,
            url=files,
            note=f"{formats.number(stand.filled)} trên {formats.number(stand.asked)} điểm cần có",
            share=None if stand.share is None else float(stand.share),
        ),
        Figure(
            "Hồ sơ đã đủ",
            stand.complete,
            "hồ sơ",
            url=f"{files}&the=day-du",
            note=f"trên {formats.number(stand.people)} hồ sơ",
            share=None if whole is None else float(whole),
        ),
        Figure("Hồ sơ còn thiếu", stand.people - stand.complete, "hồ sơ", url=f"{files}&the=con-thieu"),
    ]


def _ranking(ranked: list[completeness.Standing], names: dict[int, str]) -> Bars:
    bars = [
        Bar(
            names[each.unit_id],
            each.share or 0,
            percent(each.share),
            url=f"?don-vi={each.unit_id}",
            detail=f"{each.complete}/{each.people} hồ sơ đủ",
        )
        for each in ranked
    ]
    first = names[ranked[0].unit_id]
    title = f"{first} có hồ sơ đầy đủ nhất" if len(ranked) > 1 else f"Hồ sơ của {first}"
    return Bars(title, bars, label="Đơn vị", measure="Độ đầy đủ", whole=100.0)


def _lacking(counted: list[tuple[Need, int]], place: Place, people: int) -> Bars | None:
    """The points that only some files lack; what all of them lack is told in words."""
    bars = [Bar(each.label, many, f"{many} hồ sơ", url=_files_without(each, place)) for each, many in counted[:_WORST]]
    if not bars:
        return None
    title = f"Thiếu nhiều nhất: {counted[0][0].label.lower()}"
    return Bars(title, bars, label="Điểm", measure="Số hồ sơ thiếu", whole=float(people))


def _files_without(point: Need, place: Place) -> str:
    return f"{reverse('personnel:scores')}?{place.query}&thieu={point.name}"


@allow(_VIEW)
@require_GET
def scores(request: Request) -> HttpResponse:
    """Danh sách hồ sơ với những điểm còn thiếu."""
    place = place_of(request, _VIEW)
    export = reverse("personnel:scores_excel") if request.officer.may_somewhere("personnel.export_people") else ""
    listing = SCORES.read(request, completeness.scored(place.unit, on=place.on), excel=export)
    return listing.response("personnel/scores.html", {"place": place})


@allow("personnel.export_people")
@require_GET
def scores_excel(request: Request) -> HttpResponse:
    """Danh sách hồ sơ còn thiếu ra Excel."""
    place = place_of(request, "personnel.export_people")
    listing = SCORES.read(request, completeness.scored(place.unit, on=place.on))
    title = f"Rà soát hồ sơ – {place.name}"
    with surveying(place.unit, on=place.on):
        return excel(
            listing,
            title=title,
            name="ra-soat-ho-so",
            on=place.on,
            tells=lambda rows: ListExported(place.unit.pk, title, rows, listing.conditions),
        )


@allow(_VIEW)
@require_GET
def score(request: Request, pk: int) -> HttpResponse:
    """Hồ sơ còn thiếu gì: every missing point with why and what to do, as the file stands this moment."""
    found = opened(request, pk)
    held = completeness.held_of(found, on=request.as_of)
    lacking, asked = missing(held)
    filled = asked - len(lacking)
    changes = may_change(request, found)
    seen = sees(found, to=request.officer, on=request.as_of) if changes else frozenset()
    context = {
        **head(request, found, "score"),
        "lacking": [(each, _mended(found, each, held, seen) if changes else "") for each in lacking],
        "may_change": changes,
        "standing": [
            ("Độ đầy đủ", percent(completeness.share(filled, asked))),
            ("Điểm đã có", f"{filled} trên {asked}"),
            ("Điểm còn thiếu", str(len(lacking))),
        ],
        "complete": Empty("Hồ sơ đã đủ mọi điểm cần có.", "Không phải bổ sung gì.", icon="checks"),
    }
    return render(request, "personnel/score.html", context)


_MENDED = {
    **dict.fromkeys(("born_on", "sex", "ethnicity", "citizen_number"), "correct"),
    "picture": "file_picture",
    **dict.fromkeys(("post", "decision"), "take_post"),
    "service": "record_service",
    "rank": "record_rank",
    **dict.fromkeys(("study", "certificate"), "record_study"),
    "official_on": "join_party",
}


def _mended(person: Person, point: Need, held: Held, seen: frozenset[str]) -> str:
    """Nơi bổ sung điểm này; nothing where the officer may not see what the file says of it."""
    if not point.group:
        return reverse(f"personnel:{_MENDED[point.name]}", args=[person.pk])
    if group(point.group).sensitivity not in seen:
        return ""
    view = "section" if held.groups.get(point.group) else "file_item"
    return reverse(f"personnel:{view}", args=[person.pk, point.group])
