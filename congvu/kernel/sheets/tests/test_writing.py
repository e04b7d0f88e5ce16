import datetime as dt
import io
from decimal import Decimal
from typing import Any

import openpyxl
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from congvu.kernel.sheets import Column, Kind, Layout, PartialDate, Precision, read, write_table, write_template
from congvu.kernel.sheets.words import tidy

from .make import STAFF

AN: dict[str, Any] = {
    "name": "Nguyễn Văn An",
    "born": PartialDate.of(1980, 3, 5),
    "sex": "male",
    "citizen": "079080001234",
    "unit": "Phòng Nội vụ",
    "profession": "Đại học Luật",
    "theory": 3,
    "factor": Decimal("2.34"),
    "children": 2,
    "party": True,
    "decided": PartialDate.of(2015, 12, 31),
    "note": None,
}


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def test_a_written_list_has_title_day_frozen_heading_and_filter():
    content = write_table([AN], STAFF, as_of=dt.date(2016, 3, 31), above=["Quận Bình Thủy"])

    page = opened(content)["Nhập liệu"]
    assert [page["A1"].value, page["A2"].value, page["A3"].value] == [
        "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC",
        "Quận Bình Thủy",
        "Tính đến ngày 31/03/2016",
    ]
    assert page["A5"].value == "STT"
    assert page["B5"].value == "Họ và tên *"
    assert (page.freeze_panes, page.auto_filter.ref) == ("C6", "A5:M6")


def test_days_are_written_as_real_days_and_codes_as_text():
    page = opened(write_table([AN], STAFF))["Nhập liệu"]

    born, citizen = page["C4"], page["E4"]
    assert (born.value, born.number_format) == (dt.datetime(1980, 3, 5, tzinfo=None), "dd/mm/yyyy")  # noqa: DTZ001
    assert (citizen.value, citizen.number_format) == ("079080001234", "@")
    assert (page["D4"].value, page["H4"].value) == ("Nam", "Cao cấp")


def test_text_that_looks_like_a_formula_is_written_as_text_that_never_runs():
    page = opened(write_table([{**AN, "note": "=HYPERLINK(1)"}], STAFF))["Nhập liệu"]

    assert (page["M4"].value, page["M4"].data_type, page["M4"].quotePrefix) == ("=HYPERLINK(1)", "s", True)


def test_a_list_may_have_a_title_that_excel_refuses_as_the_name_of_a_sheet():
    layout = Layout("", (Column("name", "Họ và tên"),), sheet="Danh sách 03/2016: toàn quận Bình Thủy")

    assert opened(write_table([{"name": "An"}], layout)).sheetnames == ["Danh sách 03 2016  toàn quận Bì"]


def test_an_empty_list_is_still_a_list():
    sheet = read(write_table([], STAFF), STAFF)

    assert list(sheet.rows()) == []
    assert sheet.present == {column.key for column in STAFF.columns}


def test_the_same_rows_give_the_same_file():
    assert write_table([AN], STAFF) == write_table([AN], STAFF)


def test_longer_text_than_a_cell_can_hold_is_cut_and_not_lost():
    (row,) = read(write_table([{**AN, "note": "a" * 40_000}], STAFF), STAFF).rows()

    assert row.values["note"] == "a" * 32_767


days = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
dates = st.builds(
    lambda day, precision: PartialDate.of(*(day.year, day.month, day.day)[:precision]),
    days,
    st.sampled_from(Precision),
)
letters = st.sampled_from("abcdđeêghiklmnoôơpqrstuưvxyĂÂĐẾỆỗ")
words = st.text(letters, min_size=1, max_size=8)
names = st.lists(words, min_size=2, max_size=4).map(" ".join).filter(lambda name: not name.isupper())
texts = st.builds("{}{}{}".format, words, st.text(st.sampled_from("0123456789 ,.;:()/-+=@\"'&<>%"), max_size=9), words)
VALUES = {
    Kind.TEXT: texts,
    Kind.NAME: names,
    Kind.DATE: dates,
    Kind.NUMBER: st.decimals(-(10**9), 10**9, places=4, allow_nan=False).map(Decimal.normalize),
    Kind.INTEGER: st.integers(-(10**9), 10**9),
    Kind.IDENTIFIER: st.from_regex(r"\A[0-9]{12}\Z"),
    Kind.YES_NO: st.booleans(),
}


def _values(column):
    if column.kind is Kind.CHOICE:
        return st.none() | st.sampled_from([option.meaning for option in column.options])
    whole = days.map(PartialDate) if column.precision is Precision.DAY else VALUES[column.kind]
    return whole if column.required else st.none() | whole


def kept(value):
    """A file keeps the letters of a text, not its accidental spaces."""
    return tidy(value) if isinstance(value, str) else value


rows = st.fixed_dictionaries({column.key: _values(column) for column in STAFF.columns})


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(rows, max_size=4))
def test_what_is_written_is_read_back_as_it_was(written):
    found = list(read(write_table(written, STAFF), STAFF).rows())

    assert [fault for row in found for fault in row.faults] == []
    assert [dict(row.values) for row in found] == [{key: kept(value) for key, value in row.items()} for row in written]


def test_a_template_offers_lists_from_a_hidden_sheet():
    book = opened(write_template(STAFF, [AN], {"unit": ["Phòng Nội vụ", "Phòng Tài chính"]}))

    assert book.sheetnames == ["Nhập liệu", "Hướng dẫn", "Danh mục chọn"]
    assert book["Danh mục chọn"].sheet_state == "hidden"
    lists = {rule.formula1: str(rule.sqref) for rule in book["Nhập liệu"].data_validations.dataValidation}
    assert lists["'Danh mục chọn'!$B$1:$B$2"] == "F5:F5005"
    assert [cell.value for cell in book["Danh mục chọn"]["B"][:2]] == ["Phòng Nội vụ", "Phòng Tài chính"]


def test_a_template_says_how_to_fill_each_column():
    book = opened(write_template(STAFF))

    assert book["Nhập liệu"]["C4"].comment.text.strip().endswith("nếu không rõ thì ghi 03/1980 hoặc 1980.")
    assert [cell.value for cell in book["Hướng dẫn"][4]] == [
        "Họ và tên",
        "Bắt buộc. Ghi đầy đủ họ, chữ đệm và tên, có dấu.",
        None,
    ]


def test_samples_in_a_template_are_not_read_as_people():
    sheet = read(write_template(STAFF, [AN, AN]), STAFF)

    assert list(sheet.rows()) == []
    assert sheet.ignored == ()


def test_what_people_type_into_a_template_stays_as_typed():
    book = opened(write_template(STAFF, [AN]))
    page = book["Nhập liệu"]
    assert page.column_dimensions["C"].width > 10
    for column, value in enumerate([1, "Trần Thị Bình", "1985", "Nữ", "079185001234", "Phòng Nội vụ"], 1):
        page.cell(6, column, value)
    held = io.BytesIO()
    book.save(held)

    (row,) = read(held.getvalue(), STAFF).rows()

    assert (row.number, row.values["born"], row.values["sex"]) == (6, PartialDate.of(1985), "female")
