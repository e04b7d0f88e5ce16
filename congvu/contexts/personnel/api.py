"""What other contexts and the command line may use of personnel."""

from datetime import date
from typing import Any

from congvu.contexts.personnel import queries
from congvu.contexts.personnel.actions import (
    Ground,
    PartySpell,
    PersonEntry,
    PostSpell,
    RankSpell,
    ServiceSpell,
    StudySpell,
    correct,
    enrol,
    join_party,
    leave_post,
    open_class,
    record_study,
    take_post,
    withdraw_study,
)
from congvu.contexts.personnel.indicators import INDICATORS, asked, measured, rendered_review, review
from congvu.contexts.personnel.models import Assignment, Person, Study, StudyClass


def found(query: str, *, on: date, among: str | None = None) -> list[dict[str, Any]]:
    """Kết quả tìm người: id, name, post and unit on the day, whole words first."""
    people = queries.search(query, among=among)
    held = queries.principal_posts(people, on=on)
    return [
        {
            "id": person.pk,
            "full_name": person.full_name,
            "post": held[person.pk].post.title if person.pk in held else "",
            "unit": held[person.pk].unit_name if person.pk in held else "",
        }
        for person in people
    ]


__all__ = [
    "INDICATORS",
    "Assignment",
    "Ground",
    "PartySpell",
    "Person",
    "PersonEntry",
    "PostSpell",
    "RankSpell",
    "ServiceSpell",
    "Study",
    "StudyClass",
    "StudySpell",
    "asked",
    "correct",
    "enrol",
    "found",
    "join_party",
    "leave_post",
    "measured",
    "open_class",
    "record_study",
    "rendered_review",
    "review",
    "take_post",
    "withdraw_study",
]
