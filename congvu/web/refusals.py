"""Từ chối: every failure becomes one page that says what is wrong, why, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from congvu.kernel.access import NotPermitted
from congvu.kernel.workflow import NotTaken, Refused
from congvu.law import Finding, NoLawInForce
from congvu.web.as_of import BadDay

if TYPE_CHECKING:
    from congvu.web.request import Request


class TooLarge(Exception):
    """The file is larger than the page takes; the words say how large it may be."""


class Done(Exception):
    """What is asked for was done already; the words say when."""


@dataclass(frozen=True)
class Refusal:
    """Lời từ chối: heading, why, and what to do next."""

    status: int
    title: str
    because: str
    next: str
    findings: Sequence[Finding[bool]] = ()


def page(
    request: HttpRequest, status: int, *, because: str = "", findings: Sequence[Finding[bool]] = ()
) -> HttpResponse:
    """The refusal as a page, or as a notice in the page when htmx asks."""
    title, reason, advice = _words(status)
    return _shown(request, Refusal(status, title, because or reason, advice, findings))


def bad_day(request: HttpRequest, bad: BadDay) -> HttpResponse:
    """A day that cannot be read; its own words say what to do."""
    return _shown(request, Refusal(400, _("Ngày của số liệu chưa đúng."), str(bad), ""))


def _shown(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    status = refusal.status
    if getattr(request, "htmx", False):
        response = render(request, "web/parts/refusal.html", {"refusal": refusal}, status=status)
        return _into_notice(response)
    bare = getattr(request, "frame", None) is None or not request.frame.groups  # type: ignore[attr-defined]
    return render(request, "web/refusal_bare.html" if bare else "web/refusal.html", {"refusal": refusal}, status=status)


def answer(request: Request, exception: Exception) -> HttpResponse | None:
    """What a raised failure says to the person; None for a fault of ours."""
    if isinstance(exception, Refused):
        return page(request, 409, findings=exception.findings)
    if isinstance(exception, NoLawInForce | Done):
        return page(request, 409, because=str(exception))
    if isinstance(exception, BadDay):
        return bad_day(request, exception)
    if isinstance(exception, NotPermitted | NotTaken | PermissionDenied):
        return page(request, 403)
    if isinstance(exception, TooLarge | RequestDataTooBig):
        return page(request, 413, because=str(exception) if isinstance(exception, TooLarge) else "")
    return page(request, 404) if isinstance(exception, Http404) else None


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler400."""
    too_big = isinstance(exception, RequestDataTooBig)
    return page(request, 413 if too_big else 400 if isinstance(exception, SuspiciousOperation) else 400)


def not_permitted(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler403."""
    return page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler404."""
    return page(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """handler500: stands alone, because anything may be broken."""
    title, because, advice = _words(500)
    refusal = Refusal(500, title, because, advice)
    return render(request, "web/refusal_bare.html", {"refusal": refusal}, status=500)


def too_many(request: HttpRequest) -> HttpResponse:
    """handler429, which allauth calls."""
    return page(request, 429)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW."""
    because = _("Trang này đã mở quá lâu hoặc được gửi từ nơi khác nên hệ thống không nhận biểu mẫu.")
    return page(request, 403, because=because)


def with_words(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """A bare 405, such as of a page of forms that somebody opened by its address, gets its words."""
    if response.status_code != 405 or not isinstance(response, HttpResponse) or response.content:
        return response
    worded = page(request, 405)
    worded["Allow"] = response.headers.get("Allow", "")
    return worded


def _into_notice(response: HttpResponse) -> HttpResponse:
    response["HX-Retarget"] = "#notice"
    response["HX-Reswap"] = "innerHTML show:top"
    return response


def _words(status: int) -> tuple[str, str, str]:
    words: dict[int, Any] = {
        400: (
            _("Hệ thống không hiểu yêu cầu này."),
            _("Địa chỉ hoặc dữ liệu gửi lên có chỗ chưa đúng."),
            _("Đề nghị kiểm tra lại rồi thử lần nữa."),
        ),
        403: (
            _("Bạn chưa được phân quyền làm việc này."),
            _("Trang hoặc thao tác này thuộc vai trò khác hoặc đơn vị khác với vai trò bạn đang giữ."),
            _("Nếu công việc cần đến, đề nghị người quản trị của cơ quan phân quyền cho bạn."),
        ),
        404: (
            _("Không tìm thấy trang này."),
            _("Địa chỉ có thể đã ghi sai, hoặc hồ sơ không thuộc phạm vi bạn được xem."),
            _("Hãy tìm theo tên ở ô tìm kiếm, hoặc trở về trang Việc của tôi."),
        ),
        405: (
            _("Địa chỉ này chỉ nhận biểu mẫu."),
            _("Nó không có trang riêng để xem; có thể biểu mẫu đã được gửi trước đó rồi."),
            _("Hãy trở về trang trước rồi làm lại từ nút bấm trên trang."),
        ),
        409: (
            _("Chưa thể thực hiện bước này."),
            _("Hồ sơ chưa đáp ứng điều kiện dưới đây."),
            _("Không có gì bị thay đổi. Hãy bổ sung cho đủ rồi làm lại."),
        ),
        413: (
            _("Tệp gửi lên quá lớn."),
            _("Hệ thống chỉ nhận tệp trong giới hạn dung lượng của trang này."),
            _("Hãy chia nhỏ tệp, hoặc bỏ bớt hình ảnh trong tệp rồi gửi lại."),
        ),
        429: (
            _("Quá nhiều lần thử trong thời gian ngắn."),
            _("Để bảo vệ tài khoản, hệ thống tạm dừng nhận thêm."),
            _("Hãy đợi vài phút rồi thử lại."),
        ),
        500: (
            _("Hệ thống gặp trục trặc khi mở trang này."),
            _("Lỗi đã được ghi lại cho người quản trị; dữ liệu của bạn không bị thay đổi."),
            _("Hãy thử lại sau ít phút; nếu vẫn gặp, đề nghị báo người quản trị kèm giờ xảy ra."),
        ),
    }
    found: tuple[str, str, str] = words[status]
    return found
