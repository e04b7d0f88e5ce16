"""Khung trang: what the top bar and the menu show, the same on every page; it asks the database one small question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from congvu.kernel.agenda import queries
from congvu.web import as_of, clock, guide, navigation, words

if TYPE_CHECKING:
    from congvu.web.request import Request

THEME_COOKIE = "giao-dien"
THEMES = {"tu-dong": "auto", "sang": "light", "toi": "dark"}


@dataclass(frozen=True)
class Frame:
    """Khung của một trang, read by `frame.html` as `request.frame`."""

    request: Request

    @cached_property
    def groups(self) -> tuple[navigation.Group, ...]:
        """The menu, as this officer may see it."""
        return navigation.groups(self.request.officer, path=self.request.path)

    @cached_property
    def place(self) -> navigation.Place | None:
        """The entry of the menu in which the page stands."""
        return next((place for group in self.groups for place in group.places if place.current), None)

    @cached_property
    def pressing(self) -> int:
        """How many duties are overdue or due today, up to a hundred: the one question that the frame asks."""
        return queries.pressing(self.request.officer, on=clock.today())

    @property
    def roles(self) -> str:
        """The roles held today, as one line."""
        labels = {words.worded(grant.role.label): None for grant in self.request.officer.grants}
        return ", ".join(labels)

    @property
    def initials(self) -> str:
        """First letter of the given name, for the round mark beside the name."""
        return (self.request.officer.name.partition("(")[0].split() or ["?"])[-1][:1].upper()

    @property
    def theme(self) -> str:
        """auto, light or dark."""
        return THEMES.get(self.request.COOKIES.get(THEME_COOKIE, ""), "auto")

    @property
    def language(self) -> str:
        """vi or en."""
        return (get_language() or "vi")[:2]

    @property
    def day(self) -> date:
        """The day that the page speaks of."""
        return self.request.as_of

    @property
    def day_asked(self) -> bool:
        """Whether somebody asked for a day other than today."""
        return self.request.day_asked

    @property
    def help(self) -> str:
        """Where the guide explains this page."""
        match = self.request.resolver_match
        return guide.place_of(match.view_name if match else "")

    @property
    def address(self) -> str:
        """Where to come back to: this address, without the day."""
        return address(self.request, without=(as_of.PARAMETER,))


def address(request: Request, *, without: tuple[str, ...] = (), **changes: str | list[str]) -> str:
    """This page's address with parameters changed, or left out."""
    query = request.GET.copy()
    for name in [*without, *(name for name, values in query.lists() if not any(values))]:
        query.pop(name, None)
    for name, value in changes.items():
        query.setlist(name, value if isinstance(value, list) else [value])
    asked = query.urlencode()
    return f"{request.path}?{asked}" if asked else request.path
