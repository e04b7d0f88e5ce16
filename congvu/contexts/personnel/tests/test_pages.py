import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from congvu.contexts.personnel import actions
from congvu.contexts.personnel.tests import make
from congvu.kernel import scope
from congvu.kernel.audit.models import Reading
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    with scope.within(["900000"]):
        return make.place()


@pytest.fixture
def officer(place) -> Client:
    client = Client()
    client.force_login(cast.account("an", "Nguyễn Văn An", "officer", place.district.identity))
    return client


def _person(place, name="Trần Thị Bảy", **known):
    with scope.within(["900000"]):
        return make.person(place, name, **known)


def _page(client, address) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return BeautifulSoup(answer.content, "html.parser")


def _text(page: Tag | None) -> str:
    assert page is not None
    return " ".join(page.get_text(" ").split())


def test_the_list_names_the_staff_of_the_unit_on_the_day(place, officer):
    _person(place, studies=(make.COLLEGE,))

    assert "Trần Thị Bảy" in _text(_page(officer, "/can-bo/?ngay=2016-04-10"))
    assert "Trần Thị Bảy" not in _text(_page(officer, "/can-bo/?ngay=2009-12-31"))


def test_the_list_is_narrowed_by_words_without_marks(place, officer):
    _person(place)
    _person(place, "Lê Văn Tám")

    page = _text(_page(officer, "/can-bo/?ngay=2016-04-10&q=bay"))

    assert "Trần Thị Bảy" in page and "Lê Văn Tám" not in page


def test_a_list_costs_the_same_queries_for_one_person_and_for_many(place, officer, django_assert_max_num_queries):
    for number in range(3):
        _person(place, f"Trần Thị {number}")

    with django_assert_max_num_queries(26) as few:
        officer.get("/can-bo/?ngay=2016-04-10")
    for number in range(12):
        _person(place, f"Lê Văn {number}")
    with django_assert_max_num_queries(26) as many:
        officer.get("/can-bo/?ngay=2016-04-10")

    assert len(few) == len(many)


def test_opening_a_file_leaves_a_trail_that_the_file_shows(place, officer):
    person = _person(place)

    officer.get(f"/can-bo/{person.pk}/?ngay=2016-04-10")

    with scope.within(["900000"]):
        assert Reading.objects.get(person=person.pk).actor_name == "Nguyễn Văn An"
    assert "Nguyễn Văn An" in _text(_page(officer, f"/can-bo/{person.pk}/nguoi-xem/"))


def test_the_file_as_of_a_day_shows_what_was_known_then(place, officer):
    person = _person(place, studies=(make.INTERMEDIATE_THEORY,))

    assert "Trung cấp" in _text(_page(officer, f"/can-bo/{person.pk}/?ngay=2014-07-01").select_one("#main"))
    assert "Lý luận chính trị Chưa ghi" in _text(_page(officer, f"/can-bo/{person.pk}/?ngay=2014-06-30"))


def test_a_person_of_whom_little_is_known_has_a_page_all_the_same(place, officer):
    with scope.within(["900000"]):
        entry = actions.PersonEntry(home_id=place.office.pk, full_name="Võ Hoài Phong")
        person = actions.enrol([entry], by=place.by, on=make.DAY)[0]

    page = _text(_page(officer, f"/can-bo/{person.pk}/"))

    assert "Chưa đủ thông tin" in page and "Không giữ vị trí nào" in page


def test_the_gap_list_gives_reason_and_text(place, officer):
    _person(place, studies=(make.COLLEGE,))

    page = _text(_page(officer, "/ra-soat/chua-dat/?ngay=2016-04-10"))

    assert "Yêu cầu đại học trở lên; hồ sơ ghi cao đẳng." in page
    assert "11/2014/TT-BNV" in page


def test_the_board_leads_from_a_figure_to_the_rows_behind_it(place, officer):
    _person(place, studies=(make.COLLEGE,))
    board = _page(officer, "/ra-soat/?ngay=2016-04-10")
    link = next(str(a["href"]) for a in board.select("a[href*='/chi-so/district_university/']"))

    assert "Trần Thị Bảy" in _text(_page(officer, link))


@pytest.mark.parametrize("by", ["block", "level", "unit", "sex", "age", "party", "ethnicity"])
def test_a_figure_can_be_split_every_way(place, officer, by):
    _person(place, studies=(make.BACHELOR,))

    page = _page(officer, f"/ra-soat/chi-so/district_university/?ngay=2016-04-10&theo={by}")

    assert "100,00 %" in _text(page)


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")])
def test_the_report_comes_as_pdf_word_and_excel(place, officer, form, start):
    _person(place, studies=(make.COLLEGE,))

    answer = officer.get(f"/ra-soat/bao-cao/{form}/?ngay=2016-04-10")

    assert answer.status_code == 200 and answer.content.startswith(start)
    assert f".{form}" in answer["Content-Disposition"]


def test_a_unit_outside_the_branch_is_not_found(place, officer):
    with scope.within(["900000"]):
        beside = make.place_beside(place)

    assert officer.get(f"/ra-soat/?don-vi={beside.pk}").status_code == 404
    assert officer.get("/ra-soat/?don-vi=abc").status_code == 404


def test_an_unreadable_day_is_told_in_one_sentence(place, officer):
    answer = officer.get("/ra-soat/?ngay=31/02/2016")

    assert answer.status_code == 400
    assert "ngày" in answer.content.decode()


def test_the_one_search_box_finds_people_and_units_without_marks(place, officer):
    _person(place)

    page = _text(_page(officer, "/tim-kiem/?q=tran bay&ngay=2016-04-10"))

    assert "Trần Thị Bảy" in page
    assert "Phòng Nội vụ" in _text(_page(officer, "/tim-kiem/?q=phong noi vu&ngay=2016-04-10"))
