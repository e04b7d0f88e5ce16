"""Keeping a cohort under a name, renaming it, changing its conditions, putting it aside; comparing two."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from congvu.contexts.personnel.actions import cohorts as actions
from congvu.contexts.personnel.actions.cohorts import MANAGE_COHORTS
from congvu.contexts.personnel.forms.cohorts import CohortNameForm
from congvu.contexts.personnel.queries import cohorts as asking
from congvu.contexts.personnel.queries.cohorts import saved
from congvu.contexts.personnel.queries.staff import years_before
from congvu.contexts.personnel.tables.cohorts import compared, page_of, sentence
from congvu.contexts.personnel.tables.place import place_of
from congvu.contexts.personnel.views.cohorts import VIEW, given_of, read_cohort
from congvu.web.access import allow
from congvu.web.as_of import day_from
from congvu.web.clock import today
from congvu.web.parts import FormPage
from congvu.web.register import Column
from congvu.web.request import Request
from congvu.web.words import worded

OTHER, DAY = "voi", "truoc"


@allow(MANAGE_COHORTS)
@require_http_methods(["GET", "POST"])
def cohort_save(request: Request) -> HttpResponse:
    """Lưu thành nhóm: the conditions in the address, under a name."""
    place = place_of(request, MANAGE_COHORTS)
    chosen = asking.Chosen()
    faults: tuple[tuple[str, str], ...] = ()
    try:
        chosen = asking.chosen(given_of(request))
    except asking.Unsound as unsound:
        faults = unsound.faults
    back = f"{reverse('personnel:cohort_new')}?{place.query}&{chosen.query}"
    page = FormPage("Lưu thành nhóm", button="Lưu nhóm", cancel=back, lead=f"Nhóm của {place.name}.")

    def write(name: str) -> Any:
        if faults:
            raise asking.Unsound(faults)
        return actions.save_cohort(name, chosen, unit_id=place.unit.pk, by=request.officer, on=today())

    return _named(request, page, write, chosen, "Đã lưu nhóm; từ nay mở ở mục Nguồn cán bộ.")


@allow(MANAGE_COHORTS)
@require_http_methods(["GET", "POST"])
def cohort_rename(request: Request, pk: int) -> HttpResponse:
    """Đổi tên nhóm."""
    kept = read_cohort(request, pk)
    request.officer.demand(MANAGE_COHORTS, over=kept.unit.pk, on=today())
    page = FormPage("Đổi tên nhóm", button="Ghi tên mới", cancel=page_of(kept))

    def write(name: str) -> Any:
        return actions.rename_cohort(pk, name, by=request.officer, on=today())

    return _named(request, page, write, kept.chosen, "Đã đổi tên nhóm.", name=kept.cohort.name)


def _named(
    request: Request,
    page: FormPage,
    write: Callable[[str], Any],
    chosen: asking.Chosen,
    done: str,
    *,
    name: str = "",
) -> HttpResponse:
    form = CohortNameForm(request.POST if request.method == "POST" else None, initial={"name": name})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid() and (cohort := _written(write, form)):
            messages.success(request, done)
            return redirect(page_of(cohort))
    context = {"form": form, "page": page, "sentence": sentence(chosen), "chosen": chosen}
    return render(request, "personnel/cohorts/name.html", context, status=status)


def _written(write: Callable[[str], Any], form: CohortNameForm) -> Any | None:
    """What was written, or nothing: then the form says what is wrong."""
    try:
        return write(form.cleaned_data["name"])
    except asking.Unsound as unsound:
        for field, said in unsound.faults:
            form.add_error(field if field in form.fields else None, said)
        return None


@allow(MANAGE_COHORTS)
@require_POST
def cohort_change(request: Request, pk: int) -> HttpResponse:
    """Ghi điều kiện mới: those in the address."""
    read_cohort(request, pk)

    def write() -> Any:
        return actions.change_cohort(pk, asking.chosen(given_of(request)), by=request.officer, on=today())

    return _told(request, pk, write, "Đã ghi điều kiện mới của nhóm.")


@allow(MANAGE_COHORTS)
@require_POST
def cohort_withdraw(request: Request, pk: int) -> HttpResponse:
    """Thôi dùng nhóm."""
    read_cohort(request, pk)

    def write() -> Any:
        return actions.withdraw_cohort(pk, by=request.officer, on=today())

    return _told(request, pk, write, "Đã thôi dùng nhóm; nhóm vẫn xem được ở thẻ Đã thôi dùng.")


def _told(request: Request, pk: int, write: Callable[[], Any], done: str) -> HttpResponse:
    try:
        write()
        messages.success(request, done)
    except asking.Unsound as unsound:
        messages.error(request, str(unsound))
    return redirect("personnel:cohort", pk)


@allow(VIEW)
@require_GET
def cohort_compare(request: Request, pk: int) -> HttpResponse:
    """So sánh: a cohort with itself on another day, or with another cohort; who came in, who went out."""
    kept = read_cohort(request, pk)
    others = list(saved.cohorts(request.officer).filter(withdrawn_on=None))
    key = request.GET.get(OTHER, "")
    other = read_cohort(request, int(key)) if key.isdecimal() and len(key) < 19 else kept
    now = asking.Question(kept.unit, kept.chosen, request.as_of)
    day = _day(request, now.day, same=other.pk == kept.pk)
    before = asking.Question(other.unit, other.chosen, day)
    numbers = asking.counted([before, now])
    gone, both = asking.entered(before, now), asking.stayed(now, before)
    table = compared(gone, both, _reasons(request, now, before))
    listing = table.read(request, asking.entered(now, before))
    if listing.tab and listing.tab.name != "ca-hai":
        against = now if listing.tab.name == "ra" else before
        _explain(listing.page.rows, against)
    context = {
        "kept": kept,
        "other": other,
        "now": now,
        "before": before,
        "sides": [(other, before.day, numbers[0]), (kept, now.day, numbers[1])],
        "options": [(row.pk, row.name, row.pk == other.pk) for row in others if row.pk != kept.pk],
        "faults": [each.fault for each in (kept, other) if each.fault],
    }
    return listing.response("personnel/cohorts/compare.html", context)


def _day(request: Request, on: date, *, same: bool) -> date:
    text = request.GET.get(DAY, "").strip()
    if text:
        return day_from(text)
    return years_before(on, 1) if same else on


def _reasons(request: Request, now: asking.Question, before: asking.Question) -> Column | None:
    """Why somebody is on one side only."""
    tab = request.GET.get("the", "vao")
    if tab == "ca-hai":
        return None
    label = "Nay không đạt" if tab == "ra" else "Trước không đạt"
    return Column("vi-sao", label, lambda row: row.missing)


def _explain(rows: list[Any], against: asking.Question) -> None:
    missing = asking.unmet_clauses([row.person_id for row in rows], against)
    for row in rows:
        row.missing = "; ".join(worded(clause) for clause in missing[row.person_id])
