"""Danh mục: levels of study, training modes, ethnic groups, kinds of staff, ranks and titles, with their standing."""

from .levels import SUBJECTS, Level, level_label, levels, recognise
from .lists import CodeList, Entry
from .people import ETHNIC_GROUPS, STAFF_KINDS, TRAINING_MODES
from .ranks import (
    CAREER_STEPS,
    CIVIL_SERVANT_RANKS,
    PUBLIC_EMPLOYEE_TITLES,
    RANK_TIERS,
    RANKS,
    TITLES,
    CareerStep,
    Rank,
    Title,
)

__all__ = [
    "CAREER_STEPS",
    "CIVIL_SERVANT_RANKS",
    "ETHNIC_GROUPS",
    "PUBLIC_EMPLOYEE_TITLES",
    "RANKS",
    "RANK_TIERS",
    "STAFF_KINDS",
    "SUBJECTS",
    "TITLES",
    "TRAINING_MODES",
    "CareerStep",
    "CodeList",
    "Entry",
    "Level",
    "Rank",
    "Title",
    "level_label",
    "levels",
    "recognise",
]
