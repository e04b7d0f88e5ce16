import io
import re
import struct
import zipfile

import pytest

from congvu.kernel.sheets import Limits, UnreadableSheet, read

from . import make
from .make import AN, HEADER, STAFF
from .old_excel import compound, old_workbook

GOOD = make.workbook([HEADER, AN])
DAMAGED = "Tệp bị hỏng nên không đọc được; đề nghị mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại."
LOCKED = "Tệp được đặt mật khẩu nên không đọc được; đề nghị bỏ mật khẩu khi lưu rồi gửi lại."
SHEET = "xl/worksheets/sheet1.xml"


def refusal(content, **limits):
    with pytest.raises(UnreadableSheet) as refused:
        list(read(content, STAFF, limits=Limits(**limits)).rows())
    return str(refused.value)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "một tệp PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "một ảnh PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "một ảnh JPEG"),
        (b"{\\rtf1\\ansi", "một văn bản RTF"),
        (b"Rar!\x1a\x07\x00", "một tệp nén RAR"),
        (b"MZ\x90\x00\x03", "một chương trình"),
        (compound("WordDocument", b"x"), "một văn bản Word"),
    ],
)
def test_a_file_of_another_type_is_refused_by_its_content(content, what):
    assert refusal(content) == f"Tệp là {what}, không phải bảng tính; đề nghị gửi bảng tính dạng .xlsx, .ods hoặc .csv."


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"word/document.xml": "<a/>"}, "một văn bản Word"),
        ({"ppt/presentation.xml": "<a/>"}, "một bài trình chiếu PowerPoint"),
        ({"xl/workbook.bin": "x"}, "một bảng tính dạng .xlsb"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}, "một văn bản OpenDocument"),
        ({"ảnh.jpg": "x"}, "một tệp nén"),
    ],
)
def test_an_archive_that_is_no_spreadsheet_is_refused(parts, what):
    sentence = f"Tệp là {what}, không phải bảng tính đọc được; đề nghị gửi bảng tính dạng .xlsx, .ods hoặc .csv."

    assert refusal(make.archive(parts)) == sentence


@pytest.mark.parametrize(
    "page", [b"<html><table><tr><td>1", b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", b"<TABLE>"]
)
def test_a_web_page_named_like_a_spreadsheet_is_refused(page):
    assert refusal(page).startswith("Tệp là một trang web hoặc XML được đặt tên như bảng tính; đề nghị mở bằng Excel")


def test_bytes_that_are_no_text_are_refused():
    assert refusal(bytes(range(256)) * 20).startswith("Tệp không phải là bảng tính hoặc dùng bảng mã lạ;")


@pytest.mark.parametrize(
    "content",
    [
        compound("EncryptedPackage", b"x"),
        old_workbook([HEADER, AN], locked=True),
        make.archive(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": "x",
                "META-INF/manifest.xml": "<manifest:encryption-data/>",
            }
        ),
        re.sub(rb"(PK\x01\x02.{4})\x00\x00", b"\\1\x01\x00", GOOD, flags=re.DOTALL),
    ],
)
def test_a_file_with_a_password_is_refused(content):
    assert refusal(content) == LOCKED


@pytest.mark.parametrize("content", [b"", b"  \r\n\r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(content):
    assert refusal(content) == "Tệp trống, không có dữ liệu nào; đề nghị kiểm tra lại tệp rồi gửi lại."


def test_a_workbook_without_any_cell_is_refused():
    assert refusal(make.workbook([])) == "Tệp trống, không có dữ liệu nào; đề nghị kiểm tra lại tệp rồi gửi lại."


def test_a_file_over_the_size_limit_is_refused_without_being_read(tmp_path):
    path = tmp_path / "lon.xlsx"
    with path.open("wb") as file:
        file.truncate(2**30)

    assert refusal(path).startswith("Tệp nặng 1024 MB, quá giới hạn 20 MB;")


def test_an_archive_that_says_it_unpacks_beyond_the_limit_is_refused():
    content = make.archive({"xl/workbook.xml": "<a/>", "xl/media/image1.png": bytes(5_000_000)})

    assert refusal(content, unpacked=4 * 2**20).startswith("Tệp khi giải nén lớn hơn 4 MB nên không được nhận;")


def test_an_archive_that_lies_about_what_it_unpacks_to_is_refused():
    content = make.archive({"xl/workbook.xml": "<a/>", "xl/sharedStrings.xml": "<a>" + " " * 5_000_000})
    size = struct.pack("<I", 5_000_003)
    assert content.count(size) == 2

    assert refusal(content.replace(size, struct.pack("<I", 1000))) == DAMAGED


def test_more_rows_than_the_limit_are_refused():
    content = make.workbook([HEADER, *[AN] * 30])

    assert refusal(content, rows=30).startswith("Bảng có nội dung ở dòng 31, quá giới hạn 30 dòng;")


def test_more_columns_than_the_limit_are_refused():
    content = make.workbook([HEADER, [*AN, *["x"] * 6]])

    assert refusal(content, columns=10).startswith("Bảng có nội dung ở cột thứ 11, quá giới hạn 10 cột;")


@pytest.mark.parametrize(
    "far",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='1048576'><c r='&#88;FD1048576'><v>1</v></c></row>",
        '<row r="3"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
        "<row/>" * 70_000 + "<row><c><v>1</v></c></row>",
        '<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="1048576">'
        '<x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
    ],
)
def test_one_cell_at_the_end_of_the_world_takes_no_memory(far):
    content = make.changed(GOOD, SHEET, "</sheetData>", far + "</sheetData>")

    assert refusal(content).startswith("Bảng có nội dung ở dòng")


@pytest.mark.parametrize("far", ['<c r="XFD1048576" s="0"/>', '<c r="XFD1048576"><f>1+1</f></c>'])
def test_a_far_cell_that_is_only_formatted_does_no_harm(far):
    content = make.changed(GOOD, SHEET, "</sheetData>", f'<row r="1048576">{far}</row></sheetData>')

    assert len(list(read(content, STAFF).rows())) == 1


def test_cells_repeated_beyond_the_limit_in_an_open_document_are_refused():
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="{}"/>'
    wide = f"<table:table-row>{cell.format(10**9)}</table:table-row>"
    long = f'<table:table-row table:number-rows-repeated="1000000000">{cell.format(1)}</table:table-row>'

    assert refusal(make.open_document([HEADER, AN], after=wide)).startswith("Bảng có nội dung ở cột thứ 1000000000")
    assert refusal(make.open_document([HEADER, AN], after=long)).startswith("Bảng có nội dung ở dòng 1000000002")


def test_blank_rows_repeated_to_the_end_of_an_open_document_do_no_harm():
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    rest = f'<table:table-row table:number-rows-repeated="1048574">{blank}</table:table-row>'

    assert len(list(read(make.open_document([HEADER, AN], after=rest), STAFF).rows())) == 1


def test_a_far_cell_in_an_old_workbook_is_refused():
    assert refusal(old_workbook([HEADER, *[AN[1:]] * 40]), rows=40).startswith("Bảng có nội dung ở dòng 41")


@pytest.mark.parametrize(
    "content",
    [
        GOOD[: len(GOOD) // 2],
        GOOD[:30] + b"\x00" * 200 + GOOD[230:],
        make.archive({"xl/workbook.xml": "<workbook><sheets>"}),
        make.changed(GOOD, SHEET, "<sheetData>", "<sheetData><row"),
        make.changed(GOOD, "xl/workbook.xml", "<workbook ", '<!DOCTYPE a [<!ENTITY b "c">]><workbook '),
        make.archive({"xl/workbook.xml": "<workbook/>"}),
        compound("Workbook", b"\x09\x08\x10\x00"),
        compound("Workbook", b"\x09\x08\x10\x00")[:2000],
        re.sub(rb"(\x85\x00\x14\x00)..", b"\\1\xf0\xff", old_workbook([HEADER, AN]), flags=re.DOTALL),
    ],
)
def test_a_damaged_file_is_refused(content):
    assert refusal(content) in (DAMAGED, "Tệp trống, không có dữ liệu nào; đề nghị kiểm tra lại tệp rồi gửi lại.")


def test_a_csv_file_over_the_limits_is_refused():
    assert refusal(make.separated([HEADER, *[AN] * 30]), rows=30).startswith("Bảng có nội dung ở dòng 31")
    assert refusal(make.separated([HEADER, [*AN, *"xxxxxx"]]), columns=10).startswith("Bảng có nội dung ở cột thứ 11")


def test_a_part_compressed_in_an_unusual_way_is_refused():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_LZMA) as zipped:
        zipped.writestr("xl/workbook.xml", "<workbook/>")

    assert refusal(held.getvalue()) == DAMAGED
