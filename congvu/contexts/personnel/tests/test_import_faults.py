from datetime import date

import pytest

from congvu.contexts.personnel.actions import imports
from congvu.contexts.personnel.models import Person
from congvu.contexts.personnel.tests import make
from congvu.contexts.personnel.tests.make_lists import AN, BINH, checked, counted, faults, workbook, written
from congvu.kernel import scope
from congvu.kernel.access import operator

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    with scope.within(["900000"]):
        at = make.place()
    with scope.within([at.path]):
        yield at


def _messages(batch):
    return " ".join(fault["message"] for fault in batch.summary["faults"])


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        pytest.param({"Họ và tên": ""}, "Họ và tên", "Thiếu", id="no name"),
        pytest.param({"Họ và tên": "=cmd|'/c calc'!A1"}, "Họ và tên", "công thức", id="a formula"),
        pytest.param({"Ngày sinh": "31/02/1980"}, "Ngày sinh", "không có trong lịch", id="31 February"),
        pytest.param({"Ngày sinh": "05/03/2090"}, "Ngày sinh", "sau ngày số liệu", id="born in 2090"),
        pytest.param({"Ngày sinh": "05/03/2010"}, "Ngày sinh", "không phải quy định của pháp luật", id="a child"),
        pytest.param({"Ngày sinh": "05/03/1901"}, "Ngày sinh", "115 tuổi", id="too old"),
        pytest.param({"Dân tộc": "Kính"}, "", "", id="a slip in a name of a list that is still clear"),
        pytest.param({"Dân tộc": "Elf"}, "Dân tộc", "không có trong danh mục", id="ethnic group"),
        pytest.param({"Ngạch": "đại tướng"}, "Ngạch", "danh mục ngạch", id="rank"),
        pytest.param({"Trình độ chuyên môn": "giỏi"}, "Trình độ chuyên môn", "Không nhận ra trình độ", id="level"),
        pytest.param({"Trình độ chuyên môn": "Chưa qua đào tạo"}, "", "", id="no degree is no fault"),
        pytest.param({"Lý luận chính trị": "đang học"}, "Lý luận chính trị", "Không nhận ra", id="still studying"),
        pytest.param({"Bậc": 40}, "Bậc", "chỉ có bậc 1 đến 12", id="step"),
        pytest.param({"Hệ số": 499}, "Hệ số", "dấu phẩy", id="coefficient"),
        pytest.param({"Đơn vị": "Sở Giao thông"}, "Đơn vị", "không có trong Quận Mẫu", id="a unit outside the branch"),
        pytest.param({"Chức vụ": ""}, "Chức vụ, vị trí việc làm", "Thiếu chức vụ", id="no post"),
        pytest.param({"Ngày chính thức": "01/01/2011"}, "Ngày chính thức", "trước ngày vào Đảng", id="party days"),
    ],
)
def test_each_bad_cell_is_told_of_in_its_column(place, cells, column, says):
    batch = checked(place, workbook(AN | cells))

    assert faults(batch) == ([(2, column)] if column else [])
    assert says in _messages(batch)


def test_a_number_that_stands_twice_in_the_file_is_a_fault_of_the_second_row(place):
    batch = checked(place, workbook(AN, BINH | {"Số hiệu CBCCVC": "BT-001"}))

    assert faults(batch) == [(3, "Số hiệu CBCCVC")]
    assert "dòng 2" in _messages(batch)


def test_a_number_that_belongs_to_another_person_in_sight_names_him(place):
    written(place, workbook(AN))

    batch = checked(place, workbook(BINH | {"Số hiệu CBCCVC": "BT-001"}))

    assert faults(batch) == [(2, "Số hiệu CBCCVC")]
    assert "Nguyễn Văn An" in _messages(batch)


def test_a_number_that_belongs_to_somebody_out_of_sight_is_refused_without_telling_whose(place):
    make.person(place, "Lê Văn Kín", post=place.ward_clerk, personnel_number="BT-001")

    other = operator(over=place.office.pk)
    with scope.within(other.paths):
        batch = checked(place, workbook(AN), by=other, unit=place.office)

    assert faults(batch) == [(2, "Số hiệu CBCCVC")]
    assert "ngoài phạm vi" in _messages(batch)
    assert "Kín" not in str(batch.summary)


def test_a_number_and_a_citizen_number_of_two_people_are_a_fault(place):
    make.person(place, "Lê Văn Một", personnel_number="M-1")
    make.person(place, "Lê Văn Hai", citizen_number="092080000002")

    batch = checked(place, workbook(AN | {"Số hiệu CBCCVC": "M-1", "Số CCCD": "092080000002"}))

    assert faults(batch) == [(2, "Số CCCD")]


def test_two_namesakes_of_one_day_and_unit_cannot_be_told_apart_by_name(place):
    for _ in range(2):
        make.person(place, "Nguyễn Văn An", born_on=date(1980, 3, 5))

    batch = checked(place, workbook(AN | {"Số hiệu CBCCVC": ""}))

    assert faults(batch) == [(2, "Họ và tên")]
    assert "Có 2 hồ sơ" in _messages(batch)


def test_a_person_is_known_by_name_birth_day_and_unit_when_no_number_is_given(place):
    person = make.person(place, "Nguyễn Văn An", born_on=date(1980, 3, 5))

    batch = checked(place, workbook(AN | {"Số hiệu CBCCVC": ""}))

    assert batch.summary["changes"][0]["person"] == person.pk


def test_a_name_near_to_one_unit_is_understood_and_said_so(place):
    batch = checked(place, workbook(AN | {"Đơn vị": "P. Nội vụ"}))

    assert faults(batch) == []
    assert [each["message"] for each in batch.summary["warnings"]] == ["Hiểu “P. Nội vụ” là “Phòng Nội vụ”."]


def test_a_missing_post_is_a_fault_when_the_officer_does_not_want_it_created(place):
    batch = checked(place, workbook(AN | {"Chức vụ": "Kế toán trưởng"}))
    assert counted(batch) == (1, 0, 0, 0)

    imports.answer(batch.pk, {}, create_posts=False, by=place.by, on=make.DAY)
    batch = imports.check(batch.pk, by=place.by, on=make.DAY)

    assert faults(batch) == [(2, "Chức vụ, vị trí việc làm")]


def test_another_post_needs_the_day_from_which_it_is_held(place):
    written(place, workbook(AN))

    batch = checked(
        place, workbook(AN | {"Đơn vị": "Phường Một", "Chức vụ": "Văn phòng – thống kê", "Ngày vào vị trí": ""})
    )

    assert faults(batch) == [(2, "Ngày vào vị trí")]


def test_a_list_older_than_the_file_does_not_turn_the_file_back(place):
    written(place, workbook(AN))

    batch = checked(place, workbook(AN | {"Chức vụ": "Văn thư", "Ngày vào vị trí": "01/06/2009"}))

    assert faults(batch) == [(2, "Ngày vào vị trí")]


def test_blank_cells_say_nothing_and_take_nothing_away(place):
    written(place, workbook(AN))

    batch = checked(place, workbook({name: AN[name] for name in ("Họ và tên", "Ngày sinh", "Số hiệu CBCCVC")}))

    assert counted(batch) == (0, 0, 1, 0)


def test_nobody_is_enrolled_while_one_row_is_wrong(place):
    checked(place, workbook(AN, BINH | {"Ngày sinh": "31/02/1980"}))

    assert not Person.objects.exists()
