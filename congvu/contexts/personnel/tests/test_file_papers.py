"""Papers and the photograph of a file: kept as they came, as sensitive as what they prove."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from congvu.contexts.personnel import actions
from congvu.contexts.personnel.models import FilePaper
from congvu.contexts.personnel.tests import at_the_desk, make
from congvu.kernel import scope
from congvu.kernel.audit.models import Reading
from congvu.kernel.documents import files

pytestmark = pytest.mark.django_db
EVERYTHING = scope.everything(["900000"])
PDF = b"%PDF-1.7 quyet dinh"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
_address = at_the_desk.address


@pytest.fixture
def place():
    with scope.within(EVERYTHING):
        return make.place()


@pytest.fixture
def officer(place) -> Client:
    return at_the_desk.seated("an", "Nguyễn Văn An", place.district)


@pytest.fixture
def clerk(place) -> Client:
    return at_the_desk.seated("chi", "Lê Thị Chi", place.district, role="clerk")


@pytest.fixture
def person(place):
    with scope.within(EVERYTHING):
        return make.person(place, "Lê Văn Tám", studies=(make.BACHELOR,))


def _paper(name="bang.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def _told(person):
    return {"kind": "degree", "title": "Bằng cử nhân Luật", "file": _paper()}


def test_a_paper_is_kept_as_it_came_and_downloaded_under_its_title(officer, person):
    at_the_desk.told(officer, at_the_desk.sent(officer, _address(person, "giay-to", "them"), _told(person)))
    with scope.within(EVERYTHING):
        paper = FilePaper.objects.select_related("file").get()

    answer = officer.get(_address(person, "giay-to", paper.pk))

    assert answer.content == PDF and answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]
    assert paper.file.sha256[:12] in at_the_desk.words(officer.get(_address(person, "giay-to")))
    with scope.within(EVERYTHING):
        assert Reading.objects.filter(page__endswith=f"/giay-to/{paper.pk}/").exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<html>", "Tệp không phải là PDF, JPEG, PNG hay WebP"),
        (b"", "Tệp trống"),
        (PDF + b"0" * 10 * 2**20, "Tệp nặng quá 10 MB"),
    ],
)
def test_a_file_is_known_by_its_bytes_and_not_by_its_name(officer, person, content, sentence):
    said = {**_told(person), "file": _paper("bang.pdf", content)}

    answer = at_the_desk.sent(officer, _address(person, "giay-to", "them"), said)

    assert answer.status_code == 422 and sentence in at_the_desk.words(answer)


def test_a_body_far_too_large_is_refused_before_it_is_read(officer, person):
    answer = officer.post(
        _address(person, "giay-to", "them"), b"", content_type="multipart/form-data", CONTENT_LENGTH=str(50 * 2**20)
    )

    assert answer.status_code == 413 and "hệ thống nhận tệp đến 10 MB" in at_the_desk.words(answer)


def test_a_paper_is_as_sensitive_as_what_it_proves(place, officer, clerk, person):
    with scope.within(EVERYTHING):
        item = actions.file_item(person, actions.ItemEntry("health", {"state": "1"}), by=place.by, on=make.DAY)
    said = {**_told(person), "title": "Phiếu khám số 7", "kind": "other", "proves": f"muc-{item.pk}"}
    at_the_desk.told(officer, at_the_desk.sent(officer, _address(person, "giay-to", "them"), said))
    with scope.within(EVERYTHING):
        paper = FilePaper.objects.get()

    assert paper.sensitivity == "health"
    assert "Phiếu khám số 7" in at_the_desk.words(officer.get(_address(person, "ly-lich")))
    assert "Phiếu khám số 7" not in at_the_desk.words(clerk.get(_address(person, "giay-to")))
    assert clerk.get(_address(person, "giay-to", paper.pk)).status_code == 404


def test_the_same_bytes_from_two_people_keep_their_own_titles(officer, place, person):
    with scope.within(EVERYTHING):
        other = make.person(place, "Trần Thị Bảy")
    for whom, title in ((person, "Bằng của Tám"), (other, "Bằng của Bảy")):
        at_the_desk.sent(officer, _address(whom, "giay-to", "them"), {**_told(whom), "title": title})

    with scope.within(EVERYTHING):
        first, second = FilePaper.objects.order_by("pk")
    assert first.file_id == second.file_id
    assert "B%E1%BA%A3y" in officer.get(_address(other, "giay-to", second.pk))["Content-Disposition"]
    assert officer.get(_address(other, "giay-to", first.pk)).status_code == 404


def test_a_paper_gone_from_the_disk_is_told_in_one_sentence(officer, person):
    at_the_desk.sent(officer, _address(person, "giay-to", "them"), _told(person))
    with scope.within(EVERYTHING):
        paper = FilePaper.objects.select_related("file").get()
    for place in settings.FILES_ROOT.rglob(paper.file.sha256):
        place.unlink()

    answer = officer.get(_address(person, "giay-to", paper.pk))

    assert answer.status_code == 409 and "Tệp của “Bằng cử nhân Luật” không còn nguyên vẹn" in at_the_desk.words(answer)


def test_the_photograph_is_a_picture_shown_on_every_tab(officer, person):
    refused = at_the_desk.sent(officer, _address(person, "anh", "thay"), {"file": _paper("anh.png", PDF)})
    at_the_desk.told(officer, at_the_desk.sent(officer, _address(person, "anh", "thay"), {"file": _paper("a", PNG)}))

    shown = officer.get(_address(person, "anh"))
    assert refused.status_code == 422 and "Ảnh chân dung phải là tệp ảnh" in at_the_desk.words(refused)
    assert shown["Content-Type"] == "image/png" and shown["Content-Disposition"].startswith("inline")
    for tab in ((), ("ly-lich",), ("giay-to",), ("nguoi-xem",)):
        assert _address(person, "anh") in officer.get(_address(person, *tab)).content.decode()


def test_a_withdrawn_paper_is_no_longer_to_be_had(officer, person):
    at_the_desk.sent(officer, _address(person, "giay-to", "them"), _told(person))
    with scope.within(EVERYTHING):
        paper = FilePaper.objects.get()

    said = {"reason": "Đưa nhầm hồ sơ"}
    at_the_desk.told(officer, at_the_desk.sent(officer, _address(person, "giay-to", paper.pk, "rut"), said))

    assert officer.get(_address(person, "giay-to", paper.pk)).status_code == 404
    assert at_the_desk.facts(person)[-2:] == ["personnel.PaperFiled", "personnel.PaperWithdrawn"]


def test_a_paper_may_be_handed_in_through_the_action_alone(place, person):
    entry = actions.PaperEntry("identity_card", "Căn cước", PNG)

    with scope.within(EVERYTHING):
        paper = actions.file_paper(person, entry, by=place.by, on=make.DAY)

        assert (paper.sensitivity, files.content_of(paper.file)) == ("identity", PNG)
