"""Thể thức: the measures of a paper on its day, from the law; where the law is silent, the custom of the office."""

from dataclasses import dataclass
from datetime import date

from congvu.law.page import PAGE_2020, Page, page

A4 = (210, 297)  # millimetres
TABLE_POINTS = 12
NOTE_POINTS = 12
BLANK_POINTS = 13
PICTURE = (40, 60)  # millimetres
LETTERHEAD_SHARES = (6.7, 9.8)  # the columns of the issuing body and of the country's name
SIGNING_ROOM = 25  # millimetres for a signature and a seal

_MILLIMETRES = {"mm": 1.0, "cm": 10.0}
# From memory, like their neighbours in the law: an annex is titled as its paper is.
_ANNEX = {"annex_number": "document_type", "annex_title": "document_type", "annex_reference": "abstract"}


@dataclass(frozen=True)
class Form:
    """Thể thức áp dụng cho một văn bản."""

    law: Page

    def mm(self, name: str) -> float:
        """Số đo theo mi-li-mét."""
        measure = self.law.measures[name]
        return measure.printed * _MILLIMETRES[measure.unit]

    def pt(self, name: str) -> float:
        """Cỡ chữ, khoảng cách theo điểm."""
        return self.law.measures[_ANNEX.get(name, name)].printed

    @property
    def lines(self) -> float:
        """Giãn dòng, times the single line of the typeface."""
        return self.law.line_spacing.printed

    def room(self, *, across: bool) -> float:
        """Bề rộng phần chữ của trang dọc hoặc trang ngang."""
        return A4[across] - self.mm("left") - self.mm("right")


def on(day: date) -> Form:
    """Thể thức vào ngày ban hành; papers dated before the decree follow it too, as no earlier figures are known."""
    return Form(page(max(day, PAGE_2020.since)))
