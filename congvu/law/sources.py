"""Nguồn: every legal text the system knows, every place it cites, and what for."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from .citations import Citation, LegalText

_OWN = ("retirement", "code_lists", "standards", "sensitivity", "personal_file", "page")
_USES: dict[Citation, dict[str, None]] = {}


class CitedPlace(NamedTuple):
    """Chỗ được viện dẫn và nơi dùng đến."""

    citation: Citation
    used_in: tuple[str, ...]


class Source(NamedTuple):
    """Một văn bản và các chỗ được viện dẫn trong đó."""

    text: LegalText
    citations: tuple[CitedPlace, ...]


def used(citation: Citation, *, where: str) -> Citation:
    """Ghi nhận nơi dùng: note for the page of sources that `where` rests on the citation."""
    _USES.setdefault(citation, {})[where] = None
    return citation


def sources() -> list[Source]:
    """Mọi văn bản và căn cứ, by title: the law's own, and those of every rule imported so far."""
    texts = {value for value in vars(import_module(f"{__package__}.texts")).values() if isinstance(value, LegalText)}
    for name in _OWN:
        import_module(f"{__package__}.{name}")
    texts |= {citation.text for citation in _USES}
    return [_source(text) for text in sorted(texts, key=lambda text: (text.title, text.number))]


def _source(text: LegalText) -> Source:
    places = [CitedPlace(citation, tuple(sorted(uses))) for citation, uses in _USES.items() if citation.text == text]
    return Source(text, tuple(sorted(places, key=lambda place: _in_order(place.citation))))


def _in_order(citation: Citation) -> tuple[int, str, int, str, str]:
    article = citation.article or ""
    number = int("".join(c for c in article if c.isdigit()) or 0)
    return number, article, citation.clause or 0, citation.point or "", citation.standing.value
