"""One's own file, proposals and rounds in English: the words change, data and the law's own lists stay Vietnamese."""

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup, Comment
from django.conf import settings
from django.test import Client

from congvu.contexts.personnel.actions import update_rounds
from congvu.contexts.personnel.actions.proposals import Asked
from congvu.contexts.personnel.tests import make_proposals
from congvu.contexts.personnel.tests.at_the_desk import seated
from congvu.contexts.personnel.tests.make_proposals import CONTACT, DEGREE
from congvu.kernel import scope

MARKED = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
DATA = re.compile(
    "Công Vụ|Tiếng Việt|Trần Thị Lan|Nguyễn Văn An|Trường Mầm non Hoa Sen|Quận Mẫu|Phòng Nội vụ|Phường Một|"
    "Giáo viên mầm non|Quản lý giáo dục|Trường Đại học Cần Thơ|Cập nhật 2016|Đại học|chuyên môn: thạc sĩ",
    re.IGNORECASE,
)


@pytest.fixture
def at(db):
    with scope.within(scope.everything(["900000"])):
        yield make_proposals.school()


def _left(answer) -> set[str]:
    assert answer.status_code == 200
    page = BeautifulSoup(answer.content, "html.parser")
    for part in page.select("script, cite, select option, .cv-why, .is-choices label"):
        part.decompose()
    said = [" ".join(str(text).split()) for text in page.find_all(string=True) if not isinstance(text, Comment)]
    said += [str(each["aria-label"]) for each in page.select("[aria-label]")]
    return {text for text in said if MARKED.search(DATA.sub("", text))}


def test_everything_of_ones_own_file_is_said_in_english(at):
    proposal = make_proposals.sent(at, Asked("study", "file", DEGREE), Asked("contact", "file", CONTACT))
    asked = update_rounds.open_round(
        "Cập nhật 2016",
        unit_id=at.at.district.pk,
        units=[at.at.district.pk],
        groups=["residence"],
        due_on=date(2100, 1, 1),
        by=at.at.by,
        on=make_proposals.DAY,
    )
    phone, desk = Client(), seated("an", "Nguyễn Văn An", at.at.district)
    phone.force_login(at.user)
    for reader in (phone, desk):
        reader.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    own = [
        "/",
        "/ho-so-cua-toi/",
        "/ho-so-cua-toi/nguoi-xem/",
        "/ho-so-cua-toi/de-nghi/",
        f"/ho-so-cua-toi/de-nghi/{proposal.pk}/",
        "/ho-so-cua-toi/muc/study/",
        "/ho-so-cua-toi/muc/contact/",
    ]
    office = [
        "/de-nghi-ho-so/",
        "/de-nghi-ho-so/duyet/",
        f"/de-nghi-ho-so/{proposal.pk}/",
        f"/can-bo/{at.teacher.pk}/de-nghi/",
        "/dot-cap-nhat/",
        "/dot-cap-nhat/mo/",
        f"/dot-cap-nhat/{asked.pk}/?the=tat-ca",
    ]
    left = {page: _left(reader.get(page)) for reader, pages in ((phone, own), (desk, office)) for page in pages}
    assert {page: words for page, words in left.items() if words} == {}
