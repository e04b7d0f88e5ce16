"""The six page types, with the specimens of the gallery."""

import re

import pytest
from bs4 import BeautifulSoup

pytestmark = [pytest.mark.django_db, pytest.mark.urls("congvu.web.tests.gallery_urls")]
PART = {"HX-Request": "true", "HX-Target": "register"}
HOA = "/mau/register/?chuan=Đạt+chuẩn"


def _soup(response):
    text = re.sub(rb"(?<=nonce=\")[^\"]+|(?<=csrfmiddlewaretoken\" value=\")[^\"]+", b"", response.content)
    return BeautifulSoup(text, "html.parser")


def _names(page):
    return [cell.get_text(strip=True) for cell in page.select("tbody td.is-main")]


@pytest.mark.parametrize(
    "address", ["/mau/register/", HOA, "/mau/register/?q=dũng", "/mau/register/?the=thieu&xep=-sinh", "/mau/empty/"]
)
def test_filtering_in_place_shows_what_a_reload_would(client, address):
    whole, part = client.get(address), client.get(address, headers=PART)

    inside = _soup(whole).select_one("#register")
    assert inside is not None
    assert inside.decode_contents().strip() == _soup(part).decode().strip()


def test_the_address_in_place_carries_no_empty_condition(client):
    answer = client.get("/mau/register/?q=&don-vi=&chuan=Đạt+chuẩn", headers=PART)

    assert answer.headers["HX-Push-Url"] == "/mau/register/?chuan=%C4%90%E1%BA%A1t+chu%E1%BA%A9n"


def test_every_condition_is_a_chip_that_lifts_only_itself(client):
    page = _soup(client.get(HOA + "&q=an&xep=ten"))

    chips = {
        chip.get_text(" ", strip=True): chip["href"] for chip in page.select(".cv-chips li:not(.cv-chips-clear) a")
    }
    assert chips == {
        "Tìm: an": "/mau/register/?chuan=%C4%90%E1%BA%A1t+chu%E1%BA%A9n&xep=ten",
        "Trình độ: Đạt chuẩn": "/mau/register/?q=an&xep=ten",
    }


def test_a_condition_that_does_not_exist_is_said_aloud(client):
    page = _soup(client.get("/mau/register/?chuan=xyz"))

    assert "không có trong danh sách" in page.select_one("#register").get_text()
    assert page.select(".cv-chips") == []


def test_columns_sort_both_ways(client):
    up, down = _soup(client.get("/mau/register/?xep=ten")), _soup(client.get("/mau/register/?xep=-ten"))

    assert _names(up)[0] < _names(down)[0]
    assert up.select_one("th[aria-sort=ascending]") is not None
    assert down.select_one("th[aria-sort=descending]") is not None


def test_the_second_page_goes_on_counting(client):
    first = _soup(client.get("/mau/register/?so=120"))
    second = _soup(client.get(first.select_one("a[rel=next]")["href"]))

    assert second.select_one("tbody td.is-ordinal").get_text() == "51"
    assert not set(_names(first)) & set(_names(second)) or len(_names(second)) == 50


def test_ten_thousand_rows_cost_a_page_of_fifty(client):
    page = _soup(client.get("/mau/register/?so=10000"))

    assert len(page.select("tbody tr")) == 50
    assert page.select_one(".cv-total").get_text() == "hơn 1.000 người"


def test_chosen_columns_are_kept_for_the_next_visit(client):
    client.get("/mau/register/?cot=ten&cot=sinh")

    heads = [head.get_text(strip=True) for head in _soup(client.get("/mau/register/")).select("thead th")]
    assert heads == ["STT", "Họ và tên", "Ngày sinh"]


def test_an_empty_register_offers_the_first_step(client):
    page = _soup(client.get("/mau/empty/"))

    assert page.select_one(".cv-empty h2").get_text() == "Chưa có hồ sơ nào."
    assert page.select_one(".cv-empty a.btn")["href"] == "/mau/form/"


def test_a_search_without_result_offers_to_lift_the_conditions(client):
    page = _soup(client.get("/mau/register/?q=khong-ai-ten-the"))

    assert page.select_one(".cv-empty a.btn")["href"] == "/mau/register/"


def test_a_step_held_back_says_why_and_by_which_article(client):
    held = _soup(client.get("/mau/case/")).select_one(".cv-choice-held")

    assert held.button.has_attr("disabled")
    assert "chưa có chứng chỉ" in held.get_text()
    assert "Điều 7" in held.cite.get_text()


def test_what_is_wrong_in_a_form_stands_on_top_and_beside_the_field(client):
    page = _soup(client.get("/mau/form/"))

    listed = page.select_one("#form-errors a[href='#id_born']")
    assert listed.get_text() == "Ngày sinh"
    field = page.select_one("#id_born")
    assert field["aria-describedby"] == "id_born_hint id_born_error"
    assert "Không có ngày 31/02/1970" in page.select_one("#id_born_error").get_text()


def test_a_chart_has_its_table_one_click_away(client):
    page = _soup(client.get("/mau/board/"))

    for chart in page.select("figure.cv-chart"):
        assert len(chart.select("details tbody tr")) == len(chart.select(".cv-bars > li"))


@pytest.mark.parametrize("name", ["register", "empty", "record", "case", "board", "form", "paper", "403", "404", "409"])
def test_every_page_type_keeps_to_the_policy(client, name):
    text = client.get(f"/mau/{name}/").content.decode()

    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", text) == []
