"""Nghỉ hưu: the age by year of retiring, and the day a person retires."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from . import texts
from .citations import Citation, Standing
from .rules import Finding, NoLawInForce, Rule, rule
from .sources import used

Sex = Literal["male", "female"]
Precision = Literal["day", "month", "year"]

_SEX = {"male": "Nam", "female": "Nữ"}
_EARLIER_YEARS = 5
_FIRST_LAW = date(1962, 1, 1)
_MONTH_ENDS = used(texts.RETIREMENT_AGE_2020.article(3), where="Ngày nghỉ hưu, ngày hưởng lương hưu")


class Age(NamedTuple):
    """Tuổi, theo năm và tháng."""

    years: int
    months: int

    def __str__(self) -> str:
        return f"{self.years} tuổi {self.months} tháng" if self.months else f"{self.years} tuổi"


@dataclass(frozen=True)
class Worker:
    """Người lao động: all that the rules of age may know."""

    sex: Sex


@dataclass(frozen=True)
class Retirement:
    """Nghỉ hưu của một người: age, last day of service, first day of pension, why and by which article."""

    age: Age
    retires_on: date
    pension_from: date
    because: str
    cites: Citation
    day_cites: Citation


def _normal(men: Age, women: Age) -> Callable[[Worker], tuple[Age, str]]:
    def retirement_age(worker: Worker) -> tuple[Age, str]:
        """Tuổi nghỉ hưu trong điều kiện lao động bình thường."""
        age = men if worker.sex == "male" else women
        return age, f"{_SEX[worker.sex]} trong điều kiện lao động bình thường nghỉ hưu khi đủ {age}"

    return retirement_age


def _earlier(men: Age, women: Age) -> Callable[[Worker], tuple[Age, str]]:
    def retirement_age_after_hardship(worker: Worker) -> tuple[Age, str]:
        """Tuổi nghỉ hưu thấp hơn 5 tuổi (nghề nặng nhọc, độc hại; vùng đặc biệt khó khăn; suy giảm khả năng)."""
        years, months = men if worker.sex == "male" else women
        age = Age(years - _EARLIER_YEARS, months)
        return age, f"{_SEX[worker.sex]} thuộc diện nghỉ hưu ở tuổi thấp hơn được nghỉ hưu khi đủ {age}"

    return retirement_age_after_hardship


_BEFORE_2021 = (Age(60, 0), Age(55, 0))
_ROADMAP = {
    2021: (Age(60, 3), Age(55, 4)),
    2022: (Age(60, 6), Age(55, 8)),
    2023: (Age(60, 9), Age(56, 0)),
    2024: (Age(61, 0), Age(56, 4)),
    2025: (Age(61, 3), Age(56, 8)),
    2026: (Age(61, 6), Age(57, 0)),
    2027: (Age(61, 9), Age(57, 4)),
    2028: (Age(62, 0), Age(57, 8)),
    2029: (Age(62, 0), Age(58, 0)),
    2030: (Age(62, 0), Age(58, 4)),
    2031: (Age(62, 0), Age(58, 8)),
    2032: (Age(62, 0), Age(59, 0)),
    2033: (Age(62, 0), Age(59, 4)),
    2034: (Age(62, 0), Age(59, 8)),
    2035: (Age(62, 0), Age(60, 0)),
}
_BEFORE_DECREE = texts.SOCIAL_INSURANCE_1961.as_a_whole(standing=Standing.FROM_MEMORY)
_FIRST_CHECKED_YEAR = 2023  # the annexes that were compared begin with pensions of November 2023

retirement_age = rule(cites=_BEFORE_DECREE, since=_FIRST_LAW)(_normal(*_BEFORE_2021))
retirement_age_after_hardship = rule(cites=_BEFORE_DECREE, since=_FIRST_LAW)(_earlier(*_BEFORE_2021))
for _text in (texts.LABOUR_CODE_1994, texts.LABOUR_CODE_2012):
    for _rule, _kind in ((retirement_age, _normal), (retirement_age_after_hardship, _earlier)):
        _rule.amended(cites=_text.as_a_whole(standing=Standing.FROM_MEMORY), since=_text.since or _FIRST_LAW)(
            _kind(*_BEFORE_2021)
        )
for _year, _pair in _ROADMAP.items():
    _standing = Standing.VERIFIED if _year >= _FIRST_CHECKED_YEAR else Standing.FROM_MEMORY
    _decree = texts.RETIREMENT_AGE_2020
    retirement_age.amended(cites=_decree.article(4, standing=_standing), since=date(_year, 1, 1))(_normal(*_pair))
    retirement_age_after_hardship.amended(cites=_decree.article(5, 1, standing=_standing), since=date(_year, 1, 1))(
        _earlier(*_pair)
    )


def retirement(born: date, sex: Sex, *, precision: Precision = "day", hardship: bool = False) -> Retirement:
    """Ngày nghỉ hưu: decided by the first year in which the person reaches the age set for that year.

    Of a birth date known only to the month or the year, the first day counts.
    """
    born = _presumed(born, precision)
    age_rule = retirement_age_after_hardship if hardship else retirement_age
    finding, reached = _reached(born, Worker(sex), age_rule)
    pension_from = _months_after(reached, 1)
    retires_on = pension_from - timedelta(days=1)
    because = (
        f"{_born(born, precision)} {finding.because}, tức là trong tháng {reached:%m/%Y}; "
        f"nghỉ hưu vào ngày cuối tháng {retires_on:%d/%m/%Y} và hưởng lương hưu từ ngày {pension_from:%d/%m/%Y}."
    )
    return Retirement(finding.value, retires_on, pension_from, because, finding.cites, _MONTH_ENDS)


def _reached(born: date, worker: Worker, age_rule: Rule[Worker, Age]) -> tuple[Finding[Age], date]:
    """The finding of the deciding year, and the first day of the month in which the age is reached."""
    year = max(born.year + 45, _FIRST_LAW.year)
    while True:
        finding = age_rule(worker, on=date(year, 12, 31))
        reached = _months_after(born, 12 * finding.value.years + finding.value.months)
        if reached < _FIRST_LAW:
            raise NoLawInForce("Người này đến tuổi nghỉ hưu trước năm 1962; hệ thống chưa có quy định của thời kỳ đó.")
        if reached.year <= year:
            return finding, reached
        year += 1


def _presumed(born: date, precision: Precision) -> date:
    if precision == "year":
        return born.replace(month=1, day=1)
    return born.replace(day=1) if precision == "month" else born


def _born(born: date, precision: Precision) -> str:
    if precision == "year":
        return f"Hồ sơ chỉ ghi năm sinh {born:%Y} nên tính từ ngày {born:%d/%m/%Y}."
    if precision == "month":
        return f"Hồ sơ chỉ ghi tháng sinh {born:%m/%Y} nên tính từ ngày {born:%d/%m/%Y}."
    return f"Sinh ngày {born:%d/%m/%Y}."


def _months_after(day: date, months: int) -> date:
    """The first day of the month that lies so many months after the day's month."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)
