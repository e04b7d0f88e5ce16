"""A district's list of staff as offices keep it: titles above, a heading of two rows, births in a column by sex."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import openpyxl
import xlsxwriter

HEAD = (
    *("ỦY BAN NHÂN DÂN QUẬN BÌNH THỦY", "PHÒNG NỘI VỤ", ""),
    *("DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC", "Tính đến 10/04/2016"),
)
FIRST_ROW = len(HEAD) + 3  # as Excel counts, below the two rows of the heading
POSTS = {  # in each unit, a post that it has
    "Phòng Nội vụ": "Chuyên viên cải cách hành chính",
    "Phòng Tư pháp": "Chuyên viên",
    "Phòng Kinh tế": "Chuyên viên công thương",
    "Phòng Quản lý đô thị": "Chuyên viên quản lý xây dựng",
    "Phòng Y tế": "Chuyên viên",
    "Phòng Tài nguyên và Môi trường": "Chuyên viên quản lý đất đai",
    "Phòng Văn hóa và Thông tin": "Chuyên viên văn hóa",
    "Phòng Giáo dục và Đào tạo": "Chuyên viên giáo dục tiểu học",
}
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Tôn Nữ Hoàng", "Công Tằng Tôn Nữ", "Đỗ")
_MEN = ("Văn", "Hữu", "Quốc", "Minh", "Thành", "Đức")
_WOMEN = ("Thị", "Thị Ngọc", "Thị Mỹ Hạnh", "Thị Thanh", "Kim", "Thị Hồng")
_GIVEN = (
    "Ân",
    "Bửu",
    "Châu",
    "Đoan",
    "Giàu",
    "Hưởng",
    "Khiêm",
    "Lượng",
    "Nghĩa",
    "Phụng",
    "Quyền",
    "Thưởng",
    "Ước",
    "Yên",
)
_COLUMNS = (
    *("STT", "Họ và tên", "Nam", "Nữ", "Số hiệu", "Đơn vị công tác", "Chức vụ", "Loại", "Ngày bổ nhiệm"),
    *("Chuyên môn", "LLCT", "QLNN", "Ngoại ngữ", "Tin học"),
)
_GROUPS = {2: ("Ngày tháng năm sinh", 2), 9: ("Trình độ", 5)}


@dataclass(frozen=True)
class Line:
    """Một dòng của danh sách."""

    name: str
    man: str = ""
    woman: str = ""
    number: str = ""
    unit: str = ""
    post: str = ""
    kind: str = "Công chức"
    since: str = "01/06/2012"
    professional: str = "Đại học"
    theory: str = "Trung cấp"
    management: str = "Chuyên viên"
    language: str = "Anh B"
    informatics: str = "A"

    def cells(self, place: int) -> list[Any]:
        """In the order of the columns."""
        known = (self.name, self.man, self.woman, self.number, self.unit, self.post, self.kind, self.since)
        return [place, *known, self.professional, self.theory, self.management, self.language, self.informatics]


FAULTS: dict[int, tuple[str, str, str]] = {  # line of the list: what is wrong there, and with what
    5: ("man", "31/02/1980", "Họ sinh ngày không có"),
    18: ("man", "05/05/2090", "sinh năm 2090"),
    33: ("unit", "Phòng Hàng hải vũ trụ", "không có đơn vị này"),
    47: ("unit", "Phường Trà", "gần với hai đơn vị"),
    61: ("number", "TS-0060", "số hiệu của người khác"),
    75: ("post", "=cmd|' /C calc'!A0", "ô là công thức"),
    89: ("professional", "Cử tri", "không có trình độ này"),
    103: ("name", "", "thiếu tên"),
    117: ("theory", "Thượng cấp", "không có trình độ này"),
    131: ("since", "01/06/2019", "ngày chưa đến"),
    145: ("kind", "Thời vụ bán thời gian", "không có loại này"),
    159: ("woman", "12/13/1979", "không có tháng 13"),
}


def people(count: int = 240) -> list[Line]:
    """Danh sách đúng."""
    return [_line(place) for place in range(1, count + 1)]


def with_faults(lines: Sequence[Line]) -> list[Line]:
    """The same list with twelve faults, no two in one line."""
    spoilt = list(lines)
    for place, (field, value, _) in FAULTS.items():
        line = spoilt[place - 1]
        if field in ("man", "woman"):
            line = replace(line, man="", woman="")
        spoilt[place - 1] = replace(line, **{field: value})
    return spoilt


def rows_with_faults() -> list[int]:
    """The rows as Excel counts them."""
    return [FIRST_ROW + place - 1 for place in FAULTS]


def workbook(lines: Sequence[Line]) -> bytes:
    """Tệp Excel của danh sách."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("Danh sách")
    bold = book.add_format({"bold": True, "align": "center", "border": 1})
    for row, words in enumerate(HEAD):
        sheet.merge_range(row, 0, row, len(_COLUMNS) - 1, words, bold)
    _heading(sheet, bold)
    for place, line in enumerate(lines, 1):
        for column, value in enumerate(line.cells(place)):
            write = sheet.write_string if isinstance(value, str) else sheet.write
            write(FIRST_ROW + place - 2, column, value)
    sheet.write_string(FIRST_ROW + len(lines) - 1, 1, f"Tổng cộng: {len(lines)} người")
    sheet.write_string(FIRST_ROW + len(lines) + 1, 9, "NGƯỜI LẬP BẢNG")
    book.close()
    return held.getvalue()


def mended(marked: bytes, lines: Sequence[Line]) -> bytes:
    """The workbook that came back, each marked row written over as it should have been."""
    book = openpyxl.load_workbook(io.BytesIO(marked))
    sheet = book["Danh sách"]
    for place in FAULTS:
        for column, value in enumerate(lines[place - 1].cells(place), 1):
            sheet.cell(FIRST_ROW + place - 1, column).value = value or None
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _line(place: int) -> Line:
    woman = place % 3 == 0
    middles = _WOMEN if woman else _MEN
    family, middle = _FAMILIES[place % 10], middles[place // 10 % 6]
    given = _GIVEN[(place * 5 + place // 60) % 14]
    unit = list(POSTS)[place % len(POSTS)]
    born = f"{place % 28 + 1:02}/{place % 12 + 1:02}/{1962 + place % 29}"
    return Line(
        f"{family} {middle} {given}",
        man="" if woman else born,
        woman=born if woman else "",
        number=f"TS-{place:04}",
        unit=unit,
        post=POSTS[unit],
        theory="Trung cấp" if place % 4 else "",
        professional="Cao đẳng" if place % 10 == 7 else "Đại học",
    )


def _heading(sheet: Any, bold: Any) -> None:
    above, below = FIRST_ROW - 3, FIRST_ROW - 2
    grouped = {start + step for start, (_, width) in _GROUPS.items() for step in range(width)}
    for column, words in enumerate(_COLUMNS):
        if column in grouped:
            sheet.write_string(below, column, words, bold)
        else:
            sheet.merge_range(above, column, below, column, words, bold)
    for start, (words, width) in _GROUPS.items():
        sheet.merge_range(above, start, above, start + width - 1, words, bold)
