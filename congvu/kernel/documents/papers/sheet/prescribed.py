"""Mẫu quy định trong Excel: its head with the picture, its numbered blanks and its signatures."""

import io
from itertools import zip_longest
from typing import Any

from docx.image.image import Image

from congvu.kernel.documents.papers import form as measures
from congvu.kernel.documents.papers import letterhead
from congvu.kernel.documents.papers.model import (
    Blank,
    Blanks,
    Dots,
    Filled,
    Numbered,
    Paper,
    Picture,
    Prescribed,
    Signing,
)
from congvu.kernel.documents.papers.pictures import within
from congvu.kernel.documents.papers.sheet.grid import Grid
from congvu.kernel.documents.papers.widths import lines

_SIZE = measures.BLANK_POINTS
_CENTRED: dict[str, Any] = {"align": "center"}
_POINT = 25.4 / 72
_SIGNING_ROWS = 4


def head(form: Prescribed, paper: Paper, grid: Grid) -> None:
    """Đầu mẫu: whose file it is, the title, and the picture above the first items."""
    grid.line(form.mark, size=11, italic=True, align="right")
    for blank in (*form.reference, *form.keeper):
        grid.line(_words(Blanks("", (blank,))), size=_SIZE)
    grid.row += 1
    grid.line(letterhead.kind(paper), size=16, bold=True, **_CENTRED)
    if form.picture is not None:
        _draw(form.picture, grid)
    for line in form.beside:
        to_fill_in(line, grid)


def to_fill_in(block: Filled, grid: Grid) -> None:
    """Dòng khai, the name of an item, or lines for a hand."""
    match block:
        case Blanks():
            grid.line(_words(block), size=_SIZE)
        case Numbered(words=words):
            grid.line(words, size=_SIZE, bold=True)
        case Dots(lines=count):
            for _ in range(count):
                grid.line("", size=_SIZE, bottom=4)


def foot(form: Prescribed, grid: Grid) -> None:
    """Nơi ký và ghi chú cuối mẫu."""
    middle = grid.last // 2
    sides = [_signed(signing) for signing in form.signings]
    for place, words in enumerate(zip_longest(*sides, fillvalue="")):
        near, far = words
        look = {"bold": place in (1, len(sides[0]) - 1), "italic": not place, **_CENTRED}
        grid.across(near, first=0, last=middle, size=_SIZE, **look)
        grid.across(far, first=middle + 1, last=grid.last, size=_SIZE, **look)
        room = min(sum(grid.widths[: middle + 1]), sum(grid.widths[middle + 1 :]))
        grid.raise_row(max(words, key=lambda side: lines(side, _SIZE, room=room)), size=_SIZE, room=room)
        grid.row += 1
    for line in form.foot:
        grid.line(line, size=10, italic=True)


def _signed(signing: Signing) -> list[str]:
    return [signing.above, *signing.lines, *[""] * _SIGNING_ROWS, signing.name]


def _words(block: Blanks) -> str:
    return block.lead + "; ".join(_answer(blank) for blank in block.blanks)


def _answer(blank: Blank) -> str:
    label = f"{blank.label}: " if blank.label else ""
    return label + (blank.words or letterhead.DOTS)


def _draw(picture: Picture, grid: Grid) -> None:
    """The picture in a row of its own, as high as its frame."""
    width, _ = within(picture, *measures.PICTURE)
    image = Image.from_file(io.BytesIO(picture.content))
    scale = width / 25.4 / (image.px_width / image.horz_dpi)
    options = {"image_data": io.BytesIO(picture.content), "x_scale": scale, "y_scale": scale}
    grid.page.set_row(grid.row, measures.PICTURE[1] / _POINT + 6)
    grid.page.insert_image(grid.row, 0, "anh", {**options, "description": picture.shows, "x_offset": 4, "y_offset": 4})
    grid.row += 1
