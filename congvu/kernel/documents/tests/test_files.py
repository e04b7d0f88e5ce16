import hashlib
from pathlib import Path

import pytest
from django.conf import settings

from congvu.kernel.documents import files
from congvu.kernel.documents.models import StoredFile

pytestmark = pytest.mark.django_db
CONTENT = "Danh sách".encode()


def _place(content: bytes) -> Path:
    digest = hashlib.sha256(content).hexdigest()
    return Path(settings.FILES_ROOT) / digest[:2] / digest


def test_a_file_is_kept_under_its_hash_and_read_back():
    stored = files.store(CONTENT, name="danh-sach.xlsx", media_type="application/octet-stream")

    assert _place(CONTENT).read_bytes() == CONTENT
    assert files.content_of(stored) == CONTENT
    assert (stored.name, stored.size) == ("danh-sach.xlsx", len(CONTENT))


def test_the_same_bytes_twice_are_one_file():
    first = files.store(CONTENT, name="một.xlsx", media_type="x/y")

    second = files.store(CONTENT, name="hai.xlsx", media_type="x/y")

    assert second == first
    assert StoredFile.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\An\\ds.xlsx", "ds.xlsx"),
        ("", "khong-ten"),
        (f"{'a' * 300}.xlsx", f"{'a' * 250}.xlsx"),
    ],
)
def test_a_name_never_leads_to_another_folder(sent, kept):
    assert files.store(sent.encode() + b"!", name=sent, media_type="x/y").name == kept


def test_nothing_half_written_stays_behind():
    files.store(CONTENT + b"2", name="x", media_type="x/y")

    assert [each.name for each in _place(CONTENT + b"2").parent.iterdir() if each.name.startswith("tmp")] == []


def test_bytes_that_were_changed_or_lost_are_told_of():
    stored = files.store(CONTENT + b"3", name="ds.xlsx", media_type="x/y")
    _place(CONTENT + b"3").write_bytes(b"khac")

    with pytest.raises(files.FileMissing, match="nộp lại tệp"):
        files.content_of(stored)
    _place(CONTENT + b"3").unlink()
    with pytest.raises(files.FileMissing):
        files.content_of(stored)
