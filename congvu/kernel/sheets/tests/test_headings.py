import unicodedata

import pytest

from congvu.kernel.sheets import Column, Layout, PartialDate, UnreadableSheet, read

from . import make
from .make import AN, BINH, HEADER, STAFF


def names(content):
    return [row.values["name"] for row in read(content, STAFF).rows()]


def test_title_rows_may_stand_above_the_heading():
    content = make.workbook([["UBND QUẬN BÌNH THỦY"], ["PHÒNG NỘI VỤ"], [], [STAFF.title], [], HEADER, AN, BINH])

    sheet = read(content, STAFF)

    assert [(row.number, row.values["name"]) for row in sheet.rows()] == [(7, "Nguyễn Văn An"), (8, "Trần Thị Bình")]


@pytest.mark.parametrize(
    "heading",
    [
        "HỌ VÀ TÊN",
        "  họ  và tên ",
        "Họ, và tên:",
        "Họ\nvà tên",
        "Ho va ten",
        "Họ và tên (*)",
        "Họ và tên (chữ in hoa)",
        unicodedata.normalize("NFD", "Họ và tên"),
        "Họ\u00a0và\u00adtên",
        "Họ tên",
    ],
)
def test_a_heading_is_known_whatever_its_case_marks_and_spaces(heading):
    content = make.workbook([[heading, "Đơn vị"], ["Nguyễn Văn An", "Phòng Nội vụ"]])

    assert names(content) == ["Nguyễn Văn An"]


def test_a_heading_is_known_in_both_placements_of_the_tone():
    layout = Layout("", (Column("name", "Hoà giải"), Column("note", "Thủy lợi")))

    sheet = read(make.workbook([["Hòa giải", "Thuỷ lợi"], ["a", "b"]]), layout)

    assert sheet.present == {"name", "note"}


def test_a_birth_date_split_over_men_and_women_gives_date_and_sex():
    rows = [
        ["STT", "Họ và tên", "Ngày sinh", "", "Đơn vị"],
        ["", "", "Nam", "Nữ", ""],
        [1, "Nguyễn Văn An", "05/03/1980", "", "Phòng Nội vụ"],
        [2, "Trần Thị Bình", "", 1985, "Phòng Nội vụ"],
    ]
    content = make.workbook(rows, merges=["C1:D1", "A1:A2", "B1:B2", "E1:E2"])

    an, binh = read(content, STAFF).rows()

    assert (an.values["born"], an.values["sex"]) == (PartialDate.of(1980, 3, 5), "male")
    assert (binh.values["born"], binh.values["sex"]) == (PartialDate.of(1985), "female")


def test_a_two_row_heading_is_read_without_merged_cells_too():
    rows = [["Họ và tên", "Năm sinh", "", "Đơn vị"], ["", "Nam", "Nữ", ""], ["Trần Thị Bình", "", "1985", "A"]]

    (row,) = read(make.separated(rows), STAFF).rows()

    assert (row.values["sex"], row.values["unit"]) == ("female", "A")


def test_a_birth_date_under_both_sexes_is_a_fault():
    rows = [["Họ và tên", "Năm sinh", "", "Đơn vị"], ["", "Nam", "Nữ", ""], ["Bình", "1980", "1985", "A"]]

    (row,) = read(make.separated(rows), STAFF).rows()

    assert [fault.message for fault in row.faults] == [
        "“Ngày sinh” được ghi ở cả cột “Nam” và “Nữ”; đề nghị chỉ giữ một ô."
    ]


def test_a_birth_date_under_women_contradicts_a_man():
    rows = [
        ["Họ và tên", "Giới tính", "Năm sinh", "", "Đơn vị"],
        ["", "", "Nam", "Nữ", ""],
        ["An", "Nam", "", "1985", "A"],
    ]

    (row,) = read(make.separated(rows), STAFF).rows()

    assert [(fault.column, fault.message) for fault in row.faults] == [
        ("Giới tính", "“Giới tính” không khớp với cột con “Nữ” đã ghi; đề nghị sửa một trong hai.")
    ]


def test_sub_headings_under_a_group_are_matched_with_or_without_it():
    rows = [
        ["Họ và tên", "Đơn vị", "Trình độ", "", ""],
        ["", "", "Chuyên môn", "LLCT", "QLNN"],
        ["An", "A", "Đại học Luật", "Cao cấp", "Chuyên viên"],
    ]

    sheet = read(make.workbook(rows, merges=["C1:E1"]), STAFF)

    (row,) = sheet.rows()
    assert (row.values["profession"], row.values["theory"]) == ("Đại học Luật", 3)
    assert sheet.ignored == ("Trình độ – QLNN",)


def test_a_tick_under_a_value_is_that_value():
    rows = [
        ["Họ và tên", "Đơn vị", "Trình độ", "", ""],
        ["", "", "Lý luận chính trị", "", ""],
        ["", "", "Cao cấp", "Trung cấp", "Sơ cấp"],
        ["An", "A", "", "x", ""],
    ]

    (row,) = read(make.workbook(rows, merges=["C1:E1", "C2:E2"]), STAFF).rows()

    assert row.values["theory"] == 2


@pytest.mark.parametrize(
    "heading",
    [
        [["Họ và tên đệm", "Tên", "Đơn vị"]],
        [["Họ và tên", "", "Đơn vị"], ["Họ", "Tên", ""]],
    ],
)
def test_a_name_parted_over_two_columns_is_one_name(heading):
    assert names(make.separated([*heading, ["Nguyễn Văn", "An", "Phòng Nội vụ"]])) == ["Nguyễn Văn An"]


def test_a_name_under_one_merged_heading_is_one_name():
    content = make.workbook([["Họ và tên", "", "Đơn vị"], ["Nguyễn Văn", "An", "A"]], merges=["A1:B1"])

    assert names(content) == ["Nguyễn Văn An"]


def test_column_numbers_below_the_heading_are_no_record():
    for numbers in (["(1)", "(2)", "(3)", "(4)", "(5)"], [1, 2, 3, 4, 5], ["A", "B", 1, 2, 3]):
        assert names(make.workbook([HEADER, numbers, AN])) == ["Nguyễn Văn An"]


def test_the_number_of_the_line_is_ignored_and_unknown_columns_are_told():
    sheet = read(make.workbook([[*HEADER, "Sở thích"], [*AN, "Cờ vua"]]), STAFF)

    assert sheet.ignored == ("Sở thích",)
    assert sheet.present == {"name", "born", "sex", "unit"}


def test_missing_required_columns_are_named_in_one_sentence():
    content = make.workbook([["Họ và tên", "Ngày sinh"], ["An", "1980"]])

    with pytest.raises(UnreadableSheet) as refusal:
        read(content, STAFF)

    assert str(refusal.value) == "Bảng “Sheet1” thiếu cột bắt buộc “Đơn vị”; đề nghị bổ sung cột rồi gửi lại."


def test_a_file_without_any_heading_is_refused():
    with pytest.raises(UnreadableSheet, match="^Không tìm thấy dòng tiêu đề của bảng; .*“Họ và tên”, “Đơn vị”.$"):
        read(make.workbook([["Kính gửi"], ["Ủy ban nhân dân quận", "Bình Thủy"]]), STAFF)


def test_of_several_sheets_the_one_whose_heading_fits_best_is_read():
    others = [("Danh sách", [HEADER, AN]), ("Danh mục", [["Họ tên", "Đơn vị"], ["x", "y"]])]
    content = make.workbook([["Bìa"], ["Họ và tên", "Ghi chú"]], others=others)

    sheet = read(content, STAFF)

    assert sheet.name == "Danh sách"


def test_of_two_columns_for_one_thing_the_fuller_heading_is_read():
    rows = [
        ["Họ và tên", "Đơn vị", "Bồi dưỡng", "Trình độ chuyên môn"],
        ["", "", "Chuyên môn", ""],
        ["An", "A", "x", "Luật"],
    ]

    sheet = read(make.workbook(rows), STAFF)

    (row,) = sheet.rows()
    assert row.values["profession"] == "Luật"
    assert sheet.ignored == ("Bồi dưỡng – Chuyên môn",)
