"""Every page of the system with an address that opens it, read from the routes and from the pages themselves."""

import re
from collections.abc import Iterator
from typing import Any

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from congvu.kernel.access.models import User
from tests.journeys.browser import ARTICLE

_PLACES = {  # the list that shows an example, and what its links look like
    "can-bo": ("/can-bo/", r"/can-bo/(\d+)/"),
    "don-vi": ("/don-vi/", r"/don-vi/(\d+)/"),
    "co-quan": ("/don-vi/?q=phong+noi+vu", r'is-main"[^>]*><a href="/don-vi/(\d+)/'),
    "vi-tri": ("/don-vi/{co-quan}/vi-tri/", r"/vi-tri/(\d+)/"),
    "nhap-du-lieu": ("/nhap-du-lieu/", r"/nhap-du-lieu/(\d+)/"),
    "quan-tri": ("/quan-tri/tai-khoan/", r"/quan-tri/tai-khoan/(\d+)/"),
}
_OFFERS = {  # the pages with further links
    "can-bo": ("/can-bo/{can-bo}/", "/can-bo/{can-bo}/ly-lich/"),
    "quan-tri": ("/quan-tri/tai-khoan/{quan-tri}/",),
}
_WORDS = {"name": "theory_administrative", "form": "pdf", "group": "residence"}
_FILES = ("excel/", "<slug:form>/", "/nhap-du-lieu/mau/", "/danh-sach-hien-co/")
_PARTS = ("/tien-do/",)


class Pages:
    """Địa chỉ: what the server answers an account; to see examples, it must be one that may see the lists."""

    def __init__(self, username: str) -> None:
        self.client = client_of(username)
        self.known: dict[str, int | None] = {}
        self.read: dict[str, str | None] = {}

    def addresses(self) -> dict[str, str]:
        """An address that may answer with a page, for each way in which addresses are written."""
        found = {pattern: self._example_of(pattern) for pattern in patterns()}
        return {pattern: address for pattern, address in found.items() if address is not None}

    def filled(self, address: str) -> str:
        """The address with examples in the places of names in braces."""
        return re.sub(r"\{([\w-]+)\}", lambda found: str(self._key(found[1])), address)

    def _key(self, place: str) -> int | None:
        """The key of the first thing in the list of the place."""
        if place not in self.known:
            listed, link = _PLACES[place]
            found = re.search(link, self._html(self.filled(listed)))
            self.known[place] = int(found[1]) if found else None
        return self.known[place]

    def _example_of(self, pattern: str) -> str | None:
        if any(part in pattern for part in (*_FILES, *_PARTS)):
            return None
        for name, word in _WORDS.items():
            pattern = pattern.replace(f"<slug:{name}>", word)
        place = pattern.split("/")[1]
        if "<" not in pattern:
            return pattern
        key = self._key(place) if place in _PLACES else None
        return None if key is None else self._numbered(pattern, place, key)

    def _numbered(self, pattern: str, place: str, key: int) -> str | None:
        offered = "".join(self._html(self.filled(page)) for page in _OFFERS.get(place, ()))
        if found := re.search(re.sub(r"<int:\w+>", r"\\d+", pattern), offered):
            return found[0]
        return re.sub(r"<int:\w+>", str(key), pattern) if pattern.count("<") == 1 else None

    def _html(self, address: str) -> str:
        return (self.html(address) or "").partition('id="main"')[2]

    def html(self, address: str) -> str | None:
        """The page at the address, if it is a page for this account; its refusals are looked at elsewhere."""
        if address not in self.read:
            answer = self.client.get(address, follow=True)
            page = answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
            self.read[address] = answer.content.decode() if page else None
        return self.read[address]


def client_of(username: str) -> Client:
    """The account, logged in on the day of the article; the log-in page itself has its own journeys."""
    client = Client()
    client.force_login(User.objects.get(username=username))
    client.cookies["ngay"] = ARTICLE
    return client


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
