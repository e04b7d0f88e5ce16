"""Every read of the personal file; the day asked about is always named."""

from congvu.contexts.personnel.queries.gaps import gap_list, gaps, gaps_by_subject, standards, unmet
from congvu.contexts.personnel.queries.items import (
    Section,
    facts_of_items,
    history,
    item_of,
    items,
    locked_item,
    paper_of,
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
    ranks_from,
    services_from,
)
from congvu.contexts.personnel.queries.place import answering_day
from congvu.contexts.personnel.queries.search import matching, search, taken_elsewhere
from congvu.contexts.personnel.queries.sending import attended, classes, sent, studied, trainees
from congvu.contexts.personnel.queries.staff import highest, reaching, roll, serving_as, staff
from congvu.contexts.personnel.queries.trail import facts_of, readings_of

__all__ = [
    "Section",
    "ends_of_posts",
    "answering_day",
    "attended",
    "classes",
    "facts_of",
    "facts_of_items",
    "gap_list",
    "gaps",
    "gaps_by_subject",
    "highest",
    "history",
    "item_of",
    "items",
    "locked",
    "locked_assignment",
    "locked_item",
    "locked_people",
    "matching",
    "paper_of",
    "papers",
    "picture",
    "principal_post",
    "principal_posts",
    "ranks_from",
    "reaching",
    "readings_of",
    "roll",
    "search",
    "sections",
    "sees",
    "sent",
    "services_from",
    "serving_as",
    "staff",
    "standing_items",
    "standards",
    "studied",
    "taken_elsewhere",
    "trainees",
    "unmet",
]
