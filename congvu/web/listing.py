"""Một lần đọc sổ: what the address asks of a register, and everything that the page shows of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from congvu.web import drawn, paging
from congvu.web.frame import address
from congvu.web.parts import Action
from congvu.web.request import Request
from congvu.web.totals import Totals

if TYPE_CHECKING:
    from congvu.web.register import Column, Filter, Register, Rows, Tab


@dataclass(frozen=True)
class Chip:
    """Điều kiện đang lọc, and the address without it."""

    label: str
    value: str
    without: str


@dataclass(frozen=True)
class Head:
    """Đầu cột."""

    column: Column
    url: str = ""
    sorted: Literal["", "ascending", "descending"] = ""


@dataclass(frozen=True)
class Listing:
    """Một lần đọc sổ: everything that the page shows of it."""

    register: Register
    request: Request
    rows: Rows
    actions: tuple[Action, ...]
    excel: str
    counted: bool = True

    def response(self, template: str, context: Mapping[str, Any] | None = None) -> HttpResponse:
        """The page, or only its list when htmx swaps it."""
        part = bool(self.request.htmx) and self.request.htmx.target == "register"
        name = "web/parts/register.html" if part else template
        response = render(self.request, name, {**(context or {}), "listing": self})
        if part:
            response["HX-Push-Url"] = address(self.request)
        patch_vary_headers(response, ["HX-Request", "HX-Target"])
        if wanted := self.request.GET.getlist("cot"):
            response.set_cookie(self._cookie, "~".join(wanted), max_age=31_536_000, samesite="Lax", httponly=True)
        return response

    # what was asked

    @property
    def query(self) -> str:
        return " ".join(self.request.GET.get("q", "").split())

    @property
    def searchable(self) -> bool:
        """Whether the register can be searched; templates call functions, so they ask this instead."""
        return self.register.search is not None

    @cached_property
    def choices(self) -> list[tuple[Filter, list[tuple[str, str, bool]]]]:
        """Each filter with its options, the chosen one marked."""
        return [(each, self._options(each)) for each in self.register.filters]

    def _options(self, each: Filter) -> list[tuple[str, str, bool]]:
        wanted = self.request.GET.get(each.name, "")
        return [(str(value), label, str(value) == wanted) for value, label in each.listed(self.request)]

    @cached_property
    def chosen(self) -> list[tuple[Filter, str, str]]:
        return [(each, value, label) for each, options in self.choices for value, label, on in options if on and value]

    @property
    def upfront_choices(self) -> list[tuple[Filter, SafeString]]:
        """The filters that stand open, with their options as drawn; the others wait behind one click."""
        return [(each, drawn.options(options)) for each, options in self.choices[: self.register.upfront]]

    @property
    def further_choices(self) -> list[tuple[Filter, SafeString]]:
        """The filters behind «Thêm bộ lọc»."""
        return [(each, drawn.options(options)) for each, options in self.choices[self.register.upfront :]]

    @property
    def further_set(self) -> bool:
        """Whether one of those is in force, so that they stay open."""
        return any(each.name in self.set_filters for each, _options in self.choices[self.register.upfront :])

    @cached_property
    def set_filters(self) -> set[str]:
        """The names of the filters in force."""
        return {each.name for each, _value, _label in self.chosen}

    @cached_property
    def chips(self) -> list[Chip]:
        """The conditions in force, each with the address that lifts it."""
        chips = [Chip(each.label, label, self._address(without=(each.name,))) for each, _value, label in self.chosen]
        if self.query:
            chips.insert(0, Chip(_("Tìm"), self.query, self._address(without=("q",))))
        return chips

    @property
    def conditions(self) -> dict[str, str]:
        """The conditions in force, in words; an export tells of them."""
        tab = {"Thẻ": self.tab.label} if self.tab and self.tab.narrow else {}
        return tab | {chip.label: chip.value for chip in self.chips}

    @property
    def cleared(self) -> str:
        """The address without any condition."""
        return self._address(without=("q", *(each.name for each in self.register.filters)))

    @property
    def unknown(self) -> list[str]:
        """Filters whose value in the address is none of their choices: said aloud, never passed over."""
        known = {each.name for each, _value, _label in self.chosen}
        return [f.label for f in self.register.filters if self.request.GET.get(f.name) and f.name not in known]

    # rows

    @cached_property
    def narrowed(self) -> Rows:
        """The rows under search and filters, before the tab."""
        rows = self.rows
        if self.query and self.register.search:
            rows = self.register.search(rows, self.query, self.request.as_of)
        for each, value, _label in self.chosen:
            rows = each.narrow(rows, value, self.request.as_of)
        return rows

    @cached_property
    def tab(self) -> Tab | None:
        tabs = self.register.tabs
        return next((tab for tab in tabs if tab.name == self.request.GET.get("the")), tabs[0] if tabs else None)

    @cached_property
    def tabs(self) -> list[tuple[Tab, str, str, bool]]:
        """Tab, address, count in words, whether current."""
        return [(tab, self._tab_address(tab), self._totals.of(tab), tab == self.tab) for tab in self.register.tabs]

    def _tab_address(self, tab: Tab) -> str:
        if tab == self.register.tabs[0]:
            return self._address(without=("the",))
        return self._address(the=tab.name)

    def in_tab(self, tab: Tab | None) -> Rows:
        """The rows of the tab."""
        return tab.narrow(self.narrowed, self.request.as_of) if tab and tab.narrow else self.narrowed

    @cached_property
    def matching(self) -> Rows:
        """Every row that the page would show, unpaged and in order; exports read it."""
        rows = self.in_tab(self.tab)
        return rows.order_by(*self.order) if isinstance(rows, QuerySet) else self._sorted(list(rows))

    @cached_property
    def total(self) -> str:
        """How many rows, in words: exact up to a thousand."""
        return f"{self._totals.said()} {_(self.register.noun)}"

    @cached_property
    def _totals(self) -> Totals:
        return Totals(self)

    @cached_property
    def page(self) -> paging.Page:
        """The rows of this page."""
        token = self.request.GET.get("tiep", "")
        place = paging.place_from(token, order=self.order) if token else paging.Place(self.order)
        return paging.page(self.matching, place, size=self.register.size)

    def drawn_rows(self) -> SafeString:
        """The number and the cells of each row."""
        lines = (
            (self.page.first + place, [column.cell(row) for column in self.columns])
            for place, row in enumerate(self.page.rows)
        )
        return drawn.rows(lines, self.columns, numbered=self.register.numbered)

    @property
    def before(self) -> str:
        return self._paged(self.page.before)

    @property
    def after(self) -> str:
        return self._paged(self.page.after)

    # order and columns

    @property
    def sorted_by(self) -> str:
        return self.request.GET.get("xep", "")

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The fields of the order, ending in the key."""
        wanted = self.sorted_by
        column = next((c for c in self.register.columns if c.sort and c.name == wanted.lstrip("-")), None)
        fields = column.sort if column else ()
        if wanted.startswith("-"):
            fields = tuple(name[1:] if name.startswith("-") else f"-{name}" for name in fields)
        named = {name.lstrip("-") for name in fields}
        rest = tuple(name for name in (*self.register.order, "pk") if name.lstrip("-") not in named)
        return tuple(dict.fromkeys((*fields, *rest)))

    def _sorted(self, rows: list[Any]) -> list[Any]:
        column = next((c for c in self.register.columns if c.sort and c.name == self.sorted_by.lstrip("-")), None)
        if column is None:
            return rows
        keyed = [(self._sort_key(column, row), row) for row in rows]
        blank = [row for key, row in keyed if None in key]
        full = sorted((pair for pair in keyed if None not in pair[0]), key=lambda pair: pair[0])
        found = [row for _key, row in full]
        return (found[::-1] if self.sorted_by.startswith("-") else found) + blank

    @staticmethod
    def _sort_key(column: Column, row: Any) -> tuple[Any, ...]:
        return tuple(paging.attribute(row, name) for name in column.sort)

    @cached_property
    def columns(self) -> list[Column]:
        """The columns that this person chose to see; the main one always."""
        kept = self.request.GET.getlist("cot") or self.request.COOKIES.get(self._cookie, "").split("~")
        known = {column.name for column in self.register.columns}
        wanted = {name for name in kept if name in known}
        return [c for c in self.register.columns if c.main or (c.name in wanted if wanted else c.shown)]

    @property
    def column_choices(self) -> list[tuple[Column, bool]]:
        return [(column, column in self.columns) for column in self.register.columns if not column.main]

    @property
    def main_columns(self) -> list[Column]:
        return [column for column in self.register.columns if column.main]

    @cached_property
    def heads(self) -> list[Head]:
        return [self._head(column) for column in self.columns]

    def _head(self, column: Column) -> Head:
        if not column.sort:
            return Head(column)
        up, down = self.sorted_by == column.name, self.sorted_by == f"-{column.name}"
        target = f"-{column.name}" if up else column.name
        return Head(column, self._address(xep=target), "ascending" if up else "descending" if down else "")

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the search form must carry along unseen."""
        return [(name, self.request.GET[name]) for name in ("the", "xep", "ngay") if self.request.GET.get(name)]

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the choice of columns must carry along unseen."""
        return [(n, v) for n, vs in self.request.GET.lists() for v in vs if n not in ("cot", "tiep") and v]

    @property
    def excel_url(self) -> str:
        """The export, under the same conditions."""
        asked = self._address(without=("cot",)).partition("?")[2]
        return f"{self.excel}?{asked}" if asked and self.excel else self.excel

    @property
    def _cookie(self) -> str:
        return f"cot-{self.register.name.replace('.', '-')}"

    def _paged(self, token: str) -> str:
        return self._address(tiep=token) if token else ""

    def _address(self, *, without: tuple[str, ...] = (), **changes: str) -> str:
        return address(self.request, without=("tiep", "cot", *without), **changes)
