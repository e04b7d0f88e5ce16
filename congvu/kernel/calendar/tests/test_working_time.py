from datetime import date, time

import pytest
from holidays import country_holidays

from congvu.kernel.calendar import CalendarUnknown, DayDecision, Session, WeekPlan, WorkingCalendar, day_off
from congvu.kernel.calendar.swaps import OFF_FOR, WORKED_FOR
from congvu.law import Standing

STATE = WorkingCalendar()


@pytest.mark.parametrize(
    ("day", "works"),
    [
        pytest.param(date(2026, 3, 13), True, id="Friday"),
        pytest.param(date(2026, 3, 14), False, id="Saturday"),
        pytest.param(date(2026, 3, 15), False, id="Sunday"),
        pytest.param(date(1999, 9, 25), True, id="Saturday before the week of forty hours"),
        pytest.param(date(1999, 10, 2), False, id="first free Saturday"),
        pytest.param(date(2026, 1, 1), False, id="New Year"),
        pytest.param(date(2026, 2, 16), False, id="last day of the lunar year"),
        pytest.param(date(2026, 2, 20), False, id="fourth day of Tết"),
        pytest.param(date(2026, 2, 23), True, id="Monday after Tết"),
        pytest.param(date(2026, 4, 27), False, id="made up for the Hùng Kings' Sunday"),
        pytest.param(date(2026, 4, 30), False, id="Victory Day"),
        pytest.param(date(2026, 5, 1), False, id="Labour Day"),
        pytest.param(date(2026, 9, 1), False, id="second National Day"),
        pytest.param(date(2020, 9, 1), True, id="one National Day before 2021"),
        pytest.param(date(2026, 11, 24), False, id="first Culture Day"),
        pytest.param(date(2025, 11, 24), True, id="the year before it"),
        pytest.param(date(2006, 4, 7), True, id="Hùng Kings before 2007"),
    ],
)
def test_the_state_works_from_monday_to_friday_but_on_holidays(day, works):
    assert STATE.day(day).works is works


@pytest.mark.parametrize(("off", "worked"), WORKED_FOR.items())
def test_a_swapped_day_is_free_and_the_rest_day_is_worked_instead(off, worked):
    assert off.weekday() < 5
    assert worked.weekday() >= 5
    assert not STATE.day(off).works
    assert STATE.day(worked).works
    assert f"{worked:%d/%m/%Y}" in STATE.day(off).reason


def test_the_swaps_are_those_of_the_holidays_package():
    years = range(2000, 2027)
    package = country_holidays("VN", years=years, language="vi")
    off = {day for day, name in package.items() if name.startswith("Ngày nghỉ (thay cho")}

    assert {day for day in off if day.year in years} == set(WORKED_FOR)
    assert {day for day in package.weekend_workdays if day.year in years} == set(OFF_FOR)


def test_a_holiday_names_its_article():
    labour_code = day_off(date(2026, 4, 30))
    culture_day = day_off(date(2026, 11, 24))
    older = day_off(date(2016, 4, 30))

    assert labour_code is not None and str(labour_code.cites).startswith("Điều 112 Bộ luật Lao động năm 2019")
    assert culture_day is not None and culture_day.cites.standing is Standing.ARTICLE_NOT_FOUND
    assert older is not None and older.cites.standing is Standing.FROM_MEMORY


def test_the_days_of_a_later_tet_are_said_to_be_expected():
    decided, expected = day_off(date(2026, 2, 17)), day_off(date(2027, 2, 8))

    assert decided is not None and "dự kiến" not in decided.name
    assert expected is not None and "dự kiến" in expected.name


def test_a_decision_on_a_day_outweighs_the_law_and_the_week():
    storm = DayDecision(date(2026, 3, 12), False, "nghỉ tránh bão")
    saturday = DayDecision(date(2026, 3, 14), True, "làm bù")

    calendar = STATE.with_decisions([storm, saturday])

    assert (calendar.day(storm.day).works, calendar.day(storm.day).reason) == (False, "nghỉ tránh bão")
    assert calendar.day(saturday.day).closes_at.time() == time(17, 0)


def test_a_desk_may_open_on_saturday_morning():
    morning = (Session(time(7, 30), time(11, 30)),)
    desk = WorkingCalendar(plans=(WeekPlan({day: morning for day in range(6)}, since=date(2020, 1, 1)),))

    assert desk.day(date(2026, 3, 14)).works
    assert not desk.day(date(2019, 3, 16)).works


def test_hours_that_make_no_sense_are_refused():
    with pytest.raises(ValueError, match="trước giờ đóng cửa"):
        Session(time(17), time(7))
    with pytest.raises(ValueError, match="ít nhất một buổi"):
        WeekPlan({})


@pytest.mark.parametrize("day", [date(1900, 12, 31), date(2101, 1, 1)])
def test_a_day_outside_the_calendar_is_refused(day):
    with pytest.raises(CalendarUnknown, match="không có năm"):
        STATE.day(day)
