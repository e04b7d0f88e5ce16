"""Every write to the personal file."""

from congvu.contexts.personnel.actions.attendances import record_attendances
from congvu.contexts.personnel.actions.classes import open_class
from congvu.contexts.personnel.actions.enrolment import enrol
from congvu.contexts.personnel.actions.entries import (
    CourseSpell,
    Ground,
    ItemEntry,
    PartySpell,
    PersonEntry,
    PostSpell,
    RankSpell,
    ServiceSpell,
    StudySpell,
)
from congvu.contexts.personnel.actions.items import change_item, correct_item, end_item, file_item, withdraw_item
from congvu.contexts.personnel.actions.papers import PaperEntry, file_paper, withdraw_paper
from congvu.contexts.personnel.actions.pay import record_rank, record_service
from congvu.contexts.personnel.actions.printing import export_file, may_print, print_curriculum
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
    "ItemEntry",
    "PaperEntry",
    "PartySpell",
    "PersonEntry",
    "PostSpell",
    "RankSpell",
    "ServiceSpell",
    "StudySpell",
    "change_item",
    "correct",
    "correct_item",
    "end_item",
    "enrol",
    "export_file",
    "file_item",
    "file_paper",
    "join_party",
    "leave_post",
    "may_print",
    "open_class",
    "record_attendances",
    "record_rank",
    "record_service",
    "print_curriculum",
    "record_study",
    "take_post",
    "withdraw_item",
    "withdraw_paper",
    "withdraw_study",
]
