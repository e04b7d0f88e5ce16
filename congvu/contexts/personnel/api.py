"""What other contexts and the command line may use of personnel."""

from datetime import date
from typing import Any

from congvu.contexts.organisations import api as organisations
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
from congvu.kernel import scope
from congvu.kernel.access import Officer
from congvu.kernel.indicators import Figure, measure, named


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


HEADLINE = ("district_university", "ward_standard", "theory_administrative", "theory_ward_key")


def headline(officer: Officer, *, on: date) -> list[tuple[str, Figure]]:
    """Số liệu đầu trang: the main shares of the officer's own unit, with its name, as of the day it answers for."""
    own = next((grant.unit_id for grant in officer.grants if "personnel.view_report" in grant.role.permissions), None)
    if own is None:
        return []
    unit = organisations.Unit.objects.get(pk=own)
    day = queries.answering_day(unit, on=on)
    if not organisations.reach(unit, on=day).small:
        scope.survey()
    name = organisations.record_of(unit, on=day).name
    question = asked(unit, on=day)
    figures = [measure(named(INDICATORS, indicator), question) for indicator in HEADLINE]
    return [(name, figure) for figure in figures if figure.denominator]


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
    "headline",
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
