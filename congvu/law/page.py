"""Thể thức trang: the numbers of the page of an administrative document, by the day it is issued."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from . import texts
from .citations import Citation, Standing
from .rules import NoLawInForce
from .sources import used


@dataclass(frozen=True)
class Measure:
    """Một số đo của trang: the least and the most that is allowed, the value we print, its unit and its text."""

    least: float
    most: float
    printed: float
    unit: str
    cites: Citation

    def __post_init__(self) -> None:
        if not self.least <= self.printed <= self.most:
            raise ValueError(f"{self.printed} {self.unit} is not between {self.least} and {self.most}")


@dataclass(frozen=True)
class Page:
    """Trang văn bản hành chính, in force for the days [since, until)."""

    since: date
    until: date | None
    paper: str
    font: str
    font_cites: Citation
    top: Measure
    bottom: Measure
    left: Measure
    right: Measure
    page_number: Measure
    country_name: Measure
    motto: Measure
    issuing_body: Measure
    number_and_symbol: Measure
    place_and_date: Measure
    document_type: Measure
    abstract: Measure
    letter_abstract: Measure
    body: Measure
    line_spacing: Measure
    first_line_indent: Measure
    paragraph_spacing: Measure
    signer_title: Measure
    signer_name: Measure
    recipients_heading: Measure
    recipients_list: Measure

    @property
    def measures(self) -> dict[str, Measure]:
        """Mọi số đo, theo tên."""
        named = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in named if isinstance(value, Measure)}


_WHERE = "Thể thức trang văn bản hành chính"
_CHECKED = used(texts.PAPERWORK_2020.as_a_whole(), where=_WHERE)
_REMEMBERED = used(texts.PAPERWORK_2020.as_a_whole(standing=Standing.FROM_MEMORY), where=_WHERE)


def _mm(least: float, most: float, printed: float) -> Measure:
    return Measure(least, most, printed, "mm", _CHECKED)


def _pt(least: float, most: float, printed: float, cites: Citation = _REMEMBERED) -> Measure:
    return Measure(least, most, printed, "pt", cites)


PAGE_2020 = Page(
    since=date(2020, 3, 5),
    until=None,
    paper="A4",
    font="Times New Roman",
    font_cites=_REMEMBERED,
    top=_mm(20, 25, 20),
    bottom=_mm(20, 25, 20),
    left=_mm(30, 35, 30),
    right=_mm(15, 20, 15),
    page_number=_pt(13, 14, 13, _CHECKED),
    country_name=_pt(12, 13, 13, _CHECKED),
    motto=_pt(13, 14, 14, _CHECKED),
    issuing_body=_pt(12, 13, 13),
    number_and_symbol=_pt(13, 13, 13),
    place_and_date=_pt(13, 14, 14),
    document_type=_pt(13, 14, 14),
    abstract=_pt(13, 14, 14),
    letter_abstract=_pt(12, 13, 12),
    body=_pt(13, 14, 14),
    line_spacing=Measure(1, 1.5, 1.15, "dòng", _REMEMBERED),
    first_line_indent=Measure(1, 1.27, 1.27, "cm", _REMEMBERED),
    paragraph_spacing=_pt(6, 6, 6),
    signer_title=_pt(13, 14, 14),
    signer_name=_pt(13, 14, 14),
    recipients_heading=_pt(12, 12, 12),
    recipients_list=_pt(11, 11, 11),
)
_PAGES = (PAGE_2020,)


def page(on: date) -> Page:
    """Thể thức trang áp dụng cho văn bản ban hành vào ngày `on`."""
    found = next((p for p in _PAGES if p.since <= on and (p.until is None or on < p.until)), None)
    if found is None:
        raise NoLawInForce(f"Chưa có số liệu thể thức trang cho văn bản ban hành ngày {on:%d/%m/%Y}.")
    return found
