"""Whose duty it is, who may see it, and what the board counts; the day before, the day and the day after."""

from datetime import date

import pytest

from congvu.kernel import scope
from congvu.kernel.access import officer_of
from congvu.kernel.agenda import Holder, actions, queries
from congvu.kernel.agenda.models import Obligation
from congvu.kernel.agenda.states import State
from congvu.kernel.agenda.tests import make
from congvu.kernel.scope.models import PersonIdentity

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    with scope.within(["970000"]):
        return make.place()


def _mine(user, *, on=make.DAY):
    officer = officer_of(user, on=on)
    with scope.within(scope.Sight(officer.paths, user=user.pk)):
        return [owed.case for owed in queries.mine(officer).duties]


def test_a_duty_waits_for_those_whose_role_allows_it_in_their_branch(place):
    make.opened(place.ward, by=place.officer(place.an))
    inspector = make.account("thanh-tra", "Thanh Tra", "inspector", place.ward)

    assert _mine(place.an) == _mine(place.dung) == ["thu/1"]
    assert _mine(place.binh) == _mine(inspector) == []


def test_a_duty_of_one_account_is_seen_by_that_account_alone_even_without_a_role(place):
    chi = make.account("chi", "Phạm Thị Chi")
    make.opened(place.ward, by=place.officer(place.an), holder=Holder(place.ward.pk, user_id=chi.pk), permission="")

    assert _mine(chi) == ["thu/1"]
    assert _mine(place.an) == _mine(place.dung) == []


def test_a_duty_of_a_person_is_seen_by_the_account_of_that_person(place):
    chi = make.account("chi", "Phạm Thị Chi")
    with scope.within(["970000"]):
        chi.person = PersonIdentity.objects.create(home=place.ward)
        chi.save(update_fields=["person"])
    make.opened(place.ward, by=place.officer(place.an), holder=Holder(place.ward.pk, person_id=chi.person_id))

    assert _mine(chi) == ["thu/1"]
    assert _mine(place.an) == []


def test_whoever_asked_sees_that_it_waits_for_others_and_may_take_it_back(place):
    chi = make.account("chi", "Phạm Thị Chi")
    officer = place.officer(chi)

    with scope.within(scope.Sight([], user=chi.pk)):
        actions.open_duty(make.duty(place.ward), by=officer, on=make.DAY)
        inbox = queries.mine(officer)
        withdrawn = actions.withdraw("thu.viec", "thu/1", on=make.DAY)

    assert ([owed.case for owed in inbox.waiting], inbox.duties, withdrawn) == (["thu/1"], [], 1)


def test_without_a_scope_and_an_account_nobody_owes_anything(place):
    make.opened(place.ward, by=place.officer(place.an))

    assert not Obligation.objects.exists()


def test_a_duty_follows_its_unit_to_another_place_in_the_tree(place):
    make.opened(place.ward, by=place.officer(place.an))

    place.ward.path = "970000.970002.970003"
    place.ward.save(update_fields=["path"])

    assert _mine(place.binh) == ["thu/1"]


def test_my_duties_cost_the_same_for_one_and_for_three_hundred(place, django_assert_num_queries):
    officer = place.officer(place.dung)
    with scope.within(scope.Sight(["970000"], user=place.dung.pk)):
        actions.open_duty(make.duty(place.ward), by=officer, on=make.DAY)
        with django_assert_num_queries(2):
            queries.mine(officer)
        many = [make.duty(place.ward, f"thu/{n}") for n in range(2, 301)]
        actions.open_duties(many, by=officer, on=make.DAY)
        with django_assert_num_queries(2):
            inbox = queries.mine(officer)

        assert (len(inbox.duties), inbox.more, queries.pressing(officer, on=make.DAY)) == (queries.MOST, True, 0)
        assert queries.pressing(officer, on=date(2026, 3, 17)) == queries.MOST


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-03-12", State.AHEAD),
        ("2026-03-13", State.AHEAD),
        ("2026-03-14", State.SOON),
        ("2026-03-17", State.SOON),
        ("2026-03-18", State.OVERDUE),
    ],
)
def test_a_duty_is_ahead_then_soon_due_then_overdue(place, on, state):
    make.opened(place.ward, by=place.officer(place.an))

    with scope.within(["970000"]):
        [owed] = queries.with_state(Obligation.objects.order_by("pk"), on=date.fromisoformat(on))

    assert owed.state == state


def test_the_board_counts_by_day_and_by_unit_what_its_rows_show(place):
    by = place.officer(place.an)
    for day in ("2026-03-10", "2026-03-12", "2026-03-13", "2026-03-20"):
        make.due(place.ward, day, by=by)
    make.due(place.ward, "2026-03-13", "thu/xong", by=by)
    make.due(place.beside, "2026-03-12", by=by)
    head = place.officer(place.dung)

    with scope.within(scope.Sight(head.paths, user=place.dung.pk)):
        actions.close("thu.viec", "thu/xong", on=make.DAY)
        rows = queries.board(head, on=make.DAY)
        days = queries.by_day(rows, date(2026, 3, 1), date(2026, 3, 31), on=make.DAY)
        [ward] = queries.by_unit(rows, on=make.DAY)
        rate = queries.timeliness(head.paths, date(2026, 3, 1), date(2026, 3, 31))

    assert days == {date(2026, 3, 10): 1, date(2026, 3, 12): 1, date(2026, 3, 13): 1, date(2026, 3, 20): 1}
    assert ward == {
        "unit_id": place.ward.pk, "overdue": 1, "today": 1, "week": 1, "later": 1, "paused": 0, "on_time": 1, "late": 0,
    }  # fmt: skip
    assert rate.rate == 100


def test_a_paused_duty_is_not_overdue(place):
    owed = make.due(place.ward, "2026-03-10", by=place.officer(place.an))

    with scope.within(["970000"]):
        assert queries.overdue(on=make.DAY).count() == 1
        actions.pause(owed.kind, owed.case, at=make.at("2026-03-09T10:00"), because="Chờ bổ sung hồ sơ")
        assert queries.overdue(on=make.DAY).count() == 0
