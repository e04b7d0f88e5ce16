"""Pages of units: who sees what, as of which day, and that refusals are explained."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from congvu.contexts.organisations import api
from congvu.contexts.organisations.tests import make
from tests import cast

DAY = {"ngay": "10/04/2016"}
PAPER = {"number": "12/QĐ-UBND", "signed_on": "04/01/2016", "issuer": "UBND quận Bình Thủy", "on": "01/02/2016"}


@pytest.fixture
def district(can_tho: api.Unit) -> api.Unit:
    """Quận Bình Thủy, with an office."""
    district = make.district(can_tho)
    make.unit("Phòng Nội vụ", under=district)
    return district


@pytest.fixture
def an(client: Client, district: api.Unit) -> Client:
    """An of Bình Thủy at the desk."""
    cast.an(district.identity)
    client.force_login(cast.account("an", "Nguyễn Văn An"))
    return client


@pytest.fixture
def binh(client: Client, can_tho: api.Unit, district: api.Unit) -> Client:
    """Bình of Ninh Kiều at the desk."""
    other = make.unit("Quận Ninh Kiều", under=can_tho, level=api.Level.DISTRICT, code="916")
    cast.binh(other.identity)
    client.force_login(cast.account("binh", "Trần Thị Bình"))
    return client


def _office(district: api.Unit) -> api.UnitRecord:
    return api.children(district, on=cast.DAY).get()


def _page(client: Client, name: str, *args: int, **query: str) -> str:
    response = client.get(reverse(f"organisations:{name}", args=args), {**DAY, **query})
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_shows_the_units_of_the_own_branch(an):
    page = _page(an, "units")

    assert "Phòng Nội vụ" in page
    assert "Thành phố Cần Thơ</a></td>" not in page


def test_the_list_is_searched_without_marks(an):
    page = _page(an, "units", q="phong noi vu")

    assert "Phòng Nội vụ" in page
    assert "918" not in page


@pytest.mark.parametrize("name", ["unit", "history", "chart", "posts"])
def test_a_unit_has_its_pages_as_of_a_day(an, district, name):
    assert "Quận Bình Thủy" in _page(an, name, district.pk)


def test_the_page_of_a_day_shows_who_stood_below_on_that_day(an, district):
    api.rename_unit(_office(district).unit, name="Phòng Tổ chức", by=make.officer(district), on=date(2016, 5, 1))

    assert "Phòng Nội vụ" in _page(an, "unit", district.pk, ngay="30/04/2016")
    assert "Phòng Tổ chức" in _page(an, "unit", district.pk, ngay="01/05/2016")


def test_a_post_shows_what_it_asks_for(an, district):
    make.post(district, "Chuyên viên tổ chức")

    page = _page(an, "posts", district.pk)

    assert "Chuyên viên tổ chức" in page
    assert "đại học" in page


def test_an_office_of_another_district_is_not_shown(binh, district):
    response = binh.get(reverse("organisations:unit", args=[_office(district).unit_id]), DAY)

    assert response.status_code == 404


def test_another_district_is_shown_without_its_posts(binh, district):
    assert "Quận Bình Thủy" in _page(binh, "unit", district.pk)
    assert binh.get(reverse("organisations:posts", args=[district.pk]), DAY).status_code == 403


@pytest.mark.parametrize("name", ["found", "rename", "move", "dissolve", "create_post"])
def test_nobody_changes_another_district(binh, district, name):
    response = binh.post(reverse(f"organisations:{name}", args=[district.pk]), PAPER)

    assert response.status_code == 403


def test_an_officer_founds_a_unit_by_a_decision(an, district):
    words = {"name": "Phòng Y tế", "level": "agency", "block": "administrative"}

    an.post(reverse("organisations:found", args=[district.pk]), {**words, **PAPER})

    assert "Phòng Y tế" in _page(an, "unit", district.pk)


def test_an_officer_creates_a_post_with_its_standard(an, district):
    words = {"title": "Phó Trưởng phòng", "category": "deputy", "kind_of_post": "district_leader", "seats": "2"}

    an.post(reverse("organisations:create_post", args=[district.pk]), {**words, **PAPER, "political_theory": "3"})

    page = _page(an, "posts", district.pk)
    assert "Phó Trưởng phòng" in page
    assert "cao cấp" in page


def test_a_post_left_to_the_law_asks_what_the_law_of_its_first_day_asks(an, district):
    words = {"title": "Chuyên viên", "category": "specialist", "kind_of_post": "district_specialist", "seats": "1"}

    an.post(reverse("organisations:create_post", args=[district.pk]), {**words, **PAPER})

    page = _page(an, "posts", district.pk)
    assert "đại học" in page
    assert "11/2014/TT-BNV" in page


def test_a_refusal_is_explained_on_the_form_and_changes_nothing(an, district):
    response = an.post(reverse("organisations:dissolve", args=[district.pk]), {**PAPER, "extent": "whole"})

    assert response.status_code == 409
    assert "còn 1 đơn vị trực thuộc" in response.content.decode()
    assert api.stands(district, on=date(2016, 2, 1))


def test_a_decision_takes_no_effect_before_it_is_signed(an, district):
    response = an.post(
        reverse("organisations:rename", args=[district.pk]), {**PAPER, "name": "Quận khác", "on": "03/01/2016"}
    )

    assert response.status_code == 422
    assert "không được trước ngày ký" in response.content.decode()


def test_the_list_goes_out_as_a_workbook(an):
    response = an.get(reverse("organisations:units_excel"), DAY)

    assert response.status_code == 200
    assert response.content[:2] == b"PK"


def test_what_could_not_be_joined_is_listed(an):
    assert "Đơn vị cũ chưa nối được" in _page(an, "unjoined")
    assert "Tên trong nguồn chưa nối được" in _page(an, "unjoined_names")


def test_the_search_box_finds_a_unit_by_words_without_marks(district):
    found = api.units_named(cast.an(district.identity), "phong noi vu", on=cast.DAY)

    assert [record.name for record in found] == ["Phòng Nội vụ"]


def test_the_search_box_shows_no_office_of_another_district(can_tho, district):
    other = make.unit("Quận Ninh Kiều", under=can_tho, level=api.Level.DISTRICT, code="916")

    assert api.units_named(cast.binh(other.identity), "phong noi vu", on=cast.DAY) == []
