"""PDF: typst sets the paper; its words reach typst as data, never as source."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

from congvu.kernel.documents.papers import form, letterhead
from congvu.kernel.documents.papers.model import (
    Annex,
    Blank,
    Blanks,
    Block,
    Bullets,
    Dots,
    Filled,
    Heading,
    Note,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Prescribed,
    Row,
    Section,
    Signing,
    Span,
    Table,
    Text,
    spans,
)
from congvu.kernel.documents.papers.widths import columns

LAYOUT = Path(__file__).parent / "layouts" / "administrative.typ"
TYPEFACE = "Tinos"
TAGGED_CELLS = 10_000  # tags for screen readers make a long list ten times larger: beyond this it goes without
_NODE_MODULES = Path(__file__).parents[4] / "node_modules"


class FontsMissing(Exception):
    """Thiếu phông chữ: typst would fall back on another typeface without a word."""


def render(paper: Paper, *, fonts: Path | None = None) -> bytes:
    """In ra PDF: the same paper always gives the same bytes."""
    tagged = _cells(paper) <= TAGGED_CELLS
    found, warnings = typst.compile_with_warnings(
        LAYOUT,
        root=LAYOUT.parent,
        font_paths=_typefaces(fonts or _fonts()),
        format="pdf",
        sys_inputs=_inputs(paper),
        pdf_standards=["a-2a", "ua-1"] if tagged else ["a-2u"],
        pdf_tags=tagged,
        timestamp=datetime(paper.day.year, paper.day.month, paper.day.day, tzinfo=UTC),
    )
    if warnings:
        raise RuntimeError("; ".join(warning.message for warning in warnings))
    return bytes(found)


def _inputs(paper: Paper) -> dict[str, str]:
    """All that typst is told: the words, and the bytes of the picture one by one."""
    head = paper.prescribed
    content = head.picture.content if head and head.picture else b""
    return {"paper": json.dumps(_data(paper), ensure_ascii=False), "picture": json.dumps(list(content))}


def _cells(paper: Paper) -> int:
    blocks = (*paper.blocks, *(block for annex in paper.annexes for block in annex.blocks))
    return sum(len(block.rows) * len(block.columns) for block in blocks if isinstance(block, Table))


def _fonts() -> Path:
    return Path(getattr(settings, "PAPER_FONTS", None) or _NODE_MODULES / "@expo-google-fonts" / "tinos")


@cache
def _typefaces(folder: Path) -> Any:
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    styles = {(font.style, font.weight) for font in found.fonts() if font.family == TYPEFACE}
    if len(styles) < 4:
        raise FontsMissing(
            f"Không thấy đủ bốn kiểu chữ của phông {TYPEFACE} trong thư mục {folder}, nên chưa in được văn bản. "
            "Hãy chạy «make setup» để cài phông chữ, rồi in lại."
        )
    return found


def _data(paper: Paper) -> dict[str, Any]:
    superior, body = letterhead.issuers(paper)
    measures = form.on(paper.day)
    return {
        "language": paper.language,
        "title": letterhead.title(paper),
        "day": [paper.day.year, paper.day.month, paper.day.day],
        "superior": superior,
        "body": body,
        "number": letterhead.numbered(paper),
        "country": letterhead.COUNTRY,
        "motto": letterhead.MOTTO,
        "placed": letterhead.placed_and_dated(paper),
        "draft": letterhead.DRAFT if paper.draft else "",
        "kind": letterhead.kind(paper),
        "abstract": letterhead.abstract(paper),
        "addressees": letterhead.addressees(paper),
        "blocks": _blocks(paper.blocks, measures.room(across=False)),
        "recipients_title": letterhead.RECIPIENTS,
        "recipients": letterhead.recipients(paper),
        "signatory": letterhead.signatory(paper),
        "name": paper.signatory.name,
        "annexes": [_annex(paper, annex) for annex in paper.annexes],
        "form": _form(measures),
        "prescribed": _prescribed(paper.prescribed) if paper.prescribed else None,
    }


def _prescribed(head: Prescribed) -> dict[str, Any]:
    return {
        "mark": head.mark,
        "keeper": [_blanks(Blanks("", (blank,))) for blank in head.keeper],
        "reference": [_blanks(Blanks("", (blank,))) for blank in head.reference],
        "beside": [_blanks(line) for line in head.beside],
        "picture_shows": head.picture.shows if head.picture else "",
        "picture_words": head.picture_words,
        "signings": [_signing(signing) for signing in head.signings],
        "foot": head.foot,
    }


def _to_fill_in(block: Filled) -> dict[str, Any]:
    match block:
        case Blanks():
            return _blanks(block)
        case Numbered():
            return {"is": "numbered", "words": block.words}
        case Dots(lines=lines):
            return {"is": "dots", "lines": lines}


def _blanks(source: Blanks) -> dict[str, Any]:
    return {"is": "blanks", "lead": source.lead, "blanks": [_blank(blank) for blank in source.blanks]}


def _blank(blank: Blank) -> list[str]:
    return [blank.label, blank.words]


def _signing(signing: Signing) -> dict[str, Any]:
    return {"lines": signing.lines, "name": signing.name, "above": signing.above}


def _form(measures: form.Form) -> dict[str, Any]:
    return {
        "mm": {name: measures.mm(name) for name in ("top", "bottom", "left", "right", "first_line_indent")},
        "pt": {name: measures.pt(name) for name, measure in measures.law.measures.items() if measure.unit == "pt"}
        | {name: measures.pt(name) for name in ("annex_number", "annex_title", "annex_reference")},
        "lines": measures.lines,
        "table": form.TABLE_POINTS,
        "blank": form.BLANK_POINTS,
        "dots": letterhead.DOTS,
        "note": form.NOTE_POINTS,
        "letterhead": form.LETTERHEAD_SHARES,
        "signing_room": form.SIGNING_ROOM,
        "typeface": TYPEFACE,
    }


def _annex(paper: Paper, annex: Annex) -> dict[str, Any]:
    room = form.on(paper.day).room(across=annex.landscape)
    return {
        "number": letterhead.annex_number(paper, annex),
        "title": annex.title.upper(),
        "reference": letterhead.annex_reference(paper),
        "landscape": annex.landscape,
        "blocks": _blocks(annex.blocks, room),
    }


def _blocks(blocks: tuple[Block, ...], room: float) -> list[dict[str, Any]]:
    return [_block(block, room) for block in blocks]


def _block(block: Block, room: float) -> dict[str, Any]:
    match block:
        case Heading(level=level, text=text):
            return {"is": "heading", "level": level, "text": _text(text)}
        case Paragraph(text=text):
            return {"is": "paragraph", "text": _text(text)}
        case Note(text=text):
            return {"is": "note", "text": _text(text)}
        case Bullets(items=items):
            return {"is": "bullets", "items": [_text(item) for item in items]}
        case PageBreak():
            return {"is": "page break"}
        case Blanks() | Numbered() | Dots():
            return _to_fill_in(block)
        case Table():
            return {"is": "table"} | _table(block, room)


def _table(table: Table, room: float) -> dict[str, Any]:
    return {
        "caption": table.caption,
        "groups": [[group.title, group.span] for group in table.groups],
        "columns": [[column.title, column.align] for column in table.columns],
        "widths": columns(table, room=room),
        "rows": [_row(row) for row in table.rows],
        "total": _row(table.total) if table.total else [],
    }


def _row(row: Row) -> Any:
    return {"section": _text(row.text)} if isinstance(row, Section) else [_text(cell) for cell in row]


def _text(text: Text) -> Any:
    """Plain words stay a string: long tables are mostly that."""
    return text if isinstance(text, str) else [_span(span) for span in spans(text)]


def _span(span: Span) -> list[Any]:
    return [span.text, span.bold, getattr(span, "italic", False)]
