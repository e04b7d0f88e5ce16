"""Lưới ô: one worksheet filled from the top, where words stay words and figures are numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from congvu.kernel.documents.papers.form import Form
from congvu.kernel.documents.papers.model import Figure, Text, plain, spans
from congvu.kernel.documents.papers.widths import lines

TYPEFACE = "Times New Roman"
LONGEST = 32_767  # characters that a cell of Excel holds
MILLIMETRES_A_CHARACTER = 2.1  # the unit in which Excel counts widths, about

_RISKY = ("=", "+", "-", "@", "\t")  # what a spreadsheet takes for the beginning of a formula
_NUMERAL = re.compile(r"-?\d+(?:\.\d{3})*(?:,(?P<decimals>\d+))?(?P<unit>[^\d\"]*)")


@dataclass
class Grid:
    """Trang tính: `widths` are its columns in millimetres, `row` is the next free one."""

    book: Any
    page: Any
    widths: Sequence[float]
    form: Form
    row: int = 0
    _formats: dict[Any, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, width in enumerate(self.widths):
            self.page.set_column(place, place, width / MILLIMETRES_A_CHARACTER)

    @property
    def last(self) -> int:
        """Cột cuối."""
        return len(self.widths) - 1

    def line(self, text: Text, *, size: float, **look: Any) -> None:
        """Một dòng qua mọi cột, as high as its words need."""
        self.across(text, first=0, last=self.last, size=size, **look)
        self.raise_row(plain(text), size=size, room=sum(self.widths))
        self.row += 1

    def across(self, text: Text, *, first: int, last: int, size: float, **look: Any) -> None:
        """Chữ qua nhiều cột của dòng này; the row stays."""
        look = {"text_wrap": True, "valign": "top", **look}
        if last > first:
            self.page.merge_range(self.row, first, self.row, last, "", self.style(size=size, **look))
        self.cell(text, column=first, size=size, **look)

    def cell(self, text: Text, *, column: int, size: float, **look: Any) -> None:
        """Một ô: a lone figure with a value is a number, all else is words and never a formula."""
        parts = spans(text)
        lone = parts[0] if len(parts) == 1 else None
        if lone is not None and lone.bold:
            look["bold"] = True
        if isinstance(lone, Figure) and lone.value is not None and (shown := _NUMERAL.fullmatch(lone.text)):
            look["num_format"] = _shape(len(shown["decimals"] or ""), shown["unit"])
            self.page.write_number(self.row, column, lone.value, self.style(size=size, **look))
            return
        words = plain(text)[:LONGEST]
        if words.startswith(_RISKY):
            look["quote_prefix"] = True
        self.page.write_string(self.row, column, words, self.style(size=size, **look))

    def raise_row(self, words: str, *, size: float, room: float) -> None:
        """Nâng dòng: not every spreadsheet measures words that run over several lines or columns."""
        self.page.set_row(self.row, lines(words, size, room=room) * size * 1.25 + 3)

    def style(self, *, size: float, **look: Any) -> Any:
        """Kiểu ô, made once for each look."""
        key = (size, *sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format({"font_name": TYPEFACE, "font_size": size, **look})
        return self._formats[key]


def _shape(decimals: int, unit: str) -> str:
    places = f".{'0' * decimals}" if decimals else ""
    return f'#,##0{places}"{unit}"' if unit else f"#,##0{places}"
