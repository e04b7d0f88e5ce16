from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from congvu.kernel.calendar.models import DayOverride, WorkingHours
from congvu.kernel.calendar.queries import calendar_of
from congvu.kernel.scope.tests import make
from congvu.kernel.temporal.models import span

pytestmark = pytest.mark.django_db
FRIDAY, SATURDAY = date(2026, 3, 13), date(2026, 3, 14)
MORNING = [time(7, 0), time(11, 0)]


def decide(day, effect, unit=None, number="12/QĐ-UBND", decided_on=date(2026, 3, 1)):
    return DayOverride.objects.create(
        day=day, effect=effect, unit=unit, number=number, decided_on=decided_on, title="Quyết định về ngày nghỉ"
    )


def open_on(unit, weekday, times, valid, **more):
    return WorkingHours.objects.create(unit=unit, weekday=weekday, times=times, valid=valid, **more)


def test_a_unit_without_decisions_has_the_calendar_of_the_state():
    ward = make.tree().ward

    assert calendar_of(ward.pk) == calendar_of(None)


def test_a_decision_of_a_unit_holds_for_all_below_it_and_for_nobody_else():
    tree = make.tree()
    decide(FRIDAY, "off", tree.district)

    assert not calendar_of(tree.ward.pk).day(FRIDAY).works
    assert calendar_of(tree.other.pk).day(FRIDAY).works
    assert calendar_of(None).day(FRIDAY).works


def test_a_nation_wide_decision_holds_everywhere_and_names_its_paper():
    tree = make.tree()
    decide(SATURDAY, "worked", number="34/TB-BNV")

    day = calendar_of(tree.ward.pk).day(SATURDAY)

    assert day.works
    assert day.reason == "làm việc theo quyết định 34/TB-BNV"
    assert str(day.cites) == "Quyết định về ngày nghỉ (34/TB-BNV)"


def test_the_nearest_unit_decides_and_then_the_newest_decision():
    tree = make.tree()
    decide(FRIDAY, "off", tree.ward)
    decide(FRIDAY, "worked", decided_on=date(2026, 3, 9))
    assert not calendar_of(tree.ward.pk).day(FRIDAY).works

    decide(FRIDAY, "worked", tree.ward, decided_on=date(2026, 3, 10))
    assert calendar_of(tree.ward.pk).day(FRIDAY).works


def test_a_desk_opens_on_saturday_morning_for_as_long_as_its_hours_hold():
    tree = make.tree()
    open_on(tree.ward, 5, MORNING, span(date(2026, 1, 1), SATURDAY), cut_off=time(10, 0), basis="Quyết định 5/QĐ-UBND")

    calendar = calendar_of(tree.ward.pk)

    last = calendar.day(date(2026, 3, 7))
    assert (last.works, last.cut_off, last.closes_at.time()) == (True, time(10, 0), time(11, 0))
    assert not calendar.day(SATURDAY).works
    assert calendar.day(FRIDAY).closes_at.time() == time(17, 0)


def test_hours_come_from_the_unit_above_until_a_unit_sets_its_own():
    tree = make.tree()
    open_on(tree.district, 4, [time(8, 0), time(12, 0), time(13, 30), time(17, 30)], span(date(2026, 1, 1)))
    assert calendar_of(tree.ward.pk).day(FRIDAY).closes_at.time() == time(17, 30)

    open_on(tree.ward, 4, [], span(date(2026, 1, 1)))
    assert not calendar_of(tree.ward.pk).day(FRIDAY).works


def test_a_unit_has_one_plan_for_a_day_of_the_week():
    tree = make.tree()
    open_on(tree.ward, 5, MORNING, span(date(2026, 1, 1)))

    with pytest.raises(IntegrityError, match="workinghours_one_plan_a_weekday"), transaction.atomic():
        open_on(tree.ward, 5, MORNING, span(date(2026, 6, 1)))
    with pytest.raises(IntegrityError, match="workinghours_times_come_in_pairs"), transaction.atomic():
        open_on(tree.ward, 6, [time(7, 0)], span(date(2026, 1, 1)))


def test_reading_a_calendar_takes_four_questions_to_the_database(django_assert_num_queries):
    ward = make.tree().ward
    decide(FRIDAY, "off", ward)

    with django_assert_num_queries(4):
        calendar_of(ward.pk).day(FRIDAY)
