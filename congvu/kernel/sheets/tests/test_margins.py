import pytest

from congvu.kernel.sheets import Column, Layout, read

from . import make
from .make import AN, BINH, HEADER, STAFF


def names(rows):
    return [row.values["name"] for row in read(make.workbook(rows), STAFF).rows()]


@pytest.mark.parametrize(
    "line",
    [
        ["Tổng cộng", "", 240],
        ["", "Tổng cộng: 240 người"],
        ["", "Cộng:", "", "", 240],
        ["TỔNG SỐ", "", 2],
        ["", "Cộng"],
        ["", "Cộng khối Đảng: 12 người"],
        ["Tổng:", "", 12],
    ],
)
def test_a_totals_line_is_no_person(line):
    assert names([HEADER, AN, line]) == ["Nguyễn Văn An"]


def test_a_subtotal_does_not_end_the_list():
    assert names([HEADER, AN, ["", "Cộng:", 1], BINH]) == ["Nguyễn Văn An", "Trần Thị Bình"]


@pytest.mark.parametrize("name", ["Tống Công Bình", "Tống Cộng", "Công Tằng Tôn Nữ Hoa", "Lập Văn Biểu"])
def test_a_person_whose_name_sounds_like_a_total_is_kept(name):
    assert names([HEADER, ["", name, 1980, "Nam", "A"]]) == [name]


@pytest.mark.parametrize(
    "line",
    [
        ["", "NGƯỜI LẬP BIỂU", "", "", "THỦ TRƯỞNG ĐƠN VỊ"],
        ["", "Người lập", "", "", "TRƯỞNG PHÒNG"],
        ["", "", "", "", "Bình Thủy, ngày 05 tháng 3 năm 2016"],
        ["", "", "", "ngày ... tháng ... năm 2016"],
        ["", "(Ký, ghi rõ họ tên)"],
        ["", "", "", "", "KT. TRƯỞNG PHÒNG"],
        ["Ghi chú: số liệu đến 31/12/2015"],
        ["", "", "", "XÁC NHẬN CỦA CƠ QUAN"],
    ],
)
def test_signature_lines_and_what_follows_are_no_people(line):
    assert names([HEADER, AN, [], line, ["", "Lê Văn Ký", "", "", "Võ Hoài Phong"], ["", "Lê Văn Ký"]]) == [
        "Nguyễn Văn An"
    ]


def test_a_post_that_sounds_like_a_signature_is_kept_when_the_record_is_whole():
    rows = [["Họ và tên", "Đơn vị", "Ghi chú"], ["An", "A", "Thủ trưởng đơn vị"], ["Bình", "B", "Người lập biểu"]]

    assert names(rows) == ["An", "Bình"]


def test_blank_rows_and_rows_with_only_a_number_are_skipped():
    assert names([HEADER, [], AN, ["", "  ", "\u00a0"], [3], [4, "-"], BINH]) == ["Nguyễn Văn An", "Trần Thị Bình"]


def test_a_heading_repeated_on_the_next_printed_page_is_skipped():
    assert names([HEADER, AN, HEADER, BINH]) == ["Nguyễn Văn An", "Trần Thị Bình"]


@pytest.mark.parametrize(
    ("line", "section"),
    [
        (["I", "KHỐI ĐẢNG"], "KHỐI ĐẢNG"),
        (["A.", "Các phường"], "Các phường"),
        ([1, "Phòng Nội vụ"], "Phòng Nội vụ"),
        (["1.2", "Trường Tiểu học Bình Thủy"], "Trường Tiểu học Bình Thủy"),
        (["II. UBND PHƯỜNG AN THỚI"], "UBND PHƯỜNG AN THỚI"),
        (["", "III. Phường Long Hòa"], "Phường Long Hòa"),
        (["", "Văn phòng HĐND và UBND"], "Văn phòng HĐND và UBND"),
        (["Các cơ quan tham mưu"], "Các cơ quan tham mưu"),
    ],
)
def test_a_group_heading_is_kept_as_the_section_of_the_rows_below(line, section):
    rows = list(read(make.workbook([HEADER, AN, line, BINH]), STAFF).rows())

    assert [(row.values["name"], row.section) for row in rows] == [("Nguyễn Văn An", ""), ("Trần Thị Bình", section)]


def test_a_unit_merged_over_several_people_is_the_unit_of_each():
    rows = [HEADER, [*AN[:4], "Phòng Nội vụ"], [*BINH[:4], ""], [], [3, "Lê Văn Cường", 1990, "Nam", ""]]

    found = list(read(make.workbook(rows, merges=["E2:E4"]), STAFF).rows())

    assert [row.values["unit"] for row in found] == ["Phòng Nội vụ", "Phòng Nội vụ", None]


def test_in_a_list_of_units_a_name_alone_is_a_record():
    layout = Layout("", (Column("unit", "Tên đơn vị", required=True), Column("head", "Người đứng đầu")))

    rows = read(make.workbook([["STT", "Tên đơn vị", "Người đứng đầu"], [1, "Phòng Nội vụ"]]), layout).rows()

    assert [row.values["unit"] for row in rows] == ["Phòng Nội vụ"]


@pytest.mark.parametrize("name", ["Đoàn Văn Hội", "Văn Phòng", "Trần Xã", "Lý Sở"])
def test_a_person_of_whom_only_the_name_is_known_is_no_group(name):
    assert names([HEADER, [1, name]]) == [name]


def test_a_row_that_lacks_what_is_required_is_a_fault_and_not_a_margin():
    (row,) = read(make.workbook([HEADER, [1, "Nguyễn Văn An", 1980]]), STAFF).rows()

    assert [(fault.row, fault.column, fault.message) for fault in row.faults] == [
        (2, "Đơn vị", "Thiếu “Đơn vị”; đề nghị bổ sung vì cột này bắt buộc.")
    ]
