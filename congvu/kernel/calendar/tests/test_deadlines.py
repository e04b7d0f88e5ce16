from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvu.kernel.calendar import (
    ZONE,
    CalendarUnknown,
    DayDecision,
    Limit,
    Pause,
    Session,
    TimeUnit,
    WeekPlan,
    WorkingCalendar,
    deadline,
)

STATE = WorkingCalendar()
_DAY = (Session(time(7, 30), time(11, 30)), Session(time(13, 0), time(17, 0)))
DESK = WorkingCalendar(plans=(WeekPlan(dict.fromkeys(range(5), _DAY), cut_offs=dict.fromkeys(range(5), time(15, 0))),))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def due(received, limit, calendar=STATE, pauses=()):
    return deadline(at(received), Limit.parse(limit), calendar, pauses).due_at


@pytest.mark.parametrize(
    ("received", "limit", "expected"),
    [
        pytest.param("2026-03-12T09:30", "3 working days", "2026-03-17T17:00", id="over a weekend"),
        pytest.param("2026-03-16T07:00", "1 working day", "2026-03-17T17:00", id="before opening"),
        pytest.param("2026-03-16T17:00", "1 working day", "2026-03-17T17:00", id="at closing time"),
        pytest.param("2026-03-16T17:01", "1 working day", "2026-03-18T17:00", id="after closing time"),
        pytest.param("2026-03-14T10:00", "1 working day", "2026-03-17T17:00", id="on a Saturday"),
        pytest.param("2026-08-20T09:30", "3 working days", "2026-08-24T17:00", id="a Saturday worked instead"),
        pytest.param("2026-08-28T09:30", "1 working day", "2026-09-03T17:00", id="a swapped day and National Day"),
        pytest.param("2026-02-13T09:30", "2 working days", "2026-02-24T17:00", id="over Tết"),
        pytest.param("2015-02-13T09:30", "1 working day", "2015-02-14T17:00", id="the worked Saturday before Tết 2015"),
    ],
)
def test_a_limit_in_working_days_ends_at_the_closing_time_of_its_last_day(received, limit, expected):
    assert due(received, limit) == at(expected)


@pytest.mark.parametrize(
    ("received", "expected"),
    [("2026-03-12T14:59", "2026-03-13"), ("2026-03-12T15:00", "2026-03-13"), ("2026-03-12T15:01", "2026-03-16")],
)
def test_filing_after_the_cut_off_counts_as_the_next_working_day(received, expected):
    assert due(received, "1 working day", DESK) == at(f"{expected}T17:00")


@pytest.mark.parametrize(
    ("received", "limit", "expected"),
    [
        pytest.param("2026-03-12T09:30", "4 working hours", "2026-03-12T15:00", id="over lunch"),
        pytest.param("2026-03-12T09:30", "8 working hours", "2026-03-13T09:30", id="a full day later"),
        pytest.param("2026-03-13T09:30", "8 working hours", "2026-03-16T09:30", id="over a weekend"),
        pytest.param("2026-03-12T09:30", "2 working hours", "2026-03-12T11:30", id="up to lunch"),
        pytest.param("2026-03-12T12:00", "1 working hour", "2026-03-12T14:00", id="filed at lunch"),
        pytest.param("2026-03-12T17:30", "1 working hour", "2026-03-13T08:30", id="filed in the evening"),
    ],
)
def test_a_limit_in_working_hours_counts_from_the_minute_of_receipt(received, limit, expected):
    assert due(received, limit) == at(expected)


@pytest.mark.parametrize(
    ("received", "limit", "expected"),
    [
        pytest.param("2026-03-12T09:30", "15 days", "2026-03-27T17:00", id="last day worked"),
        pytest.param("2026-03-13T09:30", "15 days", "2026-03-30T17:00", id="last day a Saturday"),
        pytest.param("2026-04-15T09:30", "15 days", "2026-05-04T17:00", id="last day a holiday before a weekend"),
        pytest.param("2026-01-12T09:30", "2 months", "2026-03-12T17:00", id="same day of a later month"),
        pytest.param("2025-12-31T09:30", "2 months", "2026-03-02T17:00", id="a month without such a day"),
        pytest.param("2024-01-31T09:30", "1 month", "2024-02-29T17:00", id="leap year"),
        pytest.param("2025-11-14T09:30", "12 months", "2026-11-16T17:00", id="a year, to the Monday"),
    ],
)
def test_a_last_day_that_is_not_worked_moves_to_the_next_worked_day(received, limit, expected):
    assert due(received, limit) == at(expected)


def pause(since, until):
    return Pause(at(since), at(until), "chờ bổ sung hồ sơ")


@pytest.mark.parametrize(
    ("pauses", "expected"),
    [
        pytest.param([pause("2026-03-17T10:00", "2026-03-19T09:00")], "2026-03-20", id="two days"),
        pytest.param([pause("2026-03-17T10:00", "2026-03-17T16:00")], "2026-03-18", id="within a day"),
        pytest.param([pause("2026-03-18T10:00", "2026-03-20T09:00")], "2026-03-20", id="stopped on the last day"),
        pytest.param([pause("2026-04-01T10:00", "2026-04-03T09:00")], "2026-03-18", id="after the end"),
        pytest.param(
            [pause("2026-03-17T10:00", "2026-03-18T09:00"), pause("2026-03-18T10:00", "2026-03-19T09:00")],
            "2026-03-20",
            id="two pauses",
        ),
    ],
)
def test_days_on_which_the_clock_stood_do_not_count(pauses, expected):
    assert due("2026-03-16T09:30", "2 working days", pauses=pauses) == at(f"{expected}T17:00")


def test_hours_and_calendar_days_stand_still_too():
    stopped = [pause("2026-03-12T10:00", "2026-03-13T10:00")]

    assert due("2026-03-12T09:30", "4 working hours", pauses=stopped) == at("2026-03-13T15:00")
    assert due("2026-03-12T09:30", "14 days", pauses=stopped) == at("2026-03-27T17:00")


def test_every_step_of_the_arithmetic_is_written_down():
    found = deadline(at("2026-08-20T16:30"), Limit.parse("3 ngày làm việc"), DESK)

    assert [line.reason for line in found.trace] == [
        "Tiếp nhận lúc 16:30 thứ Năm, 20/08/2026, sau giờ ngừng nhận 15:00 nên tính như tiếp nhận lúc 07:30 ngày "
        "21/08/2026; ngày tiếp nhận không tính.",
        "Ngày làm việc thứ 1 (làm bù cho ngày nghỉ hoán đổi 31/08/2026).",
        "Không tính: Chủ nhật.",
        "Ngày làm việc thứ 2.",
        "Ngày làm việc thứ 3.",
        "Hết hạn lúc 17:00 thứ Ba, 25/08/2026 (hết giờ làm việc).",
    ]
    assert found.trace[0].as_dict()["day"] == "2026-08-20"
    assert str(found.trace[-1].cites).startswith("Điều 148 Bộ luật Dân sự năm 2015")


def test_the_civil_code_of_the_day_is_cited():
    found = deadline(at("2016-04-11T09:30"), Limit.parse("1 working day"), STATE)

    assert "33/2005/QH11" in str(found.trace[0].cites)
    assert "33/2005/QH11" in str(found.trace[-1].cites)


def test_a_moment_without_a_zone_is_vietnamese_time_and_any_other_zone_is_converted():
    here = deadline(datetime(2026, 3, 12, 9, 30), Limit.parse("1 working hour"), STATE)  # noqa: DTZ001
    there = deadline(datetime(2026, 3, 12, 2, 30, tzinfo=UTC), Limit.parse("1 working hour"), STATE)

    assert here.due_at == there.due_at == at("2026-03-12T10:30")


def test_a_new_holiday_decision_moves_the_due_time():
    decided = STATE.with_decisions([DayDecision(date(2026, 3, 13), False, "nghỉ theo quyết định")])

    assert due("2026-03-12T09:30", "1 working day", decided) == at("2026-03-16T17:00")


def test_a_limit_beyond_the_calendar_is_refused():
    with pytest.raises(CalendarUnknown, match="2100"):
        due("2099-12-01T09:30", "24 months")
    with pytest.raises(ValueError, match="sau thời điểm tạm dừng"):
        pause("2026-03-13T10:00", "2026-03-12T10:00")


moments = st.datetimes(datetime(2010, 1, 1), datetime(2030, 12, 31)).map(lambda moment: moment.replace(tzinfo=ZONE))  # noqa: DTZ001
limits = st.builds(
    lambda amount, unit: Limit(amount if unit is not TimeUnit.MONTHS else amount % 6 + 1, unit),
    st.integers(1, 60),
    st.sampled_from(TimeUnit),
)
pauses_near = st.lists(
    st.tuples(st.integers(-10, 2000), st.integers(0, 500)), max_size=3
)  # hours from the receipt, and hours long


def stops(received, spans):
    return [
        Pause(received + timedelta(hours=start), received + timedelta(hours=start + length), "tạm dừng")
        for start, length in spans
    ]


@given(moments, limits, pauses_near, st.tuples(st.integers(-10, 2000), st.integers(0, 500)))
def test_a_further_pause_never_makes_a_due_time_earlier(received, limit, spans, further):
    before = deadline(received, limit, DESK, stops(received, spans))
    after = deadline(received, limit, DESK, stops(received, [*spans, further]))

    assert after.due_at >= before.due_at


@given(moments, limits)
def test_a_longer_limit_never_ends_earlier(received, limit):
    longer = Limit(limit.amount + 1, limit.unit)

    assert deadline(received, longer, STATE).due_at >= deadline(received, limit, STATE).due_at


@given(moments, st.integers(0, 10_000), limits)
def test_a_later_receipt_never_ends_earlier(received, minutes, limit):
    later = received + timedelta(minutes=minutes)

    assert deadline(later, limit, STATE).due_at >= deadline(received, limit, STATE).due_at


@given(moments, limits)
def test_a_due_time_lies_after_the_receipt_within_working_time(received, limit):
    found = deadline(received, limit, STATE).due_at
    day = STATE.day(found.date())

    assert found > received
    assert day.works
    assert any(session.opens <= found.time() <= session.closes for session in day.sessions)
