"""Mẫu quy định trong Word: its head with the picture, its numbered blanks and its signatures."""

import io
from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.shared import Mm

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
    Run,
    Signing,
)
from congvu.kernel.documents.papers.pictures import within
from congvu.kernel.documents.papers.word import styles, tables
from congvu.kernel.documents.papers.word.elements import Writer, element, twips
from congvu.kernel.documents.papers.word.lines import gap

_REFERENCE_SHARE = 0.55
_BESIDE_PICTURE = 6  # millimetres


def head(form: Prescribed, paper: Paper, writer: Writer, document: Document) -> Iterator[Any]:
    """Đầu mẫu: whose file it is, the picture, and the first items beside it."""
    room = writer.form.room(across=False)
    near = room * _REFERENCE_SHARE
    mark = writer.paragraph(form.mark, style=styles.MARK)
    yield tables.side_by_side([[_alone(form.reference, writer, near), [mark]]], widths=[near, room - near])
    yield from _alone(form.keeper, writer, room)
    yield gap(6)
    first = measures.PICTURE[0] + _BESIDE_PICTURE
    lines = [writer.paragraph(letterhead.kind(paper), style=styles.FORM_TITLE)]
    lines += [part for line in form.beside for part in to_fill_in(line, writer, room=room - first)]
    yield tables.side_by_side([[[*_picture(form, writer, document)], lines]], widths=[first, room - first])


def to_fill_in(block: Filled, writer: Writer, *, room: float) -> Iterator[Any]:
    """Dòng khai, the name of an item, or lines for a hand."""
    match block:
        case Blanks():
            yield _blanks(block, writer, room)
        case Numbered(words=words):
            yield writer.paragraph(words, style=styles.NUMBERED)
        case Dots(lines=lines):
            yield from (_dotted(writer.paragraph("", style=styles.BLANK), room) for _ in range(lines))


def _blanks(block: Blanks, writer: Writer, room: float) -> Any:
    """The dots of the last blank run to the end of the line."""
    made = writer.paragraph(_words(block), style=styles.BLANK)
    return made if block.blanks[-1].words else _dotted(made, room)


def foot(form: Prescribed, writer: Writer) -> Iterator[Any]:
    """Nơi ký."""
    half = writer.form.room(across=False) / 2
    yield tables.side_by_side([[_signing(signing, writer) for signing in form.signings]], widths=[half, half])
    yield gap()


def footers(form: Prescribed, writer: Writer, document: Document) -> None:
    """Chân trang: the same words under every page, so that loose pages are known."""
    section = document.sections[0]
    for footer in (section.footer, section.first_page_footer):
        footer.is_linked_to_previous = False
        footer._element[:] = [writer.paragraph(line, style=styles.FOOT) for line in form.foot]


def _words(block: Blanks) -> tuple[str | Run, ...]:
    words: list[str | Run] = [block.lead] if block.lead else []
    for place, blank in enumerate(block.blanks, start=1):
        last = place == len(block.blanks)
        label = f"{blank.label}: " if blank.label else ""
        answer = Run(blank.words, bold=True) if blank.words else Run("" if last else letterhead.DOTS)
        words += [label, answer, "" if last else "; "]
    return tuple(part for part in words if part)


def _alone(blanks: tuple[Blank, ...], writer: Writer, room: float) -> list[Any]:
    return [part for blank in blanks for part in to_fill_in(Blanks("", (blank,)), writer, room=room)]


def _dotted(paragraph: Any, room: float) -> Any:
    """A tab that fills the rest of the line with dots."""
    stop = element("tab", val="right", leader="dot", pos=twips(room))
    paragraph[0].insert(1, element("tabs", stop))
    paragraph.append(element("r", element("tab")))
    return paragraph


def _picture(form: Prescribed, writer: Writer, document: Document) -> Iterator[Any]:
    """The frame of the picture, with its words while there is none."""
    words = form.picture_words if form.picture is None else ""
    inside = writer.paragraph(words, style=styles.BESIDE)
    if form.picture is not None:
        inside.append(_drawn(form.picture, document))
    yield tables.framed(inside, width=measures.PICTURE[0], height=measures.PICTURE[1])
    yield gap()


def _drawn(picture: Picture, document: Document) -> Any:
    width, height = within(picture, *measures.PICTURE)
    drawn: Any = document.part.new_pic_inline(io.BytesIO(picture.content), Mm(width), Mm(height))
    drawn.docPr.set("descr", picture.shows)
    drawn.docPr.set("name", picture.shows)
    return element("r", element("drawing", drawn))


def _signing(signing: Signing, writer: Writer) -> list[Any]:
    first, *others = signing.lines
    return [
        writer.paragraph(signing.above, style=styles.BESIDE_ITALIC),
        writer.paragraph(first, style=styles.SIGNATORY),
        *(writer.paragraph(line, style=_style_of(line)) for line in others),
        writer.paragraph(signing.name, style=styles.NAME),
    ]


def _style_of(line: str) -> str:
    return styles.BESIDE_ITALIC if line.startswith("(") else styles.BESIDE
