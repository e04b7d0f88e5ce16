"""Nobody is shut out: axe-core finds nothing serious on any page, whoever opens it, on the desk or on the phone."""

import pytest

from tests.journeys import axe
from tests.journeys.browser import PHONE, Enter
from tests.journeys.pages import Pages

pytestmark = [
    pytest.mark.usefixtures("only_looking"),
    pytest.mark.skipif(not axe.SOURCE.exists(), reason="axe-core has not been installed into node_modules"),
]
PARTS = 4  # so that workers share them
LOOKS = {"truongphong": axe.CROSSED, "chuyenvien": axe.AT_THE_DESK, "quantri": axe.BOTH}


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_shuts_anybody_out(enter: Enter, part):
    """Every page as the head sees it, and as another sees it where that is built of anything the head's is not."""
    pages = {username: Pages(username) for username in LOOKS}
    visitors = {username: enter(username) for username in LOOKS}
    addresses = pages["quantri"].addresses() | pages["truongphong"].addresses()

    wrong, seen = [], set()
    for address in list(addresses.values())[part::PARTS]:
        known: set[str] = set()
        for username, looks in LOOKS.items():
            visitor, html = visitors[username], pages[username].html(address)
            if not html or (built := axe.kinds(visitor, html)) <= known:
                continue
            known |= built
            visitor.open(address)
            if (username, visitor.page.url) not in seen:
                seen.add((username, visitor.page.url))
                wrong += axe.faults(visitor, f"{username} at {address}", looks)

    assert not wrong, "\n".join(wrong)
    assert len(seen) > 10


def test_the_door_shuts_nobody_out(enter: Enter):
    visitor = enter()
    visitor.open("/dang-nhap/")
    wrong = axe.faults(visitor, "log-in")
    visitor.page.get_by_label("Tên đăng nhập").fill("chuyenvien")
    visitor.page.get_by_label("Mật khẩu").fill("sai-mat-khau")
    visitor.page.get_by_role("button", name="Đăng nhập").first.click()
    visitor.page.get_by_role("alert").wait_for()
    wrong += axe.faults(visitor, "log-in with a wrong password")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("username", "address", "status"),
    [("quantri", "/can-bo/", 403), ("chuyenvien", "/can-bo/999999/", 404), ("chuyenvien", "/?ngay=31/02/2016", 400)],
)
def test_a_refusal_shuts_nobody_out(enter: Enter, username, address, status):
    visitor = enter(username)

    with visitor.refused(status):
        visitor.open(address)

    assert not axe.faults(visitor, f"refusal {status}")


def test_a_form_with_faults_shuts_nobody_out(enter: Enter):
    visitor = enter("truongphong")
    visitor.open(Pages("truongphong").filled("/don-vi/{don-vi}/them/"))
    visitor.page.evaluate("() => document.querySelectorAll('form.cv-form').forEach(form => { form.noValidate = true })")

    with visitor.refused(422):
        visitor.page.locator("form.cv-form button.btn-primary").click()
        visitor.page.locator("#form-errors").wait_for()

    assert not axe.faults(visitor, "form with faults")


@pytest.mark.parametrize("address", ["/can-bo/?q=khong+ai+ca", "/can-bo/?q=quach+trong+thien", "/tim-kiem/?q=binh"])
def test_a_list_of_none_and_of_one_shuts_nobody_out(enter: Enter, address):
    visitor = enter("chuyenvien")

    visitor.open(address)

    assert not axe.faults(visitor, address)


@pytest.mark.parametrize("opener", [".cv-day > summary", ".cv-account > summary", ".cv-columns > summary"])
def test_what_drops_down_shuts_nobody_out(enter: Enter, opener):
    visitor = enter("chuyenvien")
    visitor.open("/can-bo/")

    visitor.page.locator(opener).click()

    assert not axe.faults(visitor, opener)


def test_the_keys_and_the_hits_of_the_search_shut_nobody_out(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/")
    visitor.page.keyboard.press("?")
    wrong = axe.faults(visitor, "keys")
    visitor.page.keyboard.press("Escape")
    visitor.page.locator("#search").type("phuong")
    visitor.page.locator("#search-hits a").first.wait_for()
    wrong += axe.faults(visitor, "hits")

    assert not wrong, "\n".join(wrong)


def test_the_menu_of_the_phone_shuts_nobody_out(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.page.set_viewport_size(PHONE)
    visitor.open("/can-bo/#menu")

    assert not axe.faults(visitor, "menu")
