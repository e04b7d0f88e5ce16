"""Duyệt nhiều nội dung: chosen from a list, looked at once more on one page, written one after another."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from congvu.contexts.personnel.actions import proposals as actions
from congvu.contexts.personnel.queries import proposals as queries
from congvu.contexts.personnel.states import ProposalState
from congvu.contexts.personnel.tables.place import place_of
from congvu.contexts.personnel.tables.proposals import proposals as register
from congvu.contexts.personnel.views.desk import MANAGE
from congvu.contexts.personnel.views.proposals import entries, rows_at
from congvu.kernel.workflow import Refused
from congvu.web.access import allow
from congvu.web.clock import today
from congvu.web.request import Request

MOST = 50
"""So many items stand on one page, and are decided at once."""


@allow(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def accept_many(request: Request) -> HttpResponse:
    """Duyệt nhiều nội dung: choose, confirm, and hear what was written and what was not."""
    if request.method == "POST":
        return _accepted(request)
    listed = _open(request)
    chosen = set(request.GET.getlist("chon"))
    if picked := [item for item in listed if str(item.pk) in chosen]:
        return _shown(request, picked, confirm=True)
    return _shown(request, listed, confirm=False)


def _accepted(request: Request) -> HttpResponse:
    failed = []
    done = 0
    listed = {str(item.pk): item for item in _open(request)}
    for key in request.POST.getlist("chon")[:MOST]:
        item = listed.get(key)
        if item is None:
            continue
        try:
            actions.accept(item, seen=request.POST.get(f"seen-{key}", ""), by=request.officer, on=today())
            done += 1
        except Refused as refused:
            failed += [(f"{item.person.full_name}, {queries.name_of(item)}", one.because) for one in refused.findings]
    if done:
        messages.success(request, f"Đã duyệt {done} nội dung và ghi vào hồ sơ.")
    for name, because in failed:
        messages.error(request, f"{name}: {because}")
    return redirect("personnel:proposals")


def _open(request: Request) -> list[Any]:
    place = place_of(request, MANAGE)
    waiting = rows_at(request, place).filter(state=ProposalState.SENT).exclude(person=request.officer.person_id)
    listing = register(today()).read(request, waiting)
    return queries.open_items(listing.narrowed, most=MOST)


def _shown(request: Request, items: list[Any], *, confirm: bool) -> HttpResponse:
    kept = [(name, value) for name, values in request.GET.lists() for value in values if name != "chon" and value]
    context = {
        "confirm": confirm,
        "entries": [
            {
                **told,
                "who": told["item"].person.full_name,
                "url": reverse("personnel:proposal", args=[told["item"].proposal_id]),
            }
            for told in entries(items)
        ],
        "kept": kept,
        "most": MOST,
        "back": reverse("personnel:proposals"),
    }
    return render(request, "personnel/accept_many.html", context)
