from datetime import date

import pytest
import xlsxwriter
from django.conf import settings

from congvu.contexts.personnel.actions import Ground, StudySpell, imports
from congvu.contexts.personnel.models import Person, Study
from congvu.contexts.personnel.states import Precision
from congvu.contexts.personnel.tests import make
from congvu.contexts.personnel.tests.make_lists import AN, called, checked, counted, faults, received, workbook, written
from congvu.kernel import scope
from congvu.kernel.agenda.models import Obligation

pytestmark = pytest.mark.django_db

LIST = [
    ["UBND QUẬN MẪU", *[""] * 12],
    ["DANH SÁCH CÁN BỘ, CÔNG CHỨC NĂM 2016", *[""] * 12],
    [],
    [
        "STT",
        "Họ và tên",
        "Ngày, tháng, năm sinh",
        "",
        "Chức vụ",
        "Trình độ chuyên môn",
        "",
        "",
        "Lý luận chính trị",
        "",
        "",
        "QLNN",
        "Vào Đảng",
    ],
    ["", "", "Nam", "Nữ", "", "Trình độ", "Chuyên ngành", "Năm TN", "Sơ cấp", "Trung cấp", "Cao cấp", "", ""],
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    ["I", "Phòng Nội vụ"],
    [1, "NGUYỄN VĂN AN ", "05/03/1980", "", "Chuyên viên", "ĐH", "Luật", 2003, "", "x", "", "CV", "3/2/2012"],
    [2, "Trần Thị Hoà", "", 1985, "Chuyên viên", "Thạc sỹ", "Hành chính", "07/2010", "", "", "x", "CVC", ""],
    ["II", "Phường Một"],
    [3, "Lê Thị Chín", "", "3/1990", "Văn phòng – Thống kê", "Trung cấp", "", "", "x", "", "", "", ""],
    ["", "Tổng cộng: 3 người"],
    [],
    ["", "NGƯỜI LẬP BIỂU", "", "", "", "", "TRƯỞNG PHÒNG"],
]


@pytest.fixture
def place():
    with scope.within(["900000"]):
        at = make.place()
    with scope.within([at.path]):
        yield at


@pytest.fixture
def real_list(tmp_path):
    file = tmp_path / "danh-sach.xlsx"
    book = xlsxwriter.Workbook(str(file))
    sheet = book.add_worksheet("DS 2016")
    for row, line in enumerate(LIST):
        sheet.write_row(row, 0, line)
    book.close()
    return file.read_bytes()


def test_a_list_as_offices_make_it_is_read_whole(place, real_list):
    batch = written(place, real_list)

    assert counted(batch) == (3, 0, 0, 0)
    people = {person.full_name: person for person in Person.objects.order_by("pk")}
    assert list(people) == ["Nguyễn Văn An", "Trần Thị Hoà", "Lê Thị Chín"]
    assert [person.sex for person in people.values()] == ["male", "female", "female"]
    assert (people["Lê Thị Chín"].born_on, people["Lê Thị Chín"].born_precision) == (date(1990, 3, 1), "month")
    assert people["Lê Thị Chín"].identity.home_id == place.ward.pk
    theory = Study.objects.filter(subject="political_theory").order_by("person__pk")
    assert [study.level for study in theory] == [2, 3, 1]


def test_a_level_without_a_year_is_held_on_the_day_of_the_list_and_awarded_nobody_knows_when(place, real_list):
    written(place, real_list)

    study = Study.objects.get(person=called("Lê Thị Chín"), subject="professional")
    assert (study.awarded_on, study.awarded_precision) == (make.DAY, Precision.UNKNOWN)


def test_the_real_list_again_changes_nothing(place, real_list):
    written(place, real_list)

    assert counted(checked(place, real_list)) == (0, 0, 3, 0)


def test_a_year_that_is_told_later_completes_the_entry_and_keeps_what_it_stood_on(place):
    sent = StudySpell("professional", 4, field="Luật", sent_by=Ground("7/QĐ-UBND", date(2011, 2, 1), "UBND quận"))
    make.person(place, "Nguyễn Văn An", personnel_number="BT-001", born_on=date(1980, 3, 5), studies=(sent,))

    written(place, workbook(AN | {"Ngày vào vị trí": ""}))

    kept = Study.objects.get(subject="professional", withdrawn_on=None)
    assert (kept.awarded_on, kept.school) == (date(2003, 1, 1), "Trường Đại học Cần Thơ")
    assert kept.sent_by is not None and kept.sent_by.number == "7/QĐ-UBND"


def test_a_file_that_moved_on_since_the_check_is_not_written_over(place):
    batch = checked(place, workbook(AN))
    imports.confirm(batch.pk, accept_good=False, by=place.by, on=make.DAY)
    make.person(place, "Lê Văn Khác", personnel_number="BT-001")

    batch = imports.write(batch.pk, by=place.by, on=make.DAY)

    assert batch.state == "checked"
    assert "đã thay đổi từ khi kiểm tra" in batch.summary["notice"]
    assert faults(batch) == [(2, "Số hiệu CBCCVC")]
    assert not Person.objects.filter(full_name="Nguyễn Văn An").exists()
    assert Obligation.objects.filter(closed_on=None).count() == 1


def test_an_order_given_twice_is_carried_out_once(place):
    batch = written(place, workbook(AN))

    imports.write(batch.pk, by=place.by, on=make.DAY)

    assert Person.objects.count() == 1


def test_a_confirmed_list_whose_writing_was_cut_short_can_be_taken_up_again(place):
    batch = checked(place, workbook(AN))
    imports.confirm(batch.pk, accept_good=False, by=place.by, on=make.DAY)

    batch = imports.write(batch.pk, by=place.by, on=make.DAY)

    assert batch.state == "written"


def test_enrolling_ten_takes_no_more_queries_than_enrolling_two(place, django_assert_max_num_queries):
    def people(first, last):
        return [
            AN | {"Họ và tên": f"Nguyễn Văn {chr(64 + n)}", "Số hiệu CBCCVC": f"N-{n}", "Số quyết định bố trí": "12/QĐ"}
            for n in range(first, last)
        ]

    few, many = workbook(*people(1, 3)), workbook(*people(3, 13))
    with django_assert_max_num_queries(200) as first:
        written(place, few)
    with django_assert_max_num_queries(200) as second:
        written(place, many)

    assert len(second) <= len(first)


def test_a_stored_file_that_was_lost_is_told_of_and_the_import_ends(place):
    batch = received(place, workbook(AN | {"Họ và tên": "Nguyễn Văn Mất"}))
    digest = batch.file.sha256
    (settings.FILES_ROOT / digest[:2] / digest).unlink()

    batch = imports.check(batch.pk, by=place.by, on=make.DAY)

    assert batch.state == "refused"
    assert "nộp lại tệp" in batch.summary["refusal"]
