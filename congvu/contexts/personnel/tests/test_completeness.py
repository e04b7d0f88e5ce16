"""What a complete file says, and that every change to a file is reckoned."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from congvu.contexts.personnel import actions
from congvu.contexts.personnel.actions.completeness import reckon_all, reckon_due
from congvu.contexts.personnel.models import FileScore
from congvu.contexts.personnel.queries import completeness
from congvu.contexts.personnel.tests import make
from congvu.contexts.personnel.tests.at_the_desk import seated, words
from congvu.kernel import scope
from congvu.law.personal_file import NEEDS, Held, missing

TODAY = date(2016, 4, 10)


@pytest.fixture
def at(db):
    with scope.within(scope.everything(["900000"])):
        yield make.place()


def _missing(person):
    reckon_due(on=TODAY)
    return FileScore.objects.get(person=person).missing


def test_every_missing_point_says_what_is_missing_and_what_to_do():
    lacking, asked = missing(Held(frozenset(), member=True))

    assert len(lacking) == asked == len(NEEDS)
    assert all(each.advice.endswith(".") and ("hãy" in each.advice or each.group) for each in lacking)
    assert len({each.name for each in NEEDS}) == asked


def test_party_points_are_asked_of_members_and_pay_of_those_with_a_rank():
    everybody = missing(Held(frozenset(), member=False, ranked=False))[0]

    assert {each.name for each in NEEDS} - {each.name for each in everybody} == {"official_on", "party", "rank"}


def test_a_file_that_says_none_is_as_complete_as_one_that_says_something(at):
    person = make.person(at, "Nguyễn Văn An")
    assert "commendation" in _missing(person)

    actions.file_item(person, actions.ItemEntry("commendation", none=True), by=at.by, on=TODAY)

    assert "commendation" not in _missing(person)


def test_a_certificate_without_its_number_is_missing_until_it_is_recorded(at):
    person = make.person(at, "Nguyễn Văn An", studies=(make.BACHELOR,))
    assert {"certificate"} <= set(_missing(person)) and "study" not in _missing(person)

    spell = actions.StudySpell(
        "professional", 5, school="Đại học Cần Thơ", awarded_on=TODAY, certificate_number="CT 0456"
    )
    actions.record_study(person, spell, by=at.by, on=TODAY)

    assert "certificate" not in _missing(person)


def test_a_withdrawn_item_is_missing_again(at):
    person = make.person(at, "Nguyễn Văn An")
    item = actions.file_item(person, actions.ItemEntry("contact", {"mobile": "0913 000 111"}), by=at.by, on=TODAY)
    assert "contact.mobile" not in _missing(person)

    actions.withdraw_item(item, reason="Ghi nhầm người", by=at.by, on=TODAY)

    assert "contact.mobile" in _missing(person)


def test_what_begins_tomorrow_counts_from_tomorrow(at):
    person = make.person(at, "Nguyễn Văn An")
    entry = actions.ItemEntry("residence", {"registered": "Long Hòa", "present": "Long Hòa"}, since=date(2016, 4, 11))
    actions.file_item(person, entry, by=at.by, on=TODAY)
    assert "residence.present" in _missing(person)

    reckon_all(on=date(2016, 4, 11))

    assert "residence.present" not in FileScore.objects.get(person=person).missing


def test_a_unit_stands_by_its_people_and_by_nobody_else(at):
    first, second = make.person(at, "Nguyễn Văn An"), make.person(at, "Trần Thị Bình")
    reckon_due(on=TODAY)
    scores = completeness.scores_of([first.pk, second.pk])

    found = completeness.standings([at.district.pk, at.office.pk, at.ward.pk], on=TODAY)

    assert found[at.district.pk].people == found[at.office.pk].people == 2
    assert found[at.office.pk].filled == sum(score.filled for score in scores)
    assert found[at.ward.pk].people == 0 and found[at.ward.pk].share is None


def test_reckoning_asks_as_much_for_many_as_for_one(at, django_assert_num_queries):
    people = [make.person(at, name).pk for name in ("Lê An", "Lê Bình", "Lê Chi")]

    for some in (people[:1], people):
        with django_assert_num_queries(8):
            completeness.held(some, on=TODAY)


def test_the_file_of_somebody_who_left_is_judged_by_the_last_day_in_service(at):
    person = make.person(at, "Nguyễn Văn An")
    held = person.assignments.get()
    assert "post" not in _missing(person)

    actions.leave_post(held, until=date(2016, 4, 5), ground=None, by=at.by, on=TODAY)

    assert "post" not in _missing(person)


@pytest.fixture
def officer(at) -> Client:
    client = seated("an", "Nguyễn Văn An", at.district)
    client.cookies["ngay"] = "2016-04-10"
    return client


def test_every_missing_point_leads_whoever_keeps_the_file_to_where_it_is_mended(at, officer):
    person = make.person(at, "Nguyễn Văn An")
    actions.file_item(
        person, actions.ItemEntry("identity", {"issued_on": "2015-01-01", "issued_by": "Công an"}), by=at.by, on=TODAY
    )
    reader = seated("chi", "Phạm Thị Chi", at.district, "clerk")

    told = {
        str(link["aria-label"]).removeprefix("Bổ sung: "): str(link["href"])
        for link in BeautifulSoup(officer.get(f"/can-bo/{person.pk}/con-thieu/").content, "html.parser").select(
            "a[aria-label^='Bổ sung']"
        )
    }

    assert len(told) == len(missing(completeness.held([person.pk], on=TODAY)[person.pk])[0])
    assert told["Số định danh cá nhân"] == f"/can-bo/{person.pk}/dinh-chinh/"
    assert told["Quan hệ gia đình"] == f"/can-bo/{person.pk}/ly-lich/family/ghi/"
    assert told["Số sổ bảo hiểm xã hội"] == f"/can-bo/{person.pk}/ly-lich/identity/"
    assert all(officer.get(address).status_code == 200 for address in set(told.values()))
    assert "Bổ sung:" not in reader.get(f"/can-bo/{person.pk}/con-thieu/").content.decode()


def test_the_head_of_a_file_and_the_list_tell_how_complete_it_is(at, officer):
    person = make.person(at, "Nguyễn Văn An")
    lacking = len(_missing(person))

    assert f"Còn thiếu {lacking}" in words(officer.get(f"/can-bo/{person.pk}/"))
    assert "Đầy đủ" in words(officer.get("/can-bo/?cot=day-du"))


def test_what_a_file_lacks_is_the_same_for_every_reader(at):
    person = make.person(at, "Nguyễn Văn An")
    actions.file_item(person, actions.ItemEntry("health", {"state": "1", "blood": "O"}), by=at.by, on=TODAY)
    person.identity.refresh_from_db()

    with scope.within(["900000"]):
        told = completeness.held_of(person, on=TODAY)

    assert told.groups["health"] == {"state", "blood"}
