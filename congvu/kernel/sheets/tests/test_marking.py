import datetime as dt
import io

import openpyxl

from congvu.kernel.sheets import Fault, mark_faults, read

from . import make
from .make import BINH, HEADER, STAFF
from .old_excel import old_workbook

FAULTY = [3, "Lê Văn Cường", "31/02/1980", "Nam", ""]
ROWS = [["DANH SÁCH CÁN BỘ"], [], HEADER, BINH, FAULTY, ["", "Tổng cộng", 2]]


def faults_of(content):
    return [fault for row in read(content, STAFF).rows() for fault in row.faults]


def marked(content, **options):
    return openpyxl.load_workbook(io.BytesIO(mark_faults(content, faults_of(content), STAFF, **options)))


def values(page):
    return [[cell.value for cell in row] for row in page.iter_rows(max_col=5)]


def test_every_value_stays_where_it_was():
    page = marked(make.workbook(ROWS, merges=["A1:E1"]))["Sheet1"]

    assert values(page) == [[*row, *[None] * (5 - len(row))] for row in [[x or None for x in row] for row in ROWS]]
    assert "A1:E1" in {str(place) for place in page.merged_cells.ranges}


def test_a_faulty_cell_is_coloured_and_says_why():
    page = marked(make.workbook(ROWS))["Sheet1"]

    assert page["C5"].fill.start_color.rgb == "FFFBD5D5"
    assert page["C5"].comment.text == "Ngày “31/02/1980” không có trong lịch; đề nghị kiểm tra lại ngày và tháng."
    assert page["E5"].comment.text == "Thiếu “Đơn vị”; đề nghị bổ sung vì cột này bắt buộc."
    assert page["C4"].fill.start_color.rgb != "FFFBD5D5"


def test_the_row_tells_its_faults_in_a_last_column():
    page = marked(make.workbook(ROWS))["Sheet1"]

    assert page["F3"].value == "Lỗi cần sửa"
    assert page["F5"].value.startswith("Ngày sinh: Ngày “31/02/1980” không có trong lịch;")


def test_all_faults_are_listed_with_links_to_their_cells():
    page = marked(make.workbook(ROWS))["Lỗi"]

    assert [[cell.value for cell in row] for row in page["A4:D5"]] == [
        ["5", "Ngày sinh", "31/02/1980", "Ngày “31/02/1980” không có trong lịch; đề nghị kiểm tra lại ngày và tháng."],
        ["5", "Đơn vị", None, "Thiếu “Đơn vị”; đề nghị bổ sung vì cột này bắt buộc."],
    ]
    assert page["A4"].hyperlink.location == "'Sheet1'!C5"


def test_a_marked_file_that_was_corrected_is_read_and_marked_again():
    book = marked(make.workbook(ROWS))
    book["Sheet1"]["C5"] = "28/02/1980"
    held = io.BytesIO()
    book.save(held)

    sheet = read(held.getvalue(), STAFF)
    again = marked(held.getvalue())

    assert sheet.ignored == ()
    assert [fault.column for row in sheet.rows() for fault in row.faults] == ["Đơn vị"]
    assert again.sheetnames == ["Sheet1", "Lỗi", "Danh mục chọn"]
    assert (again["Sheet1"]["F5"].value, again["Sheet1"]["G3"].value) == (
        "Đơn vị: Thiếu “Đơn vị”; đề nghị bổ sung vì cột này bắt buộc.",
        None,
    )


def test_only_the_faulty_rows_come_back_when_the_good_were_accepted():
    book = marked(make.workbook(ROWS, others=[("Ghi chép", [["a"]])]), only_faulty=True)

    assert values(book["Sheet1"])[3:] == [[3, "Lê Văn Cường", "31/02/1980", "Nam", None]]
    assert [cell.value for cell in book["Lỗi"][4]][0:5:4] == ["4", 5]
    assert "Ghi chép" not in book.sheetnames


def test_other_sheets_come_back_too():
    book = marked(make.workbook(ROWS, others=[("Ghi chép", [["a", 1], ["", True]])]))

    assert [[cell.value for cell in row] for row in book["Ghi chép"].iter_rows()] == [["a", 1], [None, "Có"]]


def test_faults_found_by_others_are_marked_by_column_title():
    content = make.workbook(ROWS)
    found = [Fault(4, "Đơn vị", "Đơn vị này nằm ngoài phạm vi của đồng chí.", "Phòng Tài chính")]

    page = openpyxl.load_workbook(io.BytesIO(mark_faults(content, found, STAFF)))["Sheet1"]

    assert page["E4"].comment.text == "Đơn vị này nằm ngoài phạm vi của đồng chí."


def test_a_fault_of_a_split_date_is_marked_where_it_was_written():
    heading = [["Họ và tên", "Năm sinh", "", "Đơn vị"], ["", "Nam", "Nữ", ""]]
    content = make.workbook([*heading, ["Trần Thị Bình", "", "30/02/1980", "A"]], merges=["B1:C1"])

    page = marked(content)["Sheet1"]

    assert page["C3"].comment is not None
    assert page["B3"].comment is None


def test_dates_and_codes_come_back_as_they_were():
    born, since = (dt.date(1980, 3, 5), "dd/mm/yyyy"), (dt.date(2015, 5, 1), "mm/yyyy")
    row = [1, "Lê Văn Cường", born, "Nam", "", "079080001234", since]

    page = marked(make.workbook([[*HEADER, "Số CCCD", "Từ tháng"], row]))["Sheet1"]

    assert page["C2"].value.date() == dt.date(1980, 3, 5)
    assert (page["F2"].value, page["F2"].number_format) == ("079080001234", "@")
    assert page["G2"].value == "05/2015"


def test_text_that_looks_like_a_formula_comes_back_as_text():
    page = marked(make.workbook([HEADER, [1, "=cmd|' /C calc'!A0", "1980", "Nam", "A"]]))["Sheet1"]

    assert (page["B2"].value, page["B2"].data_type, page["B2"].quotePrefix) == ("=cmd|' /C calc'!A0", "s", True)


def test_other_kinds_of_files_come_back_as_workbooks():
    for content in (make.separated(ROWS), make.open_document(ROWS), old_workbook(ROWS)):
        book = marked(content)

        assert book.worksheets[0]["C5"].comment is not None


def test_sheets_with_names_that_excel_refuses_come_back_under_others():
    content = make.open_document([HEADER, FAULTY])
    content = make.changed(content, "content.xml", '"Trang1"', '"Số liệu: quý I/2016 của các phường"')

    assert marked(content).sheetnames[0] == "Số liệu  quý I 2016 của các phư"


def test_what_was_merged_over_several_people_stands_in_each_row_that_comes_back():
    rows = [HEADER, [*BINH[:4], "Phòng Nội vụ"], [*FAULTY[:4], ""]]
    content = make.workbook(rows, merges=["E2:E3"])

    for only_faulty in (False, True):
        back = mark_faults(content, faults_of(content), STAFF, only_faulty=only_faulty)
        assert [row.values["unit"] for row in read(back, STAFF).rows()][-1] == "Phòng Nội vụ"


def test_choices_may_be_chosen_in_the_file_that_comes_back():
    page = marked(make.workbook(ROWS))["Sheet1"]

    assert [str(rule.sqref) for rule in page.data_validations.dataValidation] == ["D4:D5004"]


def test_a_file_without_faults_says_so():
    assert marked(make.workbook([HEADER, BINH]))["Lỗi"]["A4"].value == "Không có lỗi nào."
