"""Tên đơn vị: what the pages of the frame must know of units; the configuration says who answers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Directory:
    """Danh bạ đơn vị: names of units by key, and the units that stand under paths on a day."""

    names: Callable[[Iterable[int], date], dict[int, str]]
    below: Callable[[Sequence[str], date], list[tuple[int, str]]]


def directory() -> Directory:
    """The directory that the configuration names."""
    found: Directory = import_string(settings.CONGVU_UNITS)
    return found
