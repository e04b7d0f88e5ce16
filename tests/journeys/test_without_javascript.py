"""Không có JavaScript: everything that counts can be done in a browser that runs no script."""

import re
from pathlib import Path

import pytest

from tests.journeys.browser import Enter, Visitor

pytestmark = pytest.mark.usefixtures("only_looking")


@pytest.fixture
def plain(enter: Enter) -> Visitor:
    """An officer whose browser runs no script."""
    return enter("chuyenvien", scripting=False)


def test_an_officer_logs_in(enter: Enter):
    visitor = enter(scripting=False)
    visitor.open("/ra-soat/")

    visitor.page.get_by_label("Tên đăng nhập").fill("chuyenvien")
    visitor.page.get_by_label("Mật khẩu").fill("congvu-2016")
    visitor.page.get_by_role("button", name="Đăng nhập").first.click()

    assert visitor.h1() == "Rà soát trình độ"


def test_a_search_from_the_top_bar_finds_a_person(plain: Visitor):
    plain.open("/")

    plain.page.locator("#search").fill("quach trong thien")
    plain.page.locator("#search").press("Enter")
    plain.page.get_by_role("link", name="Quách Trọng Thiện").first.click()

    assert plain.h1() == "Quách Trọng Thiện"


def test_a_list_is_filtered_and_paged(plain: Visitor):
    plain.open("/can-bo/")
    everybody = plain.page.locator(".cv-total").inner_text()
    chosen = plain.page.locator(".cv-filters select").nth(1)
    chosen.select_option(index=chosen.locator("option").count() - 1)
    plain.page.get_by_role("button", name="Lọc", exact=True).first.click()
    filtered = plain.page.locator(".cv-total").inner_text()
    names = plain.page.locator("td.is-main > a").all_inner_texts()

    plain.page.get_by_role("link", name="Trang sau").click()

    assert filtered != everybody
    assert plain.page.locator(".cv-total").inner_text() == filtered
    assert plain.page.locator("td.is-main > a").all_inner_texts() != names
    plain.page.get_by_role("link", name="Trang trước").click()
    assert plain.page.locator("td.is-main > a").all_inner_texts() == names


def test_the_day_of_the_figures_is_chosen_and_given_back(plain: Visitor):
    plain.open("/ra-soat/chi-so/theory_classes/")
    then = plain.page.locator("#main").inner_text()

    plain.page.locator(".cv-day > summary").click()
    plain.page.get_by_label("Xem số liệu của ngày").fill("31/12/2013")
    plain.page.get_by_role("button", name="Xem", exact=True).click()

    assert "31/12/2013" in plain.page.locator(".cv-day").inner_text()
    assert plain.page.locator("#main").inner_text() != then


def test_a_figure_leads_to_its_rows_and_to_a_person(plain: Visitor):
    plain.open("/ra-soat/")

    plain.page.get_by_role("link", name=re.compile("62,35")).first.click()
    assert "62,35" in plain.page.locator("#main").inner_text()
    plain.page.get_by_role("link", name=re.compile("^Chưa đạt")).first.click()
    plain.page.locator("td.is-main > a").first.click()

    assert re.search(r"/can-bo/\d+/", plain.page.url)


@pytest.mark.parametrize(("label", "starts"), [("Word", b"PK"), ("Excel", b"PK"), ("PDF", b"%PDF")])
def test_the_report_comes_as_a_file(plain: Visitor, tmp_path: Path, label, starts):
    plain.open("/ra-soat/bao-cao/")

    got = plain.download(plain.page.get_by_role("link", name=label, exact=True), tmp_path)

    assert got.read_bytes().startswith(starts)
