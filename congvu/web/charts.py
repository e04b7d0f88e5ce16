"""Biểu đồ: small drawings made on the server, readable in grey print; the table is never further than a click."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString

from congvu.web import formats
from congvu.web.parts import Bar, Bars

_WIDE, _HIGH, _EDGE = 96, 28, 3


def line(series: Sequence[float], *, label: str = "") -> SafeString:
    """A line over time, its last point marked."""
    if len(series) < 2:
        return SafeString("")
    low, high = min(series), max(series)
    reach = (high - low) or 1
    step = (_WIDE - 2 * _EDGE) / (len(series) - 1)
    points = [
        (round(_EDGE + place * step, 1), round(_HIGH - _EDGE - (value - low) / reach * (_HIGH - 2 * _EDGE), 1))
        for place, value in enumerate(series)
    ]
    words = label or f"từ {formats.number(series[0])} đến {formats.number(series[-1])}"
    return format_html(
        '<svg class="cv-spark" viewBox="0 0 {} {}" width="{}" height="{}" role="img" aria-label="{}">'
        '<polyline points="{}"/><circle cx="{}" cy="{}" r="2.4"/></svg>',
        *(_WIDE, _HIGH, _WIDE, _HIGH, words),
        " ".join(f"{x},{y}" for x, y in points),
        *points[-1],
    )


class BarRow(NamedTuple):
    """Một thanh đã tính: the bar, its length in hundredths of the scale, and its figure in words."""

    bar: Bar
    length: str
    text: str


def bar_rows(chart: Bars) -> list[BarRow]:
    """The bars, sized to the scale."""
    return [
        BarRow(bar, f"{min(100.0, float(bar.value) * 100 / chart.top):.2f}", bar.text or formats.number(bar.value))
        for bar in chart.bars
    ]
