"""Hiểu một dòng: from cells to values by column key, with a fault for each cell that will not do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .bindings import Binding
from .cells import shown, understand
from .headers import Header
from .layout import Choice, Column, Kind, Layout
from .measures import Notes
from .values import Cell, Fault, PartialDate, Precision, Row, Unfit, Value

Implied = tuple[Column, Choice]


@dataclass(frozen=True)
class Reader:
    """Người đọc dòng: what is bound to what, and what was seen beside the values."""

    header: Header
    notes: Notes
    layout: Layout

    def row(self, index: int, cells: Mapping[int, Cell], section: str) -> Row:
        """Một dòng: `cells` are its filled cells by column."""
        values: dict[str, Value] = dict.fromkeys(self._keys)
        faults: list[Fault] = []
        told: list[Implied] = []
        for column, bindings in self.header.groups:
            filled = [binding for binding in bindings if binding.index in cells]
            try:
                values[column.key] = self._value(index, column, filled, cells, told)
            except Unfit as unfit:
                text = " | ".join(shown(cells[binding.index]) for binding in filled)
                faults.append(Fault(index + 1, column.title, str(unfit), text))
        faults += self._agreed(index, values, told)
        faults += self._absent(index, values, faults)
        return Row(index + 1, values, tuple(faults), section)

    @cached_property
    def _keys(self) -> list[str]:
        return [column.key for column in self.layout.columns if column.key in self.header.keys]

    def _value(
        self, index: int, column: Column, filled: list[Binding], cells: Mapping[int, Cell], told: list[Implied]
    ) -> Value:
        if not filled:
            return None
        if len(filled) > 1:
            return understand(_joined(column, filled, cells), column)
        binding = filled[0]
        if binding.implies:
            told.append(binding.implies)
        if binding.ticks and binding.implies:
            return binding.implies[1].meaning
        value = understand(cells[binding.index], column)
        return self._as_shown(value, index, binding) if self.notes.coarse else value

    def _as_shown(self, value: Value, index: int, binding: Binding) -> Value:
        if not isinstance(value, PartialDate) or value.precision is not Precision.DAY:
            return value
        told = self.notes.told((index, binding.index), value.date)
        return told if told.precision >= binding.column.precision else value

    def _agreed(self, index: int, values: dict[str, Value], told: Sequence[Implied]) -> Iterator[Fault]:
        for column, choice in told:
            if values.get(column.key) is None:
                values[column.key] = choice.meaning
            elif values[column.key] != choice.meaning:
                message = f"“{column.title}” không khớp với cột con “{choice.label}” đã ghi; đề nghị sửa một trong hai."
                yield Fault(index + 1, column.title, message, choice.label)

    def _absent(self, index: int, values: Mapping[str, Value], faults: Sequence[Fault]) -> list[Fault]:
        said = {fault.column for fault in faults}
        return [
            Fault(index + 1, column.title, f"Thiếu “{column.title}”; đề nghị bổ sung vì cột này bắt buộc.")
            for column in self.layout.required
            if values.get(column.key) is None and column.title not in said
        ]


def _joined(column: Column, filled: Sequence[Binding], cells: Mapping[int, Cell]) -> str:
    if column.kind is Kind.NAME:
        return " ".join(shown(cells[binding.index]) for binding in filled)
    places = " và ".join(f"“{binding.implies[1].label}”" for binding in filled if binding.implies)
    raise Unfit(f"“{column.title}” được ghi ở cả cột {places}; đề nghị chỉ giữ một ô.")
