"""One person at one browser: what he opens, and everything about it that an official would complain of."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    FilePayload,
    Locator,
    Page,
    Request,
    Response,
    ViewportSize,
)

DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)
SIZES = {"1440": DESK, "390": PHONE}
THEMES = ("light", "dark")
ARTICLE = "2016-04-10"
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_HOSTS = {"127.0.0.1", "localhost"}
_QUIET = (
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    *("--no-sandbox", "--disable-quic", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def chromium() -> str | None:
    """Where this machine has a Chromium, if anywhere."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def launch(playwright: Any) -> Browser:
    """A browser without a window."""
    found: Browser = playwright.chromium.launch(executable_path=chromium(), args=list(_QUIET))
    return found


class Windows:
    """Cửa sổ trình duyệt: opened once, lent to one visitor at a time, clean as new to the next one."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.browser = browser
        self.base = base
        self._free: dict[bool, list[BrowserContext]] = {True: [], False: []}

    def lend(self, *, scripting: bool) -> BrowserContext:
        """One that nobody uses."""
        return self._free[scripting].pop() if self._free[scripting] else self._opened(scripting)

    def take_back(self, context: BrowserContext, *, scripting: bool) -> None:
        """Nothing of the last visitor stays, but for the files that every page shares."""
        page = self._emptied(context)
        page.set_viewport_size(DESK)
        held = context.new_cdp_session(page)
        held.send("Storage.clearDataForOrigin", {"origin": self.base, "storageTypes": "all"})
        held.detach()
        context.clear_cookies()
        self._free[scripting].append(context)

    def _emptied(self, context: BrowserContext) -> Page:
        page = context.pages[0]
        try:
            page.goto("about:blank")
        except Error:  # it was still on its way elsewhere
            page = context.new_page()
        for other in context.pages:
            if other != page:
                other.close()
        return page

    def _opened(self, scripting: bool) -> BrowserContext:
        context = self.browser.new_context(
            base_url=self.base, viewport=DESK, java_script_enabled=scripting, locale="vi-VN", reduced_motion="reduce"
        )
        context.set_default_timeout(10_000)
        context.new_page()
        return context


class Visitor:
    """Người dùng trình duyệt: his page, and what went wrong on it so far."""

    def __init__(self, windows: Windows, *, scripting: bool = True, day: str = ARTICLE) -> None:
        self.windows = windows
        self.scripting = scripting
        self.wrong: list[str] = []
        self._refusals: set[int] = set()
        self.context = windows.lend(scripting=scripting)
        self.page: Page = self.context.pages[0]
        if day:
            self.carry("ngay", day)
        self._listen()

    def carry(self, name: str, value: str) -> None:
        """A cookie from here on."""
        self.context.add_cookies([{"name": name, "value": value, "url": self.windows.base}])

    def open(self, address: str) -> Response | None:
        """Go to the address as if typed."""
        return self.page.goto(address, wait_until="load")

    def shows(self, words: str) -> Locator:
        """The place where the words stand; they must be there."""
        found = self.page.get_by_text(words).first
        found.wait_for()
        return found

    def h1(self) -> str:
        """What the page calls itself."""
        return self.page.locator("h1").inner_text()

    @contextmanager
    def refused(self, *statuses: int) -> Iterator[None]:
        """Inside, answers of these statuses are what we came for."""
        before, self._refusals = self._refusals, self._refusals | set(statuses)
        try:
            yield
        finally:
            self._refusals = before

    def download(self, click: Locator, folder: Path) -> Path:
        """Click and keep the file that comes."""
        with self.page.expect_download() as coming:
            click.click()
        kept = folder / coming.value.suggested_filename
        coming.value.save_as(kept)
        return kept

    def give(self, label: str, content: bytes, name: str = "danh-sach.xlsx") -> None:
        """Choose a file for the field."""
        file = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
        self.page.get_by_label(label).set_input_files(file)

    def theme(self, name: str) -> None:
        """Light or dark, as the frame would mark it."""
        self.page.evaluate("name => { document.documentElement.dataset.bsTheme = name }", name)

    def close(self) -> None:
        """Leave; whatever went wrong on the way is told now."""
        for event, heard in self._ears.items():
            self.page.remove_listener(event, heard)
        self.windows.take_back(self.context, scripting=self.scripting)
        assert not self.wrong, "\n".join(self.wrong)

    @cached_property
    def _ears(self) -> dict[Any, Callable[[Any], None]]:
        return {
            "console": self._heard,
            "pageerror": lambda error: self.wrong.append(f"{self._here()}: {error}"),
            "request": self._asked,
            "requestfailed": self._failed,
            "response": self._answered,
        }

    def _listen(self) -> None:
        for event, heard in self._ears.items():
            self.page.on(event, heard)

    def _here(self) -> str:
        parts = urlsplit(self.page.url)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path

    def _heard(self, message: ConsoleMessage) -> None:
        told_by_status = message.text.startswith("Failed to load resource: the server responded")
        if message.type == "error" and not told_by_status:
            self.wrong.append(f"{self._here()}: {message.text}")

    def _failed(self, request: Request) -> None:
        if request.failure not in ("net::ERR_ABORTED", None):  # given up because something newer was asked
            self.wrong.append(f"{self._here()}: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self._refusals:
            self.wrong.append(f"{self._here()}: {response.url} answered {response.status}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.hostname not in _HOSTS:  # nor would it be found
            self.wrong.append(f"{self._here()}: asked {request.url}")


Enter = Callable[..., Visitor]
