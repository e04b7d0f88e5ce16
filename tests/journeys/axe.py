"""What axe-core finds serious or critical on the page that is open."""

from pathlib import Path
from typing import Any

from playwright.sync_api import ViewportSize

from tests.journeys.browser import DESK, PHONE, Visitor

SOURCE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}
_ALL: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_COLOURS: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}
_RUN = """options => axe.run(document, options).then(found => found.violations.map(violation => [
  violation.impact, violation.id, violation.nodes.length, violation.nodes[0].html.slice(0, 200),
  violation.nodes[0].failureSummary || '']))"""


Look = tuple[ViewportSize, str, dict[str, Any]]
AT_THE_DESK: tuple[Look, ...] = ((DESK, "light", _ALL),)
BOTH: tuple[Look, ...] = (*AT_THE_DESK, (PHONE, "dark", _ALL))
CROSSED: tuple[Look, ...] = (*BOTH, (DESK, "dark", _COLOURS), (PHONE, "light", _COLOURS))


def faults(visitor: Visitor, name: str, looks: tuple[Look, ...] = BOTH) -> list[str]:
    """On the desk in the light and on the phone in the dark; CROSSED: the colours the other way round too."""
    found = []
    for size, theme, options in looks:
        visitor.page.set_viewport_size(size)
        visitor.theme(theme)
        found += [f"{name} ({size['width']} px, {theme}): {told}" for told in _run(visitor, options)]
    visitor.page.set_viewport_size(DESK)
    return found


def _run(visitor: Visitor, options: dict[str, Any]) -> list[str]:
    if not visitor.page.evaluate("() => 'axe' in window"):
        visitor.page.evaluate(SOURCE.read_text(encoding="utf-8"))
    told = visitor.page.evaluate(_RUN, options)
    return [
        f"{impact} {rule}, {count} nodes, first {html} — {' '.join(why.split())}"
        for impact, rule, count, html, why in told
        if impact in GRAVE
    ]
