"""Đường kẻ và khoảng trống: the line below words, the room between paragraphs."""

from typing import Any

from congvu.kernel.documents.papers.widths import evenly, wide
from congvu.kernel.documents.papers.word import styles
from congvu.kernel.documents.papers.word.elements import element, twips


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
