"""Units as of the day before, the day, and the day after."""

from datetime import date

import pytest

from congvu.contexts.organisations import api
from congvu.contexts.organisations.tests import make

pytestmark = pytest.mark.django_db
NEW_YEAR = date(2016, 1, 1)


def test_a_unit_answers_to_its_slug_and_to_its_code(can_tho):
    district = make.district(can_tho, slug="binh-thuy")

    assert api.resolve_unit("binh-thuy", on=NEW_YEAR) == district
    assert api.resolve_unit("918", on=NEW_YEAR) == district


def test_a_dissolved_unit_answers_under_its_last_code_and_name(can_tho):
    district = make.district(can_tho)
    api.dissolve_unit(district, by=make.officer(can_tho), on=date(2025, 7, 1))

    assert api.resolve_unit("918", on=date(2026, 1, 1)) == district
    assert api.record_of(district, on=date(2026, 1, 1)).name == "Quận Bình Thủy"


def test_a_code_used_again_belongs_to_whoever_bears_it_on_the_day(can_tho):
    old = make.unit("Phường Bình Thủy", under=can_tho, level=api.Level.COMMUNE, code="31168")
    api.dissolve_unit(old, by=make.officer(can_tho), on=date(2025, 7, 1))
    new = make.unit("Phường Bình Thủy", under=can_tho, level=api.Level.COMMUNE, code="31168", on=date(2025, 7, 1))

    assert api.resolve_unit("31168", on=date(2025, 6, 30)) == old
    assert api.resolve_unit("31168", on=date(2025, 7, 1)) == new


def test_an_unknown_code_is_refused_in_words():
    with pytest.raises(api.UnitUnknown, match="Không có đơn vị nào mang mã hoặc tên rút gọn “99999”"):
        api.resolve_unit("99999", on=NEW_YEAR)


def test_a_code_borne_by_two_offices_is_not_guessed(can_tho):
    district = make.district(can_tho)
    make.unit("Phòng Nội vụ", under=district, code="PNV")
    make.unit("Phòng Y tế", under=district, code="PNV")

    with pytest.raises(api.UnitAmbiguous, match="thuộc về 2 đơn vị"):
        api.resolve_unit("PNV", on=NEW_YEAR)


def test_the_tree_of_a_day_shows_who_stood_there_that_day(can_tho):
    district = make.district(can_tho)
    office = make.unit("Phòng Nội vụ", under=district, on=NEW_YEAR)
    make.unit("Tổ Cải cách hành chính", under=office, level=api.Level.DIVISION, on=date(2017, 1, 1))

    assert api.tree(district, on=date(2015, 12, 31)).size == 1
    assert api.tree(district, on=NEW_YEAR).below[0].record.name == "Phòng Nội vụ"
    assert api.tree(district, on=date(2017, 1, 1)).size == 3


def test_a_tree_takes_the_same_few_queries_whatever_its_size(can_tho, django_assert_num_queries):
    district = make.district(can_tho)
    for number in range(5):
        make.unit(f"Phòng {number}", under=district)

    with django_assert_num_queries(2):
        assert api.tree(district, on=NEW_YEAR).size == 6


def test_a_branch_leaves_out_who_left_it(can_tho):
    district = make.district(can_tho)
    office = make.unit("Trung tâm Y tế", under=district)
    api.move_unit(office, parent=can_tho, by=make.officer(can_tho), on=NEW_YEAR)

    assert office in api.branch(district, on=date(2015, 12, 31))
    assert office not in api.branch(district, on=NEW_YEAR)


@pytest.mark.parametrize("text", ["Bình Thủy", "binh thuy", "BÌNH THUỶ", "thuy binh", "918"])
def test_a_unit_is_found_by_words_without_marks_or_by_code(can_tho, text):
    district = make.district(can_tho)

    assert [record.unit_id for record in api.search(text, on=NEW_YEAR)] == [district.pk]


def test_a_name_borne_twice_in_a_branch_is_left_for_a_person_to_choose(can_tho):
    district = make.district(can_tho)
    office = make.unit("Phòng Nội vụ", under=district)
    for school in ("A", "B"):
        make.unit("Tổ Văn phòng", under=make.unit(f"Trường {school}", under=district), level=api.Level.DIVISION)

    names = api.names_below(district, on=NEW_YEAR)

    assert names["Phòng Nội vụ"] == office.pk
    assert "Tổ Văn phòng" not in names


def test_units_are_described_as_of_a_day_in_one_query(can_tho, django_assert_num_queries):
    district = make.district(can_tho)
    office = make.unit("Phòng cũ", under=district)
    api.rename_unit(office, name="Phòng mới", by=make.officer(district), on=NEW_YEAR)

    with django_assert_num_queries(1):
        before = api.described([district.pk, office.pk], on=date(2015, 12, 31))
    assert before[office.pk].name == "Phòng cũ"
    assert api.described([office.pk], on=NEW_YEAR)[office.pk].name == "Phòng mới"
