"""Every read of the personal file; the day asked about is always named."""

from congvu.contexts.personnel.queries.gaps import gaps, gaps_by_subject, standards, unmet
from congvu.contexts.personnel.queries.items import (
    Section,
    items,
    locked_item,
    papers,
    picture,
    sections,
    sees,
    standing_items,
)
from congvu.contexts.personnel.queries.people import (
    ends_of_posts,
    locked,
    locked_assignment,
    locked_people,
    principal_post,
    principal_posts,
)
from congvu.contexts.personnel.queries.place import answering_day
from congvu.contexts.personnel.queries.search import matching, search, taken_elsewhere
from congvu.contexts.personnel.queries.sending import attended, classes, sent, studied, trainees
from congvu.contexts.personnel.queries.staff import highest, staff
from congvu.contexts.personnel.queries.trail import facts_of, readings_of

__all__ = [
    "Section",
    "ends_of_posts",
    "answering_day",
    "attended",
    "classes",
    "facts_of",
    "gaps",
    "gaps_by_subject",
    "highest",
    "items",
    "locked",
    "locked_assignment",
    "locked_item",
    "locked_people",
    "matching",
    "papers",
    "picture",
    "principal_post",
    "principal_posts",
    "readings_of",
    "search",
    "sections",
    "sees",
    "sent",
    "staff",
    "standing_items",
    "standards",
    "studied",
    "taken_elsewhere",
    "trainees",
    "unmet",
]
