"""The pictures of the guide are taken from the running system; `make guide` keeps them."""

import os
import time
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import ViewportSize

from congvu.contexts.personnel.jobs import reckon_due
from congvu.kernel.access.models import User
from tests.journeys.browser import ARTICLE, PHONE, Enter
from tests.journeys.pages import Pages
from tests.journeys.test_own_file_journey import MINE, photograph

pytestmark = pytest.mark.usefixtures("only_looking")
KEEP = os.environ.get("GUIDE_PICTURES") == "1"
WIDE = ViewportSize(width=1200, height=760)
AUTHOR, DECIDER = "nk-giaovien", "nk-chuyenvien"
"""Two accounts of the day on which the picture is taken; every other one stands in its article."""


@dataclass(frozen=True)
class Picture:
    """Ảnh của hướng dẫn: who opens which address, and what must be seen on it."""

    name: str
    username: str
    address: str
    shows: str
    phone: bool = False


_YOUNG = "/nguon-can-bo/moi/?gioi=female&tuoi-duoi=40"
PICTURES = (
    Picture("viec-cua-toi", DECIDER, "/", "Giải quyết đề nghị cập nhật hồ sơ"),
    Picture("giai-quyet-de-nghi", DECIDER, "/de-nghi-ho-so/{de-nghi}/", "Duyệt, ghi vào hồ sơ"),
    Picture("mo-dot-cap-nhat", DECIDER, "/dot-cap-nhat/mo/", "Trả lời trước hết ngày"),
    Picture("bang-han-viec", DECIDER, "/viec/bang/", "Theo đơn vị"),
    Picture("nhac-viec", DECIDER, "/tai-khoan/nhac-viec/", "Lưu cách nhắc", phone=True),
    Picture("ho-so-cua-toi", AUTHOR, MINE, "Hồ sơ còn thiếu", phone=True),
    Picture("de-nghi-moi", AUTHOR, f"{MINE}muc/trip/", "Chụp ảnh giấy tờ", phone=True),
    Picture("danh-sach", "truongphong", "/can-bo/", "Chưa đạt tiêu chuẩn"),
    Picture("danh-sach-dien-thoai", "truongphong", "/can-bo/", "Chưa đạt tiêu chuẩn", phone=True),
    Picture("ho-so", "truongphong", "/can-bo/{can-bo}/", "Quá trình công tác"),
    Picture("ly-lich", "truongphong", "/can-bo/{can-bo}/ly-lich/", "Thay đổi từ một ngày"),
    Picture("mau-2c", "truongphong", "/can-bo/{can-bo}/2c/", "SƠ YẾU LÝ LỊCH"),
    Picture("con-thieu", "truongphong", "/can-bo/{can-bo}/con-thieu/", "Vì sao, làm gì"),
    Picture("ra-soat-trinh-do", "truongphong", "/ra-soat/", "Trình độ so với yêu cầu"),
    Picture("chua-dat", "truongphong", "/ra-soat/chua-dat/", "Hồ sơ chưa ghi"),
    Picture("bao-cao", "truongphong", "/ra-soat/bao-cao/", "DỰ THẢO"),
    Picture("ra-soat-ho-so", "truongphong", "/ra-soat-ho-so/", "có hồ sơ đầy đủ nhất"),
    Picture("nguon-can-bo", "truongphong", _YOUNG, "Cùng điều kiện qua các năm"),
    Picture("nhap-du-lieu", "truongphong", "/nhap-du-lieu/tep/", "Nộp và kiểm tra tệp"),
    Picture("so-do", "truongphong", "/don-vi/{don-vi}/so-do/", "Sơ đồ tổ chức"),
    Picture("tai-khoan", "quantri", "/quan-tri/tai-khoan/", "Mở tài khoản"),
)


@pytest.mark.parametrize("username", sorted({picture.username for picture in PICTURES}))
def test_every_picture_of_the_guide_shows_what_it_says(enter: Enter, username):
    reckon_due(timestamp=int(time.time()))
    proposal = waiting()
    visitor = enter(username, day="" if username in (AUTHOR, DECIDER) else ARTICLE)
    pages = Pages(username)

    for picture in PICTURES:
        if picture.username != username:
            continue
        visitor.page.set_viewport_size(PHONE if picture.phone else WIDE)
        visitor.open(pages.filled(picture.address.replace("{de-nghi}", str(proposal))))
        visitor.shows(picture.shows)
        taken = visitor.page.screenshot(animations="disabled")
        if KEEP:
            (settings.GUIDE / "pictures" / f"{picture.name}.png").write_bytes(taken)
        assert taken.startswith(b"\x89PNG")


@pytest.mark.skipif(KEEP, reason="they are being taken")
def test_the_guide_has_a_picture_for_each_that_is_taken():
    kept = {path.stem for path in (settings.GUIDE / "pictures").iterdir()}

    assert kept == {picture.name for picture in PICTURES}


def waiting() -> int:
    """Một đề nghị đang chờ: sent once, so that the pages of whoever decides have something to show."""
    author = Client()
    author.force_login(User.objects.get(username=AUTHOR))
    found = author.get(f"{MINE}de-nghi/").context["proposals"]
    return int(found[0]["url"].rstrip("/").rpartition("/")[2]) if found else _sent(author)


def _sent(author: Client) -> int:
    degree = {
        "level": "professional:5",
        "field": "Quản lý giáo dục",
        "school": "Trường Đại học Cần Thơ",
        "awarded": "10/09/2026",
        "certificate_number": "102938",
        "photos": SimpleUploadedFile("bang-thac-si.png", photograph()),
    }
    kept = author.post(f"{MINE}muc/study/?viec=file", degree)
    author.post(f"{kept['Location']}gui/")
    return int(kept["Location"].rstrip("/").rpartition("/")[2])
