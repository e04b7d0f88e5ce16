"""The pictures of the guide are taken from the running system; `make guide` keeps them."""

import os
from dataclasses import dataclass

import pytest
from django.conf import settings
from playwright.sync_api import ViewportSize

from tests.journeys.browser import PHONE, Enter
from tests.journeys.pages import Pages

pytestmark = pytest.mark.usefixtures("only_looking")
KEEP = os.environ.get("GUIDE_PICTURES") == "1"
WIDE = ViewportSize(width=1200, height=760)


@dataclass(frozen=True)
class Picture:
    """Ảnh của hướng dẫn: who opens which address, and what must be seen on it."""

    name: str
    username: str
    address: str
    shows: str
    phone: bool = False


PICTURES = (
    Picture("danh-sach", "truongphong", "/can-bo/", "Cán bộ, công chức, viên chức"),
    Picture("ho-so", "truongphong", "/can-bo/{can-bo}/", "Trình độ"),
)


@pytest.mark.parametrize("username", sorted({picture.username for picture in PICTURES}))
def test_every_picture_of_the_guide_shows_what_it_says(enter: Enter, username):
    visitor = enter(username)
    pages = Pages(visitor)

    for picture in PICTURES:
        if picture.username != username:
            continue
        visitor.page.set_viewport_size(PHONE if picture.phone else WIDE)
        visitor.open(pages.filled(picture.address))
        visitor.shows(picture.shows)
        taken = visitor.page.screenshot(animations="disabled")
        if KEEP:
            (settings.GUIDE / "pictures" / f"{picture.name}.png").write_bytes(taken)
        assert taken.startswith(b"\x89PNG")


def test_the_guide_has_a_picture_for_each_that_is_taken():
    kept = {path.stem for path in (settings.GUIDE / "pictures").iterdir()}

    assert kept == {picture.name for picture in PICTURES}
