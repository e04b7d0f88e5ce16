"""Lề của bảng: rows that are no records: totals, signatures, repeated headings, column numbers, sections."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .cells import shown
from .headers import Header
from .layout import Column, Kind
from .values import Cell
from .words import same, tidy

_TOTAL = re.compile(
    r"(tổng cộng|tổng số)\b.*|(tổng|cộng)\s*([:(\d.].*)?|cộng (khối|phòng|đơn vị|toàn|các|phường|xã|mục|phần)\b.*",
    re.DOTALL,
)
_SIGNATURE = re.compile(
    r"(người )?lập (biểu|bảng|danh sách)\b.*|người (lập|tổng hợp)\b.*|thủ trưởng( (đơn vị|cơ quan).*)?"
    r"|\(?ký(,? *(tên|và)?,? *(ghi rõ|đóng dấu).*)?\)?|nơi nhận\b.*|xác nhận của\b.*|ghi chú *:.*"
    r"|(tm|kt|tl|tuq|q)\. .*|([^,]{0,60}, *)?ngày *[\d.…]* *tháng *[\d.…]* *năm *[\d.…]*",
    re.DOTALL,
)
_ORDINAL = re.compile(r"([ivxlc]+|[a-zđ])[.)]?|[ivxlc\d]+\.[\d.]+", re.IGNORECASE)
_NUMBERED = re.compile(r"([ivxlc]+|[a-zđ]|\d+)\s*[.)/:-]\s*(?=\S)", re.IGNORECASE)
_UNIT = re.compile(
    r"(phòng|ban|ubnd|[uủ][ỷy] ban|hđnd|hội đồng|phường|xã|thị trấn|thị xã|thành phố|quận|huyện|trường|trạm|trung tâm"
    r"|văn phòng(?= .)|chi cục|cục|sở|khối|đảng ủy|đảng bộ|chi bộ|mặt trận|hội|đoàn thanh niên|thanh tra|công an"
    r"|bộ phận|ban chỉ huy|tổ|đơn vị|cơ quan|các)\b"
)
_SAMPLES = frozenset(map(same, ("Ví dụ", "VD", "Mẫu")))
_SIGNERS = 4  # signature lines have at most this many cells


def is_total(texts: Sequence[str]) -> bool:
    """Dòng tổng cộng; marks matter, for Tống Công Bình is a person."""
    return bool(texts) and _TOTAL.fullmatch(tidy(texts[0]).casefold()) is not None


def is_signature(texts: Sequence[str]) -> bool:
    """Dòng ký tên hoặc ghi chú dưới bảng."""
    return 0 < len(texts) <= _SIGNERS and any(_SIGNATURE.fullmatch(tidy(text).casefold()) for text in texts)


def is_numbering(texts: Sequence[str]) -> bool:
    """Dòng đánh số cột ngay dưới tiêu đề: (1) (2) (3), 1 2 3, A B 1 2."""
    marks = [same(text) for text in texts]
    if len(marks) < 2 or any(len(mark) > 2 for mark in marks):
        return False
    numbers = [int(mark) for mark in marks if mark.isdecimal()]
    letters = [mark for mark in marks if not mark.isdecimal()]
    return (
        len(numbers) > 1 and numbers == sorted(set(numbers)) and numbers[0] <= 2 and all(x.isalpha() for x in letters)
    )


def is_heading(cells: Mapping[int, Cell], labels: Mapping[int, Sequence[str]]) -> bool:
    """Tiêu đề lặp lại ở trang in sau: every filled cell repeats a part of its own heading."""
    return len(cells) > 1 and all(
        isinstance(cell, str) and same(cell) in {same(part) for part in labels.get(index, ())}
        for index, cell in cells.items()
    )


def section_of(cells: Mapping[int, Cell], serial: int | None) -> str:
    """Tên nhóm: «II | Khối Đảng», «1 | Phòng Nội vụ», «A. CÁC PHƯỜNG»; otherwise nothing.

    A number before a text may be a person of whom only the name is known, unless the text names a unit.
    """
    if not cells or len(cells) > 2 or (len(cells) == 2 and serial not in cells):
        return ""
    text = shown(next(cell for index, cell in cells.items() if index != serial or len(cells) == 1))
    number = _NUMBERED.match(text) if len(cells) == 1 else None
    ordinal = number[1] if number else shown(cells[serial]) if len(cells) == 2 and serial is not None else ""
    name = text[number.end() :] if number else text
    if _ORDINAL.fullmatch(ordinal) or _UNIT.match(name.casefold()):
        return name
    return name if serial in cells and len(cells) == 1 and len(name) > 3 and not name.isdecimal() else ""


@dataclass
class Margins:
    """Người gạt lề: follows the rows downwards and says which of them are no records."""

    header: Header
    required: Sequence[Column]
    section: str = ""
    _closing: bool = False

    def ends_at(self, cells: Mapping[int, Cell]) -> bool:
        """Từ dòng ký tên trở xuống không còn dữ liệu."""
        if len(cells) > _SIGNERS:
            return False
        looked_at = cells.values() if self._lacking(cells) else [cells[i] for i in self._names if i in cells]
        return is_signature([shown(cell) for cell in looked_at])

    def passes_over(self, index: int, cells: Mapping[int, Cell]) -> bool:
        """Dòng không phải dữ liệu: blank, total, numbering, repeated heading or section."""
        if not any(place in self.header.indexes for place in cells):
            self.section = section_of(cells, self.header.serial) or self.section
            return True
        first = next(iter(cells.values()))
        if isinstance(first, str) and is_total([first]):
            self._closing = True
            return True
        if index == self.header.last + 1 and is_numbering([shown(cell) for cell in cells.values()]):
            return True
        return self._is_aside(cells)

    def _is_aside(self, cells: Mapping[int, Cell]) -> bool:
        if self._closing and len(cells) <= 2 and self._lacking(cells):
            return True
        if is_heading(cells, self.header.labels):
            return True
        section = section_of(cells, self.header.serial) if self._may_be_section(cells) else ""
        self.section = section or self.section
        return bool(section) or self._is_sample(cells)

    def _may_be_section(self, cells: Mapping[int, Cell]) -> bool:
        """In a list of units, a number and a unit's name are a record; in a list of people they are none."""
        return self._lacking(cells) or any(place in cells for place in self._names)

    def _is_sample(self, cells: Mapping[int, Cell]) -> bool:
        """Sample rows of a template say so where the number of the line stands."""
        serial = cells.get(-1 if self.header.serial is None else self.header.serial)
        return isinstance(serial, str) and same(serial) in _SAMPLES

    @cached_property
    def _names(self) -> tuple[int, ...]:
        return tuple(binding.index for binding in self.header.bindings if binding.column.kind is Kind.NAME)

    def _lacking(self, cells: Mapping[int, Cell]) -> bool:
        """Not all that a record must have is there."""
        filled = {binding.column.key for binding in self.header.bindings if binding.index in cells}
        return not self.required or any(column.key not in filled for column in self.required)
