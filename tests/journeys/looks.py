"""What an eye would see on a page: pictures for people, and the faults that can be measured."""

import os
from pathlib import Path

from playwright.sync_api import FloatRect, ViewportSize

from tests.journeys.browser import DESK, SIZES, THEMES, Visitor

PICTURES = Path(__file__).resolve().parents[2] / "build" / "screenshots"
_TALLEST = 2600

_MEASURE = """() => {
  const wide = document.documentElement.clientWidth, wrong = [];
  const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('')
    + ' «' + (e.innerText || e.value || '').trim().slice(0, 40) + '»';
  const seen = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && e.getClientRects().length;
  const kept = e => { for (let at = e; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at); if (at !== e && style.overflowX !== 'visible') return true;
    if (style.clipPath !== 'none' || style.clip !== 'auto') return true } return false };
  const all = document.documentElement.scrollWidth;
  if (all > wide) wrong.push(`scrolls sideways: ${all}`);
  for (const e of document.querySelectorAll('body *')) {
    if (e instanceof SVGElement || !seen(e)) continue;
    const box = e.getBoundingClientRect();
    if (box.right > wide + 1 && !kept(e)) wrong.push(`leaves the page at ${Math.round(box.right)}: ${name(e)}`);
    const style = getComputedStyle(e);
    const cuts = style.overflowX === 'hidden' && !e.matches('input, .visually-hidden') && style.clipPath === 'none';
    if (cuts && e.scrollWidth > e.clientWidth + 1) wrong.push(`cut: ${name(e)}`);
  }
  const heads = [...document.querySelectorAll('h1')].filter(seen);
  if (heads.length !== 1 || !heads[0].innerText.trim()) wrong.push(`${heads.length} headings of the page`);
  return wrong;
}"""


def look(visitor: Visitor, name: str) -> list[str]:
    """Tell what does not fit on the desk and on the phone; with PICTURES in the environment, keep how each looked."""
    wrong = []
    for width, size in SIZES.items():
        visitor.page.set_viewport_size(size)
        wrong += [f"{name} at {width}: {fault}" for fault in visitor.page.evaluate(_MEASURE)]
        if "PICTURES" in os.environ:
            _keep(visitor, f"{name}-{width}", size)
    visitor.page.set_viewport_size(DESK)
    return wrong


def _keep(visitor: Visitor, name: str, size: ViewportSize) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for theme in THEMES:
        visitor.theme(theme)
        tall = visitor.page.evaluate("() => document.documentElement.scrollHeight")
        clip = FloatRect(x=0, y=0, width=size["width"], height=min(_TALLEST, max(tall, size["height"])))
        visitor.page.screenshot(path=PICTURES / f"{name}-{theme}.png", full_page=True, clip=clip)
    visitor.theme("light")
