"""«Chuyển biến mới ở Phòng Nội vụ quận Bình Thủy» (10/04/2016): every figure on the pages, and what moves it."""

from datetime import date

import pytest
from django.test import Client

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import api as personnel
from congvu.kernel import scope
from congvu.kernel.access import operator
from tests.acceptance import pages
from tests.acceptance.pages import DAY

pytestmark = pytest.mark.demo
SENDING = personnel.Ground("999/QĐ-UBND", date(2016, 4, 1), "Ủy ban nhân dân quận Bình Thủy")


@pytest.fixture
def officer() -> Client:
    return pages.signed_in("truongphong")


def _district():
    return organisations.resolve_unit("binh-thuy", on=DAY)


def _record(person_id: int, spell: personnel.StudySpell) -> None:
    by = operator(over=_district().pk)
    with scope.within(by.sight):
        person = personnel.Person.objects.select_related("identity").get(pk=person_id)
        personnel.record_study(person, spell, by=by, on=DAY)


def _withdraw_all(person_id: int) -> None:
    by = operator(over=_district().pk)
    with scope.within(by.sight):
        for study in personnel.Study.objects.filter(person=person_id, subject="professional").order_by("pk"):
            personnel.withdraw_study(study, reason="văn bằng không xác minh được", by=by, on=DAY)


def _open_class(code: str) -> personnel.StudyClass:
    district = _district()
    by = operator(over=district.pk)
    opened = personnel.StudyClass(
        code=code,
        title="Trung cấp lý luận chính trị – hành chính, lớp thứ tư",
        subject="political_theory",
        level=2,
        unit=district.identity,
        opened_on=date(2016, 3, 1),
    )
    with scope.within(by.sight):
        return personnel.open_class(opened, ground=None, by=by, on=DAY)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("sent_to_degree", "32 người", id="32 người đi học đại học và sau đại học"),
        pytest.param("sent_to_postgraduate", "13 người", id="13 người sau đại học"),
        pytest.param("sent_to_university", "19 người", id="19 người đại học"),
        pytest.param("sent_to_advanced_theory", "24 người", id="24 người cao cấp chính trị"),
        pytest.param("theory_classes", "3 lớp", id="3 lớp trung cấp"),
        pytest.param("theory_trainees", "240 người", id="240 người học trung cấp"),
        pytest.param("ward_standard", "100,00 %", id="100 % phường đạt chuẩn"),
        pytest.param("theory_administrative", "62,35 %", id="62,35 % khối hành chính sự nghiệp"),
    ],
)
def test_the_article_s_figure_stands_on_its_page(officer, name, text):
    assert pages.figure(officer, name).text == text


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        pytest.param("district_university", 99.0, 100.0, id="trên 99 % đại học trở lên"),
        pytest.param("ward_university", 69.15, 69.25, id="69,2 % phường đại học trở lên"),
        pytest.param("theory_party", 87.5, 88.0, id="gần 88 % khối Đảng – đoàn thể"),
        pytest.param("theory_ward_key", 91.5, 91.6, id="hơn 91,5 % cán bộ chủ chốt phường"),
    ],
)
def test_a_rounded_figure_of_the_article_stands_on_its_page(officer, name, least, most):
    shown = pages.figure(officer, name)

    share = 100 * shown.numerator / shown.denominator
    assert least < share < most


def test_thirteen_and_nineteen_make_thirty_two(officer):
    parts = [pages.figure(officer, name).text for name in ("sent_to_postgraduate", "sent_to_university")]

    assert pages.figure(officer, "sent_to_degree").text == "32 người"
    assert sum(int(part.split()[0]) for part in parts) == 32


@pytest.mark.parametrize(
    ("name", "spell"),
    [
        ("sent_to_degree", personnel.StudySpell("professional", 4, sent_by=SENDING)),
        ("sent_to_university", personnel.StudySpell("professional", 4, sent_by=SENDING)),
        ("sent_to_postgraduate", personnel.StudySpell("professional", 5, sent_by=SENDING)),
        ("sent_to_advanced_theory", personnel.StudySpell("political_theory", 3, sent_by=SENDING)),
    ],
)
def test_sending_one_more_person_to_study_adds_exactly_one(officer, name, spell):
    before = pages.figure(officer, name).text
    person = pages.first_person(officer, "district_university")

    _record(person, spell)

    assert pages.figure(officer, name).text == f"{int(before.split()[0]) + 1} người"


def test_opening_one_more_class_adds_exactly_one(officer):
    _open_class("TC-THU-4")

    assert pages.figure(officer, "theory_classes").text == "4 lớp"


def test_one_more_trainee_adds_exactly_one(officer):
    opened = _open_class("TC-THU-4")
    person = pages.first_person(officer, "district_university")

    _record(person, personnel.StudySpell("political_theory", 2, study_class_id=opened.pk))

    assert pages.figure(officer, "theory_trainees").text == "241 người"


@pytest.mark.parametrize(
    ("name", "spell"),
    [
        ("district_university", personnel.StudySpell("professional", 4, awarded_on=date(2016, 4, 1))),
        ("ward_university", personnel.StudySpell("professional", 4, awarded_on=date(2016, 4, 1))),
        ("theory_administrative", personnel.StudySpell("political_theory", 2, awarded_on=date(2016, 4, 1))),
        ("theory_party", personnel.StudySpell("political_theory", 2, awarded_on=date(2016, 4, 1))),
        ("theory_ward_key", personnel.StudySpell("political_theory", 2, awarded_on=date(2016, 4, 1))),
    ],
)
def test_one_more_certificate_moves_the_share_by_exactly_that_person(officer, name, spell):
    before = pages.figure(officer, name)
    person = pages.first_person(officer, name, tab="chua")

    _record(person, spell)

    after = pages.figure(officer, name)
    assert (after.numerator, after.denominator) == (before.numerator + 1, before.denominator)


def test_a_degree_that_proves_false_moves_the_wards_standard_by_exactly_that_person(officer):
    before = pages.figure(officer, "ward_standard")
    person = pages.first_person(officer, "ward_standard", tab="dat")

    _withdraw_all(person)

    after = pages.figure(officer, "ward_standard")
    assert before.numerator == before.denominator
    assert (after.numerator, after.denominator) == (before.numerator - 1, before.denominator)


def test_the_report_says_what_the_pages_say(officer):
    report = pages.soup(officer, f"/ra-soat/bao-cao/?ngay={DAY:%Y-%m-%d}").get_text(" ", strip=True)

    for name in ("sent_to_degree", "theory_administrative", "theory_party", "theory_ward_key", "ward_university"):
        assert pages.figure(officer, name).text in report
