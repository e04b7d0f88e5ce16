"""What other contexts and the command line may use of personnel."""

from datetime import date
from typing import Any

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import queries
from congvu.contexts.personnel.actions import (
    CourseSpell,
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
    record_attendances,
    record_study,
    take_post,
    withdraw_study,
)
from congvu.contexts.personnel.indicators import INDICATORS, asked, measured, rendered_review, review
from congvu.contexts.personnel.models import Assignment, Attendance, Person, Study, StudyClass
from congvu.contexts.personnel.queries.own import just_decided, own_person
from congvu.contexts.personnel.queries.update_rounds import waiting_for
from congvu.kernel.access import Officer
from congvu.kernel.indicators import Figure, measure_all, named


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


def own_notices(officer: Officer, *, on: date) -> list[tuple[str, str, date | None, str]]:
    """Điều báo cho người có hồ sơ: title, address, day and detail of rounds to answer and of fresh decisions."""
    person = own_person(officer)
    if person is None:
        return []
    rounds = [
        (one.round.title, "/ho-so-cua-toi/", one.round.due_on, f"Còn {len(one.left)} mục hồ sơ cần bạn xem lại")
        for one in waiting_for(person, on=on)
    ]
    decided: list[tuple[str, str, date | None, str]] = [
        (f"Đề nghị số {one.pk} đã có kết quả", f"/ho-so-cua-toi/de-nghi/{one.pk}/", None, "")
        for one in just_decided(officer, on=on)
    ]
    return [*rounds, *decided]


HEADLINE = ("district_university", "ward_standard", "theory_administrative", "theory_ward_key")


def headline(officer: Officer, *, on: date) -> list[tuple[str, Figure]]:
    """Số liệu đầu trang: the main shares of the officer's own unit, with its name, as of the day it answers for."""
    own = next((grant.unit_id for grant in officer.grants if "personnel.view_report" in grant.role.permissions), None)
    if own is None:
        return []
    unit = organisations.Unit.objects.get(pk=own)
    day = queries.answering_day(unit, on=on)
    name = organisations.record_of(unit, on=day).name
    with queries.surveying(unit, on=day):
        figures = measure_all([named(INDICATORS, each) for each in HEADLINE], asked(unit, on=day))
    return [(name, figure) for figure in figures if figure.denominator]


__all__ = [
    "INDICATORS",
    "Assignment",
    "Attendance",
    "CourseSpell",
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
    "record_attendances",
    "own_notices",
    "record_study",
    "rendered_review",
    "review",
    "take_post",
    "withdraw_study",
]
