"""Nguồn cán bộ: the list of saved cohorts, one of them, and the page on which conditions are chosen."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET

from congvu.contexts.personnel.actions.cohorts import MANAGE_COHORTS
from congvu.contexts.personnel.forms import cohorts as fields
from congvu.contexts.personnel.models import Cohort
from congvu.contexts.personnel.queries import cohorts as asking
from congvu.contexts.personnel.queries.cohorts import saved
from congvu.contexts.personnel.queries.staff import years_before
from congvu.contexts.personnel.tables import COHORT_PEOPLE, COHORTS
from congvu.contexts.personnel.tables.cohorts import page_of, sentence
from congvu.contexts.personnel.tables.place import PARAMETER, UNIT, Place, place_at, place_of
from congvu.contexts.personnel.views.cohort_figures import figures
from congvu.web import as_of
from congvu.web.access import allow
from congvu.web.frame import address
from congvu.web.listing import Chip
from congvu.web.parts import Action, Badge
from congvu.web.request import Request
from congvu.web.workbook import excel

VIEW, EXPORT = saved.VIEW, "personnel.export_people"
COHORT = "nhom"


@allow(VIEW)
@require_GET
def cohorts(request: Request) -> HttpResponse:
    """Các nhóm đã lưu, each with how many it has on the day and had a year before."""
    place = place_of(request, VIEW)
    rows = saved.cohorts(request.officer).filter(unit__path__under=str(place.unit.identity.path))
    listing = COHORTS.read(request, rows, actions=_offered(request, place))
    _fill(listing.page.rows, on=request.as_of)
    return listing.response("personnel/cohorts/list.html", {"place": place})


def _fill(rows: list[Any], *, on: date) -> None:
    """What the columns show beside the row itself."""
    year_ago = years_before(on, 1)
    for row, kept in zip(rows, saved.with_counts(saved.kept(rows, on=on), on=on), strict=True):
        row.kept, row.year_ago_url = kept, f"{page_of(row)}?{as_of.PARAMETER}={year_ago:%Y-%m-%d}"


def _offered(request: Request, place: Place) -> list[Action]:
    return [Action("Lập nhóm mới", f"{reverse('personnel:cohort_new')}?{place.query}", icon="filter", main=True)]


@allow(VIEW)
@require_GET
def cohort_new(request: Request) -> HttpResponse:
    """Lập nhóm: conditions chosen, and at once who they are, how many, how many in earlier years."""
    place, given, chosen = place_of(request, VIEW), given_of(request), asking.Chosen()
    faults: tuple[tuple[str, str], ...] = ()
    try:
        chosen = asking.chosen(given)
    except asking.Unsound as unsound:
        faults = unsound.faults
    changing = _changing(request, place)
    context = {
        "groups": fields.groups(given, faults),
        "faults": [] if not faults else [said for _field, said in faults],
        "units": [] if changing else UNIT.listed(request),
        "unit": str(place.unit.pk),
        "parameter": PARAMETER,
        "changing": changing,
        "chips": _chips(request, chosen),
        "cleared": _without(request, [field.name for each in asking.CONDITIONS for field in each.fields]),
        "keeping": _keeping(request, place, chosen, changing) if not faults else [],
        "page": "personnel:cohort_new",
    }
    response = answer(request, place, chosen, context, "personnel/cohorts/new.html", "personnel:cohort_new_excel")
    if faults:
        response.status_code = 422
    if request.htmx:
        response["HX-Push-Url"] = address(request)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response


@allow(EXPORT)
@require_GET
def cohort_new_excel(request: Request) -> HttpResponse:
    """Những người của các điều kiện đã chọn ra Excel."""
    return _workbook(request, place_of(request, EXPORT), _sound(given_of(request)))


@allow(VIEW)
@require_GET
def cohort(request: Request, pk: int) -> HttpResponse:
    """Một nhóm đã lưu: who they are on the day, how they are made up, how many in earlier years."""
    kept = read_cohort(request, pk)
    place = place_at(kept.unit, on=request.as_of)
    context = {
        "kept": kept,
        "faults": [kept.fault] if kept.fault else [],
        "badges": [Badge("Đã thôi dùng", "closed")] if kept.cohort.withdrawn_on else [],
        "actions": _actions(request, kept),
        "withdraw": _withdraw(request, kept),
        "keeping": [],
    }
    url = reverse("personnel:cohort_excel", args=[pk])
    return answer(request, place, kept.chosen, context, "personnel/cohorts/cohort.html", url)


@allow(EXPORT)
@require_GET
def cohort_excel(request: Request, pk: int) -> HttpResponse:
    """Những người của nhóm ra Excel."""
    kept = read_cohort(request, pk)
    request.officer.demand(EXPORT, over=kept.unit.pk, on=request.as_of)
    if kept.fault:
        raise Http404
    return _workbook(request, place_at(kept.unit, on=request.as_of), kept.chosen, name=kept.cohort.name)


def answer(
    request: Request, place: Place, chosen: asking.Chosen, context: dict[str, Any], template: str, export: str
) -> HttpResponse:
    """The page: the sentence, the figures, the names; or only what is wrong with the conditions."""
    told = {"place": place, "sentence": sentence(chosen), "chosen": chosen, **context}
    if context["faults"]:
        return render(request, template, told)
    question = asking.Question(place.unit, chosen, place.on)
    url = (export if export.startswith("/") else reverse(export)) if request.officer.may_somewhere(EXPORT) else ""
    listing = COHORT_PEOPLE.read(request, asking.people(question), actions=context.get("actions", ()), excel=url)
    if not (request.htmx and request.htmx.target == "register"):
        told |= figures(request, place, question)
    return listing.response(template, told)


def read_cohort(request: Request, pk: int) -> saved.Kept:
    """The cohort, if the officer may see it."""
    found: Cohort = get_object_or_404(saved.cohorts(request.officer), pk=pk)
    return saved.kept([found], on=request.as_of)[0]


def given_of(request: Request) -> dict[str, list[str]]:
    """What the address says of each field of each condition."""
    names = {field.name for condition in asking.CONDITIONS for field in condition.fields}
    return {name: values for name, values in request.GET.lists() if name in names}


def _sound(given: dict[str, list[str]]) -> asking.Chosen:
    try:
        return asking.chosen(given)
    except asking.Unsound:
        raise Http404 from None


def _workbook(request: Request, place: Place, chosen: asking.Chosen, name: str = "") -> HttpResponse:
    rows = asking.people(asking.Question(place.unit, chosen, place.on))
    title = f"{name or 'Nguồn cán bộ'} – {place.name}: {', '.join(chosen.clauses) or 'mọi người'}"
    return excel(COHORT_PEOPLE.read(request, rows), title=title, name="nguon-can-bo", on=place.on)


def _changing(request: Request, place: Place) -> saved.Kept | None:
    """The saved cohort whose conditions are being changed."""
    key = request.GET.get(COHORT, "")
    if not key:
        return None
    if not key.isdecimal() or len(key) > 18:
        raise Http404
    kept = read_cohort(request, int(key))
    if kept.unit.pk != place.unit.pk or kept.cohort.withdrawn_on:
        raise Http404
    return kept


def _keeping(
    request: Request, place: Place, chosen: asking.Chosen, changing: saved.Kept | None
) -> list[tuple[Action, bool]]:
    """How the conditions may be kept: into the cohort that is being changed, or under a new name."""
    if not chosen or not request.officer.may(MANAGE_COHORTS, over=place.unit.pk, on=request.as_of):
        return []
    save = f"{reverse('personnel:cohort_save')}?{place.query}&{chosen.query}"
    if changing is None:
        return [(Action("Lưu thành nhóm", save, icon="device-floppy", main=True), False)]
    change = f"{reverse('personnel:cohort_change', args=[changing.pk])}?{chosen.query}"
    kept = [(Action("Ghi điều kiện mới vào nhóm", change, icon="device-floppy", main=True, post=True), True)]
    if changing.chosen.saved() == chosen.saved():
        kept = []
    return [*kept, (Action("Lưu thành nhóm khác", save, icon="users-plus"), False)]


def _chips(request: Request, chosen: asking.Chosen) -> list[Chip]:
    return [
        Chip(condition.label, condition.say(value), _without(request, [field.name for field in condition.fields]))
        for condition, value in chosen.values
    ]


def _without(request: Request, names: list[str]) -> str:
    return address(request, without=("tiep", *names))


def _actions(request: Request, kept: saved.Kept) -> list[Action]:
    compare = Action("So sánh", reverse("personnel:cohort_compare", args=[kept.pk]), icon="arrows-diff")
    opened = f"{reverse('personnel:cohort_new')}?{PARAMETER}={kept.unit.pk}&{kept.chosen.query}"
    if not _may_change(request, kept):
        return [compare, Action("Xem với điều kiện khác", opened, icon="filter")]
    return [
        compare,
        Action("Đổi tên", reverse("personnel:cohort_rename", args=[kept.pk]), icon="pencil"),
        Action("Đổi điều kiện", f"{opened}&{COHORT}={kept.pk}", icon="filter-edit", main=True),
    ]


def _withdraw(request: Request, kept: saved.Kept) -> str:
    return reverse("personnel:cohort_withdraw", args=[kept.pk]) if _may_change(request, kept) else ""


def _may_change(request: Request, kept: saved.Kept) -> bool:
    may = request.officer.may(MANAGE_COHORTS, over=kept.unit.pk, on=request.as_of)
    return may and kept.cohort.withdrawn_on is None
