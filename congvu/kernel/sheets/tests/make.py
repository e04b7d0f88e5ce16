"""Tệp mẫu cho kiểm thử: files as people make them, built on the spot."""

import csv
import io
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

from congvu.kernel.sheets import Choice, Column, Kind, Layout, Precision, read

SEXES = (Choice("Nam", "male"), Choice("Nữ", "female", ("Nử",)))
LEVELS = (
    Choice("Sơ cấp", 1),
    Choice("Trung cấp", 2, ("TC",)),
    Choice("Cao cấp", 3, ("CC",)),
    Choice("Cử nhân", 4, ("CN",)),
)
STAFF = Layout(
    "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC",
    (
        Column("name", "Họ và tên", Kind.NAME, required=True, synonyms=("Họ tên", "Tên cán bộ")),
        Column("born", "Ngày sinh", Kind.DATE, synonyms=("Ngày, tháng, năm sinh", "Năm sinh"), split_by="sex"),
        Column("sex", "Giới tính", Kind.CHOICE, choices=SEXES, synonyms=("Phái", "Nam/Nữ")),
        Column("citizen", "Số CCCD", Kind.IDENTIFIER, digits=(9, 12), synonyms=("CMND/CCCD",)),
        Column("unit", "Đơn vị", required=True, synonyms=("Đơn vị công tác", "Phòng ban")),
        Column("profession", "Trình độ chuyên môn", synonyms=("Chuyên môn",)),
        Column("theory", "Lý luận chính trị", Kind.CHOICE, choices=LEVELS, synonyms=("LLCT", "Trình độ LLCT")),
        Column("factor", "Hệ số lương", Kind.NUMBER),
        Column("children", "Số con", Kind.INTEGER),
        Column("party", "Đảng viên", Kind.YES_NO),
        Column("decided", "Ngày quyết định", Kind.DATE, precision=Precision.DAY),
        Column("note", "Ghi chú"),
    ),
)
HEADER: list[Any] = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Đơn vị"]
AN: list[Any] = [1, "Nguyễn Văn An", "05/03/1980", "Nam", "Phòng Nội vụ"]
BINH: list[Any] = [2, "Trần Thị Bình", "1985", "Nữ", "Phòng Tài chính"]


def workbook(
    rows: Sequence[Any],
    *,
    merges: Sequence[str] = (),
    others: Sequence[tuple[str, Any]] = (),
    **options: Any,
) -> bytes:
    """Tệp .xlsx với các dòng này; a tuple (value, format) is written with that number format."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False, **options})
    for name, lines in [("Sheet1", rows), *others]:
        sheet = book.add_worksheet(name)
        for row, line in enumerate(lines):
            for column, value in enumerate(line):
                put(book, sheet, row, column, value)
        for place in merges if name == "Sheet1" else ():
            sheet.merge_range(place, "")
            _restore(book, sheet, rows, place)
    book.close()
    return held.getvalue()


def put(book: Any, sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, tuple):
        sheet.write(row, column, value[0], book.add_format({"num_format": value[1]}))
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    else:
        sheet.write(row, column, value)


def _restore(book: Any, sheet: Any, rows: Sequence[Sequence[Any]], place: str) -> None:
    row, column = xlsxwriter.utility.xl_cell_to_rowcol(place.partition(":")[0])
    put(book, sheet, row, column, rows[row][column])


def separated(rows: Sequence[Sequence[Any]], *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Tệp CSV."""
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter).writerows(rows)
    return held.getvalue().encode(encoding)


def archive(parts: dict[str, str | bytes]) -> bytes:
    """Tệp nén với các phần này."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return held.getvalue()


_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def open_document(rows: Sequence[Sequence[Any]], *, after: str = "") -> bytes:
    """Tệp .ods."""
    lines = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{_OFFICE}:office:1.0" '
        f'xmlns:table="{_OFFICE}:table:1.0" xmlns:text="{_OFFICE}:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Trang1">{lines}{after}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{_OFFICE}:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return archive({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _cell(text: Any) -> str:
    if not text:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(text))}</text:p></table:table-cell>'


def changed(content: bytes, part: str, old: str, new: str) -> bytes:
    """Tệp nén với một phần đã sửa."""
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        parts: dict[str, str | bytes] = {name: zipped.read(name) for name in zipped.namelist()}
    text = parts[part]
    assert isinstance(text, bytes) and old.encode() in text
    return archive({**parts, part: text.replace(old.encode(), new.encode())})


def understood(cell: Any, kind: Kind = Kind.TEXT, **asked: Any) -> Any:
    """The one cell of a file with this column: its value, or the sentence of its fault."""
    layout = Layout("", (Column("key", "Mục", required=True), Column("cell", "Ô", kind, **asked)))
    (row,) = read(workbook([["Mục", "Ô"], ["k", cell]]), layout).rows()
    return row.faults[0].message if row.faults else row.values["cell"]
