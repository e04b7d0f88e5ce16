"""Choosing the conditions of a cohort, and naming it; every field comes from the list of conditions."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms

from congvu.contexts.personnel.queries.cohorts import CONDITIONS, Condition, Field
from congvu.contexts.personnel.queries.cohorts.kinds import Given


@dataclass(frozen=True)
class Input:
    """Một ô với điều đã chọn."""

    field: Field
    values: tuple[str, ...]
    fault: str

    @property
    def id(self) -> str:
        """The key of the element."""
        return f"dk-{self.field.name}"

    @property
    def value(self) -> str:
        """The only value."""
        return next((value for value in reversed(self.values) if value), "")

    @property
    def options(self) -> list[tuple[str, str, bool]]:
        """Value, words, whether chosen."""
        return [(value, label, value in self.values) for value, label in self.field.choices]


@dataclass(frozen=True)
class Line:
    """Một điều kiện với các ô của nó."""

    condition: Condition
    inputs: tuple[Input, ...]

    @property
    def set(self) -> bool:
        """Whether anything is chosen, so that its group stands open."""
        return any(value for each in self.inputs for value in each.values)


@dataclass(frozen=True)
class Group:
    """Nhóm điều kiện."""

    label: str
    lines: tuple[Line, ...]
    open: bool


_OPEN = 2
"""The groups that stand open from the start."""


def groups(given: Given, faults: Iterable[tuple[str, str]] = ()) -> list[Group]:
    """Các nhóm điều kiện, filled in with what was chosen and with what is wrong."""
    wrong = dict(faults)
    lines: dict[str, list[Line]] = {}
    for condition in CONDITIONS:
        inputs = tuple(
            Input(field, tuple(given.get(field.name, ())), wrong.get(field.name, "")) for field in condition.fields
        )
        lines.setdefault(condition.group, []).append(Line(condition, inputs))
    return [
        Group(label, tuple(listed), place < _OPEN or any(line.set for line in listed))
        for place, (label, listed) in enumerate(lines.items())
    ]


class CohortNameForm(forms.Form):
    """Đặt tên nhóm."""

    name = forms.CharField(
        label="Tên nhóm",
        max_length=120,
        help_text="Ngắn, để mọi người trong đơn vị nhận ra; ví dụ: Nguồn nữ trẻ cấp phòng.",
        error_messages={
            "required": "Chưa đặt tên nhóm; hãy ghi một tên ngắn để lần sau tìm lại.",
            "max_length": "Tên nhóm dài quá 120 ký tự; hãy rút ngắn.",
        },
    )
