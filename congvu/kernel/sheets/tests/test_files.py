import datetime as dt
import io

import openpyxl
import pytest

from congvu.kernel.sheets import PartialDate, read
from congvu.kernel.sheets.old_letters import from_tcvn3, from_vni

from . import make
from .make import AN, BINH, HEADER, STAFF
from .old_excel import old_workbook

ROWS = [HEADER, AN, BINH]
NAMES = ["Nguyễn Văn An", "Trần Thị Bình"]


def names(source):
    return [row.values["name"] for row in read(source, STAFF).rows()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_file_is_read_in_any_unicode_and_with_any_delimiter(encoding, delimiter):
    assert names(make.separated(ROWS, delimiter=delimiter, encoding=encoding)) == NAMES


def test_a_csv_file_from_old_windows_is_read():
    heading = "Ho\u0323 va\u0300 tên;Đơn vi\u0323\r\n"
    content = (heading + "Nguyê\u0303n Văn An;Pho\u0300ng Nô\u0323i vu\u0323\r\n").encode("cp1258")

    assert names(content) == ["Nguyễn Văn An"]


def test_a_csv_file_in_tcvn3_is_read():
    content = "Hä vµ tªn;§¬n vÞ\r\nNguyÔn V¨n An;Phßng Néi vô\r\nTrÇn ThÞ B×nh;Phßng Tµi chÝnh\r\n".encode("latin-1")

    assert names(content) == NAMES


def test_every_letter_of_tcvn3_is_known():
    assert from_tcvn3("§Æng ThÞ ¸nh NguyÖt, Ph­êng Long TuyÒn") == "Đặng Thị ánh Nguyệt, Phường Long Tuyền"


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("Nguyeãn Vaên An", "Nguyễn Văn An"),
        ("TRAÀN THÒ BÌNH", "TRẦN THỊ BÌNH"),
        ("Phöôøng An Thôùi, quaän Bình Thuûy", "Phường An Thới, quận Bình Thủy"),
        ("Ñaëng Quyønh Nhö, Lyù Kyõ, Myõ Leä", "Đặng Quỳnh Như, Lý Kỹ, Mỹ Lệ"),
        ("Hoà sô caùn boä, coâng chöùc", "Hồ sơ cán bộ, công chức"),
    ],
)
def test_every_letter_of_vni_is_known(typed, read_as):
    assert from_vni(typed) == read_as


@pytest.mark.parametrize(
    "rows",
    [
        [["Hä vµ tªn", "§¬n vÞ"], ["NguyÔn V¨n An", "Phßng Néi vô"]],
        [["Hoï vaø teân", "Ñôn vò"], ["Nguyeãn Vaên An", "Phoøng Noäi vuï"]],
    ],
)
def test_a_workbook_typed_in_the_fonts_of_before_unicode_is_read(rows):
    (row,) = read(make.workbook(rows), STAFF).rows()

    assert (row.values["name"], row.values["unit"]) == ("Nguyễn Văn An", "Phòng Nội vụ")


def test_a_csv_file_in_vni_is_read():
    content = "Hoï vaø teân;Ñôn vò\r\nNguyeãn Vaên An;Phoøng Noäi vuï\r\n".encode("latin-1")

    assert names(content) == ["Nguyễn Văn An"]


def test_the_line_that_names_the_delimiter_is_understood():
    content = b"sep=|\r\n" + make.separated(ROWS, delimiter="|")

    assert names(content) == NAMES


def test_rows_of_a_csv_file_are_numbered_as_in_a_spreadsheet():
    content = make.separated([["DANH SÁCH"], [], HEADER, AN, [], BINH])

    assert [row.number for row in read(content, STAFF).rows()] == [4, 6]


def test_a_cell_of_several_lines_in_a_csv_file_is_one_cell():
    (row,) = read(make.separated([["Họ và tên", "Đơn vị"], ["An", "Phòng\nNội vụ"]]), STAFF).rows()

    assert row.values["unit"] == "Phòng Nội vụ"


def test_an_open_document_is_read():
    assert names(make.open_document([[str(cell) for cell in row] for row in ROWS])) == NAMES


def test_an_old_workbook_is_read():
    assert names(old_workbook([["DANH SÁCH"], *ROWS])) == NAMES


def test_a_workbook_written_by_another_program_is_read():
    book = openpyxl.Workbook()
    page = book.active
    page.append(HEADER)
    page.append([1, "Nguyễn Văn An", dt.date(1980, 3, 5), "Nam", "Phòng Nội vụ"])
    held = io.BytesIO()
    book.save(held)

    (row,) = read(held.getvalue(), STAFF).rows()

    assert row.values["born"] == PartialDate.of(1980, 3, 5)


def test_a_workbook_is_read_from_a_path_whatever_its_name(tmp_path):
    path = tmp_path / "danh sách.pdf"
    path.write_bytes(make.workbook(ROWS))

    assert names(path) == names(str(path)) == NAMES


def test_a_hidden_sheet_is_not_read():
    content = make.workbook([["Họ và tên", "Đơn vị"], ["An", "A"]], others=[("Ẩn", ROWS)])
    book = openpyxl.load_workbook(io.BytesIO(content))
    book["Ẩn"].sheet_state = "hidden"
    held = io.BytesIO()
    book.save(held)

    assert names(held.getvalue()) == ["An"]


def test_a_table_that_does_not_begin_in_the_first_column_is_read():
    content = make.workbook([[], ["", "", *HEADER], ["", "", *AN]])

    (row,) = read(content, STAFF).rows()

    assert (row.number, row.values["name"], row.values["unit"]) == (3, "Nguyễn Văn An", "Phòng Nội vụ")


def test_rows_may_be_asked_for_again():
    sheet = read(make.workbook(ROWS), STAFF)

    assert list(sheet.rows()) == list(sheet.rows())
