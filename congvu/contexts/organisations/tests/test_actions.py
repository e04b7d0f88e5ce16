"""Founding, renaming, moving and dissolving units; creating and abolishing posts."""

from datetime import date

import pytest
from django.db import Error, IntegrityError, connection, transaction

from congvu.contexts.organisations import api
from congvu.contexts.organisations.models import UnitRecord
from congvu.contexts.organisations.tests import make
from congvu.kernel.access import NotPermitted
from congvu.kernel.audit.models import Fact
from congvu.kernel.scope.models import UnitIdentity

pytestmark = pytest.mark.django_db
NEW_YEAR = date(2016, 1, 1)


def _path(unit: api.Unit) -> str:
    return str(UnitIdentity.objects.values_list("path", flat=True).get(pk=unit.pk))


def test_a_unit_stands_from_the_day_it_was_founded(can_tho):
    district = make.district(can_tho)

    office = make.unit("Phòng Nội vụ", under=district, on=NEW_YEAR)

    assert not api.stands(office, on=date(2015, 12, 31))
    assert api.stands(office, on=NEW_YEAR)
    assert _path(office) == f"{_path(district)}.{office.pk}"


def test_founding_a_unit_leaves_one_fact_with_its_decision(can_tho):
    district = make.district(can_tho)
    entry = api.UnitEntry("Phòng Nội vụ", api.Level.AGENCY, district.pk, ground=make.paper())

    office = api.found_unit(entry, by=make.officer(district), on=NEW_YEAR)

    fact = Fact.objects.get(unit=office.pk)
    assert fact.kind == "organisations.UnitFounded"
    assert fact.content["ground"] == "12/QĐ-UBND ngày 04/01/2016"


def test_nobody_founds_a_unit_outside_the_own_branch(can_tho):
    district = make.district(can_tho)
    an = make.officer(district)

    with pytest.raises(NotPermitted):
        api.found_unit(api.UnitEntry("Sở Nội vụ", api.Level.AGENCY, can_tho.pk), by=an, on=NEW_YEAR)


def test_only_the_operator_founds_a_top_unit(can_tho):
    an = make.officer(can_tho)

    with pytest.raises(NotPermitted):
        api.found_unit(api.UnitEntry("Tỉnh mới", api.Level.PROVINCE, None), by=an, on=NEW_YEAR)


def test_a_renamed_unit_keeps_its_old_name_for_the_days_before(can_tho):
    district = make.district(can_tho)
    office = make.unit("Phòng Nội vụ - Lao động", under=district)

    api.rename_unit(office, name="Phòng Nội vụ", by=make.officer(district), on=NEW_YEAR)

    assert api.record_of(office, on=date(2015, 12, 31)).name == "Phòng Nội vụ - Lao động"
    assert api.record_of(office, on=NEW_YEAR).name == "Phòng Nội vụ"


def test_a_unit_is_not_renamed_twice_on_one_day(can_tho):
    district = make.district(can_tho)
    office = make.unit("Phòng Nội vụ", under=district, on=NEW_YEAR)

    with pytest.raises(api.Impossible, match="đã có thay đổi khác cùng hiệu lực"):
        api.rename_unit(office, name="Phòng khác", by=make.officer(district), on=NEW_YEAR)
    assert api.record_of(office, on=NEW_YEAR).name == "Phòng Nội vụ"


def test_a_moved_unit_takes_what_is_below_it_along(can_tho):
    district = make.district(can_tho)
    office = make.unit("Trung tâm Y tế", under=district)
    station = make.unit("Trạm Y tế phường An Thới", under=office, level=api.Level.HEALTH_STATION)

    api.move_unit(office, parent=can_tho, by=make.officer(can_tho), on=NEW_YEAR)

    assert _path(station) == f"{_path(can_tho)}.{office.pk}.{station.pk}"
    assert [record.unit_id for record in api.ancestors(station, on=date(2015, 12, 31))] == [
        can_tho.pk,
        district.pk,
        office.pk,
    ]
    assert [record.unit_id for record in api.ancestors(station, on=NEW_YEAR)] == [can_tho.pk, office.pk]


def test_a_unit_is_not_moved_below_itself(can_tho):
    district = make.district(can_tho)
    office = make.unit("Phòng Nội vụ", under=district)

    with pytest.raises(api.Impossible, match="chính nhánh của nó"):
        api.move_unit(district, parent=office, by=make.officer(can_tho), on=NEW_YEAR)


def test_a_dissolved_unit_ends_with_its_posts_and_names_its_heirs(can_tho):
    district = make.district(can_tho)
    old = make.unit("Phòng Y tế", under=district)
    heir = make.unit("Văn phòng HĐND và UBND", under=district)
    post = make.post(old)

    api.dissolve_unit(
        old, heirs=[(heir, api.Extent.WHOLE)], ground=make.paper(), by=make.officer(district), on=NEW_YEAR
    )

    assert not api.stands(old, on=NEW_YEAR)
    assert list(api.posts_of(old, on=date(2015, 12, 31))) == [post]
    assert not api.posts_of(old, on=NEW_YEAR)
    assert not api.standards_of(post, on=NEW_YEAR)
    assert [(heirs.successor_id, heirs.extent) for heirs in api.successors(old)] == [(heir.pk, "whole")]


def test_a_unit_with_others_below_it_is_not_dissolved(can_tho):
    district = make.district(can_tho)
    make.unit("Phòng Nội vụ", under=district)

    with pytest.raises(api.Impossible, match="còn 1 đơn vị trực thuộc"):
        api.dissolve_unit(district, by=make.officer(can_tho), on=NEW_YEAR)
    assert api.stands(district, on=NEW_YEAR)


def test_a_new_standard_leaves_the_old_one_for_the_days_before(can_tho):
    post = make.post(make.district(can_tho))

    api.set_standard(post, api.Standard(api.Subject.PROFESSIONAL, 5), by=make.officer(post.unit), on=NEW_YEAR)

    assert [row.minimum_level for row in api.standards_of(post, on=date(2015, 12, 31))] == [4]
    assert [row.minimum_level for row in api.standards_of(post, on=NEW_YEAR)] == [5]


def test_one_text_sets_the_standard_of_many_posts_or_of_none(can_tho):
    district = make.district(can_tho)
    posts = [make.post(district, title) for title in ("Chuyên viên", "Kế toán")]
    late = make.post(district, "Văn thư", on=date(2017, 1, 1))
    higher = api.Standard(api.Subject.PROFESSIONAL, 5)

    with pytest.raises(api.Impossible, match="“Văn thư” không có hiệu lực"):
        api.set_standards([(post, higher) for post in (*posts, late)], by=make.officer(district), on=NEW_YEAR)
    assert [row.minimum_level for post in posts for row in api.standards_of(post, on=NEW_YEAR)] == [4, 4]

    api.set_standards([(post, higher) for post in posts], by=make.officer(district), on=NEW_YEAR)
    assert [row.minimum_level for post in posts for row in api.standards_of(post, on=NEW_YEAR)] == [5, 5]


def test_a_post_asks_for_nothing_before_its_first_day(can_tho):
    post = make.post(make.district(can_tho), on=NEW_YEAR)

    with pytest.raises(api.Impossible, match="không có hiệu lực vào ngày 31/12/2015"):
        api.set_standard(post, api.Standard(api.Subject.LANGUAGE, 2), by=make.officer(post.unit), on=date(2015, 12, 31))


def test_an_abolished_post_is_gone_from_the_day(can_tho):
    post = make.post(make.district(can_tho))

    api.abolish_post(post, by=make.officer(post.unit), on=NEW_YEAR)

    assert list(api.posts_of(post.unit, on=date(2015, 12, 31))) == [post]
    assert not api.posts_of(post.unit, on=NEW_YEAR)


def test_two_posts_of_one_title_do_not_stand_in_one_unit(can_tho):
    district = make.district(can_tho)
    make.post(district, "Chánh Văn phòng")

    with pytest.raises(api.Impossible, match="đã có vị trí việc làm “Chánh Văn phòng”"):
        make.post(district, "Chánh Văn phòng")


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("DELETE FROM organisations_unitrecord", id="forgetting"),
        pytest.param("UPDATE organisations_unitrecord SET name = 'Tên khác'", id="rewriting"),
        pytest.param("UPDATE organisations_unitrecord SET valid = daterange('2001-01-01', NULL)", id="backdating"),
    ],
)
def test_the_database_keeps_what_was_true_of_a_unit(can_tho, statement):
    make.district(can_tho)

    with pytest.raises(Error, match="Không"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_database_gives_a_code_to_one_place_at_a_time(can_tho):
    make.district(can_tho)

    with pytest.raises(IntegrityError, match="unitrecord_one_code_a_day"), transaction.atomic():
        make.district(can_tho)
    assert UnitRecord.objects.filter(code="918").count() == 1
