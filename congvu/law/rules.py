"""Quy tắc: dated versions of one question put to the law, each with its citation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from .citations import Citation
from .sources import used

Known = TypeVar("Known")
Value = TypeVar("Value")
ValueOut = TypeVar("ValueOut", covariant=True)


class NoLawInForce(Exception):
    """Không có quy định nào đang có hiệu lực vào ngày được hỏi."""


@dataclass(frozen=True)
class Finding(Generic[ValueOut]):
    """Kết luận: the value, the sentence that explains it, the law behind it."""

    value: ValueOut
    because: str
    cites: Citation


@dataclass(frozen=True)
class Version(Generic[Known, Value]):
    """Một phiên bản của quy tắc, in force for the days [since, until)."""

    since: date
    until: date | None
    cites: Citation
    decide: Callable[[Known], tuple[Value, str]]

    def holds(self, on: date) -> bool:
        """Có hiệu lực vào ngày này hay không."""
        return self.since <= on and (self.until is None or on < self.until)


class Rule(Generic[Known, Value]):
    """Quy tắc: a frozen subject in, a finding out; the version in force on the day decides."""

    def __init__(self, first: Version[Known, Value]) -> None:
        self.name = first.decide.__name__
        self.label = (first.decide.__doc__ or first.decide.__name__).strip().splitlines()[0].rstrip(".")
        self.versions: list[Version[Known, Value]] = []
        self._add(first)

    def version(self, on: date) -> Version[Known, Value]:
        """Phiên bản có hiệu lực vào ngày `on`: the newest that has begun, if it has not ended."""
        begun = [version for version in self.versions if version.since <= on]
        if not begun or not begun[0].holds(on):
            raise NoLawInForce(f"{self.label}: không có quy định nào có hiệu lực vào ngày {on:%d/%m/%Y}.")
        return begun[0]

    def __call__(self, known: Known, *, on: date) -> Finding[Value]:
        version = self.version(on)
        value, because = version.decide(known)
        return Finding(value, because, version.cites)

    def amended(
        self, *, cites: Citation, since: date, until: date | None = None
    ) -> Callable[[Callable[[Known], tuple[Value, str]]], Rule[Known, Value]]:
        """Sửa đổi: add the version in force from `since`; the older ones stay for older cases."""

        def add(decide: Callable[[Known], tuple[Value, str]]) -> Rule[Known, Value]:
            self._add(Version(since, until, cites, decide))
            return self

        return add

    def _add(self, version: Version[Known, Value]) -> None:
        if any(version.since == other.since for other in self.versions):
            raise ValueError(f"{self.name}: two versions begin on {version.since}")
        used(version.cites, where=self.label)
        self.versions.append(version)
        self.versions.sort(key=lambda other: other.since, reverse=True)


def rule(
    *, cites: Citation, since: date, until: date | None = None
) -> Callable[[Callable[[Known], tuple[Value, str]]], Rule[Known, Value]]:
    """Quy tắc có ngày hiệu lực: turn a pure function into the first version of a rule."""

    def make(decide: Callable[[Known], tuple[Value, str]]) -> Rule[Known, Value]:
        return Rule(Version(since, until, cites, decide))

    return make
