import pytest

from congvu.law.personal_file import GROUPS, Kind, checked, group, is_partial_day, said


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("10/4/2016", "2016-04-10"),
        ("4/2016", "2016-04"),
        ("2016", "2016"),
        ("2016-04-10", "2016-04-10"),
        ("29/2/2015", None),
        ("13/2015", None),
        ("năm 2016", None),
        ("1899", None),
    ],
)
def test_a_day_may_be_known_to_the_day_the_month_or_the_year(told, kept):
    found, faults = checked(group("marriage"), {"state": "married", "since": told})

    assert found.get("since") == kept
    assert (faults == {}) is (kept is not None)


@pytest.mark.parametrize(
    ("height", "fits"), [("99", False), ("100", True), ("230", True), ("231", False), ("160,5", False), ("cao", False)]
)
def test_a_height_is_a_whole_number_of_centimetres_within_reason(height, fits):
    _, faults = checked(group("health"), {"state": "1", "height": height})

    assert ("height" not in faults) is fits


def test_a_choice_takes_its_code_its_label_and_nothing_else():
    assert checked(group("belief"), {"religion": "Công giáo"})[0] == {"religion": "catholic"}
    assert checked(group("belief"), {"religion": "catholic"})[0] == {"religion": "catholic"}
    assert "không có trong danh mục" in checked(group("belief"), {"religion": "Giê-đi"})[1]["religion"]


def test_what_is_required_is_asked_for_and_an_empty_group_is_refused():
    assert set(checked(group("residence"), {"registered": "Long Hòa"})[1]) == {"present"}
    assert checked(group("policy"), {})[1] != {}


def test_an_end_before_the_beginning_is_refused_as_far_as_both_are_known():
    told = {"since": "2016-04-10", "kind": "duty"}

    assert checked(group("allowance"), {**told, "until": "2016"})[1] == {}
    assert set(checked(group("allowance"), {**told, "until": "2015"})[1]) == {"until"}


def test_values_are_said_in_the_words_of_the_office():
    health, allowance = group("health"), group("allowance")

    assert said(health.field("height"), 162) == "162 cm"
    assert said(allowance.field("coefficient"), "0.25") == "0,25"
    assert said(allowance.field("since"), "2016-04") == "04/2016"
    assert said(health.field("state"), "2") == "Loại II (khỏe)"


def test_the_catalogue_holds_together():
    for each in GROUPS:
        names = [field.name for field in each.fields]
        assert len(set(names)) == len(names)
        assert {name for name in (each.begins, each.ends, *each.told) if name} <= set(names)
        assert all((field.kind is Kind.CHOICE) == (field.codes is not None) for field in each.fields)
        assert each.told or not each.many
    assert is_partial_day("2016-02-29")
