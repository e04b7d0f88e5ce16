"""Tìm kiếm chung: one box for everything; each provider answers for its own kind of record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from congvu.kernel.access import Officer


@dataclass(frozen=True)
class Hit:
    """Kết quả: what to click, one line to tell it from its namesakes, and what kind of thing it is."""

    label: str
    detail: str
    url: str
    kind: str


Provider = Callable[[Officer, str, date], Sequence[Hit]]


@dataclass(frozen=True)
class Kind:
    """Kết quả cùng loại."""

    label: str
    hits: tuple[Hit, ...]


@cache
def providers() -> tuple[Provider, ...]:
    """The providers that the configuration lists, in the order of the results."""
    listed: Iterable[Provider | str] = import_string(settings.CONGVU_SEARCH)
    return tuple(import_string(provider) if isinstance(provider, str) else provider for provider in listed)


def found(officer: Officer, query: str, *, on: date, each: int = 20) -> tuple[Kind, ...]:
    """Everything that the officer may see and the query names, by kind."""
    words = " ".join(query.split())
    if len(words) < 2:
        return ()
    kinds: dict[str, list[Hit]] = {}
    for provider in providers():
        for hit in provider(officer, words, on):
            kinds.setdefault(hit.kind, []).append(hit)
    return tuple(Kind(label, tuple(hits[:each])) for label, hits in kinds.items())
