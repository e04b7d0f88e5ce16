"""Sổ, danh sách: which ones? — a context names columns, filters and tabs; reading and showing them is done here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from congvu.web import paging
from congvu.web.listing import Listing
from congvu.web.parts import Action, Cell, Empty
from congvu.web.request import Request

Rows = Any
"""A queryset, or a list of rows already computed."""


@dataclass(frozen=True)
class Column:
    """Cột: its value by path or function; `sort` names fields, and makes the head a link."""

    name: str
    label: str
    value: str | Callable[[Any], Any]
    sort: tuple[str, ...] = ()
    link: Callable[[Any], str] | None = None
    detail: Callable[[Any], str] | None = None
    kind: Literal["text", "number", "date"] = "text"
    shown: bool = True
    main: bool = False
    title: str = ""

    def of(self, row: Any) -> Any:
        """The plain value in the row."""
        return self.value(row) if callable(self.value) else paging.attribute(row, self.value)

    def cell(self, row: Any) -> Cell:
        """The value as the page shows it."""
        value = self.of(row)
        if isinstance(value, Cell):
            return value
        return Cell(value, self.link(row) if self.link else "", self.detail(row) if self.detail else "")


Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Filter:
    """Bộ lọc: one choice out of a list; `narrow` is told the value and the day."""

    name: str
    label: str
    choices: Choices | Callable[[Request], Choices]
    narrow: Callable[[Rows, str, date], Rows]
    any_label: str = ""

    def listed(self, request: Request) -> Choices:
        """What may be chosen."""
        return self.choices(request) if callable(self.choices) else self.choices


@dataclass(frozen=True)
class Tab:
    """Thẻ theo trạng thái; with `count` the number stands beside the word."""

    name: str
    label: str
    narrow: Callable[[Rows, date], Rows] | None = None
    count: bool = False


@dataclass(frozen=True)
class Register:
    """Sổ: what a context says once about one kind of list."""

    name: str
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    tabs: tuple[Tab, ...] = ()
    search: Callable[[Rows, str, date], Rows] | None = None
    search_hint: str = "Tìm theo tên…"
    order: tuple[str, ...] = ("pk",)
    empty: Empty = Empty("Chưa có mục nào.")
    noun: str = "mục"
    size: int = 50
    numbered: bool = True
    upfront: int = 3
    whole: Callable[[Any, date], Iterable[Any]] | None = None
    """Đọc cả danh sách: the same rows, told in one statement instead of one by one; exports ask for it."""

    def read(
        self, request: Request, rows: Rows, *, actions: Sequence[Action] = (), excel: str = "", counted: bool = True
    ) -> Listing:
        """The list that the request asks for, out of the rows that the officer may see.

        Not `counted` are rows of which the thousandth may be far to seek.
        """
        return Listing(self, request, rows, tuple(actions), excel, counted)
