"""Posts taken and left at the desk: seen as a sentence, refused in a sentence."""

from datetime import date

import pytest
from django.test import Client

from congvu.contexts.personnel.models import Assignment
from congvu.contexts.personnel.tests import at_the_desk, make
from congvu.kernel import scope

pytestmark = pytest.mark.django_db
PAPER = {"number": "12/QĐ-UBND", "signed_on": "28/03/2016", "issuer": "UBND quận Mẫu", "paper_kind": "transfer"}


@pytest.fixture
def place():
    with scope.within(["900000"]):
        return make.place()


@pytest.fixture
def officer(place) -> Client:
    return at_the_desk.seated("an", "Nguyễn Văn An", place.district)


@pytest.fixture
def person(place):
    return _person(place)


def _person(place, name="Lê Văn Tám"):
    with scope.within(["900000"]):
        return make.person(place, name, studies=(make.BACHELOR,))


def _to(post, *, since="01/04/2016", kind="principal", **more):
    return {**PAPER, "post": str(post.pk), "kind": kind, "since": since, **more}


def _held(person):
    with scope.within(["900000"]):
        return Assignment.objects.get(person=person)


def test_a_post_is_shown_as_a_sentence_before_it_is_written(place, officer, person):
    page = at_the_desk.address(person, "bo-tri")

    seen = at_the_desk.sent(officer, page, _to(place.ward_clerk))

    assert seen.status_code == 200
    assert (
        "Từ ngày 01/04/2016, ông Lê Văn Tám giữ vị trí Văn phòng – thống kê, Phường Một; "
        "thôi giữ vị trí Chuyên viên, Phòng Nội vụ cùng ngày." in at_the_desk.words(seen)
    )
    assert "Ghi việc bố trí" in at_the_desk.words(seen)
    assert len(at_the_desk.posts(person)) == 1 and at_the_desk.facts(person) == ["personnel.PersonEnrolled"]


def test_a_post_seen_and_confirmed_is_held_from_its_day(place, officer, person):
    page = at_the_desk.address(person, "bo-tri")

    told = at_the_desk.told(officer, at_the_desk.confirmed(officer, page, _to(place.ward_clerk)))

    assert "Từ ngày 01/04/2016, ông Lê Văn Tám giữ vị trí Văn phòng – thống kê, Phường Một" in told
    assert at_the_desk.posts(person) == [
        ("Chuyên viên", "principal", date(2010, 1, 1), date(2016, 4, 1)),
        ("Văn phòng – thống kê", "principal", date(2016, 4, 1), None),
    ]


def test_what_was_changed_after_it_was_seen_is_shown_again(place, officer, person):
    page = at_the_desk.address(person, "bo-tri")
    kept = at_the_desk.hidden(at_the_desk.sent(officer, page, _to(place.ward_clerk)))

    again = officer.post(page, {**kept, **_to(place.ward_clerk, since="01/05/2016")})

    assert again.status_code == 200 and "Từ ngày 01/05/2016" in at_the_desk.words(again)
    assert len(at_the_desk.posts(person)) == 1


def test_a_concurrent_post_leaves_the_principal_one(place, officer, person):
    page = at_the_desk.address(person, "bo-tri")

    told = at_the_desk.told(officer, at_the_desk.confirmed(officer, page, _to(place.ward_clerk, kind="concurrent")))

    assert "kiêm nhiệm vị trí Văn phòng – thống kê, Phường Một; vẫn giữ vị trí chính Chuyên viên" in told
    assert [post[3] for post in at_the_desk.posts(person)] == [None, None]


def test_a_post_of_a_day_to_come_is_announced_on_the_file(place, officer, person):
    page = at_the_desk.address(person, "bo-tri")

    told = at_the_desk.told(officer, at_the_desk.confirmed(officer, page, _to(place.ward_clerk, since="01/01/2090")))

    assert "Đã có quyết định, chưa đến ngày Từ ngày 01/01/2090: Văn phòng – thống kê" in told


def test_the_sentence_of_the_constraint_refuses_two_principal_posts(place, officer, person):
    page = at_the_desk.address(person, "bo-tri")
    at_the_desk.confirmed(officer, page, _to(place.ward_clerk, since="01/04/2018"))
    with scope.within(["900000"]):
        third = make._post(place.ward, "Tư pháp", "commune_civil_servant", "ward_civil_servant", (), place.by)

    refused = at_the_desk.sent(officer, page, _to(third))

    assert refused.status_code == 409
    assert "Người này đã giữ một vị trí chính trong khoảng thời gian đó." in at_the_desk.words(refused)
    assert len(at_the_desk.posts(person)) == 2


def test_the_post_already_held_is_not_taken_twice(place, officer, person):
    refused = at_the_desk.sent(officer, at_the_desk.address(person, "bo-tri"), _to(place.specialist))

    assert refused.status_code == 409
    assert "Ông Lê Văn Tám đang giữ chính vị trí này từ ngày 01/01/2010." in at_the_desk.words(refused)


def test_a_full_post_and_a_day_before_the_signature_are_asked_about(place, officer, person):
    with scope.within(["900000"]):
        for number in range(9):
            make.person(place, f"Lê Văn {number}", post=place.ward_clerk)
    page, said = at_the_desk.address(person, "bo-tri"), _to(place.ward_clerk, since="01/03/2016")

    asked = at_the_desk.sent(officer, page, said)

    assert asked.status_code == 409
    assert "Vị trí Văn phòng – thống kê, Phường Một đã đủ 9 người vào ngày 01/03/2016." in at_the_desk.words(asked)
    assert "Ngày giữ vị trí trước ngày ký quyết định (28/03/2016)." in at_the_desk.words(asked)
    assert at_the_desk.confirmed(officer, page, said).status_code == 302


def test_taking_a_post_asks_for_a_decision(place, officer, person):
    said = {name: value for name, value in _to(place.ward_clerk).items() if name not in ("number", "signed_on")}

    answer = at_the_desk.sent(officer, at_the_desk.address(person, "bo-tri"), said)

    assert answer.status_code == 422 and "Chưa ghi số quyết định" in at_the_desk.words(answer)


def test_leaving_a_post_says_the_last_day(officer, person):
    page = at_the_desk.address(person, "thoi-giu", _held(person).pk)

    seen = at_the_desk.words(at_the_desk.sent(officer, page, {"until": "01/07/2016"}))
    told = at_the_desk.told(officer, at_the_desk.confirmed(officer, page, {"until": "01/07/2016"}))

    assert "ngày cuối cùng giữ vị trí là 30/06/2016. Từ ngày đó ông Lê Văn Tám không giữ vị trí chính nào." in seen
    assert "Không giữ vị trí nào" in told
    later = at_the_desk.sent(officer, page, {"until": "01/08/2016"})
    assert later.status_code == 409 and "đã ghi thôi giữ vị trí này từ ngày 01/07/2016" in at_the_desk.words(later)


@pytest.mark.parametrize("day", ["01/01/2010", "31/12/2009"])
def test_a_post_is_not_left_before_it_was_held_a_day(officer, person, day):
    page = at_the_desk.address(person, "thoi-giu", _held(person).pk)

    refused = at_the_desk.sent(officer, page, {"until": day})

    assert refused.status_code == 409 and "ngày thôi giữ phải sau ngày đó" in at_the_desk.words(refused)
