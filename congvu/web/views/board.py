"""Bảng hạn việc: when duties are due, day by day, and what each unit owes; every number opens its rows."""

import re
from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from congvu.kernel.agenda import queries
from congvu.web.access import allow
from congvu.web.duty_register import DAY, GROUPS, kinds
from congvu.web.frame import address
from congvu.web.parts import Figure, Tone
from congvu.web.request import Request
from congvu.web.units import directory

_MONTH = re.compile(r"(19[5-9]\d|20\d\d)-(0[1-9]|1[0-2])")
_SHOWN = ("overdue", "today", "week", "later")


@dataclass(frozen=True)
class Box:
    """Một ô lịch."""

    day: date
    count: int
    url: str
    tone: Tone
    inside: bool
    today: bool


@dataclass(frozen=True)
class Line:
    """Một đơn vị trên bảng: its counts in the order of the groups, each with the address of its rows."""

    unit: str
    counts: list[tuple[str, int, str, Tone]]


@allow(queries.VIEW_BOARD)
@require_GET
def due_board(request: Request) -> HttpResponse:
    """Bảng hạn việc."""
    on, kind = request.as_of, _kind(request)
    rows = queries.board(request.officer, on=on)
    rows = rows.filter(kind=kind) if kind else rows
    month = _month(request)
    weeks = list(Calendar().monthdatescalendar(month.year, month.month))
    counted = queries.by_day(rows, weeks[0][0], weeks[-1][-1], on=on)
    owed = queries.by_unit(rows, on=on)
    context = {
        "figures": _figures(owed, kind),
        "weeks": [[_box(day, counted.get(day, 0), month, kind, on=on) for day in week] for week in weeks],
        "month": month,
        "before": _address(request, month - timedelta(days=1)),
        "after": _address(request, month + timedelta(days=31)),
        "heads": [words for _tab, words in GROUPS.values()],
        "lines": _lines(owed, kind, on=on),
        "kinds": [(each.name, each.label, each.name == kind) for each in kinds()],
        "excel": _rows(reverse("web:duties_workbook"), kind),
    }
    return render(request, "web/due_board.html", context)


def _kind(request: Request) -> str:
    wanted = request.GET.get("loai", "")
    return wanted if any(kind.name == wanted for kind in kinds()) else ""


def _month(request: Request) -> date:
    found = _MONTH.fullmatch(request.GET.get("thang", ""))
    return date(int(found[1]), int(found[2]), 1) if found else request.as_of.replace(day=1)


def _address(request: Request, day: date) -> str:
    return address(request, thang=f"{day:%Y-%m}")


def _rows(page: str, kind: str, **conditions: str) -> str:
    asked = urlencode({name: value for name, value in {"loai": kind, **conditions}.items() if value})
    return f"{page}?{asked}" if asked else page


def _box(day: date, count: int, month: date, kind: str, *, on: date) -> Box:
    url = _rows(reverse("web:duties"), kind, **{DAY: day.isoformat()}) if count else ""
    tone: Tone = "late" if day < on else "soon" if day == on else "plain"
    return Box(day, count, url, tone, inside=day.month == month.month, today=day == on)


def _figures(owed: list[dict[str, Any]], kind: str) -> list[Figure]:
    totals = {name: sum(row[name] for row in owed) for name in GROUPS}
    shown = [
        Figure(
            GROUPS[name][1],
            totals[name],
            url=_rows(reverse("web:duties"), kind, the=GROUPS[name][0]),
            tone="late" if name == "overdue" and totals[name] else "plain",
        )
        for name in _SHOWN
    ]
    return [*shown, _rate(totals["on_time"], totals["late"], kind)]


def _rate(on_time: int, late: int, kind: str) -> Figure:
    done = on_time + late
    return Figure(
        _("Đúng hạn năm nay"),
        100 * on_time / done if done else None,
        "%" if done else "",
        places=1,
        url=_rows(reverse("web:duties"), kind, the=GROUPS["on_time"][0]),
        note=_("%(on_time)d trên %(done)d việc đã xong") % {"on_time": on_time, "done": done},
        share=100 * on_time / done if done else None,
    )


def _lines(owed: list[dict[str, Any]], kind: str, *, on: date) -> list[Line]:
    """The units, those with most overdue first."""
    names = directory().names({row["unit_id"] for row in owed}, on)
    ranked = sorted(owed, key=lambda row: (-row["overdue"], -row["today"], names.get(row["unit_id"], "")))
    return [Line(names.get(row["unit_id"], ""), [_count(row, name, kind) for name in GROUPS]) for row in ranked]


def _count(row: dict[str, Any], name: str, kind: str) -> tuple[str, int, str, Tone]:
    tab, words = GROUPS[name]
    url = _rows(reverse("web:duties"), kind, the=tab, **{"don-vi": str(row["unit_id"])})
    tones: dict[str, Tone] = {"overdue": "late", "today": "soon"}
    return words, row[name], url if row[name] else "", tones.get(name, "plain") if row[name] else "plain"
