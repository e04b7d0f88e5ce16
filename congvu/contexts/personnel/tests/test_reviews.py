"""A round of review: what units owe, what they report, and what the office sees of it."""

from datetime import date

import pytest

from congvu.contexts.personnel import actions
from congvu.contexts.personnel.actions import reviews
from congvu.contexts.personnel.actions.completeness import reckon_due
from congvu.contexts.personnel.models import FileReview
from congvu.contexts.personnel.queries import reviews as queries
from congvu.contexts.personnel.tests import make
from congvu.kernel import scope
from congvu.kernel.agenda.models import Obligation
from congvu.kernel.calendar import ZONE

OPENED, DUE = date(2016, 4, 11), date(2016, 4, 29)


@pytest.fixture
def at(db):
    with scope.within(scope.everything(["900000"])):
        yield make.place()


def _open(at, units=None):
    entry = reviews.ReviewEntry("Rà soát quý II", units or [at.office.pk, at.ward.pk], DUE, 90)
    return reviews.open_review(entry, unit_id=at.district.pk, by=at.by, on=OPENED)


def _owed(review):
    return set(Obligation.objects.filter(case=str(review.pk), closed_on=None).values_list("unit_id", flat=True))


def test_every_unit_asked_owes_a_report_by_the_closing_of_the_day(at):
    review = _open(at)

    owed = Obligation.objects.filter(case=str(review.pk)).order_by("pk")
    assert {each.unit_id for each in owed} == {at.office.pk, at.ward.pk}
    assert {each.due_at.astimezone(ZONE).strftime("%d/%m/%Y %H:%M") for each in owed} == {"29/04/2016 17:00"}


def test_a_report_keeps_where_the_files_stood_and_ends_the_duty(at):
    person = make.person(at, "Nguyễn Văn An")
    reckon_due(on=OPENED)
    review = _open(at)
    actions.file_item(person, actions.ItemEntry("trip", none=True), by=at.by, on=date(2016, 4, 20))
    reckon_due(on=date(2016, 4, 20))

    told = reviews.report_review(review, at.office.pk, remark="Đã bổ sung", by=at.by, on=date(2016, 4, 21))

    assert told.filled_after == told.filled_before + 1
    assert _owed(review) == {at.ward.pk}
    first = queries.progress(review, on=date(2016, 4, 21))[0]
    assert first.name == "Phòng Nội vụ" and first.gain is not None and first.gain > 0


def test_a_unit_reports_once_and_only_while_the_round_is_open(at):
    review = _open(at)
    reviews.report_review(review, at.office.pk, remark="", by=at.by, on=date(2016, 4, 21))

    with pytest.raises(reviews.NotPossible, match="đã báo cáo ngày 21/04/2016"):
        reviews.report_review(review, at.office.pk, remark="", by=at.by, on=date(2016, 4, 22))
    reviews.close_review(review, by=at.by, on=date(2016, 4, 30))
    with pytest.raises(reviews.NotPossible, match="đã kết thúc ngày 30/04/2016"):
        reviews.report_review(review, at.ward.pk, remark="", by=at.by, on=date(2016, 5, 1))

    assert _owed(review) == set()


def test_moving_the_day_moves_what_is_still_owed(at):
    review = _open(at)
    reviews.report_review(review, at.office.pk, remark="", by=at.by, on=date(2016, 4, 21))

    reviews.extend_review(review, due_on=date(2016, 5, 6), reason="Nghỉ lễ", by=at.by, on=date(2016, 4, 25))

    owed = Obligation.objects.get(case=str(review.pk), closed_on=None)
    assert owed.due_at.astimezone(ZONE).date() == date(2016, 5, 6)


@pytest.mark.parametrize("due_on", [date(2016, 4, 10), OPENED])
def test_a_round_is_due_after_the_day_it_opens(at, due_on):
    entry = reviews.ReviewEntry("Rà soát", [at.office.pk], due_on, 90)

    with pytest.raises(reviews.NotPossible):
        reviews.open_review(entry, unit_id=at.district.pk, by=at.by, on=OPENED)

    assert not FileReview.objects.exists()


def test_units_of_others_are_not_asked(at):
    entry = reviews.ReviewEntry("Rà soát", [at.office.pk, at.district.pk], DUE, 90)

    with pytest.raises(reviews.NotPossible, match="1 đơn vị"):
        reviews.open_review(entry, unit_id=at.office.pk, by=at.by, on=OPENED)


def test_a_round_of_many_units_is_read_with_as_many_queries_as_of_one(at, django_assert_num_queries):
    small, large = _open(at, [at.office.pk]), _open(at, [at.office.pk, at.ward.pk])

    for review in (small, large):
        with django_assert_num_queries(3):
            queries.progress(review, on=OPENED)
