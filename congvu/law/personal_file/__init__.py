"""Hồ sơ cá nhân: the groups and fields of form 2C and of the national database, declared once.

Forms, pages, proposals, completeness, papers and workbooks all read this one catalogue.
"""

from .beyond import BASICS, PROPOSABLE, STUDY, proposable
from .checking import Faults, checked, said
from .groups import GROUPS, group
from .layout import PICTURE, Field, Group, Kind, is_partial_day, words_of_day
from .needs import NEEDS, NONE, Held, Need, missing, need
from .papers import PAPER_KINDS, sensitivity_of

__all__ = [
    "BASICS",
    "GROUPS",
    "PAPER_KINDS",
    "PICTURE",
    "NEEDS",
    "NONE",
    "PROPOSABLE",
    "STUDY",
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
    "proposable",
    "said",
    "sensitivity_of",
    "words_of_day",
]
