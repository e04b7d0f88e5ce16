"""Ảnh: how large a picture is drawn so that it fits its frame and keeps its shape."""

import io
import json

import typst
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from congvu.kernel.documents.papers.model import Picture

_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")  # JPEG, PNG: what every rendering can draw
_BROKEN = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, typst.TypstError)
_ALONE = b"#image(bytes(json(bytes(sys.inputs.picture))))"


def picture(content: bytes, *, shows: str) -> Picture | None:
    """Ảnh để in: none when the bytes are no whole JPEG or PNG, and the frame then stays empty."""
    if not content.startswith(_STARTS):
        return None
    found = Picture(content, shows)
    try:
        _pixels(found)
        typst.compile(_ALONE, format="svg", sys_inputs={"picture": json.dumps(list(content))})
    except _BROKEN:
        return None
    return found


def within(drawn: Picture, width: float, height: float) -> tuple[float, float]:
    """Bề rộng và chiều cao, as large as the frame allows."""
    across, down = _pixels(drawn)
    scale = min(width / across, height / down)
    return across * scale, down * scale


def _pixels(drawn: Picture) -> tuple[int, int]:
    image = Image.from_file(io.BytesIO(drawn.content))
    return image.px_width, image.px_height
