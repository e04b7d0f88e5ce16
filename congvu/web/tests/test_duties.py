"""Việc của tôi, bảng hạn việc, nhắc việc và lịch riêng, as people meet them."""

from datetime import timedelta
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar
from openpyxl import load_workbook

from congvu.kernel import scope
from congvu.kernel.agenda import Holder, actions
from congvu.kernel.agenda.models import Reminder
from congvu.kernel.agenda.tests import make
from congvu.web.clock import today
from congvu.web.units import Directory
from congvu.web.views import home

pytestmark = pytest.mark.django_db
NO_BOARDS = ()


@pytest.fixture
def place(monkeypatch, settings):
    settings.CONGVU_BOARDS = f"{__name__}.NO_BOARDS"  # the figures of people have their own tests
    home._listed.cache_clear()
    yield _place(monkeypatch)
    home._listed.cache_clear()


def _place(monkeypatch):
    with scope.within(["970000"]):
        made = make.place()
    known = {made.district.pk: "Quận Mẫu", made.ward.pk: "Phường Một", made.beside.pk: "Quận bên"}
    found = Directory(lambda units, on: {key: known[key] for key in units if key in known}, lambda paths, on: [])
    for page in ("views.duties", "views.board", "duty_register"):
        monkeypatch.setattr(f"congvu.web.{page}.directory", lambda: found)
    return made


def _due(place, days, case, **changes):
    day = (today() + timedelta(days=days)).isoformat()
    return make.due(place.ward, day, case, by=place.officer(place.an), **changes)


def _client(user):
    client = Client()
    client.force_login(user)
    return client


def _soup(answer):
    assert answer.status_code == 200, answer.status_code
    return BeautifulSoup(answer.content, "html.parser")


def test_home_shows_each_duty_under_its_time_one_click_from_its_case(place):
    _due(place, -3, "thu/qua-han")
    _due(place, 0, "thu/hom-nay")
    _due(place, 30, "thu/xa")

    page = _soup(_client(place.an).get("/"))

    sections = [section.h2.get_text(" ", strip=True) for section in page.select(".cv-duties")]
    assert sections == ["Đã quá hạn 1", "Hôm nay 1", "Sau tuần này 1"]
    first = page.select_one(".cv-duties li")
    assert first.a["href"] == "/can-cu-phap-ly/"
    assert "quá hạn 3 ngày" in first.get_text() and "Hết hạn lúc 17:00" in first.details.get_text()
    assert page.select_one(".cv-top-count").get_text() == "2"


def test_what_i_asked_of_others_waits_apart(place):
    chi = make.account("chi", "Phạm Thị Chi")
    with scope.within(scope.tops()):
        actions.open_duty(make.duty(place.ward), by=place.officer(chi), on=make.DAY)

    page = _soup(_client(chi).get("/"))

    assert page.select_one(".cv-duties h2").get_text(" ", strip=True) == "Đang chờ người khác 1"
    assert page.select_one(".cv-top-count").get_text() == "0"


def test_home_costs_the_same_for_one_duty_and_for_three_hundred(place):
    client = _client(place.an)
    _due(place, 1, "thu/0")
    before = _asked(client, "/")
    with scope.within(scope.tops()):
        many = [make.duty(place.ward, f"thu/{n}") for n in range(300)]
        actions.open_duties(many, by=place.officer(place.an), on=make.DAY)

    assert _asked(client, "/") == before


def _asked(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_a_duty_says_why_it_is_due_when_it_is(place):
    owed = make.opened(place.ward, by=place.officer(place.an))

    page = _soup(_client(place.an).get(f"/viec/{owed.pk}/"))

    assert "Vì sao hạn là 17/03/2026 17:00?" in page.get_text()
    assert any("ngày tiếp nhận không tính" in line.get_text() for line in page.select(".cv-trace li"))
    assert page.select_one(".cv-head-actions a.btn-primary")["href"] == "/can-cu-phap-ly/"


def test_a_duty_of_another_unit_or_another_account_is_not_found(place):
    beside = make.opened(place.beside, by=place.officer(place.binh))
    chi = make.account("chi", "Phạm Thị Chi")
    own = make.opened(place.ward, by=place.officer(chi), holder=Holder(place.ward.pk, user_id=chi.pk))

    assert _client(place.an).get(f"/viec/{beside.pk}/").status_code == 404
    assert _client(place.dung).get(f"/viec/{own.pk}/").status_code == 404
    assert _client(chi).get(f"/viec/{own.pk}/").status_code == 200


def test_every_number_of_the_board_opens_as_many_rows(place):
    for case, days in (("a", -40), ("b", -2), ("c", 0), ("d", 40)):
        _due(place, days, f"thu/{case}")
    _due(place, 0, "thu/xong")
    client = _client(place.dung)
    with scope.within(["970000"]):
        actions.close("thu.viec", "thu/xong", on=today())

    page = _soup(client.get("/viec/bang/"))

    links = page.select(".cv-figure-value a, .cv-month-grid a, .cv-table tbody a")
    assert len(links) >= 8
    for link in links:
        number = (link.strong or link).get_text(strip=True)
        rows = _soup(client.get(link["href"])).select("tbody tr")
        assert number in (str(len(rows)), "100,0%"), link
    assert "1 trên 1 việc đã xong" in page.get_text()


def test_the_board_of_another_month_and_kind_keeps_both(place):
    page = _soup(_client(place.dung).get("/viec/bang/?thang=2026-03&loai=personnel.confirm_import"))

    assert page.select_one(".cv-month-head h2").get_text() == "Tháng 3/2026"
    assert page.select_one("a[rel=next]")["href"] == "/viec/bang/?thang=2026-04&loai=personnel.confirm_import"
    assert page.select_one("option[selected]")["value"] == "personnel.confirm_import"


def test_the_board_costs_the_same_for_sixty_duties_and_for_three_hundred(place):
    client, asked = _client(place.dung), []
    for numbers in (range(60), range(60, 300)):
        with scope.within(scope.tops()):
            many = [make.duty(place.ward, f"thu/{n}") for n in numbers]
            actions.open_duties(many, by=place.officer(place.an), on=make.DAY)
        asked.append([_asked(client, page) for page in ("/viec/bang/", "/viec/")])

    assert asked[0] == asked[1]


def test_the_rows_leave_as_a_workbook_under_the_same_conditions(place):
    _due(place, -2, "thu/qua-han")
    _due(place, 9, "thu/xa")

    answer = _client(place.dung).get("/viec/excel/?the=qua-han")

    cells = [str(cell) for row in load_workbook(BytesIO(answer.content)).active.values for cell in row if cell]
    assert "Việc thử thu/qua-han" in cells and "Phường Một" in cells and "Quá hạn" in cells
    assert "Việc thử thu/xa" not in cells


def test_a_head_urges_from_the_page_and_is_told_when_it_was_done_already(place):
    owed = _due(place, -2, "thu/qua-han")
    client = _client(place.dung)
    button = _soup(client.get(f"/viec/{owed.pk}/")).select_one(f"form[action='/viec/{owed.pk}/nhac/']")

    first = client.post(button["action"], follow=True)
    again = client.post(button["action"], follow=True)

    assert "Đã nhắc những người phải làm việc này." in _soup(first).get_text()
    assert "mỗi việc chỉ nhắc một lần trong ngày" in _soup(again).get_text()
    assert "Lê Văn Dũng nhắc ngày" in _soup(_client(place.an).get("/")).select_one(".cv-duties").get_text()
    with scope.within(["970000"]):
        assert list(Reminder.objects.values_list("user__username", "occasion").distinct()) == [("an", "urge")]


def test_an_account_chooses_how_it_is_reminded(place):
    client = _client(place.an)
    assert "chưa được nối với máy chủ thư" in _soup(client.get("/tai-khoan/nhac-viec/")).get_text()

    wrong = client.post("/tai-khoan/nhac-viec/", {"email": "khong-phai-thu"})
    client.post("/tai-khoan/nhac-viec/", {"email": "an@noi-vu.example", "wanted": ["page"], "days": ["5", "0"]})

    assert wrong.status_code == 422
    page = _soup(client.get("/tai-khoan/nhac-viec/"))
    assert page.select_one("[name=email]")["value"] == "an@noi-vu.example"
    assert [box["value"] for box in page.select("input[type=checkbox][checked]")] == ["page", "5", "0"]


def test_a_phone_reads_only_what_its_account_owes_until_the_address_is_renewed(place):
    _due(place, 2, "thu/cua-an")
    make.due(place.beside, "2026-03-13", "thu/cua-binh", by=place.officer(place.binh))
    client = _client(place.an)
    client.post("/tai-khoan/lich/cap/")
    address = _soup(client.get("/tai-khoan/nhac-viec/")).select_one("#feed")["value"]
    path = address.removeprefix("http://127.0.0.1:8000")

    told = Client().get(path)
    client.post("/tai-khoan/lich/cap/")

    assert told.headers["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(told.content).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Hạn: Việc thử thu/cua-an"]
    assert Client().get(path).status_code == 404
