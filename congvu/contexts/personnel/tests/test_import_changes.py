from datetime import date
from decimal import Decimal

import pytest

from congvu.contexts.personnel.models import Assignment, PartyMembership, RankHolding, Service, Study
from congvu.contexts.personnel.tests import make
from congvu.contexts.personnel.tests.make_lists import AN, called, checked, counted, faults, workbook, written
from congvu.kernel import scope
from congvu.kernel.audit.models import Fact

pytestmark = pytest.mark.django_db
WARD = {"Đơn vị": "Phường Một", "Chức vụ": "Văn phòng – thống kê", "Ngày vào vị trí": "01/03/2015"}


@pytest.fixture
def place():
    with scope.within(["900000"]):
        at = make.place()
    with scope.within([at.path]):
        yield at


def _then(place, **cells):
    """An's row once more, with these cells changed; a third time must change nothing."""
    changed = AN | cells
    batch = written(place, workbook(changed))
    assert counted(checked(place, workbook(changed))) == (0, 0, 1, 0)
    return [(field["before"], field["after"]) for field in batch.summary["changes"][0]["fields"]]


@pytest.fixture
def an(place):
    written(place, workbook(AN))
    return called("Nguyễn Văn An")


def _kinds(person):
    return set(Fact.objects.filter(person=person.pk).values_list("kind", flat=True))


def test_a_move_to_another_post_ends_the_one_held_until_then(place, an):
    _then(place, **WARD)

    before, after = Assignment.objects.filter(person=an).order_by("valid")
    assert (before.starts_on, before.valid.upper) == (date(2010, 6, 1), date(2015, 3, 1))
    assert (after.post_id, after.starts_on) == (place.ward_clerk.pk, date(2015, 3, 1))
    assert {"personnel.PostTaken", "personnel.PostLeft"} <= _kinds(an)


def test_a_new_step_opens_a_span_and_keeps_the_old_one(place, an):
    shown = _then(place, **{"Bậc": 4, "Hệ số": 3.33, "Ngày hưởng ngạch, bậc": "01/03/2016"})

    before, after = RankHolding.objects.filter(person=an).order_by("valid")
    assert (before.step, before.valid.upper) == (3, date(2016, 3, 1))
    assert (after.step, after.coefficient, after.starts_on) == (4, Decimal("3.33"), date(2016, 3, 1))
    assert shown == [("01.003, bậc 3, hệ số 3,00", "01.003, bậc 4, hệ số 3,33")]
    assert "personnel.RankRecorded" in _kinds(an)


def test_a_step_that_would_begin_before_the_one_on_file_is_a_fault(place, an):
    batch = checked(place, workbook(AN | {"Bậc": 4}))

    assert faults(batch) == [(2, "Ngày hưởng ngạch, bậc")]


def test_another_kind_of_staff_holds_from_the_day_of_the_list(place, an):
    _then(place, **{"Loại": "Cán bộ"})

    kinds = [(each.kind, each.starts_on) for each in Service.objects.filter(person=an).order_by("valid")]
    assert kinds == [("civil_servant", date(2008, 6, 1)), ("elected_official", make.DAY)]


def test_a_corrected_name_and_number_are_kept_with_what_stood_before(place, an):
    shown = _then(place, **{"Họ và tên": "Nguyễn Văn Ân", "Số CCCD": "092080000001"})

    an.refresh_from_db()
    assert (an.full_name, an.citizen_number) == ("Nguyễn Văn Ân", "092080000001")
    assert an.search_key == " nguyen van an"
    assert shown == [("Nguyễn Văn An", "Nguyễn Văn Ân"), ("", "092080000001")]
    assert "personnel.PersonCorrected" in _kinds(an)


def test_a_year_does_not_blur_a_birth_day_that_is_known(place, an):
    batch = checked(place, workbook(AN | {"Ngày sinh": 1980}))

    assert counted(batch) == (0, 0, 1, 0)


def test_a_birth_day_sharpens_a_year(place):
    written(place, workbook(AN | {"Ngày sinh": 1980}))

    written(place, workbook(AN))

    person = called("Nguyễn Văn An")
    assert (person.born_on, person.born_precision) == (date(1980, 3, 5), "day")


def test_a_higher_degree_stands_beside_the_lower_one(place, an):
    _then(place, **{"Trình độ chuyên môn": "Thạc sĩ", "Chuyên ngành": "Quản lý công", "Năm tốt nghiệp": 2014})

    levels = Study.objects.filter(person=an, subject="professional", withdrawn_on=None).order_by("level")
    assert [study.level for study in levels] == [4, 5]


def test_a_lower_degree_than_the_file_has_is_passed_over_with_a_remark(place, an):
    batch = checked(place, workbook(AN | {"Trình độ chuyên môn": "Trung cấp"}))

    assert counted(batch) == (0, 0, 1, 0)
    assert "được giữ nguyên" in batch.summary["warnings"][0]["message"]


def test_a_membership_that_became_official_is_completed(place):
    written(place, workbook(AN | {"Ngày chính thức": ""}))

    written(place, workbook(AN))

    membership = PartyMembership.objects.get(person=called("Nguyễn Văn An"))
    assert membership.official_on == date(2013, 2, 3)


def test_a_decision_that_was_missing_is_added_to_the_post(place):
    written(place, workbook(AN | {"Số quyết định bố trí": "", "Ngày quyết định": ""}))

    written(place, workbook(AN | {"Số quyết định bố trí": "12/QĐ-UBND ngày 25/05/2010", "Ngày quyết định": ""}))

    held = Assignment.objects.select_related("ground").get(person=called("Nguyễn Văn An"))
    assert held.ground is not None and str(held.ground) == "Quyết định số 12/QĐ-UBND ngày 25/05/2010"


def test_an_old_list_that_tells_what_the_file_has_since_left_behind_changes_nothing(place, an):
    later = {"Bậc": 4, "Hệ số": 3.33, "Ngày hưởng ngạch, bậc": "01/03/2016"}
    written(place, workbook(AN | WARD | later))

    batch = checked(place, workbook(AN))

    assert counted(batch) == (0, 0, 1, 0)
    assert [each["column"] for each in batch.summary["warnings"]] == ["Chức vụ, vị trí việc làm", "Ngạch"]
