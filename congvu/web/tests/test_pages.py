"""What every page keeps: the door, the frame, the day, and words for every refusal."""

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from congvu.kernel.access.models import RoleGrant, User
from congvu.kernel.scope.models import UnitIdentity
from congvu.kernel.temporal.models import span

pytestmark = pytest.mark.django_db
PAGES = ["web:home", "web:sources", "web:help", "web:profile", "web:search", "mfa_index", "account_change_password"]


@pytest.fixture
def dung():
    unit = UnitIdentity.objects.create(path="990001", slug="noi-thu")
    user = User.objects.create_user("dung", "mot-mat-khau-dai", full_name="Lê Văn Dũng")
    RoleGrant.objects.create(user=user, role="administrator", unit=unit, valid=span(date(2010, 1, 1)))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def without_role():
    client = Client()
    client.force_login(User.objects.create_user("chi", full_name="Phạm Thị Chi"))
    return client


def _soup(response):
    return BeautifulSoup(response.content, "html.parser")


def test_whoever_is_not_logged_in_is_asked_to_log_in_and_comes_back(client):
    answer = client.get("/can-cu-phap-ly/?ngay=10/04/2016")

    assert answer.status_code == 302
    assert answer.url == "/dang-nhap/?next=/can-cu-phap-ly/%3Fngay%3D10/04/2016"


def test_htmx_sends_the_whole_browser_to_the_log_in(client):
    answer = client.get("/tim-kiem/", headers={"HX-Request": "true"})

    assert answer.headers["HX-Redirect"].startswith("/dang-nhap/?next=")


@pytest.mark.parametrize("name", PAGES)
def test_every_common_page_opens_with_the_frame_around_it(dung, name):
    page = _soup(dung.get(reverse(name), follow=True))

    assert page.select_one("nav.cv-menu a[href='/']") is not None
    assert page.title.get_text() == f"{page.h1.get_text()} · Công Vụ"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_script_style_or_handler_inside(dung, name):
    text = dung.get(reverse(name), follow=True).content.decode()

    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", text) == []


def test_scripts_run_only_with_the_nonce_of_their_answer(dung):
    one, other = dung.get("/"), dung.get("/")

    [nonce] = re.findall(r"'nonce-([^']+)'", one.headers["Content-Security-Policy"])
    assert {script["nonce"] for script in _soup(one).select("script")} == {nonce}
    assert nonce not in other.headers["Content-Security-Policy"]


def test_pages_of_people_are_kept_by_no_cache(dung):
    assert dung.get("/").headers["Cache-Control"] == "no-store, private"


def test_without_a_role_the_home_page_says_whom_to_ask(without_role):
    page = _soup(without_role.get("/"))

    assert "chưa được phân vai trò nào" in page.get_text()


def test_a_page_of_another_role_is_refused_with_what_to_do_next(without_role):
    answer = without_role.get("/can-cu-phap-ly/")

    assert answer.status_code == 403
    assert "đề nghị người quản trị của cơ quan phân quyền" in answer.content.decode()


def test_an_address_that_leads_nowhere_offers_the_way_back(dung):
    answer = dung.get("/khong-co-trang-nay/")

    assert answer.status_code == 404
    assert _soup(answer).select_one(".cv-refusal a[href='/']") is not None


def test_a_refusal_in_place_is_shown_above_the_page_that_asked(without_role):
    answer = without_role.get("/can-cu-phap-ly/", headers={"HX-Request": "true"})

    assert answer.status_code == 403
    assert answer.headers["HX-Retarget"] == "#notice"
    assert answer.content.decode().startswith('<div class="cv-note is-late" role="alert">')


def test_a_role_that_has_ended_opens_nothing():
    unit = UnitIdentity.objects.create(path="990002")
    user = User.objects.create_user("cu", full_name="Người Cũ")
    RoleGrant.objects.create(user=user, role="head", unit=unit, valid=span(date(2010, 1, 1), date(2016, 1, 1)))
    client = Client()
    client.force_login(user)

    assert client.get("/can-cu-phap-ly/").status_code == 403


def test_the_day_in_the_address_is_shown_in_the_top_bar(dung):
    page = _soup(dung.get("/", {"ngay": "10/04/2016"}))

    assert "Số liệu ngày 10/04/2016" in page.select_one(".cv-day summary").get_text()


def test_links_from_a_page_of_a_day_lead_to_the_same_day(dung):
    dung.get("/", {"ngay": "10/04/2016"})

    assert "Số liệu ngày 10/04/2016" in _soup(dung.get("/tro-giup/")).get_text()


def test_a_day_that_does_not_exist_is_refused_in_one_sentence(dung):
    answer = dung.get("/", {"ngay": "31/02/2016"})

    assert answer.status_code == 400
    assert "Không có ngày 31/02/2016 trong lịch." in answer.content.decode()


def test_the_chosen_day_stays_until_it_is_let_go(dung):
    dung.post("/ngay-so-lieu/", {"ngay": "10/04/2016", "next": "/tro-giup/"})
    assert "Số liệu ngày 10/04/2016" in _soup(dung.get("/tro-giup/")).get_text()

    dung.post("/ngay-so-lieu/", {"ngay": "", "next": "/tro-giup/"})
    assert "Số liệu ngày" not in _soup(dung.get("/tro-giup/")).select_one(".cv-day").get_text()


def test_a_chosen_day_that_does_not_exist_changes_nothing(dung):
    answer = dung.post("/ngay-so-lieu/", {"ngay": "30/02/2016"})

    assert answer.status_code == 400
    assert "ngay" not in answer.cookies


def test_choosing_leads_back_only_within_the_house(dung):
    assert dung.post("/giao-dien/", {"giao-dien": "toi", "next": "https://example.com/"}).url == "/"


def test_the_chosen_theme_is_in_the_first_byte_of_the_page(dung):
    dung.post("/giao-dien/", {"giao-dien": "toi", "next": "/"})

    assert _soup(dung.get("/")).html["data-bs-theme"] == "dark"


def test_vietnamese_is_spoken_whatever_the_browser_prefers(dung):
    assert _soup(dung.get("/", headers={"accept-language": "en"})).html["lang"] == "vi"


def test_english_is_spoken_once_it_is_chosen(dung):
    dung.post("/ngon-ngu/", {"language": "en", "next": "/"})

    page = _soup(dung.get("/"))
    assert page.html["lang"] == "en"
    assert page.h1.get_text() == "My work"


def test_search_finds_places_and_legal_texts_without_marks(dung):
    page = _soup(dung.get("/tim-kiem/", {"q": "can cu phap ly"}))

    assert page.select_one("main a[href='/can-cu-phap-ly/']") is not None


def test_search_as_one_types_gives_only_the_list(dung):
    answer = dung.get("/tim-kiem/", {"q": "bo luat"}, headers={"HX-Request": "true", "HX-Target": "search-hits"})

    assert _soup(answer).select_one("nav") is None
    assert "Bộ luật" in answer.content.decode()


def test_every_legal_text_says_how_far_it_was_checked(dung):
    page = _soup(dung.get("/can-cu-phap-ly/"))

    assert page.select(".cv-source") != []
    assert all(len(source.select("header .cv-badge")) == 2 for source in page.select(".cv-source"))


def test_a_form_without_its_token_is_refused_in_our_words(dung):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = dung.cookies

    answer = strict.post("/giao-dien/", {"giao-dien": "toi"})

    assert answer.status_code == 403
    assert "đã mở quá lâu" in answer.content.decode()


def test_an_address_of_forms_opened_in_the_browser_says_so(dung):
    answer = dung.get("/giao-dien/")

    assert answer.status_code == 405
    assert "chỉ nhận biểu mẫu" in answer.content.decode()


def test_a_form_sent_after_the_session_ended_leads_to_the_home_page(client):
    assert client.post("/ngay-so-lieu/", {"ngay": "10/04/2016"}).url == "/dang-nhap/?next=/"
