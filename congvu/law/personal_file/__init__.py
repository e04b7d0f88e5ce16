"""Hồ sơ cá nhân: the groups and fields of form 2C and of the national database, declared once.

Forms, pages, proposals, completeness, papers and workbooks all read this one catalogue.
"""

from .checking import Faults, checked, said
from .groups import GROUPS, group
from .layout import PICTURE, Field, Group, Kind, is_partial_day, words_of_day
from .needs import NEEDS, NONE, Held, Need, missing, need
from .papers import PAPER_KINDS

__all__ = [
    "GROUPS",
    "PAPER_KINDS",
    "PICTURE",
    "NEEDS",
    "NONE",
    "Faults",
    "Field",
    "Group",
    "Held",
    "Kind",
    "Need",
    "checked",
    "group",
    "missing",
    "need",
    "is_partial_day",
    "said",
    "words_of_day",
]
