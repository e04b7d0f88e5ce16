"""Biểu mẫu tài khoản: what an administrator tells when he opens an account, grants a role or ends one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.validators import RegexValidator

from congvu.kernel.access import all_roles
from congvu.kernel.access.models import RoleGrant, User
from congvu.web.forms import DayField

_USERNAME = RegexValidator(
    r"^[a-z0-9][a-z0-9._-]{1,49}$",
    "Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới, từ 2 đến 50 ký tự, "
    "ví dụ nguyen.van.an. Hãy ghi lại.",
)


class GrantForm(forms.Form):
    """Phân quyền: which role, over which unit, on what ground."""

    role = forms.ChoiceField(label="Vai trò")
    unit = forms.ChoiceField(
        label="Đơn vị", help_text="Vai trò có hiệu lực tại đơn vị này và mọi đơn vị trực thuộc.", required=True
    )
    basis = forms.CharField(
        label="Căn cứ phân quyền",
        max_length=200,
        required=False,
        help_text="Số, ngày của quyết định hoặc phiếu đề nghị.",
    )

    def __init__(self, *given: Any, units: Sequence[tuple[int, str]], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            ("", "Chọn vai trò"),
            *((role.name, role.label) for role in all_roles().values()),
        ]
        self.fields["unit"].choices = [("", "Chọn đơn vị"), *((str(key), name) for key, name in units)]  # type: ignore[attr-defined]


class OpenForm(GrantForm):
    """Mở tài khoản, together with the first role that it holds."""

    username = forms.CharField(label="Tên đăng nhập", max_length=50, validators=[_USERNAME])
    full_name = forms.CharField(label="Họ và tên", max_length=200)
    password = forms.CharField(
        label="Mật khẩu ban đầu",
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Để trống thì hệ thống đặt một mật khẩu và chỉ hiện một lần, sau khi mở tài khoản.",
    )

    def clean(self) -> dict[str, Any]:
        """A password that was typed meets the same demands as everybody's."""
        known: dict[str, Any] = super().clean() or self.cleaned_data
        if known.get("password"):
            holder = User(username=known.get("username", ""), full_name=known.get("full_name", ""))
            try:
                validate_password(known["password"], holder)
            except forms.ValidationError as wrong:
                self.add_error("password", wrong)
        return known


class OpenForPersonForm(OpenForm):
    """Mở tài khoản cho một người có hồ sơ: it may hold a role beside, and need not."""

    person = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *given: Any, units: Sequence[tuple[int, str]], **named: Any) -> None:
        super().__init__(*given, units=units, **named)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            ("", "Không giữ vai trò, chỉ xem và cập nhật hồ sơ của mình"),
            *((role.name, role.label) for role in all_roles().values()),
        ]
        for name in ("role", "unit"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """A role is held somewhere."""
        known = super().clean()
        if known.get("role") and not known.get("unit"):
            self.add_error("unit", "Đã chọn vai trò mà chưa chọn đơn vị; hãy chọn đơn vị, hoặc bỏ vai trò.")
        return known


class EndForm(forms.Form):
    """Thôi phân quyền: the first day without the role."""

    day = DayField(label="Thôi giữ vai trò từ ngày", help_text="Từ ngày này tài khoản không còn quyền của vai trò.")

    def __init__(self, *given: Any, granted: RoleGrant, **named: Any) -> None:
        super().__init__(*given, **named)
        self.granted = granted

    def clean_day(self) -> date:
        """A role can end only after it began."""
        day: date = self.cleaned_data["day"]
        began = self.granted.starts_on
        if began is not None and day <= began:
            raise forms.ValidationError(
                f"Vai trò này có từ ngày {began:%d/%m/%Y}, nên chỉ có thể thôi sau ngày đó. Hãy ghi một ngày muộn hơn."
            )
        return day
