"""Columns and filters of the lists of people."""

from congvu.contexts.personnel.tables.cohorts import COHORT_PEOPLE, COHORTS
from congvu.contexts.personnel.tables.gaps import GAPS
from congvu.contexts.personnel.tables.people import PEOPLE
from congvu.contexts.personnel.tables.rows import ATTENDANCES_BEHIND, CLASSES_BEHIND, TRAINEES_BEHIND, people_behind

__all__ = [
    "ATTENDANCES_BEHIND",
    "CLASSES_BEHIND",
    "COHORTS",
    "COHORT_PEOPLE",
    "GAPS",
    "PEOPLE",
    "TRAINEES_BEHIND",
    "people_behind",
]
