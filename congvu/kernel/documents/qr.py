"""Mã QR: a drawing that leads from the printed paper back to its page."""

import io

import qrcode
from django.utils.safestring import SafeString
from qrcode.image.svg import SvgPathImage


def svg(address: str) -> SafeString:
    """Mã QR của một địa chỉ, as an SVG element to put into a page."""
    drawn, raw = qrcode.make(address, image_factory=SvgPathImage, border=2), io.BytesIO()
    drawn.save(raw)
    return SafeString(raw.getvalue().decode().partition("?>")[2].strip())
