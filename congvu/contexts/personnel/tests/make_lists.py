"""Lists of staff as workbooks, made on the spot, and the steps that lead them into the files."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import xlsxwriter

from congvu.contexts.personnel.actions import imports
from congvu.contexts.personnel.models import ImportBatch, Person
from congvu.contexts.personnel.tests.make import DAY, Place
from congvu.kernel.access import Officer

AN = {
    "Họ và tên": "Nguyễn Văn An",
    "Ngày sinh": "05/03/1980",
    "Giới tính": "Nam",
    "Dân tộc": "Kinh",
    "Số hiệu CBCCVC": "BT-001",
    "Đơn vị": "Phòng Nội vụ",
    "Chức vụ": "Chuyên viên",
    "Loại": "Công chức",
    "Ngày vào vị trí": "01/06/2010",
    "Số quyết định bố trí": "12/QĐ-UBND",
    "Ngày quyết định": "25/05/2010",
    "Ngày tuyển dụng": "01/06/2008",
    "Ngạch": "01.003",
    "Bậc": 3,
    "Hệ số": 3.0,
    "Ngày hưởng ngạch, bậc": "01/06/2014",
    "Trình độ chuyên môn": "Đại học",
    "Chuyên ngành": "Luật",
    "Trường": "Trường Đại học Cần Thơ",
    "Hình thức đào tạo": "Chính quy",
    "Năm tốt nghiệp": 2003,
    "Lý luận chính trị": "Trung cấp",
    "Quản lý nhà nước": "Chuyên viên",
    "Ngoại ngữ": "Anh B1",
    "Tin học": "Cơ bản",
    "Ngày vào Đảng": "03/02/2012",
    "Ngày chính thức": "03/02/2013",
}
BINH = AN | {
    "Họ và tên": "Trần Thị Bình",
    "Ngày sinh": "1985",
    "Giới tính": "Nữ",
    "Số hiệu CBCCVC": "BT-002",
    "Trình độ chuyên môn": "Cao đẳng",
    "Lý luận chính trị": "",
    "Ngày vào Đảng": "",
    "Ngày chính thức": "",
}


def workbook(*people: Mapping[str, Any], above: Sequence[str] = (), headings: Sequence[str] = ()) -> bytes:
    """Tệp .xlsx: a heading, and a line for each person."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("Danh sách")
    names = list(headings or dict.fromkeys(name for person in people for name in person))
    for row, line in enumerate(
        [*([title] for title in above), names, *([p.get(n, "") for n in names] for p in people)]
    ):
        for column, value in enumerate(line):
            write = sheet.write_string if isinstance(value, str) else sheet.write
            write(row, column, value)
    book.close()
    return held.getvalue()


def received(at: Place, content: bytes, *, by: Officer | None = None, on: date = DAY, unit: Any = None) -> ImportBatch:
    """Handed in, not yet checked."""
    unit_id = (unit or at.district).pk
    return imports.receive(content, name="danh-sach.xlsx", unit_id=unit_id, day=on, by=by or at.by, on=on)


def checked(at: Place, content: bytes, *, by: Officer | None = None, on: date = DAY, unit: Any = None) -> ImportBatch:
    """Handed in and checked."""
    return imports.check(received(at, content, by=by, on=on, unit=unit).pk, by=by or at.by, on=on)


def written(at: Place, content: bytes, *, accept_good: bool = False, on: date = DAY) -> ImportBatch:
    """All the way into the files."""
    batch = checked(at, content, on=on)
    imports.confirm(batch.pk, accept_good=accept_good, by=at.by, on=on)
    return imports.write(batch.pk, by=at.by, on=on)


def counted(batch: ImportBatch) -> tuple[int, int, int, int]:
    """New, changed, unchanged, faulty."""
    found = batch.summary
    return found["new"], found["changed"], found["unchanged"], found["faulty"]


def faults(batch: ImportBatch) -> list[tuple[int, str]]:
    """Where the faults are."""
    return [(fault["row"], fault["column"]) for fault in batch.summary["faults"]]


def called(full_name: str) -> Person:
    """The one person of this name."""
    return Person.objects.get(full_name=full_name)
