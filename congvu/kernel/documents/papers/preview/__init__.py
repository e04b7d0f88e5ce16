"""Xem trước: the paper as a piece of a page, so that what is shown is what is printed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from congvu.kernel.documents.papers import form, letterhead, widths
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
    Row,
    Section,
    Span,
    Table,
    Text,
    spans,
)
from congvu.kernel.documents.papers.preview import prescribed

_NOTHING = SafeString("")


def render(paper: Paper, *, links: Mapping[str, str] | None = None, heading: int = 2) -> SafeString:
    """Xem trước: `links` leads from a figure's name to its rows; headings start at the level `heading`."""
    writer = _Writer(links or {}, heading, form.on(paper.day))
    parts = [_top(paper, heading), _addressees(paper), writer.blocks(paper.blocks, across=False)]
    foot = prescribed.foot(paper.prescribed) if paper.prescribed else _signature(paper)
    parts += [foot, *(writer.annex(paper, annex) for annex in paper.annexes)]
    draft = format_html(' data-draft="{}"', letterhead.DRAFT) if paper.draft else _NOTHING
    return format_html('<article class="paper" lang="{}"{}>{}</article>', paper.language, draft, _joined(parts))


def _top(paper: Paper, heading: int) -> SafeString:
    if paper.prescribed:
        return prescribed.head(paper.prescribed, title=letterhead.kind(paper), heading=heading)
    return _joined([_letterhead(paper), _title(paper, heading)])


def _joined(parts: Sequence[str]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def _lines(words: str) -> SafeString:
    if "\n" not in words:
        return escape(words)
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in words.split("\n")))


def _paragraphs(lines: Sequence[str], name: str) -> SafeString:
    return format_html_join("", '<p class="paper-{}">{}</p>', ((name, _lines(line)) for line in lines))


def _letterhead(paper: Paper) -> SafeString:
    superior, body = letterhead.issuers(paper)
    left = [_paragraphs([superior], "superior") if superior else _NOTHING, _paragraphs([body], "body")]
    left.append(_paragraphs([letterhead.numbered(paper)], "number"))
    if not paper.kind:
        left.append(_paragraphs([letterhead.abstract(paper)], "letter-abstract"))
    if paper.draft:
        left.append(_paragraphs([letterhead.DRAFT], "draft"))
    right = [_paragraphs([letterhead.COUNTRY], "country"), _paragraphs([letterhead.MOTTO], "motto")]
    right.append(_paragraphs([letterhead.placed_and_dated(paper)], "placed"))
    return format_html(
        '<header class="paper-letterhead"><div>{}</div><div>{}</div></header>', _joined(left), _joined(right)
    )


def _title(paper: Paper, heading: int) -> SafeString:
    if not paper.kind:
        return _NOTHING
    return format_html(
        '<h{0} class="paper-title"><span class="paper-kind">{1}</span> <span class="paper-abstract">{2}</span></h{0}>',
        heading,
        letterhead.kind(paper),
        _lines(paper.abstract),
    )


def _addressees(paper: Paper) -> SafeString:
    lines = letterhead.addressees(paper)
    many = _paragraphs(lines, "addressee")
    return format_html('<div class="paper-addressees">{}</div>', many) if lines else _NOTHING


def _signature(paper: Paper) -> SafeString:
    recipients = letterhead.recipients(paper)
    named = [letterhead.RECIPIENTS] if recipients else []
    left = [_paragraphs(named, "recipients-title"), _paragraphs(recipients, "recipient")]
    right = [_paragraphs(letterhead.signatory(paper), "signatory"), _paragraphs([paper.signatory.name], "name")]
    return format_html(
        '<footer class="paper-signature"><div>{}</div><div>{}</div></footer>', _joined(left), _joined(right)
    )


@dataclass
class _Writer:
    """What the blocks need to know: where figures lead, how deep headings are, which table comes next."""

    links: Mapping[str, str]
    heading: int
    form: form.Form
    _tables: Iterator[int] = field(default_factory=lambda: count(1))

    def text(self, text: Text) -> SafeString:
        return _lines(text) if isinstance(text, str) else _joined([self._span(span) for span in spans(text)])

    def _span(self, span: Span) -> SafeString:
        words = _lines(span.text)
        if isinstance(span, Figure):
            words = self._figure(span, words)
        if getattr(span, "italic", False):
            words = format_html("<em>{}</em>", words)
        return format_html("<strong>{}</strong>", words) if span.bold else words

    def _figure(self, figure: Figure, words: SafeString) -> SafeString:
        if link := self.links.get(figure.name):
            words = format_html('<a href="{}">{}</a>', link, words)
        value = figure.text if figure.value is None else figure.value
        label = format_html(' title="{}"', figure.label) if figure.label else _NOTHING
        return format_html(
            '<data class="paper-figure" value="{}" data-figure="{}"{}>{}</data>', value, figure.name, label, words
        )

    def blocks(self, blocks: Sequence[Block], *, across: bool) -> SafeString:
        return _joined([self._block(block, self.form.room(across=across)) for block in blocks])

    def _block(self, block: Block, room: float) -> SafeString:
        match block:
            case Heading(level=level, text=text):
                words = _lines(text)
                return format_html('<h{0} class="paper-heading-{1}">{2}</h{0}>', self.heading + level, level, words)
            case Paragraph(text=text):
                return format_html('<p class="paper-text">{}</p>', self.text(text))
            case Note(text=text):
                return format_html('<p class="paper-note">{}</p>', self.text(text))
            case Bullets(items=items):
                listed = format_html_join("", "<li>{}</li>", ((self.text(item),) for item in items))
                return format_html('<ul class="paper-bullets">{}</ul>', listed)
            case PageBreak():
                return SafeString('<hr class="paper-break">')
            case Blanks() | Numbered() | Dots():
                return prescribed.to_fill_in(block)
            case Table():
                return self._table(block, room)

    def annex(self, paper: Paper, annex: Annex) -> SafeString:
        across = " paper-across" if annex.landscape else ""
        return format_html(
            '<section class="paper-annex{0}"><h{1} class="paper-title"><span class="paper-annex-number">{2}</span> '
            '<span class="paper-annex-title">{3}</span></h{1}><p class="paper-reference">{4}</p>{5}</section>',
            across,
            self.heading,
            letterhead.annex_number(paper, annex),
            _lines(annex.title.upper()),
            letterhead.annex_reference(paper),
            self.blocks(annex.blocks, across=annex.landscape),
        )

    def _table(self, table: Table, room: float) -> SafeString:
        caption = format_html("<caption>{}</caption>", _lines(table.caption)) if table.caption else _NOTHING
        body = _joined([self._row(row, table) for row in table.rows])
        total = _joined([self._row(table.total, table)]) if table.total else _NOTHING
        foot = format_html("<tfoot>{}</tfoot>", total) if table.total else _NOTHING
        return format_html(
            '<div class="paper-table" tabindex="0" role="region" aria-label="{}"><table>{}{}<thead>{}</thead>'
            "<tbody>{}</tbody>{}</table></div>",
            table.caption or f"Bảng {next(self._tables)}",
            caption,
            _columns(table, room),
            _head(table),
            body,
            foot,
        )

    def _row(self, row: Row, table: Table) -> SafeString:
        if isinstance(row, Section):
            wide = len(table.columns)
            return format_html(
                '<tr class="paper-section"><th scope="rowgroup" colspan="{}">{}</th></tr>', wide, self.text(row.text)
            )
        cells = format_html_join(
            "",
            '<td class="paper-{}">{}</td>',
            ((column.align, self.text(cell)) for cell, column in zip(row, table.columns, strict=True)),
        )
        return format_html("<tr>{}</tr>", cells)


def _columns(table: Table, room: float) -> SafeString:
    """Shares in whole percents, as attributes: a page's security policy forbids styles within it."""
    shares = ((round(part / room * 100),) for part in widths.columns(table, room=room))
    return format_html("<colgroup>{}</colgroup>", format_html_join("", '<col width="{}%">', shares))


def _head(table: Table) -> SafeString:
    if not table.groups:
        return format_html("<tr>{}</tr>", _joined([_title_cell(column.title) for column in table.columns]))
    upper: list[SafeString] = []
    lower: list[SafeString] = []
    at = 0
    for group in table.groups:
        titles = [column.title for column in table.columns[at : at + group.span]]
        at += group.span
        if group.title:
            upper.append(format_html('<th scope="colgroup" colspan="{}">{}</th>', group.span, _lines(group.title)))
            lower += [_title_cell(title) for title in titles]
        else:
            upper += [format_html('<th scope="col" rowspan="2">{}</th>', _lines(title)) for title in titles]
    return format_html("<tr>{}</tr><tr>{}</tr>", _joined(upper), _joined(lower))


def _title_cell(title: str) -> SafeString:
    return format_html('<th scope="col">{}</th>', _lines(title))
