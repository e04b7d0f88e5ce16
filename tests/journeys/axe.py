"""What axe-core finds serious or critical on the page that is open."""

from pathlib import Path
from typing import Any

from tests.journeys.browser import DESK, PHONE, Visitor

SOURCE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}
_ALL: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_COLOURS: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}
_RUN = """options => axe.run(document, options).then(found => found.violations.map(violation => [
  violation.impact, violation.id, violation.nodes.length, violation.nodes[0].html.slice(0, 200),
  violation.nodes[0].failureSummary || '']))"""


def faults(visitor: Visitor, name: str) -> list[str]:
    """On the desk and on the phone, light and dark; what does not depend on colour is asked once for each size."""
    found = []
    for size, whole in ((DESK, "light"), (PHONE, "dark")):
        visitor.page.set_viewport_size(size)
        for theme in ("light", "dark"):
            visitor.theme(theme)
            place = f"{name} ({size['width']} px, {theme})"
            found += [f"{place}: {told}" for told in _run(visitor, _ALL if theme == whole else _COLOURS)]
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
