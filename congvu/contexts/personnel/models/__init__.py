"""Tables of the personal file."""

from congvu.contexts.personnel.models.career import Assignment, PartyMembership, RankHolding, Service
from congvu.contexts.personnel.models.cohorts import Cohort
from congvu.contexts.personnel.models.completeness import FileReview, FileReviewUnit, FileScore, ScoreDue
from congvu.contexts.personnel.models.imports import ImportBatch
from congvu.contexts.personnel.models.items import FileItem, FilePaper
from congvu.contexts.personnel.models.people import Person
from congvu.contexts.personnel.models.proposals import Proposal, ProposalEvidence, ProposalItem
from congvu.contexts.personnel.models.studies import Attendance, Study, StudyClass
from congvu.contexts.personnel.models.update_rounds import RoundAnswer, UpdateRound, UpdateRoundUnit

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
    "Proposal",
    "ProposalEvidence",
    "ProposalItem",
    "RankHolding",
    "ScoreDue",
    "RoundAnswer",
    "Service",
    "Study",
    "StudyClass",
    "UpdateRound",
    "UpdateRoundUnit",
]
