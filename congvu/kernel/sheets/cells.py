"""Đọc ô: from what the workbook holds to what the column asks for."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches

from .dates import read_date
from .layout import Choice, Column, Kind
from .numbers import read_identifier, read_integer, read_number
from .values import Cell, Unfit, Value
from .words import same, tidy

_FORMULA = re.compile(r"[=＝]|[+\-@＋－＠][^\W\d_]")
BROKEN = "#N/A"  # stands where the workbook holds an error
_ERRORS = frozenset(("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "Err:502", "Err:504"))
_NOTHING = frozenset(("-", "–", "—", "--", "_", ".", "...", "…"))
_YES = {same(word): True for word in ("x", "có", "v", "1", "đúng", "yes", "true", "y", "c", "rồi", "đã")}
_NO = {same(word): False for word in ("không", "0", "sai", "no", "false", "n", "k", "ko", "chưa")}
_TICKS = frozenset("✓✔☑√ü×✗+*")
_SHOWN = 8


def filled(line: Sequence[Cell]) -> dict[int, Cell]:
    """Các ô có nội dung by column, text tidied; spaces and a dash alone are nothing."""
    cells: dict[int, Cell] = {}
    for index, cell in enumerate(line):
        if isinstance(cell, str):
            cell = tidy(cell) if cell else cell
            if not cell or cell in _NOTHING:
                continue
        cells[index] = cell
    return cells


def understand(cell: Cell, column: Column) -> Value:
    """Hiểu một ô đã tidied: its value as the column's kind. Raises Unfit."""
    if isinstance(cell, str):
        if cell in _ERRORS:
            raise Unfit("Ô báo lỗi công thức (như #N/A); đề nghị sửa công thức hoặc gõ thẳng giá trị vào ô.")
        if cell[0] in "=+-@＝＋－＠":
            _refuse_formula(cell)
    return _READERS[column.kind](cell, column)


def shown(cell: Cell) -> str:
    """Ô như người đọc thấy: dates day first, whole numbers without a fraction."""
    if isinstance(cell, str):
        return tidy(cell)
    if isinstance(cell, bool):
        return "Có" if cell else "Không"
    if isinstance(cell, dt.datetime) and cell.time() != dt.time():
        return cell.strftime("%d/%m/%Y %H:%M")
    if isinstance(cell, dt.date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.12g}".replace(".", ",")
    return str(cell)


def _refuse_formula(text: str) -> None:
    """Text that a spreadsheet could run when it is opened again; «- gạch đầu dòng» and «+84…» are only text."""
    if _FORMULA.match(text):
        raise Unfit(f"Ô bắt đầu bằng “{text[0]}” nên có thể bị hiểu là công thức; đề nghị bỏ ký tự này rồi nhập lại.")


def _text(cell: Cell, column: Column) -> str:
    return shown(cell)


def _name(cell: Cell, column: Column) -> str:
    name = shown(cell)
    if not isinstance(cell, str) or any(c.isdigit() for c in name):
        raise Unfit(f"“{name}” có chữ số nên không phải là họ và tên; đề nghị kiểm tra lại.")
    return name.title() if name.isupper() else name


def _choice(cell: Cell, column: Column) -> str | int:
    text = shown(cell)
    if found := column.named(text):
        return found.meaning
    raise Unfit(f"“{text}” không có trong danh mục “{column.title}”; {_advice(text, column.options)}.")


def _advice(text: str, options: tuple[Choice, ...]) -> str:
    labels = {same(option.label): option.label for option in options}
    if near := get_close_matches(same(text), labels, n=2, cutoff=0.75):
        return "có phải là " + " hay ".join(f"“{labels[key]}”" for key in near) + "? Đề nghị chọn đúng tên"
    listed = ", ".join(option.label for option in options[:_SHOWN])
    return f"đề nghị chọn một trong các giá trị: {listed}" + (", …" if len(options) > _SHOWN else "")


def _yes_no(cell: Cell, column: Column) -> bool:
    if isinstance(cell, bool):
        return cell
    text = shown(cell)
    if text in _TICKS:
        return True
    found = {**_YES, **_NO}.get(same(text))
    if found is None:
        raise Unfit(f"“{text}” không rõ là có hay không; đề nghị ghi “Có” (hoặc “x”) hay “Không”.")
    return found


_READERS: dict[Kind, Callable[[Cell, Column], Value]] = {
    Kind.TEXT: _text,
    Kind.NAME: _name,
    Kind.DATE: lambda cell, column: read_date(cell, least=column.precision),
    Kind.NUMBER: lambda cell, column: read_number(cell),
    Kind.INTEGER: lambda cell, column: read_integer(cell),
    Kind.CHOICE: _choice,
    Kind.IDENTIFIER: lambda cell, column: read_identifier(cell, lengths=column.digits),
    Kind.YES_NO: _yes_no,
}
