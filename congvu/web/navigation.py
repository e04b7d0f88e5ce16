"""Trình đơn: the places of the system, in the words officials know, shown to those who may open them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext

from congvu.kernel.access import Officer


@dataclass(frozen=True)
class Entry:
    """Mục: one place, with its icon, the letter after `g`, and the permission it takes (none: every account).

    `own`: shown to accounts that are linked to a person.
    """

    label: str
    url_name: str
    icon: str
    key: str = ""
    permission: str = ""
    group: str = ""
    own: bool = False


@dataclass(frozen=True)
class Place:
    """Một mục hiện ra: an entry with its address, and whether the reader stands in it."""

    label: str
    url: str
    icon: str
    key: str
    current: bool


@dataclass(frozen=True)
class Group:
    """Nhóm mục trong trình đơn."""

    label: str
    places: tuple[Place, ...]


@cache
def entries() -> tuple[Entry, ...]:
    """The entries that the configuration lists."""
    listed: Iterable[Entry] = import_string(settings.CONGVU_NAVIGATION)
    return tuple(listed)


def groups(officer: Officer, *, path: str) -> tuple[Group, ...]:
    """What the officer sees in the menu, standing at the path."""
    open_to = [(entry, url) for entry in entries() if _admits(entry, officer) and (url := _address(entry))]
    here = max((url for _, url in open_to if _leads_to(url, path)), key=len, default="")
    found: dict[str, list[Place]] = {}
    for entry, url in open_to:
        place = Place(gettext(entry.label), url, entry.icon, entry.key, current=url == here)
        found.setdefault(gettext(entry.group) if entry.group else "", []).append(place)
    return tuple(Group(label, tuple(places)) for label, places in found.items())


def _admits(entry: Entry, officer: Officer) -> bool:
    if entry.own:
        return officer.person_id is not None
    return officer.may_somewhere(entry.permission) if entry.permission else officer.user_id is not None


def _leads_to(url: str, path: str) -> bool:
    return path == url if url == "/" else path.startswith(url)


def _address(entry: Entry) -> str:
    try:
        return reverse(entry.url_name)
    except NoReverseMatch:
        return ""
