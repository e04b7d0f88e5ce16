"""Chỉ số: a figure defined once, with its query as of a day, its breakdowns, its law and the rows behind it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet


@dataclass(frozen=True)
class Asked:
    """Phạm vi và thời điểm: which unit, as of which day, counted since when."""

    unit: Any
    on: date
    since: date


@dataclass(frozen=True)
class Breakdown:
    """Cách phân tổ: one way to split the rows; `label` turns the stored value into words."""

    name: str
    label: str
    field: str
    words: Callable[[Any], str]


@dataclass(frozen=True)
class Indicator:
    """Định nghĩa chỉ số: those of the `rows` that are `among` count; `hit` picks the numerator of a share.

    Figures that name the same `rows` are measured together, in one pass.
    """

    name: str
    label: str
    unit: str
    cites: str
    rows: Callable[[Asked], QuerySet[Any]]
    hit: Q | None = None
    breakdowns: tuple[Breakdown, ...] = ()
    decimals: int = 2
    among: Q = Q()

    def counted(self, asked: Asked) -> QuerySet[Any]:
        """Everybody who counts."""
        return self.rows(asked).filter(self.among)

    @property
    def is_share(self) -> bool:
        """Whether the figure is a percentage of its rows."""
        return self.hit is not None


@dataclass(frozen=True)
class Figure:
    """Số liệu: what an indicator was, of which rows."""

    indicator: Indicator
    numerator: int
    denominator: int | None

    @property
    def value(self) -> Decimal | None:
        """The number that people read; None when there is nothing to take a share of."""
        if self.denominator is None:
            return Decimal(self.numerator)
        if self.denominator == 0:
            return None
        exact = Decimal(self.numerator) * 100 / Decimal(self.denominator)
        return exact.quantize(Decimal(1).scaleb(-self.indicator.decimals), ROUND_HALF_UP)

    @property
    def text(self) -> str:
        """The number as people write it: "62,35 %", "1.240 người"."""
        if self.value is None:
            return "chưa có số liệu"
        number = f"{self.value:,f}".translate(str.maketrans(",.", ".,"))
        return f"{number} {self.indicator.unit}"

    def as_data(self) -> dict[str, Any]:
        """The figure as the command line and the API give it."""
        return {
            "name": self.indicator.name,
            "label": self.indicator.label,
            "value": None if self.value is None else float(self.value),
            "unit": self.indicator.unit,
            "numerator": self.numerator,
            "denominator": self.denominator,
            "cites": self.indicator.cites,
        }


def measure(indicator: Indicator, asked: Asked) -> Figure:
    """Tính chỉ số: one query for the figure."""
    return measure_all([indicator], asked)[0]


def measure_all(indicators: Sequence[Indicator], asked: Asked) -> list[Figure]:
    """Tính nhiều chỉ số: one query for all that name the same rows."""
    found: dict[str, Figure] = {}
    for rows in dict.fromkeys(indicator.rows for indicator in indicators):
        alike = [indicator for indicator in indicators if indicator.rows is rows]
        counts = {name: count for indicator in alike for name, count in _counts(indicator).items()}
        numbers = rows(asked).order_by().aggregate(**counts)
        found |= {indicator.name: _figure(indicator, numbers) for indicator in alike}
    return [found[indicator.name] for indicator in indicators]


def _counts(indicator: Indicator) -> dict[str, Count]:
    counts = {f"all_{indicator.name}": Count("pk", filter=indicator.among or None)}
    if indicator.hit is not None:
        counts[f"hit_{indicator.name}"] = Count("pk", filter=indicator.among & indicator.hit)
    return counts


def _figure(indicator: Indicator, numbers: dict[str, int]) -> Figure:
    total = numbers[f"all_{indicator.name}"]
    if indicator.is_share:
        return Figure(indicator, numbers[f"hit_{indicator.name}"], total)
    return Figure(indicator, total, None)


def split(indicator: Indicator, asked: Asked, by: Breakdown) -> list[tuple[str, Figure]]:
    """Phân tổ: the same figure for each value of the breakdown, in one query."""
    return [(by.words(value), figure) for value, figure in _split(indicator, asked, by)]


def _split(indicator: Indicator, asked: Asked, by: Breakdown) -> Iterator[tuple[Any, Figure]]:
    hit = Count("pk", filter=indicator.hit) if indicator.hit is not None else Count("pk")
    grouped = indicator.counted(asked).order_by().values(by.field).annotate(n=hit, d=Count("pk")).order_by(by.field)
    for row in grouped:
        yield row[by.field], Figure(indicator, row["n"], row["d"] if indicator.is_share else None)


def rows_behind(indicator: Indicator, asked: Asked, *, only_hits: bool = False) -> QuerySet[Any]:
    """Các dòng đứng sau số liệu: everybody who counts, or only those in the numerator."""
    rows = indicator.counted(asked)
    return rows.filter(indicator.hit) if only_hits and indicator.hit is not None else rows


def named(indicators: Sequence[Indicator], name: str) -> Indicator:
    """The indicator of that name; KeyError when there is none."""
    return {indicator.name: indicator for indicator in indicators}[name]
