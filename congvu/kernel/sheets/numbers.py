"""Đọc số và mã số: numbers however they were typed, and codes that must keep every digit."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from .values import Cell, Unfit
from .words import tidy

_PLAIN = re.compile(r"[+-]?\d+")
_FRACTION = re.compile(r"[+-]?\d+[.,]\d+")
_UNCLEAR = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_GROUPED = re.compile(
    r"([+-]?\d{1,3})((?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+|(?:\.\d{3}){2,}|(?:,\d{3}){2,}|(?: \d{3})+(?:[.,]\d+)?)"
)
_SHORTENED = re.compile(r"\d([.,]\d+)?[eE]\+?\d+")


def read_number(cell: Cell) -> Decimal:
    """Đọc số: 2,34 and 2.34 are the same; 1.234 alone is asked about, not guessed. Raises Unfit."""
    if isinstance(cell, bool | dt.date | dt.time | dt.timedelta):
        raise Unfit("Ô này không chứa số; đề nghị ghi số, ví dụ 2,34.")
    if isinstance(cell, int | float):
        return Decimal(f"{cell:.15g}")
    text = tidy(cell).lstrip("'").strip()
    if _UNCLEAR.fullmatch(text):
        digits = re.sub(r"[.,]", "", text)
        raise Unfit(
            f"Không rõ “{text}” là {digits} hay là số lẻ; đề nghị ghi {digits} hoặc bỏ bớt chữ số sau dấu phẩy."
        )
    return _number_of(text)


def read_integer(cell: Cell) -> int:
    """Đọc số nguyên: a dot or a comma before three digits parts thousands. Raises Unfit."""
    if isinstance(cell, str) and _UNCLEAR.fullmatch(tidy(cell)):
        cell = re.sub(r"[.,]", "", tidy(cell))
    number = read_number(cell)
    if number != number.to_integral_value():
        raise Unfit(f"“{number:f}” không phải là số nguyên; đề nghị ghi số nguyên.".replace(".", ",", 1))
    return int(number)


def _number_of(text: str) -> Decimal:
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _FRACTION.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if grouped := _GROUPED.fullmatch(text):
        return Decimal(_ungrouped(grouped[0]))
    raise Unfit(f"“{text}” không phải là số; đề nghị chỉ ghi số, ví dụ 2,34.")


def _ungrouped(text: str) -> str:
    text = text.replace(" ", "")
    mark = max(text.rfind("."), text.rfind(","))
    if text.count(text[mark]) > 1:
        return re.sub(r"[.,]", "", text)
    return re.sub(r"[.,]", "", text[:mark]) + "." + text[mark + 1 :]


def read_identifier(cell: Cell, *, lengths: Sequence[int]) -> str:
    """Đọc mã số: text as it stands; a number gets back the zeros that Excel dropped. Raises Unfit."""
    if isinstance(cell, bool | dt.date | dt.time | dt.timedelta):
        raise Unfit("Ô này không chứa mã số; đề nghị định dạng cột là Văn bản rồi ghi lại mã số.")
    if isinstance(cell, str):
        return _code_of_text(tidy(cell).lstrip("'").strip(), lengths)
    if cell != int(cell) or cell < 0:
        raise Unfit(f"“{cell:g}” không phải là mã số; đề nghị định dạng cột là Văn bản rồi ghi lại mã số.")
    return _fitting(_with_zeros(str(int(cell)), lengths), lengths)


def _code_of_text(text: str, lengths: Sequence[int]) -> str:
    if _SHORTENED.fullmatch(text):
        raise Unfit(f"Excel đã rút gọn mã số thành “{text}”; đề nghị định dạng cột là Văn bản rồi ghi lại mã số.")
    if re.fullmatch(r"\d+\.0+", text):
        return _fitting(_with_zeros(text.partition(".")[0], lengths), lengths)
    return _fitting(re.sub(r"[ .\-]", "", text) if lengths else text, lengths)


def _with_zeros(digits: str, lengths: Sequence[int]) -> str:
    """At most two zeros can have been lost: codes of provinces begin with 0 or 00."""
    if digits and len(digits) in lengths:
        return digits
    for length in sorted(lengths):
        if 0 < length - len(digits) <= 2:
            return digits.zfill(length)
    return digits


def _fitting(code: str, lengths: Sequence[int]) -> str:
    if not lengths or (code.isdecimal() and len(code) in lengths):
        return code
    allowed = " hoặc ".join(str(length) for length in lengths)
    if not code.isdecimal():
        raise Unfit(f"“{code}” không phải là dãy chữ số; mã số này phải có {allowed} chữ số, đề nghị kiểm tra lại.")
    raise Unfit(f"“{code}” có {len(code)} chữ số; mã số này phải có {allowed} chữ số, đề nghị kiểm tra lại.")
