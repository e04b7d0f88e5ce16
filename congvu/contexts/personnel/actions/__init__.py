"""Every write to the personal file."""

from congvu.contexts.personnel.actions.attendances import record_attendances
from congvu.contexts.personnel.actions.classes import open_class
from congvu.contexts.personnel.actions.enrolment import enrol
from congvu.contexts.personnel.actions.entries import (
    CourseSpell,
    Ground,
    PartySpell,
    PersonEntry,
    PostSpell,
    RankSpell,
    ServiceSpell,
    StudySpell,
)
from congvu.contexts.personnel.actions.records import (
    correct,
    join_party,
    leave_post,
    record_study,
    take_post,
    withdraw_study,
)

__all__ = [
    "CourseSpell",
    "Ground",
    "PartySpell",
    "PersonEntry",
    "PostSpell",
    "RankSpell",
    "ServiceSpell",
    "StudySpell",
    "correct",
    "enrol",
    "join_party",
    "leave_post",
    "open_class",
    "record_attendances",
    "record_study",
    "take_post",
    "withdraw_study",
]
