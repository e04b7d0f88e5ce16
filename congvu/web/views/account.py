"""Tài khoản: log-in and its second step by allauth, in our words; the profile of whoever is logged in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from allauth.account import views as accounts
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_GET

from congvu.kernel.access.models import User
from congvu.web import as_of
from congvu.web.access import public, signed_in
from congvu.web.clock import today
from congvu.web.request import Request

View = Callable[..., Any]
_OF_A_PERSON = "Cán bộ, công chức, viên chức"


class LoginView(accounts.LoginView):  # type: ignore[misc]
    """Đăng nhập, with the demonstration's accounts beside it where they exist."""

    template_name = "web/account/login.html"

    def get_context_data(self, **extra: Any) -> dict[str, Any]:
        """What the page shows."""
        context: dict[str, Any] = super().get_context_data(**extra)
        return {**context, "demo_places": demo_places()}

    def form_valid(self, form: Any) -> HttpResponse:
        """Vào; a demonstration account begins on the day that its records speak of, whatever was chosen before."""
        response: HttpResponse = super().form_valid(form)
        user: Any = self.request.user
        if user.is_authenticated and user.is_demo:
            opening: date | None = import_string(settings.CONGVU_DEMO_DAY)(user.get_username())
            as_of.keep(response, opening or today(), today=today())
        return response


@dataclass(frozen=True)
class DemoAccount:
    """Tài khoản dùng thử."""

    username: str
    name: str
    role: str
    password: str


@dataclass(frozen=True)
class DemoPlace:
    """Địa phương dùng thử: its accounts, shown together."""

    name: str
    accounts: tuple[DemoAccount, ...]


def demo_places() -> list[DemoPlace]:
    """The accounts that came with the demonstration records, by locality; none where these were not loaded."""
    names = dict(User.objects.filter(is_demo=True, is_active=True).values_list("username", "full_name"))
    if not names:
        return []
    listed: Callable[[], list[Any]] = import_string(settings.CONGVU_DEMO_ACCOUNTS)
    known = [account for account in listed() if account.username in names]
    return [
        DemoPlace(name, tuple(_offered(account, names[account.username]) for account in accounts))
        for name, accounts in groupby(known, key=lambda account: str(account.locality))
    ]


def _offered(account: Any, name: str) -> DemoAccount:
    return DemoAccount(account.username, name.split(" (")[0], account.label or _OF_A_PERSON, account.password)


@signed_in
@require_GET
def profile(request: Request) -> HttpResponse:
    """Tài khoản của tôi: name, roles held, second step, theme and language."""
    user: Any = request.user
    context = {"grants": request.officer.grants, "username": user.get_username(), "mfa": is_mfa_enabled(user)}
    return render(request, "web/account/profile.html", context)


def _worded(view: type[Any], template: str) -> View:
    found: View = view.as_view(template_name=f"web/account/{template}")
    return found


log_in = public(LoginView.as_view())
log_out = public(_worded(accounts.LogoutView, "logout.html"))
inactive = public(_worded(accounts.AccountInactiveView, "inactive.html"))
change_password = signed_in(_worded(accounts.PasswordChangeView, "password.html"))
reauthenticate = signed_in(_worded(accounts.ReauthenticateView, "reauthenticate.html"))
second_step = public(_worded(mfa.AuthenticateView, "second_step.html"))
reauthenticate_second = signed_in(_worded(mfa.ReauthenticateView, "reauthenticate.html"))
second_steps = signed_in(_worded(mfa.IndexView, "second_steps.html"))
activate_totp = signed_in(_worded(totp.ActivateTOTPView, "totp_on.html"))
deactivate_totp = signed_in(_worded(totp.DeactivateTOTPView, "totp_off.html"))
recovery_codes = signed_in(_worded(recovery.ViewRecoveryCodesView, "recovery.html"))
new_recovery_codes = signed_in(_worded(recovery.GenerateRecoveryCodesView, "recovery_new.html"))
download_recovery_codes = signed_in(recovery.DownloadRecoveryCodesView.as_view())
