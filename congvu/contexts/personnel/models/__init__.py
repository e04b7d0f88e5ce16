"""Tables of the personal file."""

from congvu.contexts.personnel.models.career import Assignment, PartyMembership, RankHolding, Service
from congvu.contexts.personnel.models.cohorts import Cohort
from congvu.contexts.personnel.models.completeness import FileReview, FileReviewUnit, FileScore, ScoreDue
from congvu.contexts.personnel.models.imports import ImportBatch
from congvu.contexts.personnel.models.items import FileItem, FilePaper
from congvu.contexts.personnel.models.people import Person
from congvu.contexts.personnel.models.studies import Attendance, Study, StudyClass

__all__ = [
    "Attendance",
    "Assignment",
    "FileItem",
    "FilePaper",
    "FileReview",
    "FileReviewUnit",
    "FileScore",
    "Cohort",
    "ImportBatch",
    "PartyMembership",
    "Person",
    "RankHolding",
    "ScoreDue",
    "Service",
    "Study",
    "StudyClass",
]
