"""«Tập trung lãnh đạo xây dựng phường đạt danh hiệu phường văn hóa» (01/11/2015): each figure, and what moves it."""

from datetime import date

import pytest
from django.test import Client

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import api as personnel
from congvu.kernel import scope
from congvu.kernel.access import operator
from tests.acceptance import pages

pytestmark = pytest.mark.demo
DAY = date(2015, 11, 1)
SENDING = personnel.Ground("999/QĐ-UBND", date(2015, 9, 7), "Ủy ban nhân dân quận Ninh Kiều")
COURSE = personnel.CourseSpell("Tập huấn văn thư", date(2015, 10, 5), date(2015, 10, 6), ground=SENDING)


@pytest.fixture
def officer() -> Client:
    return pages.signed_in("xk-lanhdao")


def _act(person_id: int, act) -> None:
    ward = organisations.resolve_unit("xuan-khanh", on=DAY)
    by = operator(over=ward.pk)
    with scope.within(by.paths):
        act(personnel.Person.objects.select_related("identity").get(pk=person_id), by)


def _number(shown: pages.Shown) -> int:
    return int(shown.text.split()[0])


STUDIES = [
    pytest.param("studied_intermediate_theory", 9, "political_theory", 2, id="9 đồng chí học trung cấp chính trị"),
    pytest.param("studied_advanced_theory", 2, "political_theory", 3, id="2 đồng chí học cao cấp chính trị"),
    pytest.param("studied_master", 2, "professional", 5, id="2 đồng chí học cao học"),
    pytest.param("studied_university", 7, "professional", 4, id="7 đồng chí học đại học"),
    pytest.param("studied_specialised", 2, "professional", 2, id="2 đồng chí học trung cấp chuyên ngành"),
]


@pytest.mark.parametrize(("name", "people", "subject", "level"), STUDIES)
def test_the_article_s_figure_stands_on_its_page(officer, name, people, subject, level):
    assert pages.figure(officer, name, on=DAY).text == f"{people} người"


@pytest.mark.parametrize(("name", "people", "subject", "level"), STUDIES)
def test_one_more_who_begins_to_study_adds_exactly_one(officer, name, people, subject, level):
    person = pages.first_person(officer, "ward_university", on=DAY)
    spell = personnel.StudySpell(subject, level, started_on=date(2015, 9, 14), sent_by=SENDING)

    _act(person, lambda who, by: personnel.record_study(who, spell, by=by, on=DAY))

    assert _number(pages.figure(officer, name, on=DAY)) == people + 1


def test_hundreds_attended_short_courses_and_one_more_adds_exactly_one(officer):
    before = _number(pages.figure(officer, "course_attendances", on=DAY))
    person = pages.first_person(officer, "ward_university", on=DAY)

    _act(person, lambda who, by: personnel.record_attendances([who], COURSE, by=by, on=DAY))

    assert before >= 200
    assert _number(pages.figure(officer, "course_attendances", on=DAY)) == before + 1


def test_all_officials_of_the_ward_meet_the_standard_until_a_degree_proves_false(officer):
    before = pages.figure(officer, "ward_standard", on=DAY)
    person = pages.first_person(officer, "ward_standard", tab="dat", on=DAY)

    _act(person, _withdraw_all)

    after = pages.figure(officer, "ward_standard", on=DAY)
    assert before.text == "100,00 %"
    assert (after.numerator, after.denominator) == (before.numerator - 1, before.denominator)


def _withdraw_all(person: personnel.Person, by) -> None:
    for study in personnel.Study.objects.filter(person=person).order_by("pk"):
        personnel.withdraw_study(study, reason="văn bằng không xác minh được", by=by, on=DAY)


def test_the_person_s_page_shows_the_courses_attended(officer):
    person = pages.first_person(officer, "course_attendances", on=DAY)

    shown = pages.soup(officer, f"/can-bo/{person}/?ngay={DAY:%Y-%m-%d}").get_text(" ", strip=True)

    assert "Bồi dưỡng, tập huấn ngắn hạn" in shown


def test_the_report_says_what_the_pages_say(officer):
    report = pages.soup(officer, f"/ra-soat/bao-cao/?ngay={DAY:%Y-%m-%d}").get_text(" ", strip=True)

    for name in ("studied_intermediate_theory", "studied_university", "course_attendances", "ward_standard"):
        assert pages.figure(officer, name, on=DAY).text in report


def test_an_account_opens_on_the_day_of_its_own_article_whatever_was_chosen_before():
    client = Client()

    for username, day in (("xk-lanhdao", "01/11/2015"), ("truongphong", "10/04/2016"), ("hg-lanhdao", "18/01/2023")):
        client.post("/dang-nhap/", {"login": username, "password": "congvu-2016"})
        home = pages.soup(client, "/").get_text(" ", strip=True)
        client.post("/dang-xuat/")
        assert day in home
