"""Tables of the personal file."""

from congvu.contexts.personnel.models.career import Assignment, PartyMembership, RankHolding, Service
from congvu.contexts.personnel.models.imports import ImportBatch
from congvu.contexts.personnel.models.people import Person
from congvu.contexts.personnel.models.studies import Attendance, Study, StudyClass

__all__ = [
    "Attendance",
    "Assignment",
    "ImportBatch",
    "PartyMembership",
    "Person",
    "RankHolding",
    "Service",
    "Study",
    "StudyClass",
]
