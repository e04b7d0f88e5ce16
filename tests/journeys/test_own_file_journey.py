"""Tự cập nhật hồ sơ: a teacher proposes a degree from her phone, the office accepts it, every later day shows it."""

import struct
import zlib

import pytest
from playwright.sync_api import FilePayload, Page, expect

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Person
from congvu.kernel import scope
from congvu.kernel.access import accounts, operator
from congvu.kernel.access.models import User
from congvu.kernel.scope.models import PersonIdentity, UnitIdentity
from tests.cast import DAY
from tests.journeys import axe
from tests.journeys.browser import PHONE, Enter, Visitor
from tests.journeys.looks import look

MINE = "/ho-so-cua-toi/"
AWARDED, BEFORE = "2016-04-08", "2016-04-07"


def photograph() -> bytes:
    """A picture of a sheet of paper, as a camera hands it over."""
    wide, high = 240, 320
    line = b"\0" + b"".join(bytes((235, 228, 210)) for _ in range(wide))

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(line * high))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")


@pytest.fixture
def teacher(transactional_db: None) -> Person:
    """Somebody of a public-service unit without a master's degree, with an account of her own."""
    with scope.within(scope.everything(scope.tops())):
        top = UnitIdentity.objects.get(slug="binh-thuy")
        serving = organisations.UnitRecord.objects.on(DAY).filter(
            level=organisations.Level.PUBLIC_SERVICE_UNIT, unit__identity__path__under=top.path
        )
        posts = organisations.Post.objects.on(DAY).filter(unit__in=serving.values("unit"))
        held = Person.objects.filter(assignments__post__in=posts, assignments__valid__contains=DAY)
        person = held.exclude(studies__level__gte=5).order_by("pk").distinct()[0]
        user = User.objects.create_user("giaovien", "mot-mat-khau-dai-7", full_name=person.full_name)
        identity = PersonIdentity.objects.get(pk=person.pk)
        accounts.link_person(user, identity, by=operator(over=top.pk), on=DAY)
    return person


def propose(visitor: Visitor) -> None:
    """From her own file to the sent proposal, with one thumb."""
    page = visitor.page
    visitor.open(MINE)
    page.locator("#muc-study > summary").click()
    page.get_by_role("link", name="Thêm văn bằng, chứng chỉ").click()
    page.get_by_label("Trình độ").select_option(label="Chuyên môn: thạc sĩ")
    page.get_by_label("Chuyên ngành").fill("Quản lý giáo dục")
    page.get_by_label("Cơ sở đào tạo").fill("Trường Đại học Cần Thơ")
    page.get_by_label("Ngày cấp").fill("08/04/2016")
    paper = FilePayload(name="bang-thac-si.png", mimeType="image/png", buffer=photograph())
    page.get_by_label("Chụp ảnh giấy tờ").set_input_files(paper)
    assert not look(visitor, "own-propose")
    page.set_viewport_size(PHONE)
    page.get_by_role("button", name="Lưu vào đề nghị").click()
    expect(page.locator(".cv-scan img")).to_be_visible()
    assert not look(visitor, "own-draft")
    page.set_viewport_size(PHONE)
    page.get_by_role("button", name="Gửi đề nghị").click()
    expect(page.get_by_text("Đã gửi.")).to_be_visible()


def decide(visitor: Visitor, name: str) -> None:
    """From the duty on the home page to the degree in the file."""
    page = visitor.page
    visitor.open("/")
    page.get_by_role("link", name=f"Giải quyết đề nghị cập nhật hồ sơ của {name}", exact=True).click()
    expect(page.locator(".cv-scan img")).to_have_js_property("naturalWidth", 240)
    assert not look(visitor, "proposal")
    assert not axe.faults(visitor, "proposal")
    page.get_by_role("button", name="Duyệt, ghi vào hồ sơ").click()
    expect(page.get_by_text("Đã duyệt và ghi vào hồ sơ.")).to_be_visible()


def masters(visitor: Visitor, person: Person, day: str) -> tuple[bool, int]:
    """Whether her file of the day shows the degree, and how many of that name count among the masters."""
    visitor.open(f"/can-bo/{person.pk}/?ngay={day}")
    shown = _level(visitor.page).startswith("Thạc sĩ")
    visitor.open(f"/can-bo/?ngay={day}&chuyen-mon=5&q={person.full_name}")
    links = visitor.page.locator(f'td.is-main > a[href="/can-bo/{person.pk}/"]')
    return shown, links.count()


def _level(page: Page) -> str:
    return page.locator(".cv-list dd").first.inner_text()


def test_a_degree_proposed_from_a_phone_counts_from_the_day_it_was_awarded(enter: Enter, teacher: Person):
    phone, desk = enter("giaovien"), enter("chuyenvien")
    phone.page.set_viewport_size(PHONE)
    phone.open(MINE)
    assert not look(phone, "own-file")
    assert not axe.faults(phone, "own file")
    phone.page.set_viewport_size(PHONE)
    assert masters(desk, teacher, AWARDED) == (False, 0)

    propose(phone)
    desk.open("/de-nghi-ho-so/")
    assert not look(desk, "proposals")
    decide(desk, teacher.full_name)

    assert masters(desk, teacher, AWARDED) == (True, 1)
    assert masters(desk, teacher, BEFORE) == (False, 0)
    phone.open("/")
    phone.page.get_by_role("link", name="đã có kết quả").click()
    expect(phone.page.get_by_text("Đã duyệt")).to_be_visible()
