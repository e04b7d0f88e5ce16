"""Điều kiện của một nhóm cán bộ: how one is declared, read from what was chosen, kept, and said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.db.models import Q

Given = Mapping[str, Sequence[str]]
"""What was chosen, by the name of the field: the form, the address and the saved form all come down to this."""


class Unsound(Exception):
    """The conditions cannot be asked together; one sentence for each, with the field that it concerns."""

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(sentence for _field, sentence in self.faults))


@dataclass(frozen=True)
class Field:
    """Ô để chọn: its name in addresses, and either choices or the bounds of a number."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    many: bool = False
    least: int = 0
    most: int = 0
    unit: str = ""


@dataclass(frozen=True)
class Span:
    """Từ … đến …: either end may be open."""

    low: int | None = None
    high: int | None = None


class Kind(Protocol):
    """Loại điều kiện: its fields, and how a value is read from them and given back to them."""

    def fields(self, condition: "Condition") -> tuple[Field, ...]: ...
    def read(self, condition: "Condition", given: Given) -> Any: ...
    def given(self, condition: "Condition", value: Any) -> dict[str, list[str]]: ...


@dataclass(frozen=True)
class Condition:
    """Điều kiện: one declaration, from which form, address, chip, sentence, SQL and saved form come."""

    name: str
    parameter: str
    label: str
    group: str
    kind: Kind
    narrow: Callable[[Any, date], Q]
    say: Callable[[Any], str]
    hint: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields by which it is chosen."""
        return self.kind.fields(self)


@dataclass(frozen=True)
class Picks:
    """Một hoặc nhiều lựa chọn trong danh mục."""

    choices: tuple[tuple[str, str], ...]
    many: bool = True

    def fields(self, condition: Condition) -> tuple[Field, ...]:
        """One field of choices."""
        return (Field(condition.parameter, condition.label, self.choices, self.many),)

    def read(self, condition: Condition, given: Given) -> tuple[str, ...] | None:
        """The choices made, in the order of the list."""
        wanted = {value for value in given.get(condition.parameter, ()) if value}
        if unknown := wanted - {value for value, _label in self.choices}:
            raise Unsound([(condition.parameter, _not_listed(condition.label, sorted(unknown)[0]))])
        if len(wanted) > 1 and not self.many:
            raise Unsound([(condition.parameter, f"{condition.label}: chỉ chọn một giá trị.")])
        return tuple(value for value, _label in self.choices if value in wanted) or None

    def given(self, condition: Condition, value: tuple[str, ...]) -> dict[str, list[str]]:
        """As the field holds it."""
        return {condition.parameter: list(value)}


@dataclass(frozen=True)
class _Ends:
    """Hai đầu của một khoảng: the suffix of each field's name and its label; an empty label leaves the field out."""

    low: str = "Từ"
    high: str = "Đến"
    low_suffix: str = "-tu"
    high_suffix: str = "-den"

    def listed(self, condition: Condition) -> list[tuple[str, str, str]]:
        """Side, name and label of each field that there is."""
        ends = (("low", self.low_suffix, self.low), ("high", self.high_suffix, self.high))
        return [(side, f"{condition.parameter}{suffix}", label) for side, suffix, label in ends if label]


@dataclass(frozen=True)
class Levels:
    """Bậc trình độ từ … đến …, both ends counted."""

    choices: tuple[tuple[str, str], ...]
    ends: _Ends = _Ends()

    def fields(self, condition: Condition) -> tuple[Field, ...]:
        """Two fields of the same choices."""
        return tuple(Field(name, label, self.choices) for _side, name, label in self.ends.listed(condition))

    def read(self, condition: Condition, given: Given) -> Span | None:
        """The span of levels chosen."""
        sides = {side: self._level(condition, name, given) for side, name, _label in self.ends.listed(condition)}
        span = Span(sides["low"], sides["high"])
        if span.low and span.high and span.low > span.high:
            words = dict(self.choices)
            sentence = f"{condition.label}: bậc từ ({words[str(span.low)]}) cao hơn bậc đến ({words[str(span.high)]})"
            raise Unsound([(f"{condition.parameter}-tu", f"{sentence}; hãy đổi một trong hai.")])
        return span if span.low or span.high else None

    def _level(self, condition: Condition, name: str, given: Given) -> int | None:
        text = _last(given, name)
        if text and text not in dict(self.choices):
            raise Unsound([(name, _not_listed(condition.label, text))])
        return int(text) if text else None

    def given(self, condition: Condition, value: Span) -> dict[str, list[str]]:
        """As the fields hold it."""
        return _fields_of(self.ends.listed(condition), value)


@dataclass(frozen=True)
class Numbers:
    """Số từ đủ … đến dưới …: the low end counts, the high one does not."""

    most: int
    unit: str
    ends: _Ends = _Ends("Từ đủ", "Dưới", "-tu", "-duoi")

    def fields(self, condition: Condition) -> tuple[Field, ...]:
        """The fields for the ends."""
        return tuple(
            Field(name, label, least=self._least(side), most=self.most, unit=self.unit)
            for side, name, label in self.ends.listed(condition)
        )

    def _least(self, side: str) -> int:
        return 1 if side == "high" else 0  # nobody is under nought

    def read(self, condition: Condition, given: Given) -> Span | None:
        """The span of numbers asked for."""
        sides = {side: self._number(condition, side, name, given) for side, name, _ in self.ends.listed(condition)}
        low, high = sides.get("low"), sides.get("high")
        if low is not None and high is not None and low >= high:
            sentence = f"{condition.label}: từ đủ {low} mà lại dưới {high} thì không có ai"
            raise Unsound([(f"{condition.parameter}-tu", f"{sentence}; hãy ghi số sau lớn hơn số trước.")])
        return None if low is None and high is None else Span(low, high)

    def _number(self, condition: Condition, side: str, name: str, given: Given) -> int | None:
        text = _last(given, name)
        if not text:
            return None
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
        least = self._least(side)
        if not least <= number <= self.most:
            bounds = f"từ {least} đến {self.most}"
            raise Unsound([(name, f"{condition.label}: «{text[:20]}» không dùng được; hãy ghi một số {bounds}.")])
        return number

    def given(self, condition: Condition, value: Span) -> dict[str, list[str]]:
        """As the fields hold it."""
        return _fields_of(self.ends.listed(condition), value)


def within(most: int, unit: str) -> Numbers:
    """Trong vòng …: a single number, the farthest that counts."""
    return Numbers(most, unit, ends=_Ends("", "Trong vòng", "", "-trong"))


def _fields_of(ends: list[tuple[str, str, str]], value: Span) -> dict[str, list[str]]:
    sides = {"low": value.low, "high": value.high}
    return {name: [str(sides[side])] for side, name, _label in ends if sides[side] is not None}


def _last(given: Given, name: str) -> str:
    return next((value.strip() for value in reversed(given.get(name, ())) if value.strip()), "")


def _not_listed(label: str, value: str) -> str:
    return f"{label}: «{value[:20]}» không có trong danh mục; hãy chọn lại."
