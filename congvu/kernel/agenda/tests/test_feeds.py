"""Lịch riêng: what a phone reads at the private address, and how long the address holds."""

import pytest
from icalendar import Calendar

from congvu.kernel import scope
from congvu.kernel.agenda import preferences
from congvu.kernel.agenda.feeds import calendar_of_duties
from congvu.kernel.agenda.tests import make

NAME = "Xác nhận danh sách, bản “cuối”; rất dài " * 5


@pytest.fixture
def place(db):
    with scope.within(["970000"]):
        yield make.place()


def test_a_duty_is_an_event_that_ends_at_its_due_time_in_vietnam(place):
    owed = make.opened(place.ward, by=place.officer(place.an), title=NAME)

    written = calendar_of_duties([owed], name="Nguyễn Văn An", at=make.at("2026-03-12T08:00"))

    calendar = Calendar.from_ical(written)
    [event] = calendar.walk("VEVENT")
    assert (event["SUMMARY"], event["UID"]) == (f"Hạn: {NAME}"[:305], f"viec-{owed.pk}@127.0.0.1")
    assert event.decoded("DTEND") == make.at("2026-03-17T17:00")
    assert event["DTEND"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Ho_Chi_Minh"]
    assert "Hết hạn lúc 17:00 ngày 17/03/2026." in str(event["DESCRIPTION"])
    assert max(len(line) for line in written.split(b"\r\n")) <= 75


def test_an_address_leads_to_its_account_until_it_is_renewed_or_revoked(place):
    with scope.within(scope.Sight([], user=place.an.pk)):
        assert preferences.token_of(place.an) == ""
        first = preferences.renew_feed(place.an)
        assert (preferences.token_of(place.an), preferences.account_behind(first)) == (first, place.an)
        second = preferences.renew_feed(place.an)

    assert (preferences.account_behind(first), preferences.account_behind(second)) == (None, place.an)

    with scope.within(scope.Sight([], user=place.an.pk)):
        preferences.revoke_feed(place.an)
    assert preferences.account_behind(second) is None


@pytest.mark.parametrize("token", ["", "1", "999999-" + "0" * 64, "1-" + "é" * 64, "9" * 40 + "-" + "0" * 64])
def test_a_guessed_address_leads_nowhere(place, token):
    assert preferences.account_behind(token) is None


def test_the_address_of_a_closed_account_leads_nowhere(place):
    with scope.within(scope.Sight([], user=place.an.pk)):
        token = preferences.renew_feed(place.an)
    place.an.is_active = False
    place.an.save(update_fields=["is_active"])

    assert preferences.account_behind(token) is None
