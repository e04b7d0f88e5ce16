"""Lists of units, one unit as of any day, and its chart."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from congvu.contexts.organisations import queries, tables
from congvu.contexts.organisations.models import PostStandard, Succession, UnitRecord
from congvu.contexts.organisations.rules import level_name
from congvu.contexts.organisations.states import MANAGE_UNITS, VIEW_UNIT
from congvu.contexts.organisations.views import parts
from congvu.web import formats
from congvu.web.access import allow
from congvu.web.listing import Listing
from congvu.web.parts import Action, Event
from congvu.web.request import Request

_UNFOLDED = 60  # a chart of so many units opens with every branch unfolded


@allow(VIEW_UNIT)
@require_GET
def units(request: Request) -> HttpResponse:
    """Danh sách đơn vị: those of the officer's branches, or of the whole country."""
    return listing_of(request).response("organisations/units.html", {"unjoined": reverse("organisations:unjoined")})


def listing_of(request: Request) -> Listing:
    """The units that the officer may see, under the conditions of the address."""
    rows = queries.units_shown(request.officer, on=request.as_of)
    return tables.units_for(request.officer).read(request, rows, excel=reverse("organisations:units_excel"))


@allow(VIEW_UNIT)
@require_GET
def unit(request: Request, pk: int) -> HttpResponse:
    """Đơn vị: what stands directly below it on the day."""
    found = parts.opened(request, pk)
    below = list(queries.children(pk, on=request.as_of))
    rows = [(record, parts.at(request, "unit", record.unit_id)) for record in below]
    return _page(request, found, "unit", "organisations/unit.html", {"below": rows})


@allow(VIEW_UNIT)
@require_GET
def history(request: Request, pk: int) -> HttpResponse:
    """Lịch sử đơn vị: its records, where it came from, what became of it."""
    found = parts.opened(request, pk)
    context = {
        "records": list(queries.history(pk)),
        "origins": _kin(request, queries.predecessors(pk), "predecessor_id"),
        "heirs": _kin(request, queries.successors(pk), "successor_id"),
        "heirs_of_parts": _kin(request, queries.successors_of_parts(pk), "successor_id"),
        "gone": found.unit.dissolved_on is not None,
        "unjoined": list(queries.unjoined_names().filter(unit=pk)),
    }
    return _page(request, found, "history", "organisations/history.html", context)


def _kin(request: Request, rows: QuerySet[Succession], side: str) -> list[tuple[UnitRecord, Succession, str]]:
    found = {getattr(row, side): row for row in rows}
    described = queries.described(found, on=request.as_of)
    return [(described[key], row, parts.at(request, "unit", key)) for key, row in found.items()]


@allow(VIEW_UNIT)
@require_GET
def chart(request: Request, pk: int) -> HttpResponse:
    """Sơ đồ tổ chức: the unit and all below it on the day, as nested lists."""
    found = parts.opened(request, pk)
    node = queries.tree(pk, on=request.as_of)
    groups: dict[str, list[queries.Node]] = {}
    for below in node.below:
        label = below.record.get_kind_display().capitalize() or below.record.get_level_display()
        groups.setdefault(label, []).append(below)
    drawn = {"node": node, "groups": list(groups.items()), "open": node.size <= _UNFOLDED}
    return _page(
        request,
        found,
        "chart",
        "organisations/chart.html",
        {**drawn, "query": parts.day_query(request)},
    )


@allow(VIEW_UNIT)
@require_GET
def posts(request: Request, pk: int) -> HttpResponse:
    """Vị trí việc làm của đơn vị, with the standard of each on the day."""
    found = parts.opened(request, pk)
    request.officer.demand(VIEW_UNIT, over=pk, on=request.as_of)
    may = request.officer.may(MANAGE_UNITS, over=pk, on=request.as_of)
    rows = [
        (
            post,
            [_asked(row) for row in post.in_force],
            [reverse(f"organisations:{name}", args=[post.pk]) for name in ("standard", "abolish")] if may else [],
        )
        for post in queries.posts_of(pk, on=request.as_of)
    ]
    add = [Action("Thêm vị trí", reverse("organisations:create_post", args=[pk]), "plus", main=True)] if may else []
    return _page(
        request,
        found,
        "posts",
        "organisations/posts.html",
        {"posts": rows, "actions": add, "may": may, "excel": parts.at(request, "posts_excel", pk)},
    )


def _asked(row: PostStandard) -> tuple[str, str, str]:
    standing = f" ({row.standing})" if row.standing and row.standing not in row.basis else ""
    return row.get_subject_display(), level_name(row.subject, row.minimum_level), f"{row.basis}{standing}"


def _page(
    request: Request, found: parts.Opened, current: str, template: str, context: dict[str, object]
) -> HttpResponse:
    shared = {
        "record": found.record,
        "above": [(record, parts.at(request, "unit", record.unit_id)) for record in found.above],
        "badge": parts.badge(found),
        "facts": parts.facts(request, found),
        "tabs": parts.tabs(request, found, current),
        "actions": parts.actions(request, found),
        "events": _events(request, found),
        "day": request.as_of,
    }
    return render(request, template, {**shared, **context})


def _events(request: Request, found: parts.Opened) -> list[Event]:
    events = [
        Event(
            record.name,
            record.starts_on,
            record.last_on,
            "" if record.start_known else "ngày bắt đầu chưa có căn cứ",
            str(record.ground) if record.ground else record.basis,
            "done" if request.as_of in record.valid else "plain",
        )
        for record in queries.history(found.unit)
    ]
    if found.unit.dissolved_on:
        ended = f"Thôi tồn tại từ ngày {formats.day(found.unit.dissolved_on)}"
        events.append(Event(ended, found.unit.dissolved_on, tone="closed"))
    return events[::-1]


@allow(VIEW_UNIT)
@require_GET
def unjoined(request: Request) -> HttpResponse:
    """Đơn vị cũ chưa nối được với đơn vị kế thừa."""
    listing = tables.UNJOINED_UNITS.read(
        request, queries.unjoined_units(), excel=reverse("organisations:unjoined_excel")
    )
    return listing.response("organisations/unjoined.html", {"other": reverse("organisations:unjoined_names")})


@allow(VIEW_UNIT)
@require_GET
def unjoined_names(request: Request) -> HttpResponse:
    """Tên trong nguồn chưa nối được."""
    listing = tables.UNJOINED_NAMES.read(
        request, queries.unjoined_names(), excel=reverse("organisations:unjoined_names_excel")
    )
    return listing.response("organisations/unjoined_names.html", {"other": reverse("organisations:unjoined")})
