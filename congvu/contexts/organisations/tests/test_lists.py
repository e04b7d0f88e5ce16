"""Both lists of administrative units, as of their days."""

from datetime import date

import pytest

from congvu.contexts.organisations import api, queries
from congvu.contexts.organisations.models import UnitRecord
from congvu.contexts.organisations.tests import make

pytestmark = pytest.mark.django_db
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def _standing(on: date) -> dict[str, int]:
    standing = UnitRecord.objects.on(on)
    return {level: standing.filter(level=level).count() for level in ("province", "district", "commune")}


def test_both_lists_stand_as_of_their_days_and_load_once():
    loaded = api.load_administrative_lists(by=make.operator(), on=date(2026, 11, 23))
    again = api.load_administrative_lists(by=make.operator(), on=date(2026, 11, 23))

    assert again is None
    assert loaded is not None
    assert (loaded.old_units, loaded.new_units) == (11_367, 3_355)
    assert _standing(BEFORE) == {"province": 63, "district": 705, "commune": 10_599}
    assert _standing(AFTER) == {"province": 34, "district": 0, "commune": 3_321}
    assert _kinds(date(2026, 8, 2)) == {"ward": 697, "rural_commune": 2_611, "special_zone": 13}
    _the_seeds_are_found()
    _succession_is_told()


def _kinds(on: date) -> dict[str, int]:
    communes = UnitRecord.objects.on(on).filter(level="commune")
    return {kind: communes.filter(kind=kind).count() for kind in ("ward", "rural_commune", "special_zone")}


def _the_seeds_are_found() -> None:
    names = {
        "binh-thuy": "Quận Bình Thủy",
        "xuan-khanh": "Phường Xuân Khánh",
        "hau-giang": "Tỉnh Hậu Giang",
        "chau-thanh-a": "Huyện Châu Thành A",
        "da-nang": "Thành phố Đà Nẵng",
        "an-hai-bac": "Phường An Hải Bắc",
    }
    found = {slug: api.record_of(api.resolve_unit(slug, on=AFTER), on=AFTER) for slug in names}
    assert {slug: record.name for slug, record in found.items()} == names
    assert not any(record.start_known for record in found.values())


def _succession_is_told() -> None:
    district = api.resolve_unit("918", on=BEFORE)
    heirs = {row.successor_id for row in queries.successors_of_parts(district)}
    codes = {api.record_of(unit, on=AFTER).code for unit in heirs}
    assert codes == {"31168", "31174", "31183", "31120", "31150"}  # parts went to Cái Khế and An Bình
    assert api.resolve_unit("31168", on=BEFORE) != api.resolve_unit("31168", on=AFTER)
    assert api.resolve_unit("01", on=BEFORE) == api.resolve_unit("01", on=AFTER)
    assert [
        api.record_of(row.successor_id, on=AFTER).code for row in api.successors(api.resolve_unit("93", on=BEFORE))
    ] == ["92"]
    assert 0 < queries.unjoined_units().count() < 800
