"""Tệp gửi lên: one that is too large is refused by its announced size, before a byte of it is read."""

from congvu.web.formats import number
from congvu.web.refusals import TooLarge
from congvu.web.request import Request

_WRAPPING = 64 * 1024  # what a browser adds around the file


def refuse_too_large(request: Request, *, limit: int) -> None:
    """Raise TooLarge when the body is larger than a file of the limit can be; the view is csrf_exempt until then."""
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    if size > limit + _WRAPPING:
        megabytes = f"{number(size / 2**20, 0)} MB; hệ thống nhận tệp đến {number(limit / 2**20, 0)} MB"
        raise TooLarge(f"Tệp nặng {megabytes}.")
