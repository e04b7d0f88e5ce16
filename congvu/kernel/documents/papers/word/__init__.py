"""Word: the same paper as a document to work on, its figures held in content controls."""

import io
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import Any

from docx import Document as open_document
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.section import Section as PageSection
from docx.shared import Mm

from congvu.kernel.documents.papers import form, letterhead
from congvu.kernel.documents.papers.model import (
    Annex,
    Blanks,
    Block,
    Bullets,
    Dots,
    Figure,
    Heading,
    Note,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Table,
)
from congvu.kernel.documents.papers.widths import evenly
from congvu.kernel.documents.papers.word import package, prescribed, styles, tables
from congvu.kernel.documents.papers.word.elements import Writer, element, field_of
from congvu.kernel.documents.papers.word.lines import gap, rule

RULE_SHARE = 0.42  # between a third and a half of the words above


def render(paper: Paper) -> bytes:
    """Xuất ra Word: the same paper always gives the same bytes."""
    document, writer = open_document(), Writer(form.on(paper.day))
    package.prepare(document)
    package.describe(document, paper)
    styles.install(document, writer.form)
    _page(document.sections[0], writer.form, across=False)
    _headers(document.sections[0], draft=paper.draft)
    if paper.prescribed:
        prescribed.footers(paper.prescribed, writer, document)
    _append(document, _first_part(paper, writer, document))
    for annex in paper.annexes:
        _open_section(document, writer.form, across=annex.landscape)
        _append(document, _annex(paper, annex, writer))
    return package.packed(document)


def figures(document: bytes) -> tuple[Figure, ...]:
    """Đọc lại số liệu: what the content controls say now, after people worked on the document."""
    body = open_document(io.BytesIO(document)).element.body
    return tuple(
        _figure(control) for control in body.iter(qn("w:sdt")) if control.find(f".//{qn('w:tag')}") is not None
    )


def _figure(control: Any) -> Figure:
    def said(name: str) -> str:
        found = control.find(f"{qn('w:sdtPr')}/{qn(name)}")
        return "" if found is None else found.get(qn("w:val"))

    words = "".join(text.text or "" for text in control.iter(qn("w:t")))
    name, label = said("w:tag"), said("w:alias")
    return Figure(name, unicodedata.normalize("NFC", words), label="" if label == name else label)


# ---------------------------------------------------------------- pages


def _page(section: PageSection, measures: form.Form, *, across: bool) -> None:
    width, height = reversed(form.A4) if across else form.A4
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(measures.mm("top")), Mm(measures.mm("bottom"))
    section.left_margin, section.right_margin = Mm(measures.mm("left")), Mm(measures.mm("right"))
    section.header_distance = section.footer_distance = Mm(measures.mm("top") / 2)
    section.different_first_page_header_footer = True


def _headers(section: PageSection, *, draft: bool) -> None:
    number = element("p", element("pPr", element("pStyle", val=styles.PAGE_NUMBER)), field_of("PAGE"))
    blank = element("p", element("pPr", element("pStyle", val=styles.PAGE_NUMBER)))
    for header, paragraph in ((section.header, number), (section.first_page_header, blank)):
        header.is_linked_to_previous = False
        if draft:
            paragraph.append(package.watermark())
        header._element[:] = [paragraph]


def _open_section(document: Document, measures: form.Form, *, across: bool) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _page(section, measures, across=across)
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    margins = section._sectPr.find(qn("w:pgMar"))
    margins.addnext(element("pgNumType", start=1))


def _append(document: Document, parts: Iterator[Any]) -> None:
    end = document.element.body.sectPr
    for part in parts:
        end.addprevious(part)


# ---------------------------------------------------------------- parts


def _first_part(paper: Paper, writer: Writer, document: Document) -> Iterator[Any]:
    form = paper.prescribed
    yield from _head(paper, writer) if form is None else prescribed.head(form, paper, writer, document)
    for block in paper.blocks:
        yield from _block(block, writer, room=writer.form.room(across=False))
    yield gap(12)
    yield from [_signature(paper, writer), gap()] if form is None else prescribed.foot(form, writer)


def _head(paper: Paper, writer: Writer) -> Iterator[Any]:
    yield _letterhead(paper, writer)
    yield from _title(paper, writer)
    yield from _addressees(paper, writer)


def _letterhead(paper: Paper, writer: Writer) -> Any:
    room, shares = writer.form.room(across=False), form.LETTERHEAD_SHARES
    left, right = (room * share / sum(shares) for share in shares)
    number = [writer.paragraph(letterhead.numbered(paper), style=styles.NUMBER)]
    if not paper.kind:
        number.append(writer.paragraph(letterhead.abstract(paper), style=styles.LETTER_ABSTRACT))
    if paper.draft:
        number.append(writer.paragraph(letterhead.DRAFT, style=styles.DRAFT))
    country = [
        writer.paragraph(letterhead.COUNTRY, style=styles.COUNTRY),
        writer.paragraph(letterhead.MOTTO, style=styles.MOTTO),
        rule(letterhead.MOTTO, writer.form.pt("motto"), room=right, share=1),
    ]
    placed = [writer.paragraph(letterhead.placed_and_dated(paper), style=styles.PLACE_AND_DAY)]
    rows = [[_issuing_bodies(paper, writer, left), country], [number, placed]]
    return tables.side_by_side(rows, widths=[left, right])


def _issuing_bodies(paper: Paper, writer: Writer, room: float) -> list[Any]:
    superior, body = letterhead.issuers(paper)
    size = writer.form.pt("issuing_body")
    above = [writer.paragraph(evenly(superior, size, room=room), style=styles.SUPERIOR)] if superior else []
    named = writer.paragraph(evenly(body, size, room=room), style=styles.BODY_NAME)
    return [*above, named, rule(body, size, room=room, share=RULE_SHARE)]


def _title(paper: Paper, writer: Writer) -> Iterator[Any]:
    if paper.kind:
        room, size = writer.form.room(across=False), writer.form.pt("abstract")
        yield writer.paragraph(letterhead.kind(paper), style=styles.KIND)
        yield writer.paragraph(evenly(paper.abstract, size, room=room), style=styles.ABSTRACT)
        yield rule(paper.abstract, size, room=room, share=RULE_SHARE)


def _addressees(paper: Paper, writer: Writer) -> Iterator[Any]:
    lines = letterhead.addressees(paper)
    style = styles.ADDRESSEES if len(lines) > 1 else styles.ADDRESSEE
    yield from (writer.paragraph(line, style=style) for line in lines)


def _block(block: Block, writer: Writer, *, room: float) -> Iterator[Any]:
    match block:
        case Heading(level=level, text=text):
            yield writer.paragraph(text, style=styles.HEADINGS[level])
        case Paragraph(text=text):
            yield writer.paragraph(text, style=styles.TEXT)
        case Bullets(items=items):
            yield from (writer.paragraph(item, style=styles.BULLET, lead="- ") for item in items)
        case Note(text=text):
            yield writer.paragraph(text, style=styles.NOTE)
        case PageBreak():
            yield element(
                "p", element("pPr", element("pStyle", val=styles.RULE)), element("r", element("br", type="page"))
            )
        case Blanks() | Numbered() | Dots():
            yield from prescribed.to_fill_in(block, writer, room=room)
        case Table():
            yield from _table(block, writer, room)


def _table(source: Table, writer: Writer, room: float) -> Iterator[Any]:
    if source.caption:
        yield writer.paragraph(source.caption, style=styles.CAPTION)
    yield tables.table(source, writer=writer, width=room)
    yield gap(writer.form.pt("paragraph_spacing"))


def _signature(paper: Paper, writer: Writer) -> Any:
    half = writer.form.room(across=False) / 2
    left = [writer.paragraph(line, style=styles.RECIPIENT) for line in letterhead.recipients(paper)]
    if left:
        left.insert(0, writer.paragraph(letterhead.RECIPIENTS, style=styles.RECIPIENTS_TITLE))
    right = [writer.paragraph(line, style=styles.SIGNATORY) for line in letterhead.signatory(paper)]
    right.append(writer.paragraph(paper.signatory.name, style=styles.NAME))
    return tables.side_by_side([[left, right]], widths=[half, half])


def _annex(paper: Paper, annex: Annex, writer: Writer) -> Iterator[Any]:
    room, reference = writer.form.room(across=annex.landscape), letterhead.annex_reference(paper)
    yield writer.paragraph(letterhead.annex_number(paper, annex), style=styles.ANNEX_NUMBER)
    title = evenly(annex.title.upper(), writer.form.pt("annex_title"), room=room)
    yield writer.paragraph(title, style=styles.ANNEX_TITLE)
    yield writer.paragraph(reference, style=styles.ANNEX_REFERENCE)
    yield rule(reference, writer.form.pt("annex_reference"), room=room, share=RULE_SHARE)
    yield gap(writer.form.pt("paragraph_spacing"))
    yield from chain.from_iterable(_block(block, writer, room=room) for block in annex.blocks)
