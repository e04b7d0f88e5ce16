"""Biểu tượng: outline drawings of the icon set, read once and put into the page."""

import re
from functools import cache, lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_GROUND = '<path stroke="none" d="M0 0h24v24H0z" fill="none" />'


class UnknownIcon(LookupError):
    """No icon of that name is in the set."""


@lru_cache(maxsize=1024)
def drawn(name: str, label: str = "") -> SafeString:
    """The icon; without a label it is decoration, and readers pass over it."""
    return format_html(
        '<svg class="cv-icon" viewBox="0 0 24 24" {}>{}</svg>',
        format_html('role="img" aria-label="{}"', label)
        if label
        else mark_safe('aria-hidden="true" focusable="false"'),
        _strokes(name),
    )


@cache
def _strokes(name: str) -> SafeString:
    folder = Path(settings.ROOT) / "node_modules" / "@tabler" / "icons" / "icons" / "outline"
    if not re.fullmatch(r"[a-z0-9-]+", name) or (folder.is_dir() and not (folder / f"{name}.svg").is_file()):
        raise UnknownIcon(name)
    if not folder.is_dir():  # the packages of the pages are not installed: words alone
        return SafeString("")
    found = _DRAWING.search((folder / f"{name}.svg").read_text())
    strokes = " ".join((found.group(1) if found else "").replace(_GROUND, "").split())
    return mark_safe(strokes)  # a file of the locked package
