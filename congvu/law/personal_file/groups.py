"""Các mục của hồ sơ, in the order of form 2C-BNV/2008; what the national database asks beyond it stands beside it.

The list of fields was checked against a transcription of the form, not against the gazette; the annex of Circular
06/2023/TT-BNV was not found, so what rests on it says so.
"""

from functools import cache

from .layout import Group
from .living import LIVING
from .origins import ORIGINS
from .working import WORKING

GROUPS: tuple[Group, ...] = (*ORIGINS, *WORKING, *LIVING)


@cache
def _named() -> dict[str, Group]:
    return {each.name: each for each in GROUPS}


def group(name: str) -> Group:
    """Mục mang tên này; KeyError when there is none."""
    return _named()[name]
