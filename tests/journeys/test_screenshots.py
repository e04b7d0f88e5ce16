"""Every kind of page is looked at: on the desk and on the phone, light and dark; nothing leaves the page."""

import pytest

from tests.journeys.browser import PHONE, Enter
from tests.journeys.looks import look
from tests.journeys.pages import Pages

pytestmark = pytest.mark.usefixtures("only_looking")
LISTS = {
    "people-many": "/can-bo/",
    "people-found": "/can-bo/?q=nguyen",
    "people-one": "/can-bo/?q=quach+trong+thien",
    "people-none": "/can-bo/?q=khong+ai+ten+nhu+vay",
    "gaps": "/ra-soat/chua-dat/",
    "units": "/don-vi/",
    "units-none": "/don-vi/?q=khong+co+don+vi+nay",
    "unjoined": "/don-vi/chua-noi/",
    "unjoined-names": "/don-vi/chua-noi/ten/",
    "imports": "/nhap-du-lieu/",
    "facts": "/nhat-ky/",
    "duties": "/viec/",
    "search": "/tim-kiem/?q=binh+thuy",
    "search-none": "/tim-kiem/?q=khong+co+gi+ca",
}
RECORDS = {
    "person": "/can-bo/{can-bo}/",
    "readings": "/can-bo/{can-bo}/nguoi-xem/",
    "unit": "/don-vi/{don-vi}/",
    "agency": "/don-vi/{co-quan}/",
    "posts": "/don-vi/{co-quan}/vi-tri/",
    "history": "/don-vi/{don-vi}/lich-su/",
    "chart": "/don-vi/{don-vi}/so-do/",
}
BOARDS = {
    "home": "/",
    "review": "/ra-soat/",
    "figure": "/ra-soat/chi-so/theory_administrative/",
    "figure-classes": "/ra-soat/chi-so/theory_classes/",
    "report": "/ra-soat/bao-cao/",
    "sources": "/can-cu-phap-ly/",
    "help": "/tro-giup/",
    "due-board": "/viec/bang/",
    "profile": "/tai-khoan/",
    "second-steps": "/tai-khoan/buoc-hai/",
}
FORMS = {
    "unit-found": "/don-vi/{don-vi}/them/",
    "unit-rename": "/don-vi/{don-vi}/doi-ten/",
    "unit-move": "/don-vi/{don-vi}/chuyen/",
    "unit-dissolve": "/don-vi/{don-vi}/giai-the/",
    "post-create": "/don-vi/{don-vi}/vi-tri/them/",
    "post-standard": "/vi-tri/{vi-tri}/tieu-chuan/",
    "import-new": "/nhap-du-lieu/tep/",
    "password": "/tai-khoan/mat-khau/",
    "reminders": "/tai-khoan/nhac-viec/",
}


_NAMES = ("lists", "records", "boards", "forms", "changes", "accounts")
CHANGES = {
    "person-enrol": "/can-bo/them/",
    "person-correct": "/can-bo/{can-bo}/dinh-chinh/",
    "person-post": "/can-bo/{can-bo}/bo-tri/",
    "person-study": "/can-bo/{can-bo}/trinh-do/",
    "person-party": "/can-bo/{can-bo}/dang/",
}
ACCOUNTS = {
    "accounts": "/quan-tri/tai-khoan/",
    "account": "/quan-tri/tai-khoan/{quan-tri}/",
    "account-open": "/quan-tri/tai-khoan/mo/",
}


@pytest.mark.parametrize("group", [LISTS, RECORDS, BOARDS, FORMS, CHANGES, ACCOUNTS], ids=_NAMES)
def test_nothing_leaves_the_page(enter: Enter, group):
    username = "quantri" if group is ACCOUNTS else "truongphong"
    visitor, pages = enter(username), Pages(username)

    wrong = []
    for name, address in group.items():
        visitor.open(pages.filled(address))
        wrong += look(visitor, name)

    assert not wrong, "\n".join(wrong)


def test_whoever_stands_outside_sees_a_whole_page(enter: Enter):
    visitor = enter()
    visitor.open("/dang-nhap/")
    wrong = look(visitor, "log-in")
    visitor.page.get_by_label("Tên đăng nhập").fill("chuyenvien")
    visitor.page.get_by_label("Mật khẩu").fill("sai-mat-khau")
    visitor.page.get_by_role("button", name="Đăng nhập").first.click()
    visitor.page.get_by_role("alert").wait_for()
    wrong += look(visitor, "log-in-wrong")
    with visitor.refused(404):
        visitor.open("/khong-co-trang-nay/")
    wrong += look(visitor, "outside-not-found")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("name", "username", "address", "status"),
    [
        ("refused", "quantri", "/can-bo/", 403),
        ("not-found", "chuyenvien", "/can-bo/999999/", 404),
        ("bad-day", "chuyenvien", "/can-bo/?ngay=31/02/2016", 400),
    ],
)
def test_a_refusal_is_a_page_too(enter: Enter, name, username, address, status):
    visitor = enter(username)

    with visitor.refused(status):
        visitor.open(address)

    assert not look(visitor, name)


def test_a_form_with_faults_shows_them_beside_the_fields(enter: Enter):
    visitor = enter("truongphong")
    visitor.open(Pages("truongphong").filled("/don-vi/{don-vi}/them/"))
    visitor.page.evaluate("() => document.querySelectorAll('form.cv-form').forEach(form => { form.noValidate = true })")

    with visitor.refused(422):
        visitor.page.locator("form.cv-form button.btn-primary").click()
        visitor.page.locator("#form-errors").wait_for()

    assert not look(visitor, "form-faults")


@pytest.mark.parametrize(
    ("name", "opener"),
    [
        ("open-day", ".cv-day > summary"),
        ("open-account", ".cv-account > summary"),
    ],
)
def test_what_drops_down_stays_on_the_page(enter: Enter, name, opener):
    visitor = enter("chuyenvien")
    visitor.open("/can-bo/")

    visitor.page.locator(opener).click()

    assert not look(visitor, name)


def test_the_menu_of_the_phone_covers_the_page_and_fits(enter: Enter):
    visitor = enter("truongphong")
    visitor.page.set_viewport_size(PHONE)
    visitor.open("/can-bo/")

    visitor.page.get_by_label("Mở trình đơn").click()

    assert not look(visitor, "open-menu")


def test_hits_of_the_search_fit_under_the_box(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/can-bo/")

    visitor.page.locator("#search").type("phuong")
    visitor.page.locator("#search-hits a").first.wait_for()

    assert not look(visitor, "open-search")


def test_the_keys_are_shown_in_one_screen(enter: Enter):
    visitor = enter("truongphong")
    visitor.open("/")

    visitor.page.keyboard.press("?")

    assert not look(visitor, "open-keys")


def test_an_account_without_people_sees_where_to_begin(enter: Enter):
    wrong = []
    for username in ("quantri", "ninhkieu"):
        visitor = enter(username)
        visitor.open("/")
        wrong += look(visitor, f"home-{username}")
    visitor.open("/can-bo/")
    wrong += look(visitor, "people-empty")

    assert not wrong, "\n".join(wrong)
