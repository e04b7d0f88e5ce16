import datetime as dt
import unicodedata
from decimal import Decimal

import pytest

from congvu.kernel.sheets import Choice, Column, Kind, Layout, read

from . import make
from .make import understood


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (2.34, "2.34"),
        ("2,34", "2.34"),
        ("2.34", "2.34"),
        (" 2,34\u00a0", "2.34"),
        ("-5", "-5"),
        ("+5", "5"),
        (0.1 + 0.2, "0.3"),
        (1234, "1234"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("2.530.000", "2530000"),
        ("2,530,000", "2530000"),
        ("2 530 000", "2530000"),
        ("0.125", "0.125"),
    ],
)
def test_a_number_is_read_however_it_was_typed(cell, number):
    assert understood(cell, Kind.NUMBER) == Decimal(number)


def test_a_number_that_may_be_two_numbers_is_asked_about():
    sentence = "Không rõ “1.234” là 1234 hay là số lẻ; đề nghị ghi 1234 hoặc bỏ bớt chữ số sau dấu phẩy."

    assert understood("1.234", Kind.NUMBER) == sentence


@pytest.mark.parametrize("cell", [3, "3", "3.0", "3,0", 3.0])
def test_a_whole_number_is_read_as_such(cell):
    assert understood(cell, Kind.INTEGER) == 3


def test_thousands_are_parted_in_whole_numbers():
    assert understood("1.234", Kind.INTEGER) == 1234


@pytest.mark.parametrize(
    ("cell", "kind", "sentence"),
    [
        ("hai", Kind.NUMBER, "“hai” không phải là số; đề nghị chỉ ghi số, ví dụ 2,34."),
        ("2,5", Kind.INTEGER, "“2,5” không phải là số nguyên; đề nghị ghi số nguyên."),
        (
            "có lẽ",
            Kind.YES_NO,
            "“có lẽ” không rõ là có hay không; đề nghị ghi “Có” (hoặc “x”) hay “Không”.",
        ),
        ("Nguyễn Văn 2", Kind.NAME, "“Nguyễn Văn 2” có chữ số nên không phải là họ và tên; đề nghị kiểm tra lại."),
    ],
)
def test_what_does_not_fit_its_column_is_a_fault_that_says_what_to_do(cell, kind, sentence):
    assert understood(cell, kind) == sentence


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("079123456789", "079123456789"),
        (79123456789.0, "079123456789"),
        (1123456789, "001123456789"),
        ("79123456789.0", "079123456789"),
        ("'079123456789", "079123456789"),
        ("079 123 456 789", "079123456789"),
        (12345678, "012345678"),
        (123456789, "123456789"),
    ],
)
def test_a_citizen_number_keeps_or_regains_its_zeros(cell, code):
    assert understood(cell, Kind.IDENTIFIER, digits=(9, 12)) == code


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        (
            "79123456789",
            "“79123456789” có 11 chữ số; mã số này phải có 9 hoặc 12 chữ số, đề nghị kiểm tra lại.",
        ),
        (
            "7,9123E+10",
            "Excel đã rút gọn mã số thành “7,9123E+10”; đề nghị định dạng cột là Văn bản rồi ghi lại mã số.",
        ),
        (
            "07912345678O",
            "“07912345678O” không phải là dãy chữ số; mã số này phải có 9 hoặc 12 chữ số, đề nghị kiểm tra lại.",
        ),
    ],
)
def test_a_citizen_number_of_a_wrong_shape_is_a_fault(cell, sentence):
    assert understood(cell, Kind.IDENTIFIER, digits=(9, 12)) == sentence


@pytest.mark.parametrize(("cell", "code"), [("CB-0012", "CB-0012"), (12.0, "12"), ("0012", "0012")])
def test_other_codes_stand_as_they_are(cell, code):
    assert understood(cell, Kind.IDENTIFIER) == code


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Phòng\u00a0 Nội\u00advụ ", "Phòng Nộivụ"),
        (unicodedata.normalize("NFD", "Quản lý nhà nước"), "Quản lý nhà nước"),
        ("Phòng\r\nNội vụ", "Phòng Nội vụ"),
        ("a\u200bb\ufeffc", "abc"),
        (12.0, "12"),
        (2.5, "2,5"),
        ((dt.date(1980, 3, 5), "dd/mm/yyyy"), "05/03/1980"),
        ("- Nghị quyết", "- Nghị quyết"),
        ("+84 912 345 678", "+84 912 345 678"),
        ("-", None),
        ("   ", None),
    ],
)
def test_text_is_tidied_and_otherwise_left_alone(cell, text):
    assert understood(cell) == text


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.NAME, Kind.IDENTIFIER, Kind.CHOICE, Kind.DATE, Kind.NUMBER])
@pytest.mark.parametrize(
    "cell", ["=cmd|' /C calc'!A0", "=1+1", " =cmd", "+cmd|x", "-cmd|x", "@SUM(A1)", "\u200b=cmd", "＝cmd"]
)
def test_text_that_looks_like_a_formula_is_refused_in_every_column(cell, kind):
    assert understood(cell, kind).startswith("Ô bắt đầu bằng “")


def test_the_value_of_a_real_formula_is_read():
    layout = Layout("", (Column("key", "Mục"), Column("cell", "Ô", Kind.NUMBER)))
    content = make.workbook([["Mục", "Ô"], ["k", 77777]])
    content = make.changed(content, "xl/worksheets/sheet1.xml", "<v>77777", "<f>1+1</f><v>2")

    (row,) = read(content, layout).rows()

    assert row.values["cell"] == 2


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("nguyễn  văn an", "nguyễn văn an"),
        ("NGUYỄN THỊ ÁNH ĐÀO", "Nguyễn Thị Ánh Đào"),
        ("H'HEN NIÊ", "H'Hen Niê"),
    ],
)
def test_a_name_in_capitals_is_written_as_names_are(cell, name):
    assert understood(cell, Kind.NAME) == name


LEVELS = (Choice("Trung cấp", 2, ("TC",)), Choice("Cao cấp", 3, ("CC", "Cao cấp LLCT")), "Khác")


@pytest.mark.parametrize(("cell", "value"), [("cao  CAP", 3), ("cc", 3), ("T.C", 2), ("khác", "Khác")])
def test_a_choice_is_known_by_any_of_its_names(cell, value):
    assert understood(cell, Kind.CHOICE, choices=LEVELS) == value


def test_a_choice_that_is_near_is_asked_about_and_not_guessed():
    sentence = "“Cao cấpp” không có trong danh mục “Ô”; có phải là “Cao cấp”? Đề nghị chọn đúng tên."

    assert understood("Cao cấpp", Kind.CHOICE, choices=LEVELS) == sentence


def test_a_choice_nobody_knows_is_told_what_there_is():
    sentence = "“Tiểu học” không có trong danh mục “Ô”; đề nghị chọn một trong các giá trị: Trung cấp, Cao cấp, Khác."

    assert understood("Tiểu học", Kind.CHOICE, choices=LEVELS) == sentence


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("x", True), ("X", True), ("có", True), ("✓", True), (1, True), (True, True), ("Không", False), (0, False)],
)
def test_yes_and_no_are_known_in_many_forms(cell, answer):
    assert understood(cell, Kind.YES_NO) is answer


def test_a_cell_with_an_error_is_a_fault_and_not_a_blank():
    layout = Layout("", (Column("key", "Mục"), Column("cell", "Ô", Kind.NUMBER)))
    content = make.workbook([["Mục", "Ô"], ["k", 77777]])
    content = make.changed(content, "xl/worksheets/sheet1.xml", '<c r="B2"><v>77777', '<c r="B2" t="e"><v>#N/A')

    (row,) = read(content, layout).rows()

    assert [fault.message for fault in row.faults] == [
        "Ô báo lỗi công thức (như #N/A); đề nghị sửa công thức hoặc gõ thẳng giá trị vào ô."
    ]


def test_an_absent_column_says_nothing_and_a_blank_cell_says_none():
    layout = Layout("", (Column("key", "Mục"), Column("cell", "Ô"), Column("other", "Khác")))

    (row,) = read(make.workbook([["Mục", "Ô"], ["k", ""]]), layout).rows()

    assert row.values == {"key": "k", "cell": None}
