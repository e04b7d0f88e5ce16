from datetime import date

import pytest

from congvu.law import NoLawInForce, Standing
from congvu.law.retirement import Age, Worker, retirement, retirement_age, retirement_age_after_hardship

MAN = Worker("male")
WOMAN = Worker("female")


@pytest.mark.parametrize(
    ("sex", "born", "pension_from"),
    [
        ("male", date(1963, 4, 30), date(2024, 5, 1)),
        ("male", date(1965, 12, 1), date(2027, 10, 1)),
        ("male", date(1966, 3, 31), date(2028, 1, 1)),
        ("male", date(1966, 4, 1), date(2028, 5, 1)),
        ("male", date(1970, 2, 15), date(2032, 3, 1)),
        ("female", date(1968, 1, 31), date(2024, 6, 1)),
        ("female", date(1970, 12, 31), date(2028, 9, 1)),
        ("female", date(1975, 4, 30), date(2035, 1, 1)),
        ("female", date(1975, 5, 1), date(2035, 6, 1)),
        ("female", date(1980, 8, 9), date(2040, 9, 1)),
    ],
)
def test_the_pension_starts_in_the_month_of_the_annex(sex, born, pension_from):
    assert retirement(born, sex).pension_from == pension_from


@pytest.mark.parametrize(
    ("sex", "born", "pension_from"),
    [("male", date(1969, 10, 5), date(2026, 5, 1)), ("female", date(1974, 5, 5), date(2026, 6, 1))],
)
def test_after_hardship_the_pension_starts_five_years_earlier(sex, born, pension_from):
    found = retirement(born, sex, hardship=True)

    assert found.pension_from == pension_from
    assert str(found.cites).startswith("khoản 1 Điều 5 ")


@pytest.mark.parametrize(
    ("sex", "born", "retires_on", "age"),
    [
        pytest.param("male", date(1960, 12, 31), date(2020, 12, 31), Age(60, 0), id="last man at sixty"),
        pytest.param("male", date(1961, 1, 1), date(2021, 4, 30), Age(60, 3), id="first man after sixty"),
        pytest.param("female", date(1965, 12, 31), date(2020, 12, 31), Age(55, 0), id="last woman at fifty-five"),
        pytest.param("female", date(1966, 1, 1), date(2021, 5, 31), Age(55, 4), id="first woman after fifty-five"),
        pytest.param("male", date(1956, 2, 29), date(2016, 2, 29), Age(60, 0), id="leap day"),
    ],
)
def test_until_2020_men_retire_at_sixty_and_women_at_fifty_five(sex, born, retires_on, age):
    found = retirement(born, sex)

    assert (found.retires_on, found.age) == (retires_on, age)


def test_the_last_day_of_service_is_the_last_day_of_the_month_in_which_the_age_is_reached():
    found = retirement(date(1970, 2, 15), "male")

    assert found.age == Age(62, 0)
    assert found.retires_on == date(2032, 2, 29)
    assert found.because == (
        "Sinh ngày 15/02/1970. Nam trong điều kiện lao động bình thường nghỉ hưu khi đủ 62 tuổi, tức là trong tháng "
        "02/2032; nghỉ hưu vào ngày cuối tháng 29/02/2032 và hưởng lương hưu từ ngày 01/03/2032."
    )


@pytest.mark.parametrize(
    ("precision", "retires_on"),
    [("day", date(2032, 7, 31)), ("month", date(2032, 7, 31)), ("year", date(2032, 1, 31))],
)
def test_a_birth_date_without_its_month_counts_from_the_first_of_january(precision, retires_on):
    assert retirement(date(1970, 7, 20), "male", precision=precision).retires_on == retires_on


def test_years_that_nobody_checked_say_so():
    assert retirement(date(1962, 1, 1), "male").cites.standing is Standing.FROM_MEMORY
    assert retirement(date(1963, 4, 1), "male").cites.standing is Standing.VERIFIED
    assert (
        retirement(date(1955, 1, 1), "male").cites.caveat
        == "ghi theo trí nhớ, chưa đối chiếu; chưa tìm được điều khoản"
    )


@pytest.mark.parametrize(
    ("year", "men", "women"),
    [
        (2020, (60, 0), (55, 0)),
        (2021, (60, 3), (55, 4)),
        (2022, (60, 6), (55, 8)),
        (2023, (60, 9), (56, 0)),
        (2024, (61, 0), (56, 4)),
        (2025, (61, 3), (56, 8)),
        (2026, (61, 6), (57, 0)),
        (2027, (61, 9), (57, 4)),
        (2028, (62, 0), (57, 8)),
        (2029, (62, 0), (58, 0)),
        (2030, (62, 0), (58, 4)),
        (2031, (62, 0), (58, 8)),
        (2032, (62, 0), (59, 0)),
        (2033, (62, 0), (59, 4)),
        (2034, (62, 0), (59, 8)),
        (2035, (62, 0), (60, 0)),
        (2050, (62, 0), (60, 0)),
    ],
)
def test_the_age_follows_the_roadmap_and_after_hardship_lies_five_years_below_it(year, men, women):
    on = date(year, 6, 1)

    normal = [retirement_age(worker, on=on).value for worker in (MAN, WOMAN)]
    earlier = [retirement_age_after_hardship(worker, on=on).value for worker in (MAN, WOMAN)]

    assert normal == [men, women]
    assert earlier == [(years - 5, months) for years, months in (men, women)]


def test_nobody_retires_under_a_law_that_the_system_does_not_know():
    with pytest.raises(NoLawInForce, match="1962"):
        retirement(date(1890, 1, 1), "male")
