"""The review of qualifications: its board, the gap list, the rows behind a figure, the report."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import queries
from congvu.contexts.personnel.facts import ListExported
from congvu.contexts.personnel.indicators import INDICATORS, asked, paper, rendered_review, review
from congvu.contexts.personnel.rules import subject_label
from congvu.contexts.personnel.states import Subject
from congvu.contexts.personnel.tables import ATTENDANCES_BEHIND, CLASSES_BEHIND, GAPS, TRAINEES_BEHIND, people_behind
from congvu.contexts.personnel.tables.place import Place, place_of
from congvu.kernel import indicators
from congvu.kernel.documents.papers import preview
from congvu.web import formats
from congvu.web.access import allow
from congvu.web.as_of import day_from
from congvu.web.listing import Listing
from congvu.web.parts import Action, Bar, Bars, Download, Figure, TabLink
from congvu.web.request import Request
from congvu.web.workbook import excel

_GAPS, _REPORT, _EXPORT = "personnel.view_gaps", "personnel.view_report", "personnel.export_people"
_BEHIND = {"lớp": CLASSES_BEHIND, "lượt": ATTENDANCES_BEHIND}
_FORMS = {
    "pdf": ("PDF", "application/pdf"),
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@allow(_REPORT)
@require_GET
def board(request: Request) -> HttpResponse:
    """Bảng rà soát trình độ: every figure, each with the rows behind it; then where the gaps are."""
    place = place_of(request, _REPORT)
    question = _asked(request, place)
    with queries.surveying(place.unit, on=place.on):
        measured, bars = indicators.measure_all(INDICATORS, question), _gap_bars(place)
    context = {
        "place": place,
        "since": question.since,
        "cites": sorted({figure.indicator.cites for figure in measured}),
        "shares": [_figure(figure, request) for figure in measured if figure.indicator.is_share],
        "counts": [_figure(figure, request) for figure in measured if not figure.indicator.is_share],
        "gaps": bars,
        "actions": _actions(request),
    }
    return render(request, "personnel/review.html", context)


@allow(_GAPS)
@require_GET
def gaps(request: Request) -> HttpResponse:
    """Danh sách người chưa đạt tiêu chuẩn."""
    place = place_of(request, _GAPS)
    export = reverse("personnel:gaps_excel") if request.officer.may_somewhere(_EXPORT) else ""
    reach = organisations.reach(place.unit, on=place.on)
    listing = GAPS.read(request, queries.gap_list(reach), excel=export, counted=reach.small)
    return listing.response("personnel/gaps.html", {"place": place})


@allow(_EXPORT)
@require_GET
def gaps_excel(request: Request) -> HttpResponse:
    """Danh sách chưa đạt tiêu chuẩn ra Excel."""
    place = place_of(request, _EXPORT)
    listing = GAPS.read(request, queries.gaps(place.unit, on=place.on))
    title = f"Danh sách chưa đạt tiêu chuẩn của vị trí – {place.name}"
    with queries.surveying(place.unit, on=place.on):
        return excel(
            listing,
            title=title,
            name="chua-dat",
            on=place.on,
            tells=lambda rows: ListExported(place.unit.pk, title, rows, listing.conditions),
        )


@allow(_REPORT)
@require_GET
def figure(request: Request, name: str) -> HttpResponse:
    """Một chỉ số: its value, one breakdown at a time, and the rows behind it."""
    place = place_of(request, _REPORT)
    indicator = _indicator(name)
    question = _asked(request, place)
    by = next((by for by in indicator.breakdowns if by.name == request.GET.get("theo")), None)
    rows = indicators.rows_behind(indicator, question)
    listing: Listing = _behind(indicator).read(request, rows, excel=_figure_excel(request, name))
    with queries.surveying(place.unit, on=place.on):
        context = {
            "place": place,
            "since": question.since,
            "indicator": indicator,
            "figure": replace(
                _figure(indicators.measure(indicator, question), request, linked=False),
                label=f"Kết quả tính đến ngày {formats.day(place.on)}",
            ),
            "ways": _ways(indicator, request, by),
            "split": _split_bars(indicator, question, by or _usual(indicator)),
        }
        return listing.response("personnel/figure.html", context)


@allow(_EXPORT)
@require_GET
def figure_excel(request: Request, name: str) -> HttpResponse:
    """Những người, những lớp đứng sau một chỉ số, ra Excel."""
    place = place_of(request, _EXPORT)
    indicator = _indicator(name)
    listing: Listing = _behind(indicator).read(request, indicators.rows_behind(indicator, _asked(request, place)))
    with queries.surveying(place.unit, on=place.on):
        return excel(listing, title=f"{indicator.label} – {place.name}", name="chi-so", on=place.on)


@allow(_REPORT)
@require_GET
def report(request: Request) -> HttpResponse:
    """Báo cáo rà soát trình độ, as it will be printed."""
    place = place_of(request, _REPORT)
    with queries.surveying(place.unit, on=place.on):
        found = review(_asked(request, place))
    links = {indicator.name: _address("personnel:figure", request, indicator.name) for indicator in INDICATORS}
    context = {
        "place": place,
        "preview": preview.render(paper(found), links=links),
        "downloads": [
            Download(label, _address("personnel:report_file", request, form)) for form, (label, _) in _FORMS.items()
        ],
        "actions": [],
    }
    return render(request, "personnel/report.html", context)


@allow(_REPORT)
@require_GET
def report_file(request: Request, form: str) -> HttpResponse:
    """Báo cáo rà soát trình độ ra PDF, Word, Excel."""
    if form not in _FORMS:
        raise Http404
    place = place_of(request, _REPORT)
    with queries.surveying(place.unit, on=place.on):
        made = rendered_review(_asked(request, place), form=form)
    response = HttpResponse(made, content_type=_FORMS[form][1])
    response["Content-Disposition"] = f'attachment; filename="ra-soat-trinh-do-{place.on:%Y-%m-%d}.{form}"'
    return response


def _indicator(name: str) -> indicators.Indicator:
    found = next((indicator for indicator in INDICATORS if indicator.name == name), None)
    if found is None:
        raise Http404
    return found


def _figure_excel(request: Request, name: str) -> str:
    return reverse("personnel:figure_excel", args=[name]) if request.officer.may_somewhere(_EXPORT) else ""


def _asked(request: Request, place: Place) -> indicators.Asked:
    since = request.GET.get("tu")
    return asked(place.unit, on=place.on, since=day_from(since) if since else None)


def _address(view: str, request: Request, *arguments: Any) -> str:
    kept = request.GET.copy()
    kept.pop("tiep", None)
    query = kept.urlencode()
    return reverse(view, args=arguments) + (f"?{query}" if query else "")


def _actions(request: Request) -> list[Action]:
    return [
        Action("Xem báo cáo", _address("personnel:report", request), icon="file-text", main=True),
        Action("Danh sách chưa đạt", _address("personnel:gaps", request), icon="list-check"),
    ]


def _figure(figure: indicators.Figure, request: Request, *, linked: bool = True) -> Figure:
    indicator = figure.indicator
    url = _address("personnel:figure", request, indicator.name) if linked else ""
    if not indicator.is_share:
        return Figure(indicator.label, figure.numerator, indicator.unit, url=url)
    return Figure(
        indicator.label,
        figure.value,
        indicator.unit,
        places=indicator.decimals,
        url=url,
        note=f"{formats.number(figure.numerator)} trên {formats.number(figure.denominator or 0)} người",
        share=None if figure.value is None else float(figure.value),
    )


def _gap_bars(place: Place) -> Bars:
    counted = queries.gaps_by_subject(place.unit, on=place.on)
    bars = [
        Bar(subject_label(subject), counted.get(subject, 0), f"{counted.get(subject, 0)} người")
        for subject in Subject.values
    ]
    bars.sort(key=lambda bar: bar.value, reverse=True)
    worst = bars[0]
    most = f"{worst.label} là nội dung còn thiếu nhiều nhất"
    title = most if worst.value else "Mọi người đều đạt tiêu chuẩn của vị trí"
    return Bars(title, bars, label="Nội dung", measure="Số người chưa đạt")


def _behind(indicator: indicators.Indicator) -> Any:
    if indicator.hit is not None:
        return people_behind(indicator.hit)
    return _BEHIND.get(indicator.unit, TRAINEES_BEHIND)


def _ways(indicator: indicators.Indicator, request: Request, by: Any) -> list[TabLink]:
    chosen = by or _usual(indicator)
    kept = request.GET.copy()
    kept.pop("tiep", None)
    links = []
    for way in indicator.breakdowns:
        kept["theo"] = way.name
        links.append(TabLink(way.label, f"{request.path}?{kept.urlencode()}", way == chosen))
    return links


def _usual(indicator: indicators.Indicator) -> Any:
    """By unit: what a head wants to see first."""
    return next((by for by in indicator.breakdowns if by.name == "unit"), None)


def _split_bars(indicator: indicators.Indicator, question: indicators.Asked, by: Any) -> Bars | None:
    if by is None:
        return None
    parts = [(label, part) for label, part in indicators.split(indicator, question, by)]
    parts.sort(key=lambda part: part[1].value or 0, reverse=not indicator.is_share)  # of shares the worst comes first
    bars = [Bar(label, part.value or 0, part.text, detail=_of(part)) for label, part in parts]
    whole = 100.0 if indicator.is_share else None
    return Bars(f"{indicator.label} theo {by.label.lower()}", bars, label=by.label, measure=indicator.unit, whole=whole)


def _of(part: indicators.Figure) -> str:
    return f"{part.numerator}/{part.denominator}" if part.denominator else ""
