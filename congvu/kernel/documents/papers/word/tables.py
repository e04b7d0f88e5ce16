"""Bảng trong Word: fixed columns, a head that every page repeats, cells that keep their figures."""

from collections.abc import Iterable, Sequence
from typing import Any

from congvu.kernel.documents.papers.model import Column, Section, Table, Text
from congvu.kernel.documents.papers.widths import columns
from congvu.kernel.documents.papers.word import styles
from congvu.kernel.documents.papers.word.elements import Writer, element, twips

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(source: Table, *, writer: Writer, width: float) -> Any:
    """Bảng của nội dung, `width` millimetres wide."""
    widths = [twips(part) for part in columns(source, room=width)]
    made = element("tbl", _properties(sum(widths), ruled=True), _grid(widths))
    made.extend(_head(source, writer=writer))
    for row in source.rows:
        made.append(_section(row, len(widths), writer) if isinstance(row, Section) else _row(row, source, writer))
    if source.total:
        made.append(_row(source.total, source, writer, loud=True))
    return made


def side_by_side(rows: Iterable[Sequence[Sequence[Any]]], *, widths: Sequence[float]) -> Any:
    """Khung không kẻ: paragraphs beside each other, as in the letterhead and at the signature."""
    wide = [twips(width) for width in widths]
    made = element("tbl", _properties(sum(wide), ruled=False), _grid(wide))
    for row in rows:
        cells = (_frame(paragraphs, width) for paragraphs, width in zip(row, wide, strict=True))
        made.append(element("tr", element("trPr", element("cantSplit")), *cells))
    return made


def framed(paragraph: Any, *, width: float, height: float) -> Any:
    """Khung kẻ của ảnh: one ruled cell of a fixed size, in millimetres."""
    wide = twips(width)
    tall = element("trPr", element("cantSplit"), element("trHeight", val=twips(height), hRule="exact"))
    return element("tbl", _properties(wide, ruled=True, margin=0), _grid([wide]), element("tr", tall, _cell(paragraph)))


def _frame(paragraphs: Sequence[Any], width: int) -> Any:
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *(paragraphs or [element("p")]))


def _properties(width: int, *, ruled: bool, margin: int | None = None) -> Any:
    line = {"val": "single", "sz": 4, "space": 0, "color": "auto"} if ruled else {"val": "nil"}
    margin = (55 if ruled else 0) if margin is None else margin
    return element(
        "tblPr",
        element("tblW", w=width, type="dxa"),
        element("tblBorders", *(element(side, **line) for side in _SIDES)),
        element("tblLayout", type="fixed"),
        element("tblCellMar", element("left", w=margin, type="dxa"), element("right", w=margin, type="dxa")),
    )


def _grid(widths: Sequence[int]) -> Any:
    return element("tblGrid", *(element("gridCol", w=width) for width in widths))


def _head(source: Table, *, writer: Writer) -> list[Any]:
    titles = [column.title for column in source.columns]
    if not source.groups:
        return [_head_row([_title(title, writer) for title in titles])]
    upper: list[Any] = []
    lower: list[Any] = []
    for group in source.groups:
        below = titles[len(lower) : len(lower) + group.span]
        if group.title:
            upper.append(_title(group.title, writer, span=group.span))
            lower.extend(_title(title, writer) for title in below)
        else:
            upper.extend(_title(title, writer, merge="restart") for title in below)
            lower.extend(_title("", writer, merge="continue") for _ in below)
    return [_head_row(upper), _head_row(lower)]


def _head_row(cells: Sequence[Any]) -> Any:
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)


def _title(words: str, writer: Writer, *, span: int = 1, merge: str = "") -> Any:
    return _cell(writer.paragraph(words, style=styles.COLUMN), span=span, merge=merge)


def _section(section: Section, span: int, writer: Writer) -> Any:
    words = writer.paragraph(section.text, style=styles.SECTION, loud=True)
    return element("tr", element("trPr", element("cantSplit")), _cell(words, span=span))


def _row(cells: Sequence[Text], source: Table, writer: Writer, *, loud: bool = False) -> Any:
    made = element("tr", element("trPr", element("cantSplit")))
    made.extend(_body_cell(text, column, writer, loud) for text, column in zip(cells, source.columns, strict=True))
    return made


def _body_cell(text: Text, column: Column, writer: Writer, loud: bool) -> Any:
    align = "" if column.align == "left" else column.align
    return _cell(writer.paragraph(text, style=styles.CELL, align=align, loud=loud))


def _cell(paragraph: Any, *, span: int = 1, merge: str = "") -> Any:
    properties = element(
        "tcPr",
        element("gridSpan", val=span) if span > 1 else None,
        element("vMerge", val=merge) if merge else None,
        element("vAlign", val="center"),
    )
    return element("tc", properties, paragraph)
