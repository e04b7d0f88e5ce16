"""The rounds of review: opened, followed unit by unit, reported, moved, closed."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.actions import reviews as actions
from congvu.contexts.personnel.forms.reviews import ExtendReviewForm, OpenReviewForm, ReportReviewForm
from congvu.contexts.personnel.models import FileReview
from congvu.contexts.personnel.queries import reviews as queries
from congvu.contexts.personnel.tables.completeness import PROGRESS, REVIEWS, overdue
from congvu.contexts.personnel.tables.place import place_of
from congvu.web import formats
from congvu.web.access import allow
from congvu.web.clock import today
from congvu.web.parts import Action, FieldGroup, Figure, FormPage
from congvu.web.request import Request
from congvu.web.workbook import excel

_form = require_http_methods(["GET", "HEAD", "POST"])


@allow(queries.ANSWER)
@require_GET
def file_reviews(request: Request) -> HttpResponse:
    """Các đợt rà soát hồ sơ."""
    offered = [Action("Bảng rà soát hồ sơ", reverse("personnel:completeness"), icon="chart-bar")]
    if request.officer.may_somewhere(queries.MANAGE):
        offered.append(Action("Mở đợt rà soát", reverse("personnel:open_file_review"), icon="plus", main=True))
    place = place_of(request, queries.ANSWER)
    listing = REVIEWS.read(request, queries.rounds(str(place.unit.identity.path)), actions=offered)
    return listing.response("personnel/file_reviews.html", {"place": place})


@allow(queries.ANSWER)
@require_GET
def file_review(request: Request, pk: int) -> HttpResponse:
    """Một đợt rà soát: where each unit stands, who has reported, what may be done."""
    review = _seen(pk)
    rows = queries.progress(review, on=today())
    listing = PROGRESS.read(
        request, rows, actions=_offered(request, review), excel=reverse("personnel:file_review_excel", args=[pk])
    )
    return listing.response(
        "personnel/file_review.html", {"review": review, "figures": _figures(review, rows), "rows": rows}
    )


@allow(queries.ANSWER)
@require_GET
def file_review_excel(request: Request, pk: int) -> HttpResponse:
    """Kết quả đợt rà soát ra Excel."""
    review = _seen(pk)
    listing = PROGRESS.read(request, queries.progress(review, on=today()))
    return excel(listing, title=f"Đợt rà soát hồ sơ: {review.title}", name="dot-ra-soat", on=today())


def _offered(request: Request, review: FileReview) -> list[Action]:
    if review.closed_on is not None:
        return []
    offered = []
    if request.officer.may(queries.MANAGE, over=review.unit_id, on=today()):
        offered += [
            Action("Dời hạn", reverse("personnel:extend_file_review", args=[review.pk]), icon="calendar-event"),
            Action("Kết thúc đợt", reverse("personnel:close_file_review", args=[review.pk]), icon="x"),
        ]
    if queries.answerable(review, by=request.officer, on=today()):
        address = reverse("personnel:report_file_review", args=[review.pk])
        offered.append(Action("Báo cáo đã rà soát", address, icon="check", main=True))
    return offered


def _figures(review: FileReview, rows: list[queries.Progress]) -> list[Figure]:
    reported = sum(1 for row in rows if row.asked_of.reported_on)
    reached = sum(1 for row in rows if row.after is not None and row.after >= review.goal)
    late = overdue(rows, on=today()) if review.closed_on is None else 0
    whole = len(rows) or 1
    return [
        Figure("Đã báo cáo", reported, "đơn vị", note=f"trên {len(rows)} đơn vị", share=reported * 100 / whole),
        Figure("Đạt mức yêu cầu", reached, "đơn vị", note=f"từ {review.goal} % trở lên", share=reached * 100 / whole),
        Figure(
            "Quá hạn báo cáo",
            late,
            "đơn vị",
            note=f"hạn {formats.day(review.due_on)}",
            tone="late" if late else "plain",
        ),
    ]


@allow(queries.MANAGE)
@_form
def open_file_review(request: Request) -> HttpResponse:
    """Mở đợt rà soát hồ sơ."""
    place = place_of(request, queries.MANAGE)
    units = queries.units_to_ask(place.unit, on=today())
    form = OpenReviewForm(request.POST or None, units=units, initial={"units": [str(key) for key, _ in units]})
    page = FormPage(
        "Mở đợt rà soát hồ sơ",
        "Mở đợt và giao các đơn vị",
        cancel=reverse("personnel:completeness"),
        lead=f"{place.name}: mỗi đơn vị được chọn nhận một việc phải làm, có hạn, trong “Việc của tôi”.",
        groups=(FieldGroup("Yêu cầu", ("title", "basis", "due_on", "goal")), FieldGroup("Đơn vị", ("units",))),
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        entry = actions.ReviewEntry(
            told["title"], [int(key) for key in told["units"]], told["due_on"], told["goal"], told["basis"]
        )
        try:
            review = actions.open_review(entry, unit_id=place.unit.pk, by=request.officer, on=today())
        except actions.NotPossible as refused:
            form.add_error("due_on", str(refused))
        else:
            messages.success(request, f"Đã mở đợt rà soát và giao {len(entry.units)} đơn vị.")
            return redirect("personnel:file_review", review.pk)
    return _shown(request, form, page)


@allow(queries.ANSWER)
@_form
def report_file_review(request: Request, pk: int) -> HttpResponse:
    """Báo cáo đã rà soát."""
    review = _seen(pk)
    waiting = queries.answerable(review, by=request.officer, on=today())
    names = organisations.described([each.unit_id for each in waiting], on=today())
    form = ReportReviewForm(request.POST or None, units=[(each.unit_id, names[each.unit_id].name) for each in waiting])
    page = FormPage(
        "Báo cáo đã rà soát hồ sơ",
        "Gửi báo cáo",
        cancel=reverse("personnel:file_review", args=[pk]),
        lead=f"{review.title}. Độ đầy đủ của hồ sơ lúc báo cáo được ghi lại cùng báo cáo.",
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        unit = int(told["unit"])
        done = _tried(
            form,
            lambda on: actions.report_review(review, unit, remark=told["remark"], by=request.officer, on=on),
        )
        if done:
            messages.success(request, f"Đã ghi báo cáo của {names[unit].name}.")
            return redirect("personnel:file_review", pk)
    return _shown(request, form, page)


@allow(queries.MANAGE)
@_form
def extend_file_review(request: Request, pk: int) -> HttpResponse:
    """Dời hạn đợt rà soát."""
    review = _seen(pk)
    form = ExtendReviewForm(request.POST or None)
    page = FormPage(
        "Dời hạn đợt rà soát",
        "Dời hạn cho các đơn vị chưa báo cáo",
        cancel=reverse("personnel:file_review", args=[pk]),
        lead=f"{review.title}: hạn đang có là ngày {formats.day(review.due_on)}.",
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        done = _tried(
            form,
            lambda on: actions.extend_review(
                review, due_on=told["due_on"], reason=told["reason"], by=request.officer, on=on
            ),
        )
        if done:
            messages.success(request, f"Hạn mới là ngày {formats.day(told['due_on'])}.")
            return redirect("personnel:file_review", pk)
    return _shown(request, form, page)


@allow(queries.MANAGE)
@_form
def close_file_review(request: Request, pk: int) -> HttpResponse:
    """Kết thúc đợt rà soát: the page says what will be true afterwards."""
    review = _seen(pk)
    waiting = sum(1 for row in queries.progress(review, on=today()) if row.asked_of.reported_on is None)
    form = Form(request.POST if request.method == "POST" else None)
    page = FormPage(
        "Kết thúc đợt rà soát",
        "Kết thúc đợt này",
        cancel=reverse("personnel:file_review", args=[pk]),
        lead=f"{review.title}: {waiting} đơn vị chưa báo cáo sẽ không còn phải báo cáo; kết quả được giữ nguyên.",
    )
    if request.method == "POST" and form.is_valid():
        if _tried(form, lambda on: actions.close_review(review, by=request.officer, on=on)):
            messages.success(request, "Đã kết thúc đợt rà soát.")
            return redirect("personnel:file_review", pk)
    return _shown(request, form, page)


def _seen(pk: int) -> FileReview:
    return get_object_or_404(FileReview, pk=pk)


def _tried(form: Any, act: Any) -> bool:
    try:
        act(today())
    except actions.NotPossible as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _shown(request: Request, form: Any, page: FormPage) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "personnel/file_review_form.html", {"form": form, "page": page}, status=status)
