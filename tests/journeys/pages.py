"""Every page of the system with an address that opens it, read from the routes and from the pages themselves."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Error

from tests.journeys.browser import Visitor

_PLACES = {  # the list that shows an example, and what its links look like
    "can-bo": ("/can-bo/", r"/can-bo/(\d+)/"),
    "don-vi": ("/don-vi/", r"/don-vi/(\d+)/"),
    "co-quan": ("/don-vi/?q=phong+noi+vu", r'is-main"[^>]*><a href="/don-vi/(\d+)/'),
    "vi-tri": ("/don-vi/{co-quan}/vi-tri/", r"/vi-tri/(\d+)/"),
    "nhap-du-lieu": ("/nhap-du-lieu/", r"/nhap-du-lieu/(\d+)/"),
}
_WORDS = {"name": "theory_administrative", "form": "pdf"}
_NO_PAGE = ("excel/", "<slug:form>/", "/nhap-du-lieu/mau/", "/danh-sach-hien-co/", "/gallery/")  # files, long to make

_NOT_SHOWN = ("Download is starting", "ERR_HTTP_RESPONSE_CODE_FAILURE")  # a file; an answer without a body


class Pages:
    """Địa chỉ: found once for a visitor, who must be able to see the lists."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.known: dict[str, int | None] = {}

    def example(self, place: str) -> int | None:
        """The key of the first thing in the list of the place."""
        if place not in self.known:
            listed, link = _PLACES[place]
            self.known[place] = self._first(self.filled(listed), link)
        return self.known[place]

    def addresses(self) -> list[str]:
        """Every address that may answer with a page."""
        found = [self._filled(pattern) for pattern in patterns()]
        return [address for address in found if address is not None]

    def filled(self, address: str) -> str:
        """The address with examples in the places of names in braces."""
        return re.sub(r"\{([\w-]+)\}", lambda found: str(self.example(found[1])), address)

    def _filled(self, pattern: str) -> str | None:
        if any(part in pattern for part in _NO_PAGE):
            return None
        for name, word in _WORDS.items():
            pattern = pattern.replace(f"<slug:{name}>", word)
        place = pattern.split("/")[1]
        if "<" not in pattern:
            return pattern
        key = self.example(place) if place in _PLACES else None
        return None if key is None else re.sub(r"<int:\w+>", str(key), pattern)

    def _first(self, listed: str, link: str) -> int | None:
        with self.visitor.refused(403, 404):
            self.visitor.open(listed)
        found = re.search(link, self.visitor.page.locator("#main").inner_html())
        return int(found[1]) if found else None


def opens(visitor: Visitor, address: str) -> bool:
    """Whether the address is a page for this visitor; its refusals are looked at elsewhere."""
    with visitor.refused(403, 404, 405):
        try:
            answer = visitor.open(address)
        except Error as error:
            if any(told in str(error) for told in _NOT_SHOWN):
                return False
            raise
    return answer is not None and answer.ok


def patterns() -> Iterator[str]:
    """How the addresses are written."""
    return _walk(get_resolver().url_patterns, "/")


def _walk(patterns: Any, before: str) -> Iterator[str]:
    for pattern in patterns:
        text = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, text)
        elif isinstance(pattern, URLPattern):
            yield text
