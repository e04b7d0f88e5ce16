"""Nối cột: from the headings of a sheet to the columns of a layout."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .layout import Choice, Column, Kind, Layout
from .words import same, without_asides

_FAMILY = frozenset(same(word) for word in ("Họ", "Họ đệm", "Họ và đệm", "Họ và tên đệm", "Họ lót", "Họ và chữ lót"))
_GIVEN = frozenset(same(word) for word in ("Tên", "Tên gọi"))


@dataclass(frozen=True)
class Binding:
    """Nối cột: a column of the sheet feeds one column of the layout.

    `implies` is what a filled cell says besides: a birth date under «Nữ» tells the sex. When it `ticks`,
    the cell itself is only a mark: an x under «Cao cấp» tells the level.
    """

    index: int
    column: Column
    implies: tuple[Column, Choice] | None = None
    ticks: bool = False
    rank: int = 0


def bind(labels: Mapping[int, Sequence[str]], layout: Layout) -> tuple[Binding, ...]:
    """Nối các tiêu đề với mẫu; of several headings for one column the fullest match keeps it."""
    names = _names(tuple((column.key, column.title, *column.synonyms) for column in layout.columns))
    ways = {way: layout[key] for way, key in names.items()}
    found = [binding for index, parts in labels.items() if (binding := _match(index, parts, ways, layout))]
    if not any(binding.column.kind is Kind.NAME for binding in found):
        found += _parted_name(labels, layout)
    return tuple(_settled(found))


@lru_cache(maxsize=50)
def _names(columns: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    """Every way to write a heading, titles before synonyms; the first column that claims one keeps it."""
    ways: dict[str, str] = {}
    for spoken in (slice(1, 2), slice(2, None)):
        for column in columns:
            for way in column[spoken]:
                ways.setdefault(same(way), column[0])
                ways.setdefault(same(without_asides(way)), column[0])
    ways.pop("", None)
    return ways


def _match(index: int, parts: Sequence[str], ways: Mapping[str, Column], layout: Layout) -> Binding | None:
    if column := _named(parts, ways):
        return Binding(index, column, rank=len(parts) + 1)
    for start in range(len(parts) - 1):
        parent = _named(parts[start:-1], ways)
        if parent and (binding := _below(index, parent, parts[-1], layout)):
            return binding
    for start in range(1, len(parts)):
        if column := _named(parts[start:], ways):
            return Binding(index, column, rank=len(parts) - start)
    return None


def _named(parts: Sequence[str], ways: Mapping[str, Column]) -> Column | None:
    text = " ".join(parts)
    return ways.get(same(text)) or ways.get(same(without_asides(text)))


def _below(index: int, parent: Column, part: str, layout: Layout) -> Binding | None:
    """A sub-heading that is a value: of the column that splits this one, or of this one itself."""
    if parent.kind is Kind.NAME and same(part) in _FAMILY | _GIVEN:
        return Binding(index, parent, rank=2)
    told = layout.by_key.get(parent.split_by, parent)
    choice = told.named(part)
    return Binding(index, parent, (told, choice), ticks=told is parent, rank=2) if choice else None


def _parted_name(labels: Mapping[int, Sequence[str]], layout: Layout) -> list[Binding]:
    """«Họ và tên đệm» with «Tên» in the next column."""
    column = next((column for column in layout.columns if column.kind is Kind.NAME), None)
    for index, parts in labels.items():
        after = labels.get(index + 1, ("",))
        if column and same(parts[-1]) in _FAMILY and same(after[-1]) in _GIVEN:
            return [Binding(index, column), Binding(index + 1, column)]
    return []


def _settled(found: Iterable[Binding]) -> Iterator[Binding]:
    """One column of the sheet for each of the layout, but for split dates, ticks and parted names."""
    groups: dict[str, list[Binding]] = {}
    for binding in found:
        groups.setdefault(binding.column.key, []).append(binding)
    for group in groups.values():
        best = max(binding.rank for binding in group)
        first, *others = [binding for binding in group if binding.rank == best]
        yield first
        yield from (other for place, other in enumerate(others, 1) if _alike(first, other, place))


def _alike(first: Binding, other: Binding, place: int) -> bool:
    if first.implies:
        return other.implies is not None and other.implies != first.implies
    return first.column.kind is Kind.NAME and other.index == first.index + place
