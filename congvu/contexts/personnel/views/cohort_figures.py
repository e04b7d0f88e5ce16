"""Số liệu của một nhóm: how many, over the years, and how they are made up; each figure leads to its people."""

from collections import Counter
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.queries import cohorts as asking
from congvu.contexts.personnel.queries.staff import AGE_BANDS, OLDEST
from congvu.contexts.personnel.states import Sex, Subject
from congvu.contexts.personnel.tables.people import level
from congvu.contexts.personnel.tables.place import PARAMETER, Place
from congvu.web import as_of, formats
from congvu.web.frame import address
from congvu.web.parts import Bar, Bars
from congvu.web.request import Request

_MOST_UNITS = 8
_UNKNOWN = "Chưa có thông tin"
Part = Counter[Any]
Ask = dict[str, str]


def figures(request: Request, place: Place, question: asking.Question) -> dict[str, Any]:
    """What the page shows above the names."""
    made = asking.made_up(question)
    years = asking.over_years(question)
    return {
        "total": made.total,
        "years": [_year(request, day, number) for day, number in years],
        "series": [number for _day, number in years if number is not None],
        "charts": _charts(place, question, made) if made.total else [],
        "by_unit": _by_unit(made.by["post__unit"], question, place) if made.total else None,
    }


def _year(request: Request, day: Any, number: int | None) -> tuple[Any, str, str]:
    """The day, the number in words, and where its people are."""
    if number is None:
        return day, "", ""
    url = address(request, without=("tiep",), **{as_of.PARAMETER: f"{day:%Y-%m-%d}"})
    return day, formats.number(number), url


def _charts(place: Place, question: asking.Question, made: asking.MakeUp) -> list[Bars]:
    """Those that tell something: of a group of women alone the split by sex would be one full bar."""
    made_of = [
        _chart("Giới tính", _by_sex(made.by["sex"]), question, place),
        _chart("Nhóm tuổi", _by_age(made.by["age_band"]), question, place),
        _chart("Chuyên môn", _by_level(made.by["professional"]), question, place),
    ]
    return [chart for chart in made_of if len(chart.bars) > 1]


def _chart(label: str, parts: list[tuple[str, int, Ask]], question: asking.Question, place: Place) -> Bars:
    total = sum(number for _words, number, _ask in parts)
    bars = [
        Bar(words, number, _of(number, total), url=_narrower(question, place, ask) if ask else "")
        for words, number, ask in parts
        if number
    ]
    most = max(bars, key=lambda bar: bar.value)
    return Bars(f"{label}: đông nhất là {_lower(most.label)}", bars, label=label, whole=float(total))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _of(number: int, total: int) -> str:
    return f"{formats.number(number)} · {formats.percent(number * 100 / total, 1)}"


def _by_sex(counted: Part) -> list[tuple[str, int, Ask]]:
    known = [(str(label), counted[value], {"gioi": value}) for value, label in Sex.choices]
    return [*known, (_UNKNOWN, counted[""], {})]


def _by_age(counted: Part) -> list[tuple[str, int, Ask]]:
    ages = [age for age, _label in AGE_BANDS]
    under = [{"tuoi-duoi": str(ages[0])}] + [
        {"tuoi-tu": str(low), "tuoi-duoi": str(high)} for low, high in zip(ages, ages[1:], strict=False)
    ]
    bands = [(label, counted[label], ask) for (_age, label), ask in zip(AGE_BANDS, under, strict=True)]
    return [*bands, (OLDEST, counted[OLDEST], {"tuoi-tu": str(ages[-1])}), (_UNKNOWN, counted[""], {})]


def _by_level(counted: Part) -> list[tuple[str, int, Ask]]:
    known = sorted((value for value in counted if value), reverse=True)
    levels = [
        (
            level(Subject.PROFESSIONAL, value),
            counted[value],
            {"chuyen-mon-tu": str(value), "chuyen-mon-den": str(value)},
        )
        for value in known
    ]
    return [*levels, ("Hồ sơ chưa ghi", counted[0], {})]


def _by_unit(counted: Part, question: asking.Question, place: Place) -> Bars:
    most = counted.most_common(_MOST_UNITS)
    names = organisations.described([key for key, _number in most], on=place.on)
    parts: list[tuple[str, int, Ask]] = [(names[key].name, number, {PARAMETER: str(key)}) for key, number in most]
    rest = sum(counted.values()) - sum(number for _key, number in most)
    chart = _chart("Đơn vị", [*parts, ("Các đơn vị khác", rest, {})], question, place)
    return replace(chart, title=f"Đơn vị: đông nhất là {parts[0][0]}")


def _narrower(question: asking.Question, place: Place, ask: Ask) -> str:
    """The same conditions with one more, or of one unit."""
    given = {**{PARAMETER: [str(place.unit.pk)]}, **question.chosen.given, **{name: [ask[name]] for name in ask}}
    return f"{reverse('personnel:cohort_new')}?{urlencode(given, doseq=True)}"
