"""Scans that prove a proposal: known by their bytes, refused in one sentence; and two officers at one proposal."""

from queue import Queue
from threading import Barrier, Thread

import pytest
from django.db import connection

from congvu.contexts.personnel.actions import proposals as actions
from congvu.contexts.personnel.actions.proposals import Asked
from congvu.contexts.personnel.models import FilePaper
from congvu.contexts.personnel.tests import make_proposals
from congvu.contexts.personnel.tests.make_proposals import CONTACT, DAY, SCAN
from congvu.kernel import scope
from congvu.kernel.documents import scans
from congvu.kernel.workflow import Refused


@pytest.fixture
def at(db):
    with scope.within(scope.everything(["900000"])):
        yield make_proposals.school()


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        pytest.param(b"<script>alert(1)</script>", "bang.pdf", "không phải ảnh", id="a page that calls itself a PDF"),
        pytest.param(b"", "bang.jpg", "trống", id="nothing at all"),
        pytest.param(b"\xff\xd8\xff" + bytes(scans.LARGEST), "bang.jpg", "quá 10 MB", id="too large"),
    ],
)
def test_what_is_no_scan_is_refused_in_one_sentence(at, content, name, says):
    item = make_proposals.proposed(at, Asked("contact", "file", CONTACT), scan=b"")

    with scope.within(at.own.sight), pytest.raises(scans.NotAScan, match=says):
        actions.attach(item, content, name=name, by=at.own)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7", "application/pdf"),
        (SCAN, "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"RIFF....WEBPVP8", "image/webp"),
    ],
)
def test_a_scan_is_known_by_its_bytes(content, kind):
    assert scans.media_type_of(content, name="x.exe") == kind


@pytest.mark.django_db(transaction=True)
def test_of_two_officers_who_decide_at_once_one_wins_and_the_other_is_told():
    with scope.within(scope.everything(["900000"])):
        at = make_proposals.school()
        item = make_proposals.only_item(make_proposals.sent(at))
        mark = make_proposals.seen(item)
    start, told = Barrier(2), Queue[str]()

    def decide() -> None:
        start.wait()
        try:
            with scope.within(at.at.by.sight):
                actions.accept(item, seen=mark, by=at.at.by, on=DAY)
            told.put("accepted")
        except Refused as refused:
            told.put(refused.findings[0].because)
        finally:
            connection.close()

    officers = [Thread(target=decide) for _ in range(2)]
    for officer in officers:
        officer.start()
    for officer in officers:
        officer.join(timeout=20)

    first, second = sorted((told.get(timeout=1), told.get(timeout=1)), key=len)
    assert first == "accepted" and "không còn ở bước" in second
    with scope.within(scope.everything(["900000"])):
        assert FilePaper.objects.count() == 1
