"""Every read of the personal file; the day asked about is always named."""

from congvu.contexts.personnel.queries.gaps import gaps, standards, unmet
from congvu.contexts.personnel.queries.people import locked, locked_assignment, principal_post
from congvu.contexts.personnel.queries.search import search, taken_elsewhere
from congvu.contexts.personnel.queries.sending import classes, sent, trainees
from congvu.contexts.personnel.queries.staff import highest, staff

__all__ = [
    "classes",
    "gaps",
    "highest",
    "locked",
    "locked_assignment",
    "principal_post",
    "search",
    "sent",
    "staff",
    "standards",
    "taken_elsewhere",
    "trainees",
    "unmet",
]
