import unicodedata

import pytest

from congvu.kernel.calendar import Limit, NotALimit, TimeUnit


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        ("3 working days", Limit(3, TimeUnit.WORKING_DAYS)),
        ("1 working day", Limit(1, TimeUnit.WORKING_DAYS)),
        ("8 working hours", Limit(8, TimeUnit.WORKING_HOURS)),
        ("15 days", Limit(15, TimeUnit.DAYS)),
        ("2 months", Limit(2, TimeUnit.MONTHS)),
        ("3 ngày làm việc", Limit(3, TimeUnit.WORKING_DAYS)),
        (unicodedata.normalize("NFD", "03 Ngày làm việc"), Limit(3, TimeUnit.WORKING_DAYS)),
        ("8 giờ làm việc", Limit(8, TimeUnit.WORKING_HOURS)),
        (" 30  ngày ", Limit(30, TimeUnit.DAYS)),
        ("1 tháng", Limit(1, TimeUnit.MONTHS)),
    ],
)
def test_a_limit_is_read_in_english_and_in_vietnamese(written, limit):
    assert Limit.parse(written) == limit


@pytest.mark.parametrize(
    "written", ["", "three days", "3", "working days", "-3 days", "3.5 days", "8,5 giờ làm việc", "3 weeks"]
)
def test_what_is_no_limit_is_refused_with_an_example(written):
    with pytest.raises(NotALimit, match="ví dụ"):
        Limit.parse(written)


@pytest.mark.parametrize("written", ["0 days", "3661 days", "999999 months"])
def test_a_limit_is_neither_empty_nor_endless(written):
    with pytest.raises(NotALimit, match="từ 1 đến 3660"):
        Limit.parse(written)


def test_a_limit_is_said_in_vietnamese():
    assert str(Limit.parse("3 working days")) == "3 ngày làm việc"
