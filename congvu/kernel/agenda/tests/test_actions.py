"""Việc phải làm: opened once, moved with the old due time kept, paused without ever coming nearer, and ended."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from congvu.kernel import scope
from congvu.kernel.agenda import Holder, actions
from congvu.kernel.agenda.models import Obligation, ObligationMove, ObligationPause
from congvu.kernel.agenda.tests import make
from congvu.kernel.agenda.timing import paused_due, read
from congvu.kernel.calendar import ZONE, WorkingCalendar, local
from congvu.kernel.scope.models import UnitIdentity


@pytest.fixture
def place(db):
    with scope.within(["970000"]):
        yield make.place()


@pytest.fixture
def an(place):
    return place.officer(place.an)


def test_a_limit_is_counted_by_the_calendar_and_its_arithmetic_is_kept(place, an):
    owed = make.opened(place.ward, by=an)

    assert local(owed.due_at) == make.at("2026-03-17T17:00")
    assert read(owed.trace)[0].startswith("12/03/2026: Tiếp nhận lúc 09:30 thứ Năm, 12/03/2026; ngày tiếp nhận")
    assert any("Không tính: thứ Bảy" in line for line in read(owed.trace))


def test_the_same_duty_opened_twice_stays_as_it_was(place, an):
    first = make.opened(place.ward, by=an)

    again = make.opened(place.ward, by=an, on=date(2026, 3, 20), title="Khác", since=make.at("2026-03-20T09:30"))

    assert (again.pk, again.title, again.due_at) == (first.pk, first.title, first.due_at)
    assert Obligation.objects.count() == 1


def test_a_closed_duty_may_be_opened_again_by_its_case(place, an):
    first = make.opened(place.ward, by=an)
    actions.close("thu.viec", "thu/1", on=make.DAY)

    assert make.opened(place.ward, by=an).pk != first.pk


def test_seven_hundred_units_are_given_a_duty_by_one_statement(place, an, django_assert_num_queries):
    units = UnitIdentity.objects.bulk_create(UnitIdentity(path=f"970000.x{n}") for n in range(700))
    duties = [make.duty(unit, "dot/1") for unit in units]

    with django_assert_num_queries(5):  # four to read the calendars
        actions.open_duties(duties, by=an, on=make.DAY)

    assert Obligation.objects.filter(case="dot/1").count() == 700


@pytest.mark.parametrize(("on", "ending"), [("2026-03-17", "on_time"), ("2026-03-18", "late")])
def test_a_duty_is_done_on_time_up_to_the_end_of_its_day(place, an, on, ending):
    owed = make.opened(place.ward, by=an)

    closed = actions.close(owed.kind, owed.case, on=date.fromisoformat(on))

    owed.refresh_from_db()
    assert (closed, owed.ending, owed.closed_on) == (1, ending, date.fromisoformat(on))
    assert actions.close(owed.kind, owed.case, on=date(2026, 4, 1)) == 0


def test_a_withdrawn_duty_is_neither_on_time_nor_late(place, an):
    owed = make.opened(place.ward, by=an)

    actions.withdraw(owed.kind, owed.case, on=date(2026, 4, 1))

    owed.refresh_from_db()
    assert owed.ending == "withdrawn"


def test_one_holder_of_a_case_may_be_done_while_the_others_still_owe(place, an):
    make.opened(place.ward, by=an)
    make.opened(place.district, by=an)

    assert actions.close("thu.viec", "thu/1", on=make.DAY, holder=Holder(place.ward.pk)) == 1

    assert Obligation.objects.get(closed_on=None).unit == place.district


def test_a_moved_duty_keeps_its_old_due_time_and_says_why(place, an):
    owed = make.opened(place.ward, by=an)

    actions.move(owed.kind, owed.case, to=make.at("2026-03-31T17:00"), because="Gia hạn lần 1.", by=an, on=make.DAY)

    owed.refresh_from_db()
    kept = ObligationMove.objects.get()
    assert (local(kept.from_due_at).day, local(kept.to_due_at).day, local(owed.due_at).day) == (17, 31, 31)
    assert read(owed.trace)[-1].endswith("từ 17:00 17/03/2026 đến 17:00 31/03/2026: Gia hạn lần 1.")


def test_a_pause_moves_the_due_time_by_the_working_days_that_it_took(place, an):
    owed = make.opened(place.ward, by=an)

    actions.pause(owed.kind, owed.case, at=make.at("2026-03-13T10:00"), because="Chờ bổ sung hồ sơ")
    owed.refresh_from_db()
    assert owed.paused_since is not None
    assert actions.pause(owed.kind, owed.case, at=make.at("2026-03-14T10:00"), because="Chờ nữa") == 0
    actions.resume(owed.kind, owed.case, at=make.at("2026-03-18T09:00"))

    owed.refresh_from_db()
    assert local(owed.due_at) == make.at("2026-03-20T17:00")
    assert not Obligation.objects.filter(paused_since__isnull=False).exists()
    assert any("tạm dừng (Chờ bổ sung hồ sơ)" in line for line in read(owed.trace))


def test_a_due_time_that_was_set_moves_with_a_pause_as_well(place, an):
    owed = make.due(place.ward, "2026-03-13", by=an, since=make.at("2026-03-12T08:00"))

    actions.pause(owed.kind, owed.case, at=make.at("2026-03-12T09:00"), because="Chờ ý kiến")
    actions.resume(owed.kind, owed.case, at=make.at("2026-03-16T09:00"))

    owed.refresh_from_db()
    assert local(owed.due_at) == make.at("2026-03-17T17:00")


_moments = st.integers(0, 24 * 40).map(lambda hours: datetime(2026, 3, 12, 6, tzinfo=ZONE) + timedelta(hours=hours))
_spans = st.lists(st.tuples(_moments, _moments).map(sorted), max_size=4)
_duties = st.sampled_from(["", "3 working days", "10 working hours", "20 days", "1 months"])


def _owed(limit):
    due = datetime(2026, 3, 20, 17, tzinfo=ZONE)
    return Obligation(counted_from=datetime(2026, 3, 12, 9, tzinfo=ZONE), limit=limit, promised_at=due, due_at=EARLY)


EARLY = datetime(2026, 3, 12, 9, tzinfo=ZONE)


def _due(limit, spans):
    pauses = [ObligationPause(since=since, until=until, reason="chờ") for since, until in spans]
    return paused_due(_owed(limit), pauses, WorkingCalendar()).due_at


@settings(max_examples=50, deadline=None)
@given(_duties, _spans, _moments, _moments)
def test_one_more_pause_never_makes_a_due_time_earlier(limit, spans, one, other):
    since, until = sorted((one, other))

    assert _due(limit, [*spans, (since, until)]) >= _due(limit, spans)


@settings(max_examples=50, deadline=None)
@given(_duties, _spans, st.lists(_moments, min_size=3, max_size=3).map(sorted))
def test_a_pause_split_in_two_changes_nothing(limit, spans, moments):
    since, middle, until = moments

    assert _due(limit, [*spans, (since, middle), (middle, until)]) == _due(limit, [*spans, (since, until)])


@pytest.mark.django_db(transaction=True)
def test_a_duty_opened_and_closed_by_many_at_once_is_owed_at_most_once():
    with scope.within(["970000"]):
        place = make.place()
    an, together = place.officer(place.an), Barrier(6)

    def act(turn):
        together.wait()
        with scope.within(["970000"]):
            if turn % 2:
                actions.close("thu.viec", "thu/1", on=make.DAY)
            else:
                actions.open_duty(make.duty(place.ward), by=an, on=make.DAY)
        connection.close()

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(act, range(6)))

    with scope.within(["970000"]):
        assert Obligation.objects.filter(closed_on=None).count() <= 1
        assert Obligation.objects.exists()
