"""Every kind of page is looked at: on the desk and on the phone, light and dark; nothing leaves the page."""

import pytest

from tests.journeys.browser import ARTICLE, PHONE, Enter
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


FILE = {
    "sections": "/can-bo/{can-bo}/ly-lich/",
    "section": "/can-bo/{can-bo}/ly-lich/residence/",
    "item": "/can-bo/{can-bo}/ly-lich/family/ghi/",
    "papers": "/can-bo/{can-bo}/giay-to/",
    "paper-new": "/can-bo/{can-bo}/giay-to/them/",
    "2c": "/can-bo/{can-bo}/2c/",
    "score": "/can-bo/{can-bo}/con-thieu/",
    "person-proposals": "/can-bo/{can-bo}/de-nghi/",
}
STANDING = {
    "completeness": "/ra-soat-ho-so/",
    "scores": "/ra-soat-ho-so/danh-sach/",
    "scores-lacking": "/ra-soat-ho-so/danh-sach/?the=con-thieu",
    "proposals": "/de-nghi-ho-so/",
    "update-rounds": "/dot-cap-nhat/",
    "update-round-new": "/dot-cap-nhat/mo/",
    "cohorts": "/nguon-can-bo/",
    "cohort-new": "/nguon-can-bo/moi/",
    "cohort-asked": "/nguon-can-bo/moi/?gioi=female&tuoi-duoi=40&chuyen-mon-tu=4",
    "cohort-fault": "/nguon-can-bo/moi/?tuoi-tu=50&tuoi-duoi=40",
    "cohort": "/nguon-can-bo/{nguon-can-bo}/",
    "cohort-compared": "/nguon-can-bo/{nguon-can-bo}/so-sanh/",
    "cohort-rename": "/nguon-can-bo/{nguon-can-bo}/doi-ten/",
}
ROUNDS = {
    "file-reviews": "/ra-soat-ho-so/dot/",
    "file-review": "/ra-soat-ho-so/dot/{ra-soat-ho-so}/",
    "file-review-new": "/ra-soat-ho-so/dot/moi/",
    "file-review-report": "/ra-soat-ho-so/dot/{ra-soat-ho-so}/bao-cao/",
    "file-review-extend": "/ra-soat-ho-so/dot/{ra-soat-ho-so}/doi-han/",
    "file-review-close": "/ra-soat-ho-so/dot/{ra-soat-ho-so}/ket-thuc/",
    "duty": "/viec/{viec}/",
    "home-duties": "/",
    "completeness-today": "/ra-soat-ho-so/",
    "due-board-today": "/viec/bang/",
}
MINE = {
    "my-home": "/",
    "my-file": "/ho-so-cua-toi/",
    "my-readings": "/ho-so-cua-toi/nguoi-xem/",
    "my-proposals": "/ho-so-cua-toi/de-nghi/",
    "my-residence": "/ho-so-cua-toi/muc/residence/",
    "my-study": "/ho-so-cua-toi/muc/study/",
    "my-family": "/ho-so-cua-toi/muc/family/",
    "my-2c": "/can-bo/{ho-so-cua-toi}/2c/",
}
GROUPS = {
    "lists": ("truongphong", LISTS),
    "records": ("truongphong", RECORDS),
    "boards": ("truongphong", BOARDS),
    "forms": ("truongphong", FORMS),
    "changes": ("truongphong", CHANGES),
    "accounts": ("quantri", ACCOUNTS),
    "file": ("truongphong", FILE),
    "standing": ("truongphong", STANDING),
    "rounds": ("bt-lanhdao", ROUNDS),
    "mine": ("bt-congchuc", MINE),
}
REFUSED = {"cohort-fault": 422}
TODAY = {"bt-lanhdao": ""}  # the day with which an account of an office of today looks at its pages


@pytest.mark.parametrize("group", GROUPS)
def test_nothing_leaves_the_page(enter: Enter, group):
    username, addresses = GROUPS[group]
    day = TODAY.get(username, ARTICLE)
    visitor, pages = enter(username, day=day), Pages(username, day=day)

    wrong = []
    for name, address in addresses.items():
        with visitor.refused(*[REFUSED[name]] if name in REFUSED else []):
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
