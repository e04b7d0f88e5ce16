"""Viết tệp mẫu: a workbook to fill in, with lists to choose from, samples, and a page of instructions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .layout import Column, Kind, Layout
from .sheet_names import Names
from .tables import lay_out_page, write_heading
from .values import Precision
from .writing import AS_TEXT, BODY, HEADING, TITLE, Pen, Style, Writable, listed, style_of, written_as

GUIDE = "Hướng dẫn"
LISTS = "Danh mục chọn"
SAMPLE = "Ví dụ"
_ROWS = 5_000  # rows of the sheet that offer lists
_SAMPLE_STYLE: Style = {"italic": True, "font_color": "#7A7A7A"}
_NOTE = "Các cột có dấu * là bắt buộc. Dòng ghi “Ví dụ” ở cột STT không được nhập vào hệ thống."


def write_template(
    layout: Layout,
    samples: Iterable[Mapping[str, Writable]] = (),
    catalogues: Mapping[str, Sequence[str]] | None = None,
) -> bytes:
    """Viết tệp mẫu: `catalogues` are names to choose from, by column key, beside the layout's own choices."""
    pen = Pen(in_memory=True)
    sheet = pen.book.add_worksheet(Names(LISTS, GUIDE).free(layout.sheet))
    header = write_heading(pen, sheet, layout, [_NOTE])
    lay_out_page(sheet, layout, header)
    for index, column in enumerate(layout.columns, 1):
        sheet.set_column(index, index, column.width, pen.look(_kept_as_typed(column)).plain)
        sheet.write_comment(header, index, instruction(column), {"author": "Công Vụ", "x_scale": 2, "y_scale": 1.2})
    for row, sample in enumerate(samples, header + 1):
        _write_sample(pen, sheet, row, sample, layout)
    _explain(pen, layout)
    lists = {index: offered(column, catalogues or {}) for index, column in enumerate(layout.columns, 1)}
    offer_lists(pen, sheet, lists, first=header + 1)
    return pen.finished()


def offered(column: Column, catalogues: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Các tên cho chọn trong một cột."""
    return tuple(catalogues.get(column.key, ())) or listed(column)


def _kept_as_typed(column: Column) -> Style:
    """A bare year typed into a cell for dates becomes a day of 1905: what people type stays text."""
    return AS_TEXT if column.kind is Kind.DATE else style_of(column)


def _write_sample(pen: Pen, sheet: Any, row: int, sample: Mapping[str, Writable], layout: Layout) -> None:
    pen.put(sheet, row, 0, SAMPLE, pen.look(BODY, _SAMPLE_STYLE))
    for index, column in enumerate(layout.columns, 1):
        value = written_as(sample.get(column.key), column)
        shown = str(value) if column.kind is Kind.DATE and value is not None else value
        pen.put(sheet, row, index, shown, pen.look(BODY, _kept_as_typed(column), _SAMPLE_STYLE))


def offer_lists(pen: Pen, sheet: Any, lists: Mapping[int, Sequence[str]], *, first: int) -> None:
    """Danh sách chọn sẵn: a hidden sheet holds the names; the columns point to it."""
    filled = {index: names for index, names in lists.items() if names}
    if not filled:
        return
    hidden = pen.book.add_worksheet(LISTS)
    hidden.hide()
    look = pen.look()
    for place, (index, names) in enumerate(filled.items()):
        for row, name in enumerate(names):
            pen.put(hidden, row, place, name, look)
        letters = _letters(place)
        validation = {
            "validate": "list",
            "source": f"='{LISTS}'!${letters}$1:${letters}${len(names)}",
            "error_type": "warning",
            "error_title": "Không có trong danh mục",
            "error_message": "Giá trị này không có trong danh mục; đề nghị chọn trong danh sách.",
        }
        sheet.data_validation(first, index, first + _ROWS, index, validation)


def _letters(column: int) -> str:
    return (_letters(column // 26 - 1) if column >= 26 else "") + chr(65 + column % 26)


_MANNERS = {
    Kind.TEXT: "Ghi chữ.",
    Kind.NAME: "Ghi đầy đủ họ, chữ đệm và tên, có dấu.",
    Kind.NUMBER: "Ghi số, ví dụ 2,34.",
    Kind.INTEGER: "Ghi số nguyên.",
    Kind.CHOICE: "Chọn trong danh sách.",
    Kind.YES_NO: "Chọn Có hoặc Không.",
    Kind.IDENTIFIER: "Ghi đủ các chữ số, kể cả số 0 ở đầu.",
}


def instruction(column: Column) -> str:
    """Cách ghi một cột, in whole sentences."""
    manner = _date_manner(column) if column.kind is Kind.DATE else _MANNERS[column.kind]
    if column.digits:
        manner = f"Ghi đủ {' hoặc '.join(map(str, column.digits))} chữ số, kể cả số 0 ở đầu."
    must = "Bắt buộc. " if column.required else ""
    return f"{must}{manner} {column.help}".strip()


def _date_manner(column: Column) -> str:
    if column.precision is Precision.DAY:
        return "Ghi ngày theo dạng 05/03/1980."
    if column.precision is Precision.MONTH:
        return "Ghi theo dạng 05/03/1980 hoặc 03/1980 nếu không rõ ngày."
    return "Ghi theo dạng 05/03/1980; nếu không rõ thì ghi 03/1980 hoặc 1980."


def _explain(pen: Pen, layout: Layout) -> None:
    """Trang hướng dẫn."""
    sheet = pen.book.add_worksheet(GUIDE)
    pen.put(sheet, 0, 0, f"HƯỚNG DẪN GHI: {layout.title}", pen.look(TITLE, {"align": "left"}))
    for index, (title, width) in enumerate((("Tên cột", 28), ("Cách ghi", 60), ("Các giá trị", 60))):
        sheet.set_column(index, index, width)
        pen.put(sheet, 2, index, title, pen.look(HEADING))
    for row, column in enumerate(layout.columns, 3):
        for index, text in enumerate((column.title, instruction(column), "; ".join(listed(column)))):
            pen.put(sheet, row, index, text, pen.look(BODY))
    sheet.freeze_panes(3, 0)
