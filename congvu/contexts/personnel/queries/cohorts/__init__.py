"""Nguồn cán bộ: the conditions that may be asked of people, and who meets them on a day."""

from congvu.contexts.personnel.queries.cohorts.chosen import Chosen, chosen, from_saved
from congvu.contexts.personnel.queries.cohorts.conditions import CONDITIONS
from congvu.contexts.personnel.queries.cohorts.counting import (
    MakeUp,
    Question,
    counted,
    entered,
    made_up,
    over_years,
    people,
    stayed,
    unmet_clauses,
)
from congvu.contexts.personnel.queries.cohorts.kinds import Condition, Field, Unsound

__all__ = [
    "CONDITIONS",
    "Chosen",
    "Condition",
    "Field",
    "MakeUp",
    "Question",
    "Unsound",
    "chosen",
    "counted",
    "entered",
    "from_saved",
    "made_up",
    "over_years",
    "people",
    "stayed",
    "unmet_clauses",
]
