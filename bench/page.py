"""Trang kết quả: one HTML file with drawings made here, without script, readable from paper."""

from collections.abc import Iterable, Sequence
from html import escape
from math import log10
from typing import Any

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; } caption { text-align: left; font-weight: 600; }
th, td { border-bottom: 1px solid #ccc; padding: .3rem .5rem; text-align: right; vertical-align: top; }
th:first-child, td:first-child { text-align: left; } .over { color: #a30000; font-weight: 600; }
svg { width: 100%; height: auto; } text { font: 12px system-ui, sans-serif; fill: #222; } small { color: #555; }
@media (prefers-color-scheme: dark) {
  body { background: #1b1b1b; color: #eee; } text { fill: #eee; } small { color: #bbb; } .over { color: #ff9a8a; }
}
"""
_COLOURS = ("#9db8d2", "#4f81b0", "#1f4e79", "#0b2540")
_ROW, _LEFT, _WIDE = 18, 300, 900


def drawn(found: dict[str, Any]) -> str:
    """Cả trang."""
    results: list[dict[str, Any]] = found["scenarios"]
    sizes: list[int] = found["sizes"]
    words = ", ".join(_number(size) for size in sizes)
    return f"""<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Đo tốc độ Công Vụ</title><style>{_STYLE}</style></head><body>
<h1>Đo tốc độ Công Vụ</h1>
<p>Đo lúc {escape(found["measured_at"])}, với {words} người. Mỗi số là trung vị; mỗi lần đo của ta đi liền một lần đo
giới hạn trần, trên cùng máy, trong cùng phút. Máy chủ PostgreSQL, máy chủ web và phép đo cùng chạy trên một máy.</p>
{_legend(sizes)}
<h2>Gấp mấy lần giới hạn trần</h2>{_ratios(results)}
<h2>Thời gian</h2>{_medians(results)}
<h2>Tăng từ {_number(sizes[0])} đến {_number(sizes[-1])} người</h2>{_growth(results)}
<h2>Số liệu</h2>{"".join(_table(result) for result in results)}
</body></html>
"""


def _legend(sizes: Sequence[int]) -> str:
    marks = (
        f'<rect x="{place * 150}" y="2" width="12" height="12" fill="{_COLOURS[place % 4]}"/>'
        f'<text x="{place * 150 + 18}" y="12">{_number(size)} người</text>'
        for place, size in enumerate(sizes)
    )
    return f'<svg viewBox="0 0 {_WIDE} 18" role="img" aria-label="Màu của từng cỡ">{"".join(marks)}</svg>'


def _ratios(results: Sequence[dict[str, Any]]) -> str:
    rows = [
        (f"{result['label']} / {limit['name']}", [at["ratios"][limit["name"]] for at in result["sizes"]], limit["aim"])
        for result in results
        for limit in result["limits"]
    ]
    return _bars(rows, unit="lần")


def _medians(results: Sequence[dict[str, Any]]) -> str:
    return _bars([(each["label"], [at["ours"]["p50"] for at in each["sizes"]], None) for each in results], unit="ms")


def _growth(results: Sequence[dict[str, Any]]) -> str:
    return _bars([(each["label"], [each["growth"]], each["growth_aim"]) for each in results], unit="lần")


def _bars(rows: Sequence[tuple[str, list[float], float | None]], *, unit: str) -> str:
    """Thanh trên thang lô-ga-rít; the line across a bar is the aim."""
    top = max((value for _label, values, aim in rows for value in (*values, aim or 0)), default=1)
    drawings, y = [], 0
    for label, values, aim in rows:
        drawings.append(f'<text x="0" y="{y + 13}">{escape(label)}</text>')
        drawings += [_bar(value, place, y + place * _ROW, top, unit) for place, value in enumerate(values)]
        if aim:
            x = _LEFT + _length(aim, top)
            line = f'x1="{x:.0f}" x2="{x:.0f}" y1="{y}" y2="{y + len(values) * _ROW}"'
            drawings.append(f'<line {line} stroke="#a30000" stroke-width="2"><title>đích {aim:g}</title></line>')
        y += len(values) * _ROW + 8
    return f'<svg viewBox="0 0 {_WIDE} {max(y, 1)}" role="img" aria-label="Biểu đồ thanh">{"".join(drawings)}</svg>'


def _bar(value: float, place: int, y: float, top: float, unit: str) -> str:
    length = _length(value, top)
    return (
        f'<rect x="{_LEFT}" y="{y + 2}" width="{length:.0f}" height="14" fill="{_COLOURS[place % 4]}"/>'
        f'<text x="{_LEFT + length + 6:.0f}" y="{y + 13}">{_number(value)} {unit}</text>'
    )


def _length(value: float, top: float) -> float:
    room = _WIDE - _LEFT - 110
    return max(2.0, room * log10(1 + 9 * value / top))


def _table(result: dict[str, Any]) -> str:
    heads = ("Số người", "Của ta (ms)", "nhỏ nhất", "lớn nhất", *(limit["label"] for limit in result["limits"]))
    aims = {limit["name"]: limit["aim"] for limit in result["limits"]}
    rows = "".join(f"<tr>{_cells(at, aims)}</tr>" for at in result["sizes"])
    note = f" <small>{escape(result['note'])}</small>" if result["note"] else ""
    head = "".join(f"<th>{escape(words)}</th>" for words in heads)
    return f"<table><caption>{escape(result['label'])}{note}</caption><tr>{head}</tr>{rows}</table>"


def _cells(at: dict[str, Any], aims: dict[str, float | None]) -> str:
    ours = at["ours"]
    numbers: Iterable[str] = (_number(value) for value in (at["people"], ours["p50"], ours["min"], ours["max"]))
    beside = (_beside(at, name, aim) for name, aim in aims.items())
    return "".join(f"<td>{text}</td>" for text in (*numbers, *beside))


def _beside(at: dict[str, Any], name: str, aim: float | None) -> str:
    ratio = at["ratios"][name]
    over = ' class="over"' if aim and ratio > aim else ""
    wanted = f", đích {aim:g}" if aim else ""
    return f"{_number(at['limits'][name]['p50'])} ms<br><span{over}>gấp {_number(ratio)}{wanted}</span>"


def _number(value: float) -> str:
    text = f"{value:,.0f}" if value >= 100 or float(value).is_integer() else f"{value:,.2f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")
