"""Two officers at one file; who may write into it, and at what cost."""

from threading import Barrier, Thread

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Assignment, Person, Study
from congvu.contexts.personnel.tests import at_the_desk, make
from congvu.kernel import scope
from congvu.kernel.audit.models import Reading

pytestmark = pytest.mark.django_db


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


def _held(person):
    with scope.within(["900000"]):
        return Assignment.objects.get(person=person)


def _pages(person):
    with scope.within(["900000"]):
        study = Study.objects.get(person=person)
    parts = [("dinh-chinh",), ("bo-tri",), ("trinh-do",), ("dang",), ("thoi-giu", _held(person).pk)]
    return [at_the_desk.address(person, *each) for each in [*parts, ("trinh-do", study.pk, "rut")]]


def test_a_file_changed_in_between_is_told_and_nothing_typed_is_lost(place, officer, person):
    page = at_the_desk.address(person, "dang")
    opened = at_the_desk.hidden(officer.get(page))
    other = at_the_desk.seated("dung", "Lê Văn Dũng", place.district, "head")
    at_the_desk.sent(other, at_the_desk.address(person, "trinh-do"), {"level": "informatics:1", "awarded": "2012"})
    said = {"admitted_on": "03/02/2015", "version": opened["version"]}

    refused = officer.post(page, said)

    assert refused.status_code == 409
    assert "Hồ sơ vừa được Lê Văn Dũng sửa lúc" in at_the_desk.words(refused)
    assert 'name="admitted_on" value="03/02/2015"' in refused.content.decode()
    assert officer.post(page, {**said, **at_the_desk.hidden(refused)}).status_code == 302


def _at_once(page, *handed_in) -> list[int]:
    """What two desks are answered that send at the same moment."""
    together, answers = Barrier(len(handed_in)), []

    def send(client: Client, said: dict[str, str]) -> None:
        together.wait()
        answers.append(client.post(page, said).status_code)
        connection.close()

    threads = [Thread(target=send, args=each) for each in handed_in]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(answers)


def _desks(place) -> list[Client]:
    return [at_the_desk.seated(name, name.title(), place.district) for name in ("an", "binh")]


def _newcomer(name, post) -> dict[str, str]:
    who = {"full_name": name, "born": "1985", "sex": "female", "ethnicity": "01"}
    return {**who, "since": "01/04/2016", "post": str(post.pk)}


@pytest.mark.django_db(transaction=True)
def test_two_officers_at_one_file_leave_one_change_and_one_who_is_told():
    with scope.within(["900000"]):
        place = make.place()
        person = make.person(place, "Lê Văn Tám")
    an, binh = _desks(place)
    page = at_the_desk.address(person, "dang")
    said = {**at_the_desk.hidden(an.get(page)), "admitted_on": "03/02/2015"}

    assert _at_once(page, (an, said), (binh, said)) == [302, 409]
    assert at_the_desk.facts(person).count("personnel.PartyJoined") == 1


@pytest.mark.django_db(transaction=True)
def test_one_person_enrolled_at_two_desks_at_once_is_asked_about_at_one():
    with scope.within(["900000"]):
        place = make.place()
    an, binh = _desks(place)
    said = _newcomer("Trần Thị Bảy", place.specialist)

    assert _at_once("/can-bo/them/", (an, said), (binh, said)) == [302, 409]
    with scope.within(["900000"]):
        assert Person.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_last_seat_taken_at_two_desks_at_once_is_asked_about_at_one():
    with scope.within(["900000"]):
        place = make.place()
        entry = organisations.PostEntry(place.office.pk, "Thủ quỹ", "specialist", "district_specialist", seats=1)
        post = organisations.create_post(entry, by=place.by, on=make.SINCE)
    an, binh = _desks(place)

    answers = _at_once("/can-bo/them/", (an, _newcomer("Lê Thị Tám", post)), (binh, _newcomer("Võ Thị Chín", post)))

    assert answers == [302, 409]
    with scope.within(["900000"]):
        assert Assignment.objects.filter(post=post).count() == 1


def test_the_buttons_are_for_those_who_may(place, officer, person):
    looker = at_the_desk.seated("chi", "Phạm Thị Chi", place.district, "inspector")

    shown = BeautifulSoup(officer.get(at_the_desk.address(person)).content, "html.parser")
    bare = BeautifulSoup(looker.get(at_the_desk.address(person)).content, "html.parser")

    addresses = {link["href"] for link in shown.select("#main a[href]")}
    assert set(_pages(person)) <= addresses
    assert not set(_pages(person)) & {link["href"] for link in bare.select("#main a[href]")}
    assert "/can-bo/them/" in officer.get("/can-bo/").content.decode()
    assert "/can-bo/them/" not in looker.get("/can-bo/").content.decode()


def test_nobody_without_the_permission_or_from_elsewhere_writes(place, person):
    looker = at_the_desk.seated("chi", "Phạm Thị Chi", place.district, "inspector")
    stranger = at_the_desk.seated("binh", "Trần Thị Bình", place.ward)

    for page in _pages(person):
        assert looker.post(page, {}).status_code == 403, page
        assert stranger.get(page).status_code == stranger.post(page, {}).status_code == 404, page
    assert at_the_desk.facts(person) == ["personnel.PersonEnrolled"]


def test_a_row_of_another_file_is_not_found(place, officer, person):
    other = _person(place, "Trần Văn Chín")
    held = _held(other)
    with scope.within(["900000"]):
        study = Study.objects.get(person=other)

    assert officer.get(at_the_desk.address(person, "thoi-giu", held.pk)).status_code == 404
    assert officer.get(at_the_desk.address(person, "trinh-do", study.pk, "rut")).status_code == 404


def test_opening_a_form_counts_as_reading_the_file(officer, person):
    officer.get(at_the_desk.address(person, "dinh-chinh"))

    with scope.within(["900000"]):
        assert Reading.objects.filter(person=person.pk).count() == 1


def test_the_pages_cost_the_same_for_little_and_for_much(place, officer, person, django_assert_max_num_queries):
    pages = [*_pages(person), "/can-bo/them/", at_the_desk.address(person)]
    few = [_queries(officer, page, django_assert_max_num_queries) for page in pages]
    with scope.within(["900000"]):
        for number in range(4):
            make.person(place, f"Võ Văn {number}")
            make._post(place.ward, f"Công chức {number}", "commune_civil_servant", "ward_civil_servant", (), place.by)

    many = [_queries(officer, page, django_assert_max_num_queries) for page in pages]

    assert few == many


def _queries(client, page, counter) -> int:
    with counter(34) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


def test_every_form_can_be_used_without_a_mouse(officer, person):
    for page in [*_pages(person), "/can-bo/them/"]:
        opened = BeautifulSoup(officer.get(page).content, "html.parser")
        fields = opened.select(
            ".cv-form input:not([type=hidden]):not([type=radio]), .cv-form select, .cv-form textarea"
        )
        assert all(opened.select_one(f"label[for={field['id']}]") for field in fields), page
        assert opened.select_one(".cv-form button:not([type=button])"), page
