"""Kiểm tra một mục trước khi ghi: values in, the values to keep out, or one sentence for each field that is wrong."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from .layout import Field, Group, Kind, is_partial_day, words_of_day

Faults = dict[str, str]
"""Field name → what is wrong with it, and what to do."""


def checked(group: Group, told: Mapping[str, Any]) -> tuple[dict[str, Any], Faults]:
    """Giá trị sạch để ghi, and the faults by field; a name that the group does not know is a fault of its own."""
    kept: dict[str, Any] = {}
    faults: Faults = {
        name: f"Mục “{group.label}” không có ô “{name}”; hãy bỏ ô này."
        for name in told
        if name not in {field.name for field in group.fields}
    }
    for field in group.fields:
        value = told.get(field.name)
        if value in (None, "", False):
            if field.required:
                faults[field.name] = f"Chưa ghi “{field.label.lower()}”; đây là nội dung bắt buộc của mục này."
            continue
        found, fault = _READERS[field.kind](field, value)
        if fault:
            faults[field.name] = fault
        else:
            kept[field.name] = found
    if not faults:
        faults |= _order_of_days(group, kept)
    if not faults and not kept:
        faults[group.fields[0].name] = f"Chưa ghi gì vào mục “{group.label}”; hãy ghi ít nhất một ô."
    return kept, faults


def said(field: Field, value: Any) -> str:
    """Giá trị như người đọc thấy: labels for codes, days as offices write them, numbers with their unit."""
    if value in (None, "", False):
        return ""
    if field.kind is Kind.CHOICE and field.codes is not None:
        label = {entry.code: entry.label for entry in field.codes.entries}.get(value, str(value))
        return label[:1].upper() + label[1:]
    if field.kind is Kind.DAY:
        return words_of_day(value)
    if field.kind is Kind.FLAG:
        return "Có"
    words = str(value).replace(".", ",") if field.kind is Kind.DECIMAL else str(value)
    return f"{words} {field.unit}".strip()


def _text(field: Field, value: Any) -> tuple[Any, str]:
    text = "\n".join(" ".join(line.split()) for line in str(value).splitlines()).strip()
    if any(ord(sign) < 32 and sign != "\n" for sign in text):
        return None, f"Ô “{field.label.lower()}” có ký tự không đọc được; hãy gõ lại."
    if len(text) > field.longest:
        return None, f"Ô “{field.label.lower()}” dài {len(text)} ký tự, quá {field.longest}; hãy ghi gọn lại."
    return text, ""


def _day(field: Field, value: Any) -> tuple[Any, str]:
    text = str(value).strip()
    iso = "-".join(part.zfill(2) for part in reversed(text.replace(".", "/").split("/"))) if "/" in text else text
    if not is_partial_day(iso):
        sentence = f"“{text[:20]}” không phải là ngày, tháng hoặc năm; hãy ghi như 10/04/2016, 04/2016 hoặc 2016."
        return None, sentence
    return iso, ""


def _number(field: Field, value: Any) -> tuple[Any, str]:
    found, fault = _decimal(field, value)
    if not fault and Decimal(found) != Decimal(found).to_integral_value():
        return None, f"Ô “{field.label.lower()}” nhận số nguyên; hãy bỏ phần lẻ."
    return (int(Decimal(found)), "") if not fault else (None, fault)


def _decimal(field: Field, value: Any) -> tuple[Any, str]:
    try:
        number = Decimal(str(value).strip().replace(",", "."))
    except InvalidOperation:
        return None, f"“{str(value)[:20]}” không phải là số; hãy ghi chữ số, ví dụ 0,2."
    if not (number.is_finite() and Decimal(str(field.least)) <= number <= Decimal(str(field.most))):
        bounds = f"từ {field.least:g} đến {field.most:g} {field.unit}".strip().replace(".", ",")
        return None, f"Ô “{field.label.lower()}” nhận số {bounds}; hãy kiểm tra lại."
    return format(number.normalize(), "f"), ""


def _choice(field: Field, value: Any) -> tuple[Any, str]:
    assert field.codes is not None
    known = {entry.code for entry in field.codes.entries}
    code = value if value in known else field.codes.recognise(str(value))
    if code is None:
        return None, f"“{str(value)[:40]}” không có trong danh mục {field.codes.label.lower()}; hãy chọn một mục."
    return code, ""


def _flag(field: Field, value: Any) -> tuple[Any, str]:
    return True, ""


def _order_of_days(group: Group, kept: Mapping[str, Any]) -> Faults:
    begins, ends = kept.get(group.begins), kept.get(group.ends)
    if begins and ends and ends < begins[: len(ends)]:
        label = group.field(group.ends).label.lower()
        return {group.ends: f"“{label[:1].upper()}{label[1:]}” đứng trước ngày bắt đầu; hãy kiểm tra lại hai ngày."}
    return {}


_READERS: dict[Kind, Callable[[Field, Any], tuple[Any, str]]] = {
    Kind.TEXT: _text,
    Kind.NOTE: _text,
    Kind.DAY: _day,
    Kind.NUMBER: _number,
    Kind.DECIMAL: _decimal,
    Kind.CHOICE: _choice,
    Kind.FLAG: _flag,
}
