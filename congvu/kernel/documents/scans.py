"""Bản chụp giấy tờ: what a camera or scanner hands in, known by its own bytes and never by its name."""

LARGEST = 10 * 2**20
ACCEPTED = "image/*,application/pdf"
_STARTS = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)


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
    found = next((kind for start, kind in _STARTS if content.startswith(start)), "")
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        found = "image/webp"
    if not found:
        raise NotAScan(f"{called} không phải ảnh JPEG, PNG, WebP hay tệp PDF; hãy chụp ảnh giấy tờ hoặc lưu thành PDF.")
    return found


def is_picture(media_type: str) -> bool:
    """Whether a page may show it in place."""
    return media_type.startswith("image/")
