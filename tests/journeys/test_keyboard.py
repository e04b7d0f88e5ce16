"""Tay trên phím: everything in the console can be done without a mouse, and it is always seen where one is."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import PHONE, Enter

pytestmark = pytest.mark.usefixtures("only_looking")
PASSWORD = "congvu-2016"


def focused(page: Page) -> str:
    """What has the focus: its id, or its words; nothing when the whole page has it."""
    told = (
        "() => { const at = document.activeElement; return at === document.body ? '' : at.id || at.innerText.trim() }"
    )
    return str(page.evaluate(told))


def ring(page: Page) -> bool:
    """Whether an eye sees where the focus is."""
    return bool(
        page.evaluate(
            """() => ['', '::after'].some(part => { const style = getComputedStyle(document.activeElement, part);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 })"""
        )
    )


def test_an_official_logs_in_with_the_keyboard_alone(enter: Enter):
    visitor = enter()
    visitor.open("/can-bo/")
    expect(visitor.page.get_by_label("Tên đăng nhập")).to_be_focused()

    visitor.page.keyboard.type("chuyenvien")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.type(PASSWORD)
    visitor.page.keyboard.press("Enter")

    visitor.page.wait_for_url(re.compile(r":\d+/can-bo/$"))
    assert visitor.h1() == "Cán bộ, công chức, viên chức"


def test_a_wrong_password_is_told_and_nobody_comes_in(enter: Enter):
    visitor = enter()
    visitor.open("/dang-nhap/")

    visitor.page.get_by_label("Tên đăng nhập").fill("chuyenvien")
    visitor.page.get_by_label("Mật khẩu").fill("khong-phai-mat-khau")
    visitor.page.keyboard.press("Enter")

    expect(visitor.page.get_by_role("alert")).to_be_visible()
    assert "/dang-nhap/" in visitor.page.url


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_a_key_leads_to_the_search_from_anywhere(enter: Enter, keys):
    visitor = enter("chuyenvien")
    visitor.open("/don-vi/")

    visitor.page.keyboard.press(keys)

    assert focused(visitor.page) == "search"
    assert visitor.page.locator("#search").input_value() == ""


def test_a_person_is_found_without_marks_and_opened_without_a_mouse(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/")

    visitor.page.keyboard.press("/")
    visitor.page.keyboard.type("quach trong thien", delay=5)
    visitor.page.locator("#search-hits a").first.wait_for()
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("Enter")

    visitor.page.wait_for_url(re.compile(r"/can-bo/\d+/"))
    assert visitor.h1() == "Quách Trọng Thiện"


def test_escape_closes_the_search(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/")
    visitor.page.keyboard.press("/")
    visitor.page.keyboard.type("noi vu", delay=5)
    hits = visitor.page.locator("#search-hits")
    expect(hits).to_be_visible()

    visitor.page.keyboard.press("Escape")

    expect(hits).to_be_hidden()


def test_g_and_a_letter_lead_to_every_place_of_the_menu(enter: Enter):
    visitor = enter("truongphong")
    visitor.open("/")
    places = visitor.page.locator(".cv-menu a[data-key]").evaluate_all(
        "links => links.map(link => [link.dataset.key, link.getAttribute('href')])"
    )
    assert len(places) >= 6

    for key, address in places:
        visitor.page.keyboard.press("g")
        visitor.page.keyboard.press(key)
        visitor.page.wait_for_url(re.compile(rf":\d+{re.escape(address)}$"))


def test_letters_typed_into_a_field_lead_nowhere(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/can-bo/")

    visitor.page.locator("#register-q").click()
    visitor.page.keyboard.type("g r / ?")

    assert visitor.page.locator("#register-q").input_value() == "g r / ?"
    expect(visitor.page.locator("#keys")).to_be_hidden()


def test_arrows_walk_the_rows_and_enter_opens_one(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/can-bo/")
    names = visitor.page.locator(".cv-table.is-register td.is-main > a").all_inner_texts()

    for _ in range(3):
        visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("ArrowUp")

    assert focused(visitor.page) == names[1]
    assert ring(visitor.page)
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url(re.compile(r"/can-bo/\d+/"))
    assert visitor.h1() == names[1]


def test_the_row_that_has_the_focus_is_not_under_the_head_of_the_table(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/can-bo/")
    for _ in range(25):
        visitor.page.keyboard.press("ArrowDown")
    for _ in range(20):
        visitor.page.keyboard.press("ArrowUp")

    seen = visitor.page.evaluate(
        """() => { const box = document.activeElement.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + 4, box.y + box.height / 2);
        return top === document.activeElement || document.activeElement.contains(top) }"""
    )
    assert seen


def test_the_question_mark_shows_the_keys_and_escape_closes_them(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/")

    visitor.page.keyboard.press("?")
    expect(visitor.page.locator("#keys")).to_be_visible()
    visitor.page.keyboard.press("Escape")

    expect(visitor.page.locator("#keys")).to_be_hidden()


def test_escape_closes_a_drop_down_and_gives_the_focus_back(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/")
    summary = visitor.page.locator(".cv-account > summary")
    summary.focus()
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Tab")
    expect(visitor.page.locator(".cv-account")).to_have_attribute("open", "")

    visitor.page.keyboard.press("Escape")

    expect(visitor.page.locator(".cv-account")).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()


def test_the_first_tab_offers_to_skip_the_menu(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/can-bo/")

    visitor.page.keyboard.press("Tab")
    expect(visitor.page.locator(".cv-skip")).to_be_focused()
    expect(visitor.page.locator(".cv-skip")).to_be_in_viewport()
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Tab")

    assert visitor.page.evaluate("() => document.getElementById('main').contains(document.activeElement)")


@pytest.mark.parametrize("address", ["/", "/can-bo/", "/don-vi/", "/ra-soat/", "/dang-nhap/"])
def test_every_stop_of_the_tab_key_is_seen(enter: Enter, address):
    visitor = enter("" if address == "/dang-nhap/" else "chuyenvien")
    visitor.open(address)

    unseen = []
    for _ in range(30):
        visitor.page.keyboard.press("Tab")
        if focused(visitor.page) and not ring(visitor.page):
            unseen.append(focused(visitor.page))

    assert unseen == []


def test_the_focus_stays_where_it_was_when_a_list_changes_under_it(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/can-bo/")
    before = visitor.page.locator(".cv-total").inner_text()

    visitor.page.locator("#register-q").focus()
    visitor.page.keyboard.type("nguyen", delay=10)
    expect(visitor.page.locator(".cv-total")).not_to_have_text(before)

    assert focused(visitor.page) == "register-q"
    assert visitor.page.locator("#register-q").input_value() == "nguyen"


def test_the_focus_stays_on_the_filter_that_was_chosen(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/can-bo/")
    before = visitor.page.locator(".cv-total").inner_text()
    chosen = visitor.page.locator(".cv-filters select").first
    name = chosen.get_attribute("id")

    chosen.focus()
    chosen.select_option(index=chosen.locator("option").count() - 1)
    expect(visitor.page.locator(".cv-total")).not_to_have_text(before)

    assert focused(visitor.page) == name


def test_back_leads_to_the_list_as_it_was_left(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.open("/can-bo/")
    before = visitor.page.locator(".cv-total").inner_text()
    visitor.page.locator("#register-q").fill("tran")
    expect(visitor.page.locator(".cv-total")).not_to_have_text(before)
    filtered = visitor.page.locator(".cv-total").inner_text()
    visitor.page.locator(".cv-table td.is-main > a").first.click()
    visitor.page.wait_for_url(re.compile(r"/can-bo/\d+/"))

    visitor.page.go_back()

    expect(visitor.page.locator(".cv-total")).to_have_text(filtered)
    assert visitor.page.locator("#register-q").input_value() == "tran"


def test_on_a_phone_the_menu_opens_and_escape_closes_it(enter: Enter):
    visitor = enter("chuyenvien")
    visitor.page.set_viewport_size(PHONE)
    visitor.open("/can-bo/")

    visitor.page.get_by_label("Mở trình đơn").click()
    expect(visitor.page.locator("#menu")).to_be_in_viewport()
    visitor.page.keyboard.press("Escape")

    expect(visitor.page.locator("#menu")).not_to_be_in_viewport()
