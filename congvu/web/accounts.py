"""Tài khoản theo cách của cơ quan: nobody signs up by himself, and what allauth reports is said in our words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Điều chỉnh đăng nhập."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are given by the office."""
        return False

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *rest: Any, **more: Any
    ) -> None:
        """Logging in and out need no words; changes of the account do."""
        said = {
            "account/messages/password_changed.txt": _("Đã đổi mật khẩu."),
            "mfa/messages/totp_activated.txt": _("Đã bật xác thực hai bước."),
            "mfa/messages/totp_deactivated.txt": _("Đã tắt xác thực hai bước."),
            "mfa/messages/recovery_codes_generated.txt": _("Đã tạo mã dự phòng mới; các mã cũ hết tác dụng."),
        }
        if text := said.get(message_template or ""):
            messages.add_message(request, level, text)
