"""Vẽ bằng Python: what a page repeats by the hundred, as its templates would write it, without a template for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from congvu.web import formats, words
from congvu.web.parts import Badge, Cell, Due
from congvu.web.templatetags.congvu import badge, due, shown

if TYPE_CHECKING:
    from congvu.web.register import Column

# Every piece that is joined below is escaped where it is written, or a constant of this file.


def rows(lines: Iterable[tuple[int, Sequence[Cell]]], columns: Sequence[Column], *, numbered: bool) -> SafeString:
    """Các dòng của sổ: number and cells of each."""
    heads = [_head(column) for column in columns]
    return mark_safe("".join(_row(number, cells, heads, numbered=numbered) for number, cells in lines))


def options(choices: Iterable[tuple[str, str, bool]]) -> SafeString:
    """Các lựa chọn của một bộ lọc: value, label, whether chosen."""
    return mark_safe(
        "".join(
            f'<option value="{_escaped(value)}"{" selected" if chosen else ""}>{_escaped(words.worded(label))}</option>'
            for value, label, chosen in choices
        )
    )


def cell(part: Cell) -> str:
    """Một ô: a badge, a due time, a link, or words; below it the detail."""
    detail = f'<span class="cv-detail">{_escaped(words.worded(part.detail))}</span>' if part.detail else ""
    return f"{_value(part)}{detail}\n"


def _row(number: int, cells: Sequence[Cell], heads: Sequence[str], *, numbered: bool) -> str:
    ordinal = f'<td class="is-number is-ordinal">{formats.number(number)}</td>' if numbered else ""
    inner = "".join(f"{head}{cell(part)}</td>" for head, part in zip(heads, cells, strict=True))
    return f"<tr>{ordinal}{inner}</tr>\n  "


def _head(column: Column) -> str:
    main = " is-main" if column.main else ""
    return format_html('<td class="is-{}{}" data-label="{}">', column.kind, main, words.worded(column.label))


def _value(part: Cell) -> str:
    if isinstance(part.value, Due):
        return due(part.value)
    if isinstance(part.value, Badge):
        said: str = badge(part.value)
    elif part.tone != "plain" and not part.url:
        return badge(part.value, part.tone)
    else:
        said = _escaped(shown(part.value))
    return f'<a href="{_escaped(part.url)}">{said}</a>' if part.url else said


def _escaped(said: Any) -> str:
    """What Django's conditional_escape gives for plain words and for what is safe already, a few times sooner."""
    return said.__html__() if hasattr(said, "__html__") else escape(str(said))
