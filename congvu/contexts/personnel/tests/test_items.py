"""The groups of the file: what holds when, who sees what, and what is refused."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from congvu.contexts.personnel import actions, queries
from congvu.contexts.personnel.models import FileItem
from congvu.contexts.personnel.rules import NotFit
from congvu.contexts.personnel.tests import make
from congvu.kernel import scope
from congvu.kernel.access import Grant, NotPermitted, Officer, Role
from congvu.kernel.audit.models import Fact
from congvu.kernel.temporal.models import span
from congvu.law.personal_file import GROUPS, group
from congvu.law.sensitivity import Sensitivity

TODAY = date(2016, 4, 10)
HOME = {"registered": "Phường An Thới", "present": "Phường Bình Thủy"}


@pytest.fixture
def at(db):
    with scope.within(scope.everything(["900000"])):
        yield make.place()


def _says(person, on, name):
    return [item.values for item in queries.items(person, on=on) if item.group == name]


def test_what_is_filed_holds_from_its_day(at):
    person = make.person(at, "Nguyễn Văn An")

    actions.file_item(person, actions.ItemEntry("residence", HOME), by=at.by, on=TODAY)

    assert _says(person, date(2016, 4, 9), "residence") == []
    assert _says(person, TODAY, "residence") == [HOME]


def test_a_commendation_holds_from_the_day_of_its_decision(at):
    person = make.person(at, "Nguyễn Văn An")
    told = {"decided_on": "10/2/2014", "form": "giấy khen", "reason": "Cải cách hành chính"}

    actions.file_item(person, actions.ItemEntry("commendation", told), by=at.by, on=TODAY)

    assert _says(person, date(2014, 2, 9), "commendation") == []
    assert _says(person, date(2014, 2, 10), "commendation")[0]["form"] == "certificate"


def test_a_new_home_ends_the_former_one_on_its_day(at):
    person = make.person(at, "Nguyễn Văn An")
    actions.file_item(person, actions.ItemEntry("residence", HOME), by=at.by, on=date(2015, 1, 5))
    moved = {**HOME, "present": "Phường Xuân Khánh"}

    actions.file_item(person, actions.ItemEntry("residence", moved, since=TODAY), by=at.by, on=TODAY)

    assert _says(person, date(2016, 4, 9), "residence") == [HOME]
    assert _says(person, TODAY, "residence") == [moved]


def test_what_is_filed_late_gives_way_to_what_came_after_it(at):
    person = make.person(at, "Nguyễn Văn An")
    actions.file_item(
        person, actions.ItemEntry("health", {"state": "1", "examined_on": "2016-03-01"}), by=at.by, on=TODAY
    )

    actions.file_item(
        person, actions.ItemEntry("health", {"state": "2", "examined_on": "2014-03-01"}), by=at.by, on=TODAY
    )

    assert [_says(person, date(year, 3, 1), "health")[0]["state"] for year in (2014, 2015, 2016)] == ["2", "2", "1"]


def test_a_change_leaves_yesterday_as_it_was_and_a_correction_does_not(at):
    person = make.person(at, "Nguyễn Văn An")
    item = actions.file_item(person, actions.ItemEntry("residence", HOME), by=at.by, on=date(2015, 1, 5))

    changed = actions.change_item(item, {**HOME, "present": "Cồn Sơn"}, since=TODAY, by=at.by, on=TODAY)
    actions.correct_item(changed, {**HOME, "present": "Cồn Khương"}, by=at.by, on=TODAY)

    assert _says(person, date(2016, 4, 9), "residence") == [HOME]
    assert _says(person, TODAY, "residence") == [{**HOME, "present": "Cồn Khương"}]
    assert FileItem.objects.filter(person=person).count() == 3


def test_nobody_has_something_and_none_of_it_at_once(at):
    person = make.person(at, "Nguyễn Văn An")
    told = {"decided_on": "2014", "form": "order"}
    actions.file_item(person, actions.ItemEntry("commendation", none=True), by=at.by, on=date(2013, 1, 1))

    actions.file_item(person, actions.ItemEntry("commendation", told), by=at.by, on=TODAY)
    with pytest.raises(NotFit):
        actions.file_item(person, actions.ItemEntry("commendation", none=True), by=at.by, on=TODAY)

    assert [item.none for item in queries.items(person, on=TODAY) if item.group == "commendation"] == [False]


def test_every_fault_is_told_beside_its_field_and_nothing_is_written(at):
    person = make.person(at, "Nguyễn Văn An")
    told = {"state": "", "height": "1m6", "blood": "C", "shoe": "41"}

    with pytest.raises(NotFit) as refused:
        actions.file_item(person, actions.ItemEntry("health", told), by=at.by, on=TODAY)

    assert set(refused.value.faults) == {"state", "height", "blood", "shoe"}
    assert not FileItem.objects.filter(person=person).exists()


def test_the_trail_tells_which_fields_changed_and_never_their_values(at):
    person = make.person(at, "Nguyễn Văn An")
    secret = {"religion": "other", "office": "MẬT-7731"}

    actions.file_item(person, actions.ItemEntry("belief", secret), by=at.by, on=TODAY)

    fact = Fact.objects.filter(person=person.pk).order_by("-pk")[0]
    assert fact.content["fields"] == ["religion", "office"]
    assert "7731" not in str(fact.content)


def test_whoever_may_not_see_a_class_cannot_write_it_either(at):
    person = make.person(at, "Nguyễn Văn An")
    keeper = Role("keeper", "Người giữ hồ sơ", frozenset({"personnel.manage_records"}))
    blind = Officer(at.by.user_id, "Bình", (Grant(keeper, at.district.pk, "900000"),))

    with pytest.raises(NotPermitted):
        actions.file_item(person, actions.ItemEntry("health", {"state": "1"}), by=blind, on=TODAY)


@pytest.mark.parametrize("kind", [each for each in Sensitivity if each is not Sensitivity.OPEN])
def test_the_database_shows_a_class_only_to_those_who_see_it(at, kind):
    person = make.person(at, "Nguyễn Văn An")
    for each in GROUPS:
        FileItem.objects.create(person=person, group=each.name, sensitivity=each.sensitivity, valid=span(None))

    def seen(sight):
        with scope.within(sight):
            return set(FileItem.objects.values_list("sensitivity", flat=True))

    assert seen(["900000"]) == {"open"}
    assert seen(scope.Sight(["900000"], seeing={kind: ["900000"]})) == {"open", kind.value}
    assert seen(scope.Sight(["900000"], seeing={kind: ["900001"]})) == {"open"}
    assert seen(scope.Sight([], own=person.pk)) == {each.value for each in Sensitivity}
    assert seen(scope.Sight([], own=person.pk + 1)) == set()


def test_the_database_refuses_an_item_that_is_less_sensitive_than_its_group(at):
    person = make.person(at, "Nguyễn Văn An")

    with pytest.raises(IntegrityError), transaction.atomic():
        FileItem.objects.create(person=person, group="health", sensitivity="open", valid=span(None))


def test_the_whole_file_is_one_query(at, django_assert_num_queries):
    person = make.person(at, "Nguyễn Văn An")
    connection.ensure_connection()

    with django_assert_num_queries(1):
        found = queries.sections(person, to=at.by, on=TODAY)

    assert [section.group for section in found] == list(GROUPS)
    assert group("health").sensitivity is Sensitivity.HEALTH
