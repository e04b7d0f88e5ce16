"""Hồ sơ cá nhân: the groups and fields of form 2C and of the national database, declared once.

Forms, pages, proposals, completeness, papers and workbooks all read this one catalogue.
"""

from .beyond import BASICS, PROPOSABLE, STUDY, proposable
from .checking import Faults, checked, said
from .groups import GROUPS, group
from .layout import PICTURE, Field, Group, Kind, is_partial_day, words_of_day
from .papers import PAPER_KINDS

__all__ = [
    "BASICS",
    "GROUPS",
    "PAPER_KINDS",
    "PICTURE",
    "PROPOSABLE",
    "STUDY",
    "Faults",
    "Field",
    "Group",
    "Kind",
    "checked",
    "group",
    "is_partial_day",
    "proposable",
    "said",
    "words_of_day",
]
