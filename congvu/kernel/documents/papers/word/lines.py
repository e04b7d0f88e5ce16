"""Dòng và đường kẻ: how wide words are, where they break evenly, and the line below them."""

from math import ceil
from typing import Any

from congvu.kernel.documents.papers.widths import wide
from congvu.kernel.documents.papers.word import styles
from congvu.kernel.documents.papers.word.elements import element, twips

_ALMOST = 0.97  # our widths are estimates: words this close to the edge already need another line


def evenly(words: str, size: float, *, room: float) -> str:
    """Chia đều: words that need several lines share them, as an official would break them."""
    if "\n" in words or wide(words, size) <= room * _ALMOST:
        return words
    target = wide(words, size) / ceil(wide(words, size) / (room * _ALMOST))
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and wide(longer, size) - target > target - wide(lines[-1], size):
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def rule(words: str, size: float, *, room: float, share: float) -> Any:
    """Đường kẻ: a line centred below words, as long as `share` of them."""
    longest = max(wide(line, size) for line in evenly(words, size, room=room).split("\n"))
    aside = twips((room - min(longest, room) * share) / 2)
    return element(
        "p",
        element(
            "pPr",
            element("pStyle", val=styles.RULE),
            element("pBdr", element("top", val="single", sz=6, space=1, color="auto")),
            element("spacing", before=40),
            element("ind", left=aside, right=aside),
        ),
    )


def gap(points: float = 0, *, broken: bool = False) -> Any:
    """Khoảng trống: a line too small to be seen; `broken`, it starts a page."""
    properties = element("pPr", element("pStyle", val=styles.RULE), element("spacing", before=round(points * 20)))
    return element("p", properties, element("r", element("br", type="page")) if broken else None)
