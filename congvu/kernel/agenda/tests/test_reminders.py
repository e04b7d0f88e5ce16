"""Nhắc việc: one digest a morning for each account, over a real mail server; never twice, never lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from congvu.kernel import scope
from congvu.kernel.access import NotPermitted
from congvu.kernel.agenda import AlreadyUrged, actions, jobs, preferences, reminding
from congvu.kernel.agenda.models import Obligation, Reminder
from congvu.kernel.agenda.states import Delivery
from congvu.kernel.agenda.tests import make
from congvu.kernel.agenda.tests.post_office import post_office
from congvu.kernel.audit.models import Fact

MORNING = make.at("2026-03-12T07:00")

__all__ = ["post_office"]


@pytest.fixture
def place(db):
    with scope.within(["970000"]):
        made = make.place()
    by = made.officer(made.an)
    make.due(made.ward, "2026-03-10", "thu/qua-han", by=by)
    make.due(made.ward, "2026-03-13", "thu/mai", by=by)
    make.due(made.ward, "2026-03-30", "thu/xa", by=by)
    return made


def _states(channel="email"):
    with scope.within(["970000"]):
        return sorted(Reminder.objects.filter(channel=channel).values_list("user__username", "state"))


def test_one_digest_a_morning_tells_the_nearest_unit_what_is_overdue_and_what_is_soon_due(place, post_office):
    jobs.remind_at(MORNING)

    [letter] = post_office.letters
    text = letter.get_body(("plain",)).get_content()
    assert letter["To"] == "an@thu.example"
    assert letter["Subject"].strip() == "Công Vụ nhắc việc: 1 việc quá hạn, 1 việc sắp đến hạn"
    assert "Kính gửi Nguyễn Văn An" in text
    assert text.index("Việc thử thu/qua-han") < text.index("quá hạn 2 ngày") < text.index("Việc thử thu/mai")
    assert "https://congvu.example.gov.vn/can-cu-phap-ly/" in text and "thu/xa" not in text
    assert letter["List-Unsubscribe"] == "<https://congvu.example.gov.vn/tai-khoan/nhac-viec/>"


def test_the_letter_says_the_same_as_a_page_and_travels_as_encoded_words(place, post_office):
    jobs.remind_at(MORNING)

    [letter] = post_office.letters
    page = letter.get_body(("html",)).get_content()
    assert '<a href="https://congvu.example.gov.vn/can-cu-phap-ly/"' in page and "Hạn 17:00 ngày 13/03/2026" in page
    assert post_office.raw[0].partition(b"\r\n\r\n")[0].isascii()


def test_the_digest_of_a_morning_goes_out_once(place, post_office):
    for minutes in (0, 10, 20):
        jobs.remind_at(MORNING + timedelta(minutes=minutes))

    assert post_office.sent_to() == ["an@thu.example"]


@pytest.mark.parametrize("at", ["2026-03-12T06:50", "2026-03-12T18:00", "2026-03-14T07:00"])
def test_nobody_is_reminded_at_night_or_on_a_day_off(place, post_office, at):
    jobs.remind_at(make.at(at))

    assert post_office.letters == []


def test_a_duty_done_before_the_letter_leaves_is_not_told(place, post_office):
    with scope.within(["970000"]):
        reminding.plan(on=make.DAY)
        actions.close("thu.viec", "thu/qua-han", on=make.DAY)
        actions.close("thu.viec", "thu/mai", on=make.DAY)

    jobs.remind_at(MORNING)

    assert post_office.letters == []


def test_a_letter_that_the_server_refuses_waits_and_holds_nobody_up(place, post_office):
    make.due(place.beside, "2026-03-10", by=place.officer(place.binh))
    post_office.refused.add("an@thu.example")
    jobs.remind_at(MORNING)
    assert post_office.sent_to() == ["binh@thu.example"]
    with scope.within(["970000"]):
        kept = Reminder.objects.filter(channel="email", user=place.an).order_by("pk")[0]
    assert (kept.state, kept.tries) == (Delivery.WAITING, 1)
    assert "451" in kept.answer

    post_office.refused.clear()
    jobs.remind_at(MORNING + timedelta(minutes=5))
    jobs.remind_at(MORNING + timedelta(minutes=10))

    assert post_office.sent_to() == ["an@thu.example", "binh@thu.example"]


def test_what_never_went_out_stays_written_with_what_the_server_said(place, post_office):
    post_office.refused.add("an@thu.example")
    with scope.within(["970000"]):
        reminding.plan(on=make.DAY)

    for days in range(reminding.TRIES + 1):
        reminding.send_waiting(at=MORNING + timedelta(days=days))

    assert _states() == [("an", "failed"), ("an", "failed")]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_one_letter(post_office):
    with scope.within(["970000"]):
        place = make.place()
    make.due(place.ward, "2026-03-10", by=place.officer(place.an))
    together = Barrier(2)

    def work(_):
        together.wait()
        jobs.remind_at(MORNING)
        connection.close()

    with ThreadPoolExecutor(2) as workers:
        list(workers.map(work, range(2)))
    jobs.remind_at(MORNING + timedelta(minutes=10))

    assert post_office.sent_to() == ["an@thu.example"]
    assert _states() == [("an", "sent")]


@pytest.mark.parametrize(
    ("wanted", "days", "off", "letters"),
    [
        (["page"], [3, 1, 0], False, 0),
        (["email"], [], True, 0),
        (["email"], [], False, 1),
        (["email", "page"], [1], False, 1),
    ],
)
def test_an_account_is_reminded_as_it_chose(place, post_office, wanted, days, off, letters):
    with scope.within(scope.Sight(["970000"], user=place.an.pk)):
        preferences.choose(place.an, wanted=wanted, days_before=days, off=off, email="an@thu.example")

    jobs.remind_at(MORNING)

    assert len(post_office.letters) == letters
    assert all(("sắp đến hạn" in letter["Subject"]) is bool(days) for letter in post_office.letters)


def test_without_a_mail_server_the_page_alone_reminds(place, settings):
    settings.EMAIL_HOST = ""

    jobs.remind_at(MORNING)

    assert (_states(), _states("page")) == ([], [("an", "sent"), ("an", "sent")])


def test_a_head_urges_an_overdue_duty_once_a_day(place, post_office):
    head = place.officer(place.dung)
    with scope.within(["970000"]):
        owed = Obligation.objects.get(case="thu/qua-han")
        reminding.plan(on=make.DAY)
        reminding.urge(owed, by=head, on=make.DAY)
        with pytest.raises(AlreadyUrged, match="mỗi việc chỉ nhắc một lần trong ngày"):
            reminding.urge(owed, by=head, on=make.DAY)
        told = Fact.objects.get(label="Đôn đốc")
    jobs.remind_at(MORNING)

    assert (told.actor_name, told.unit_id) == ("Lê Văn Dũng", place.ward.pk)
    assert post_office.sent_to() == ["an@thu.example", "an@thu.example"]
    subjects = [str(letter["Subject"]).strip() for letter in post_office.letters]
    assert "Lê Văn Dũng nhắc việc quá hạn: Việc thử thu/qua-han" in subjects


def test_only_a_head_urges_and_only_what_is_overdue(place):
    with scope.within(["970000"]):
        late, soon = (Obligation.objects.get(case=f"thu/{case}") for case in ("qua-han", "mai"))
        with pytest.raises(NotPermitted):
            reminding.urge(late, by=place.officer(place.an), on=make.DAY)
        with pytest.raises(AlreadyUrged, match="không quá hạn"):
            reminding.urge(soon, by=place.officer(place.dung), on=make.DAY)
