"""Cửa sổ: whoever sits down at the browser finds it as new, and it knows no other machine."""

import pytest
from playwright.sync_api import Error

from tests.journeys.browser import Visitor, Windows

pytestmark = pytest.mark.usefixtures("only_looking")


def test_nothing_of_one_visitor_is_left_to_the_next(windows: Windows):
    first = Visitor(windows)
    first.open("/dang-nhap/")
    first.page.evaluate("() => localStorage.setItem('la', 'một')")
    first.close()

    second = Visitor(windows, day="")
    assert second.context is first.context
    assert second.page.url == "about:blank" and second.context.cookies() == []
    second.open("/dang-nhap/")
    assert second.page.evaluate("() => localStorage.length") == 0
    second.close()


@pytest.mark.parametrize("elsewhere", ["http://example.org/", "http://192.0.2.1/"])
def test_a_page_that_asks_another_machine_is_told_and_gets_nothing(windows: Windows, elsewhere):
    visitor = Visitor(windows)

    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        visitor.open(elsewhere)

    with pytest.raises(AssertionError, match=f"asked {elsewhere}"):
        visitor.close()
