"""Danh bạ người: what the pages of accounts must know of people; the configuration says who answers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Known:
    """Một người tìm thấy: key, name, and where he serves."""

    pk: int
    name: str
    place: str


@dataclass(frozen=True)
class Directory:
    """Danh bạ người: whoever the words name in the scope, and names by key."""

    found: Callable[[str, date], Sequence[Known]]
    names: Callable[[Iterable[int]], dict[int, str]]


def directory() -> Directory:
    """The directory that the configuration names."""
    found: Directory = import_string(settings.CONGVU_PEOPLE)
    return found
