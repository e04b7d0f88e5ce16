"""What axe-core finds serious or critical on the page that is open."""

from pathlib import Path
from typing import Any

from playwright.sync_api import ViewportSize

from tests.journeys.browser import DESK, PHONE, Visitor

SOURCE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}
_ALL: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_LAID_OUT: dict[str, Any] = {  # what a narrow page or a dark one can spoil though the same page was sound at the desk
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "rule",
        "values": [
            *("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "region"),
            *("link-name", "button-name", "label", "select-name", "summary-name", "image-alt", "aria-hidden-focus"),
        ],
    },
}
_COLOURS: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}
_WHOLE: dict[str, Any] = {"include": [["html"]]}
_SHORT: dict[str, Any] = {**_WHOLE, "exclude": [["tbody tr:nth-child(n + 9)"]]}  # rows take turns at their colours
_RUN = """([parts, options]) => axe.run(parts, options).then(found => found.violations.map(violation => [
  violation.impact, violation.id, violation.nodes.length, violation.nodes[0].html.slice(0, 200),
  violation.nodes[0].failureSummary || '']))"""


_KINDS = """html => [...new Set([...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*')].map(
  at => [at.parentElement, at].map(e => e ? [e.tagName, ...e.classList, ...[...e.attributes].map(({name, value}) =>
    ['role', 'type', 'scope'].includes(name) ? name + '=' + value : name)].join(' ') : '').join(' > ')))]"""

Look = tuple[ViewportSize, str, dict[str, Any]]
AT_THE_DESK: tuple[Look, ...] = ((DESK, "light", _ALL),)
BOTH: tuple[Look, ...] = (*AT_THE_DESK, (PHONE, "dark", _ALL))
CROSSED: tuple[Look, ...] = (
    *(*AT_THE_DESK, (DESK, "dark", _COLOURS)),
    *((PHONE, "light", _COLOURS), (PHONE, "dark", _LAID_OUT)),
)


def kinds(visitor: Visitor, html: str) -> set[str]:
    """What a page is built of: every kind of element under every kind of parent, however often."""
    return set(visitor.page.evaluate(_KINDS, html))


def faults(visitor: Visitor, name: str, looks: tuple[Look, ...] = BOTH) -> list[str]:
    """On the desk in the light and on the phone in the dark; CROSSED: the colours the other way round too."""
    found = []
    for size, theme, options in looks:
        if visitor.page.viewport_size != size:
            visitor.page.set_viewport_size(size)
        visitor.theme(theme)
        found += [f"{name} ({size['width']} px, {theme}): {told}" for told in _run(visitor, options)]
    visitor.page.set_viewport_size(DESK)
    return found


def _run(visitor: Visitor, options: dict[str, Any]) -> list[str]:
    if not visitor.page.evaluate("() => 'axe' in window"):
        visitor.page.evaluate(SOURCE.read_text(encoding="utf-8"))
    told = visitor.page.evaluate(_RUN, [_SHORT if options is _COLOURS else _WHOLE, options])
    return [
        f"{impact} {rule}, {count} nodes, first {html} — {' '.join(why.split())}"
        for impact, rule, count, html, why in told
        if impact in GRAVE
    ]
