"""Thể thức: the measures of a paper, each within what the decree allows, each with its standing."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

SOURCE = "Nghị định 30/2020/NĐ-CP, Phụ lục I"
SINCE = date(2020, 3, 5)

Standing = Literal["verified", "secondary", "from memory"]


@dataclass(frozen=True)
class Measure:
    """Một số đo: our choice, the span that the law allows, and how sure we are of that span.

    "secondary": read in a law portal's table of the annex, not in the gazette.
    """

    chosen: float
    least: float
    most: float
    standing: Standing


A4 = (210, 297)  # millimetres; verified

MILLIMETRES = {
    "top": Measure(20, 20, 25, "verified"),
    "bottom": Measure(20, 20, 25, "verified"),
    "left": Measure(30, 30, 35, "verified"),
    "right": Measure(15, 15, 20, "verified"),
    "first_line": Measure(12.7, 10, 12.7, "secondary"),
}

POINTS = {
    "page_number": Measure(14, 13, 14, "verified"),
    "country": Measure(12, 12, 13, "verified"),
    "motto": Measure(13, 13, 14, "verified"),
    "superior": Measure(12, 12, 13, "secondary"),
    "body_name": Measure(12, 12, 13, "secondary"),
    "number": Measure(13, 13, 13, "secondary"),
    "place_and_day": Measure(13, 13, 14, "secondary"),
    "kind": Measure(14, 13, 14, "secondary"),
    "abstract": Measure(14, 13, 14, "secondary"),
    "letter_abstract": Measure(12, 12, 13, "secondary"),
    "addressees": Measure(14, 13, 14, "from memory"),
    "text": Measure(14, 13, 14, "secondary"),
    "between_paragraphs": Measure(6, 6, 12, "secondary"),
    "signatory": Measure(14, 13, 14, "from memory"),
    "recipients_title": Measure(12, 12, 12, "from memory"),
    "recipients": Measure(11, 11, 11, "from memory"),
    "annex_number": Measure(14, 14, 14, "from memory"),
    "annex_title": Measure(14, 13, 14, "from memory"),
    "annex_reference": Measure(14, 14, 14, "from memory"),
}

LINES = Measure(1.15, 1, 1.5, "secondary")  # times the single line of the typeface

# The decree is silent on tables and notes: the custom of the office.
TABLE_POINTS = 12
NOTE_POINTS = 12
LETTERHEAD_SHARES = (7, 9.5)  # the columns of the issuing body and of the country's name
SIGNING_ROOM = 25  # millimetres for a signature and a seal


def mm(name: str) -> float:
    """Số đo theo mi-li-mét."""
    return MILLIMETRES[name].chosen


def pt(name: str) -> float:
    """Cỡ chữ theo điểm."""
    return POINTS[name].chosen


def room(*, across: bool) -> float:
    """Bề rộng phần chữ của trang dọc hoặc trang ngang."""
    return A4[across] - mm("left") - mm("right")
