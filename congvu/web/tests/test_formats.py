from datetime import date
from decimal import Decimal

import pytest

from congvu.web import as_of, formats


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (1234567, None, "1.234.567"),
        (Decimal("1234.50"), None, "1.234,5"),
        (Decimal("62.345"), 2, "62,35"),
        (-12, None, "−12"),
        (0, None, "0"),
        (None, None, "—"),
    ],
)
def test_numbers_are_written_as_vietnamese_offices_write_them(value, places, written):
    assert formats.number(value, places) == written


def test_a_share_has_two_places_a_comma_and_a_space_before_the_sign():
    assert formats.percent(Decimal("62.35")) == "62,35 %"
    assert formats.share(3, 8) == "37,50 %"


def test_a_share_of_nothing_is_not_a_number():
    assert formats.share(0, 0) == "—"


@pytest.mark.parametrize(
    ("precision", "written"), [("day", "12/05/1970"), ("month", "05/1970"), ("year", "1970"), ("unknown", "chưa rõ")]
)
def test_a_birth_day_shows_only_what_the_papers_say(precision, written):
    assert formats.partial_day(date(1970, 5, 12), precision) == written


@pytest.mark.parametrize(
    ("due", "words", "tone"),
    [
        (date(2026, 11, 20), "quá hạn 3 ngày", "late"),
        (date(2026, 11, 23), "đến hạn hôm nay", "soon"),
        (date(2026, 11, 26), "còn 3 ngày", "soon"),
        (date(2026, 11, 27), "còn 4 ngày", "plain"),
    ],
)
def test_a_due_day_is_shown_as_a_distance(due, words, tone):
    assert formats.distance(due, date(2026, 11, 23)) == (words, tone)


@pytest.mark.parametrize("text", ["10/04/2016", "10/4/2016", " 2016-04-10 ", "10-04-2016", "10.04.2016"])
def test_a_day_may_be_written_in_every_usual_way(text):
    assert as_of.day_from(text) == date(2016, 4, 10)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hôm qua", "không phải là một ngày"),
        ("31/02/2016", "Không có ngày 31/02/2016"),
        ("01/01/1900", "chỉ có số liệu từ"),
    ],
)
def test_a_bad_day_is_answered_with_one_clear_sentence(text, said):
    with pytest.raises(as_of.BadDay, match=said):
        as_of.day_from(text)
