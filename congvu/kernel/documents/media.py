"""Loại tệp: told from the first bytes, never from the name."""

PDF, JPEG, PNG, WEBP = "application/pdf", "image/jpeg", "image/png", "image/webp"
PICTURES = frozenset({JPEG, PNG, WEBP})
ENDINGS = {PDF: "pdf", JPEG: "jpg", PNG: "png", WEBP: "webp"}

_BEGINNINGS = ((b"%PDF-", PDF), (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))


def media_type(content: bytes) -> str | None:
    """PDF, JPEG, PNG or WebP; None for anything else."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    return next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), None)
