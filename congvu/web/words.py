"""Lời trên trang: labels are written in Vietnamese and said in the reader's language where the frame shows them."""

import re
from functools import cache, lru_cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, trans_real

_FIGURE = r"\d+(?:[.,/:]\d+)*"
_GAP = re.compile(r"(\{[nw]?\})")
_TAKES = {"{}": "(.+?)", "{w}": "(?P<words_%d>.+?)", "{n}": f"({_FIGURE})"}


def worded(text: Any) -> str:
    """The words in the reader's language; what the catalogue does not know, as data, stays as it is.

    The catalogue knows sentences with gaps, too: "{n} người" takes a figure or a day, "{w} trở lên" other words
    of the catalogue, "Đơn vị mới trực thuộc {}" anything; its translation names the gaps {0}, {1}.
    """
    told = text if isinstance(text, str) else str(text)
    language = get_language() or "vi"
    if not told or language.startswith("vi"):
        return told
    if isinstance(told, SafeString):  # words written in a template, or a part already made
        said = gettext(told)
        return told if said == told else mark_safe(said)  # of our own catalogue
    return _said(told, language)


@lru_cache(maxsize=8192)
def _said(told: str, language: str) -> str:
    said = gettext(told)
    if said != told:
        return said
    for pattern, sentence in _sentences(language):
        if found := pattern.fullmatch(told):
            gaps = [_said(gap, language) for gap in found.groups()]
            if all(_said(words, language) != words for words in found.groupdict().values()):
                return sentence.format(*gaps)
    return told


@cache
def _sentences(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences with gaps, those that say most first."""
    known = trans_real.translation(language)._catalog.items()  # type: ignore[attr-defined]
    listed = [(key, said) for key, said in known if isinstance(key, str) and _GAP.search(key) and said]
    listed.sort(key=lambda pair: (-len(_GAP.sub("", pair[0])), pair[0]))
    return tuple((_pattern(key), said) for key, said in listed)


def _pattern(key: str) -> re.Pattern[str]:
    pieces = [
        _TAKES[piece].replace("%d", str(place)) if piece in _TAKES else re.escape(piece)
        for place, piece in enumerate(_GAP.split(key))
    ]
    return re.compile("".join(pieces), re.DOTALL)
