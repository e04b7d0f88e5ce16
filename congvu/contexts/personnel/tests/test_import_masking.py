"""A list tells whoever hands it in no more of citizen numbers than he may see."""

import pytest

from congvu.contexts.personnel.actions import imports as actions
from congvu.contexts.personnel.queries import imports as queries
from congvu.contexts.personnel.tests import make, make_lists
from congvu.kernel import scope
from congvu.kernel.access import officer_of
from tests import cast

pytestmark = pytest.mark.django_db
NUMBER, NEW_NUMBER = "999185731007", "999185731999"


@pytest.fixture
def at():
    with scope.within(scope.everything(["900000"])):
        place = make.place()
        make.person(place, "Lê Văn Tám", personnel_number="BT-008", citizen_number=NUMBER)
        return place


def _checked(at, role, *rows):
    by = officer_of(cast.account(role, f"Người {role}", role, at.district.identity), on=make.DAY)
    content = make_lists.workbook(*(make_lists.AN | row for row in rows))
    with scope.within(by.sight):
        batch = actions.receive(content, name="a.xlsx", unit_id=at.district.pk, day=make.DAY, by=by, on=make.DAY)
    return actions.check(batch.pk, by=by, on=make.DAY), by


def _read(batch, by):
    with scope.within(by.sight):
        return queries.as_read_by(queries.batch(batch.pk), to=by)


@pytest.mark.parametrize(("role", "named"), [("officer", True), ("clerk", False)])
def test_whose_a_number_is_is_told_to_those_who_may_see_it(at, role, named):
    batch, by = _checked(at, role, {"Họ và tên": "Phạm Văn Chín", "Số hiệu CBCCVC": "", "Số CCCD": NUMBER})

    faults = str(_read(batch, by)["faults"])

    assert ("Lê Văn Tám" in faults) is named
    assert ("đang ghi trong một hồ sơ khác" in faults) is not named


@pytest.mark.parametrize(("role", "before"), [("officer", NUMBER), ("clerk", "(số không hiển thị")])
def test_a_number_that_would_change_shows_what_was_typed_and_hides_what_is_stored(at, role, before):
    batch, by = _checked(at, role, {"Họ và tên": "Lê Văn Tám", "Số hiệu CBCCVC": "BT-008", "Số CCCD": NEW_NUMBER})

    change = next(each for each in _read(batch, by)["changes"][0]["fields"] if each["column"] == "Số CCCD")

    assert change["after"] == NEW_NUMBER and change["before"].startswith(before)


def test_a_list_of_somebody_else_is_not_opened_for_the_numbers_in_it(at):
    batch, _ = _checked(at, "officer", {"Số CCCD": NEW_NUMBER})
    clerk = officer_of(cast.account("clerk", "Người clerk", "clerk", at.district.identity), on=make.DAY)

    with scope.within(clerk.sight):
        assert not queries.may_open_file(queries.batch(batch.pk), to=clerk)


def test_what_an_officer_confirms_is_what_a_clerk_handed_in(at):
    """The stored report is whole, so that the masking of what a clerk sees never turns a list back."""
    row = {"Họ và tên": "Lê Văn Tám", "Số hiệu CBCCVC": "BT-008", "Số CCCD": NEW_NUMBER}
    by_clerk, by_officer = (_checked(at, role, row)[0] for role in ("clerk", "officer"))

    assert by_clerk.summary["digest"] == by_officer.summary["digest"]


def test_a_check_ordered_again_by_somebody_who_sees_the_numbers_tells_the_clerk_no_names(at):
    row = {"Họ và tên": "Phạm Văn Chín", "Số hiệu CBCCVC": "", "Số CCCD": NUMBER}
    batch, clerk = _checked(at, "clerk", row)
    batch.summary = _checked(at, "officer", row)[0].summary

    assert "Lê Văn Tám" in str(batch.summary["faults"])
    assert "Lê Văn Tám" not in str(queries.as_read_by(batch, to=clerk)["faults"])
