"""Bao nhiêu dòng: counted as far as it is cheap, and said so that nobody takes a bound for a number."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from congvu.web import formats

if TYPE_CHECKING:
    from congvu.web.listing import Listing
    from congvu.web.register import Rows, Tab

COUNTED = 1000
"""Beyond this many rows the page says «hơn 1.000» and counts no further."""


@dataclass(frozen=True)
class Totals:
    """Tổng số của một lần đọc sổ.

    A tab is a part of the rows under a condition that no index knows: it is counted only where the whole is small
    enough to look at every row.
    """

    listing: "Listing"

    def said(self) -> str:
        """How many rows the list has, exact up to a thousand."""
        page = self.listing.page
        if self._all_shown:
            return _in_words(len(page.rows))
        if self.listing.counted and not self._in_part:
            return _in_words(self._whole)
        if self.listing.counted and self._whole <= COUNTED:
            return _in_words(_counted(self.listing.matching))
        last = page.first + len(page.rows) - 1
        return _in_words(last + bool(page.after), most=last)

    def of(self, tab: "Tab") -> str:
        """The number beside a tab; nothing where it would take too long to count."""
        if not tab.count or not self.listing.counted:
            return ""
        if tab.narrow is None:
            return _in_words(self._whole)
        return _in_words(_counted(self.listing.in_tab(tab))) if self._whole <= COUNTED else ""

    @cached_property
    def _whole(self) -> int:
        """The rows before the tab, counted to a thousand and one."""
        known = self._all_shown and not self._in_part
        return len(self.listing.page.rows) if known else _counted(self.listing.narrowed)

    @property
    def _in_part(self) -> bool:
        return bool(self.listing.tab and self.listing.tab.narrow)

    @property
    def _all_shown(self) -> bool:
        return not self.listing.page.before and not self.listing.page.after


def _counted(rows: "Rows") -> int:
    return rows.order_by().values("pk")[: COUNTED + 1].count() if isinstance(rows, QuerySet) else len(rows)


def _in_words(count: int, most: int = COUNTED) -> str:
    if count > most:
        return _("hơn %(many)s") % {"many": formats.number(most)}
    return formats.number(count)
