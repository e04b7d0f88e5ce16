"""Reading the pages as an official does: log in, open, look."""

import re
from dataclasses import dataclass
from datetime import date

from bs4 import BeautifulSoup
from django.test import Client

from congvu.kernel.access.models import User

DAY = date(2016, 4, 10)


@dataclass(frozen=True)
class Shown:
    """A figure as its page shows it."""

    text: str
    numerator: int = 0
    denominator: int = 0


def signed_in(username: str) -> Client:
    """A browser of the account; the log-in page itself is tested elsewhere."""
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


def soup(client: Client, address: str) -> BeautifulSoup:
    """The page, which must answer."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return BeautifulSoup(answer.content, "html.parser")


def figure(client: Client, name: str, *, on: date = DAY) -> Shown:
    """The figure on its own page: the number, and how many of how many people."""
    page = soup(client, f"/ra-soat/chi-so/{name}/?ngay={on:%Y-%m-%d}")
    text = page.select_one("#main .cv-figure-value").get_text(" ", strip=True)  # type: ignore[union-attr]
    counts = re.search(r"([\d.]+) trên ([\d.]+) người", page.select_one("#main").get_text(" "))  # type: ignore[union-attr]
    if counts is None:
        return Shown(text)
    return Shown(text, *(int(number.replace(".", "")) for number in counts.groups()))


def first_person(client: Client, name: str, *, tab: str = "", on: date = DAY) -> int:
    """The key of the first person in the rows behind the figure."""
    page = soup(client, f"/ra-soat/chi-so/{name}/?ngay={on:%Y-%m-%d}&the={tab}")
    links = [str(link["href"]) for link in page.select("#main a[href*='/can-bo/']")]
    return int(re.findall(r"/can-bo/(\d+)/", links[0])[0])
