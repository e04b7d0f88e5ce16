"""Every read of the personal file; the day asked about is always named."""

from congvu.contexts.personnel.queries.gaps import gap_list, gaps, gaps_by_subject, standards, unmet
from congvu.contexts.personnel.queries.people import (
    ends_of_posts,
    locked,
    locked_assignment,
    principal_post,
    principal_posts,
)
from congvu.contexts.personnel.queries.place import answering_day
from congvu.contexts.personnel.queries.search import matching, search, taken_elsewhere
from congvu.contexts.personnel.queries.sending import classes, sent, trainees
from congvu.contexts.personnel.queries.staff import highest, reaching, roll, serving_as, staff
from congvu.contexts.personnel.queries.trail import facts_of, readings_of

__all__ = [
    "ends_of_posts",
    "answering_day",
    "classes",
    "facts_of",
    "gap_list",
    "gaps",
    "gaps_by_subject",
    "highest",
    "locked",
    "locked_assignment",
    "matching",
    "principal_post",
    "principal_posts",
    "reaching",
    "readings_of",
    "roll",
    "search",
    "sent",
    "serving_as",
    "staff",
    "standards",
    "taken_elsewhere",
    "trainees",
    "unmet",
]
