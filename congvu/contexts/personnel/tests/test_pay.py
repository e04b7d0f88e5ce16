"""Rank, step and kind of staff: changed by a decision alone, and the one before ends on that day."""

from datetime import date

import pytest
from django.test import Client

from congvu.contexts.personnel import actions
from congvu.contexts.personnel.models import RankHolding, Service
from congvu.contexts.personnel.rules import NotFit
from congvu.contexts.personnel.tests import at_the_desk, make
from congvu.kernel import scope

pytestmark = pytest.mark.django_db
PAPER = {"number": "12/QĐ-UBND", "signed_on": "28/03/2016", "issuer": "UBND quận Mẫu", "paper_kind": "classify"}
GROUND = actions.Ground("12/QĐ-UBND", date(2016, 3, 28))


@pytest.fixture
def place():
    with scope.within(["900000"]):
        return make.place()


@pytest.fixture
def officer(place) -> Client:
    return at_the_desk.seated("an", "Nguyễn Văn An", place.district)


@pytest.fixture
def person(place):
    with scope.within(["900000"]):
        return make.person(place, "Lê Văn Tám", ranks=(actions.RankSpell("01.003", date(2010, 1, 1), step=1),))


def _ranks(person):
    with scope.within(["900000"]):
        held = RankHolding.objects.filter(person=person).order_by("valid")
        return [(rank.rank, rank.step, rank.starts_on, rank.valid.upper) for rank in held]


def test_a_step_is_shown_before_it_is_written_and_ends_the_one_before(officer, person):
    page = at_the_desk.address(person, "ngach-bac")
    said = {"rank": "01.003", "step": "3", "coefficient": "3,00", "since": "01/04/2016", **PAPER}

    asked = at_the_desk.sent(officer, page, said)
    told = at_the_desk.told(officer, at_the_desk.confirmed(officer, page, said))

    words = "Từ ngày 01/04/2016, ông Lê Văn Tám hưởng Chuyên viên (01.003), bậc 3, hệ số 3,00."
    assert words in at_the_desk.words(asked) and words in told
    since = date(2016, 4, 1)
    assert _ranks(person) == [("01.003", 1, date(2010, 1, 1), since), ("01.003", 3, since, None)]
    assert at_the_desk.facts(person)[-1] == "personnel.RankRecorded"


def test_no_rank_without_a_decision(officer, person):
    answer = at_the_desk.sent(
        officer, at_the_desk.address(person, "ngach-bac"), {"rank": "01.003", "since": "01/04/2016"}
    )

    assert answer.status_code == 422 and "Chưa ghi số quyết định" in at_the_desk.words(answer)


def test_a_rank_that_is_known_late_gives_way_to_the_one_after_it(place, person):
    with scope.within(["900000"]):
        late = actions.RankSpell("01.004", date(2005, 1, 1), ground=GROUND)
        actions.record_rank(person, late, by=place.by, on=make.DAY)

        with pytest.raises(NotFit):
            actions.record_rank(person, late, by=place.by, on=make.DAY)

    assert _ranks(person)[0] == ("01.004", None, date(2005, 1, 1), date(2010, 1, 1))


def test_who_becomes_a_civil_servant_was_something_else_until_then(place, officer, person):
    with scope.within(["900000"]):
        first = actions.ServiceSpell("contract_worker", date(2010, 1, 1), ground=GROUND)
        actions.record_service(person, first, by=place.by, on=make.DAY)
    said = {"kind": "civil_servant", "since": "01/04/2016", **PAPER, "paper_kind": "recruit"}

    told = at_the_desk.told(officer, at_the_desk.confirmed(officer, at_the_desk.address(person, "loai"), said))

    assert "Từ ngày 01/04/2016, ông Lê Văn Tám là công chức." in told
    with scope.within(["900000"]):
        kinds = Service.objects.filter(person=person).order_by("valid").values_list("kind", "valid")
        assert [(kind, valid.upper) for kind, valid in kinds] == [
            ("contract_worker", date(2016, 4, 1)),
            ("civil_servant", None),
        ]
