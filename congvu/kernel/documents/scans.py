"""Bản chụp giấy tờ: what a camera or scanner hands in, known by its own bytes and never by its name."""

from congvu.kernel.documents.media import PICTURES, media_type

LARGEST = 10 * 2**20
ACCEPTED = "image/*,application/pdf"


class NotAScan(ValueError):
    """The file is no scan that can be kept; the words say why, and what to do."""


def media_type_of(content: bytes, *, name: str) -> str:
    """Loại bản chụp. Raises NotAScan."""
    called = f"Tệp “{name[:60]}”"
    if not content:
        raise NotAScan(f"{called} trống; hãy chụp hoặc chọn lại.")
    if len(content) > LARGEST:
        size = f"{len(content) / 2**20:.0f} MB"
        raise NotAScan(f"{called} nặng {size}, quá {LARGEST // 2**20} MB; hãy chụp ở cỡ nhỏ hơn hoặc tách tệp.")
    found = media_type(content)
    if found is None:
        raise NotAScan(f"{called} không phải ảnh JPEG, PNG, WebP hay tệp PDF; hãy chụp ảnh giấy tờ hoặc lưu thành PDF.")
    return found


def is_picture(kind: str) -> bool:
    """Whether a page may show it in place."""
    return kind in PICTURES
