import datetime as dt
import unicodedata

import pytest

from congvu.kernel.sheets import Column, Kind, Layout, PartialDate, Precision, read

from . import make
from .make import understood

DAY, MONTH, YEAR = PartialDate.of(1980, 3, 5), PartialDate.of(1980, 3), PartialDate.of(1980)


@pytest.mark.parametrize(
    ("cell", "known"),
    [
        ("05/03/1980", DAY),
        ("5/3/1980", DAY),
        ("5/3/80", DAY),
        ("05-03-1980", DAY),
        ("05.03.1980", DAY),
        ("05 / 03 / 1980", DAY),
        ("\u00a005/03/1980 ", DAY),
        ("'05/03/1980", DAY),
        ("05/03/1980 00:00:00", DAY),
        ("1980-03-05", DAY),
        ("1980-03-05T00:00:00", DAY),
        ("1980/03/05", DAY),
        ("05031980", DAY),
        ("ngày 5 tháng 3 năm 1980", DAY),
        ("Ngày 05 tháng 03 năm 1980", DAY),
        (unicodedata.normalize("NFD", "ngày 5 tháng 3 năm 1980"), DAY),
        ("sinh ngày 05/03/1980", DAY),
        ((dt.date(1980, 3, 5), "dd/mm/yyyy"), DAY),
        ((29285.3125, "dd/mm/yyyy hh:mm"), DAY),
        ("03/1980", MONTH),
        ("3-1980", MONTH),
        ("1980-03", MONTH),
        ("tháng 3 năm 1980", MONTH),
        ("tháng 3/1980", MONTH),
        ("00/03/1980", MONTH),
        ("1980", YEAR),
        (1980, YEAR),
        (1980.0, YEAR),
        ("1980.0", YEAR),
        ("năm 1980", YEAR),
        ("00/00/1980", YEAR),
        ("01/01/30", PartialDate.of(2030, 1, 1)),
        ("01/01/31", PartialDate.of(1931, 1, 1)),
        ("15/06/2090", PartialDate.of(2090, 6, 15)),
        ("29/02/2024", PartialDate.of(2024, 2, 29)),
    ],
)
def test_a_date_is_read_day_first_at_the_precision_it_tells(cell, known):
    assert understood(cell, Kind.DATE) == known


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("31/02/1980", "Ngày “31/02/1980” không có trong lịch; đề nghị kiểm tra lại ngày và tháng."),
        ("29/02/2023", "Ngày “29/02/2023” không có trong lịch; đề nghị kiểm tra lại ngày và tháng."),
        (
            "12/31/1980",
            "“12/31/1980” có tháng 31, không có tháng này; đề nghị ghi theo thứ tự ngày/tháng/năm.",
        ),
        (
            "không rõ",
            "“không rõ” không phải là ngày; đề nghị ghi theo dạng 05/03/1980, 03/1980 hoặc 1980.",
        ),
        ("05/03/0198", "Năm 198 nằm ngoài khoảng 1900–2199; đề nghị kiểm tra lại năm."),
        (
            29285,
            "Ô chứa số 29285, có lẽ là ngày đã mất định dạng; "
            "đề nghị định dạng ô là Ngày hoặc ghi lại theo dạng 05/03/1980.",
        ),
        (True, "Ô này không chứa ngày; đề nghị ghi theo dạng 05/03/1980, 03/1980 hoặc 1980."),
    ],
)
def test_what_is_no_date_is_a_fault_that_says_what_to_do(cell, sentence):
    assert understood(cell, Kind.DATE) == sentence


def test_a_column_may_ask_for_the_whole_date():
    sentence = "“03/1980” chưa đủ chi tiết; cột này cần đủ ngày, tháng, năm, ví dụ 05/03/1980."

    assert understood("03/1980", Kind.DATE, precision=Precision.DAY) == sentence


def test_dates_counted_from_1904_are_the_same_days():
    layout = Layout("", (Column("key", "Mục"), Column("cell", "Ô", Kind.DATE)))
    content = make.workbook([["Mục", "Ô"], ["k", (dt.date(1980, 3, 5), "dd/mm/yyyy")]], date_1904=True)

    (row,) = read(content, layout).rows()

    assert row.values["cell"] == DAY


@pytest.mark.parametrize(
    ("shown_as", "day", "known"),
    [
        ("mm/yyyy", 1, MONTH),
        ("mmm-yy", 1, MONTH),
        ('"tháng "m/yyyy', 1, MONTH),
        ("mm/yyyy", 5, DAY),
        ("dd/mm/yyyy", 1, PartialDate.of(1980, 3, 1)),
    ],
)
def test_a_first_of_the_month_shown_without_its_day_is_a_month(shown_as, day, known):
    assert understood((dt.date(1980, 3, day), shown_as), Kind.DATE) == known
