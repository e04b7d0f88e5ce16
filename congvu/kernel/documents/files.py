"""Tệp lưu: bytes under their own hash, outside of everything that the web server serves."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

from congvu.kernel.documents.models import StoredFile

_NAME = StoredFile._meta.get_field("name").max_length or 255


class FileMissing(Exception):
    """The bytes are gone from the disk, or are no longer those that were stored."""


def store(content: bytes, *, name: str, media_type: str) -> StoredFile:
    """Lưu tệp: the same bytes twice are one file; a crash leaves no half of one."""
    digest = hashlib.sha256(content).hexdigest()
    _keep(content, _place(digest))
    stored, _ = StoredFile.objects.get_or_create(
        sha256=digest, defaults={"name": _tidy(name), "media_type": media_type, "size": len(content)}
    )
    return stored


def content_of(stored: StoredFile) -> bytes:
    """Đọc lại tệp. Raises FileMissing."""
    try:
        content = _place(stored.sha256).read_bytes()
    except FileNotFoundError:
        content = None
    if content is None or hashlib.sha256(content).hexdigest() != stored.sha256:
        raise FileMissing(
            f"Tệp “{stored.name}” không còn nguyên vẹn trong kho tệp của hệ thống; đề nghị nộp lại tệp, "
            "và báo người quản trị kiểm tra thư mục dữ liệu."
        )
    return content


def _place(digest: str) -> Path:
    return Path(settings.FILES_ROOT) / digest[:2] / digest


def _keep(content: bytes, place: Path) -> None:
    if place.exists() and place.stat().st_size == len(content):
        return
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, draft = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, place)
    finally:
        Path(draft).unlink(missing_ok=True)


def _tidy(name: str) -> str:
    """The last part of the name as people sent it, short enough to keep, its ending too."""
    bare = name.replace("\\", "/").rpartition("/")[2].strip() or "khong-ten"
    stem, dot, ending = bare.rpartition(".")
    return bare if len(bare) <= _NAME else f"{stem[: _NAME - len(ending) - 1]}{dot}{ending}"[:_NAME]
