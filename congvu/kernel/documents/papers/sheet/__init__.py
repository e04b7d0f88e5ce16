"""Excel: the same paper on sheets, its figures as numbers that add up."""

import io
from collections.abc import Sequence
from datetime import datetime
from itertools import zip_longest
from typing import Any

import xlsxwriter

from congvu.kernel.documents.papers import form, letterhead, widths
from congvu.kernel.documents.papers.model import (
    Annex,
    Blanks,
    Block,
    Bullets,
    Dots,
    Heading,
    Note,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Table,
    Text,
    spans,
)
from congvu.kernel.documents.papers.sheet import prescribed, tables
from congvu.kernel.documents.papers.sheet.grid import Grid

FEWEST_COLUMNS = 6  # so that the letterhead has two sides
WIDEST_IN_A_FORM = 45.0  # millimetres: the tables of a form differ, and share the columns of one sheet
A4 = 9  # Excel's number for the paper
_INCH = 25.4
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_SIGNING_ROWS = 4
_USUAL_BODY = "ỦY BAN NHÂN DÂN"  # the left side of a letterhead holds at least this
_CENTRED: dict[str, Any] = {"align": "center"}
_LOUD: dict[str, Any] = {"align": "center", "bold": True}


def render(paper: Paper) -> bytes:
    """Xuất ra Excel: the same paper always gives the same bytes."""
    raw = io.BytesIO()
    book = xlsxwriter.Workbook(raw, {"in_memory": True, **_PLAIN})
    day = datetime(paper.day.year, paper.day.month, paper.day.day)  # noqa: DTZ001 - Excel keeps an instant without a zone
    book.set_properties({"title": letterhead.title(paper), "author": paper.issuer.body, "created": day})
    _main(paper, book)
    for annex in paper.annexes:
        _annex(paper, annex, book)
    book.close()
    return raw.getvalue()


def _main(paper: Paper, book: Any) -> None:
    grid = _open(paper, book, paper.kind.capitalize() or "Công văn", paper.blocks, across=False)
    form = paper.prescribed
    if form is None:
        _letterhead(paper, grid)
    else:
        prescribed.head(form, paper, grid)
    for block in paper.blocks:
        _block(block, grid)
    grid.row += 1
    if form is None:
        _signature(paper, grid)
    else:
        prescribed.foot(form, grid)


def _annex(paper: Paper, annex: Annex, book: Any) -> None:
    grid = _open(paper, book, letterhead.annex_number(paper, annex), annex.blocks, across=annex.landscape)
    grid.line(letterhead.annex_number(paper, annex), size=grid.form.pt("annex_number"), **_LOUD)
    grid.line(annex.title.upper(), size=grid.form.pt("annex_title"), **_LOUD)
    grid.line(letterhead.annex_reference(paper), size=grid.form.pt("annex_reference"), italic=True, **_CENTRED)
    grid.row += 1
    only = annex.blocks[0] if len(annex.blocks) == 1 else None
    if isinstance(only, Table):
        tables.pin(only, grid)
    for block in annex.blocks:
        _block(block, grid)


def _open(paper: Paper, book: Any, name: str, blocks: Sequence[Block], *, across: bool) -> Grid:
    measures = form.on(paper.day)
    page = book.add_worksheet("".join(" " if letter in "[]:*?/\\" else letter for letter in name)[:31])
    page.set_paper(A4)
    if across:
        page.set_landscape()
    page.set_margins(*(measures.mm(side) / _INCH for side in ("left", "right", "top", "bottom")))
    page.set_header("&C&P")
    page.fit_to_pages(1, 0)
    page.hide_gridlines(2)
    wide = _widths(blocks, room=measures.room(across=across))
    if paper.prescribed:
        wide = [min(width, WIDEST_IN_A_FORM) for width in wide]
    return Grid(book, page, wide, measures)


def _widths(blocks: Sequence[Block], *, room: float) -> list[float]:
    """Every column as wide as the table that needs it most."""
    tables = [widths.columns(block, room=room) for block in blocks if isinstance(block, Table)]
    count = max([FEWEST_COLUMNS, *(len(table) for table in tables)])
    found = [max([table[place] for table in tables if place < len(table)], default=0) for place in range(count)]
    missing = found.count(0)
    return [width or max((room - sum(found)) / missing, 15) for width in found]


# ---------------------------------------------------------------- parts


def _letterhead(paper: Paper, grid: Grid) -> None:
    pt, loud = grid.form.pt, {"bold": True}
    superior, body = letterhead.issuers(paper)
    placed = letterhead.placed_and_dated(paper)
    _two_sides(grid, superior, letterhead.COUNTRY, left={}, right=loud, size=pt("country_name"))
    _two_sides(grid, body, letterhead.MOTTO, left=loud, right=loud, size=pt("issuing_body"))
    _two_sides(grid, letterhead.numbered(paper), placed, left={}, right={"italic": True}, size=pt("number_and_symbol"))
    if paper.draft:
        _two_sides(grid, letterhead.DRAFT, "", left=loud, right={}, size=pt("number_and_symbol"))
    grid.row += 1
    _title(paper, grid)


def _title(paper: Paper, grid: Grid) -> None:
    pt = grid.form.pt
    if paper.kind:
        grid.line(letterhead.kind(paper), size=pt("document_type"), **_LOUD)
    abstract = widths.evenly(letterhead.abstract(paper), pt("abstract"), room=sum(grid.widths))
    grid.line(abstract, size=pt("abstract"), **_LOUD)
    for line in letterhead.addressees(paper):
        grid.line(line, size=pt("body"), **_CENTRED)
    grid.row += 1


def _two_sides(grid: Grid, left_words: str, right_words: str, *, left: Any, right: Any, size: float) -> None:
    middle = _middle(grid)
    near = sum(grid.widths[: middle + 1])
    even = widths.evenly(left_words, size, room=near)
    grid.across(even, first=0, last=middle, size=size, **_CENTRED, **left)
    grid.across(
        right_words, first=middle + 1, last=grid.last, size=size, text_wrap=False, shrink=True, **_CENTRED, **right
    )
    grid.raise_row(even, size=size, room=near)
    grid.row += 1


def _middle(grid: Grid) -> int:
    """The last column of the left side: near to where the printed page has it, the country's name unbroken."""
    share = form.LETTERHEAD_SHARES[0] / sum(form.LETTERHEAD_SHARES) * sum(grid.widths)
    size = grid.form.pt("country_name")

    def cost(place: int) -> tuple[int, float]:
        near, far = sum(grid.widths[: place + 1]), sum(grid.widths[place + 1 :])
        broken = widths.lines(letterhead.COUNTRY, size, room=far) + widths.lines(_USUAL_BODY, size, room=near)
        return broken, abs(near - share)

    return min(range(grid.last), key=cost)


def _block(block: Block, grid: Grid) -> None:
    size = grid.form.pt("body")
    match block:
        case Heading(level=level, text=text):
            grid.line(text, size=size, bold=True, italic=level == 3)
        case Paragraph(text=text):
            grid.line(text, size=size, align="justify")
        case Bullets(items=items):
            _bullets(items, grid)
        case Note(text=text):
            grid.line(text, size=form.NOTE_POINTS, italic=True)
        case PageBreak():
            grid.page.set_h_pagebreaks([*grid.page.hbreaks, grid.row])
        case Blanks() | Numbered() | Dots():
            prescribed.to_fill_in(block, grid)
        case Table():
            tables.fill(block, grid)


def _bullets(items: Sequence[Text], grid: Grid) -> None:
    for item in items:
        grid.line(("- ", *spans(item)), size=grid.form.pt("body"))


def _signature(paper: Paper, grid: Grid) -> None:
    recipients, middle = letterhead.recipients(paper), _middle(grid)
    left = [letterhead.RECIPIENTS, *recipients] if recipients else []
    right = [*letterhead.signatory(paper), *[""] * _SIGNING_ROWS, paper.signatory.name]
    for place, (near, far) in enumerate(zip_longest(left, right, fillvalue="")):
        size = grid.form.pt("recipients_list") if place else grid.form.pt("recipients_heading")
        grid.across(near, first=0, last=middle, size=size, bold=not place, italic=not place)
        grid.across(far, first=middle + 1, last=grid.last, size=grid.form.pt("signer_title"), **_LOUD)
        higher = near if widths.lines(near, size, room=sum(grid.widths[: middle + 1])) > 1 else far
        room = sum(grid.widths[: middle + 1] if higher is near else grid.widths[middle + 1 :])
        grid.raise_row(higher, size=grid.form.pt("signer_title"), room=room)
        grid.row += 1
