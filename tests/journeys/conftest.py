"""The ground of journeys: a real browser, the whole system behind it, and the demonstration's people."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import TransactionTestCase
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from tests import databases
from tests.journeys import work
from tests.journeys.browser import Enter, Visitor, Windows, chromium, launch
from tests.journeys.pages import client_of

HERE = os.path.dirname(__file__)
NO_BROWSER = "journeys need a browser, and there is no Chromium on this machine's PATH"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if str(item.path).startswith(HERE):
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.demo)
            item.add_marker(pytest.mark.django_db(transaction=True))
            if chromium() is None:
                item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


@pytest.fixture(scope="package")
def windows(live_server: LiveServer) -> Iterator[Windows]:
    """One browser for all journeys; Playwright's loop runs in this thread, which Django would mistake for a view's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        with sync_playwright() as playwright:
            opened = launch(playwright)
            yield Windows(opened, live_server.url)
            opened.close()


@pytest.fixture
def enter(windows: Windows, live_server: LiveServer) -> Iterator[Enter]:
    """Whoever is named comes in with a session of his own; nobody named comes to the door."""
    inside: list[Visitor] = []

    def come(username: str = "", **wishes: Any) -> Visitor:
        visitor = Visitor(windows, **wishes)
        inside.append(visitor)
        if username:
            visitor.carry(settings.SESSION_COOKIE_NAME, session_of(username))
        return visitor

    yield come
    for visitor in inside:
        visitor.close()


@pytest.fixture(scope="module")
def only_looking(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The module's tests write nothing but sessions and trails, so one copy of the database serves them all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: None)
        yield
    with django_db_blocker.unblock():
        request.config.stash[databases.KEY].renew()


@pytest.fixture
def background() -> Iterator[None]:
    """Background work is done beside the server, as `congvu work` does it."""
    with work.beside():
        yield


def session_of(username: str) -> str:
    """The key of a fresh session."""
    return client_of(username).cookies[settings.SESSION_COOKIE_NAME].value
