"""Cách nhắc việc của một tài khoản, and the private calendar that its phone reads."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from congvu.kernel import scope
from congvu.kernel.access import officer_of
from congvu.kernel.agenda import feeds, preferences, queries
from congvu.kernel.agenda.channels import channels
from congvu.kernel.agenda.reminding import DAYS_BEFORE
from congvu.web.access import public, signed_in
from congvu.web.clock import now, today
from congvu.web.parts import FieldGroup, FormPage
from congvu.web.request import Request

_DAYS = {0: "ngay trong ngày đến hạn", 1: "trước 1 ngày làm việc"}
_FEED_MOST = 500


class ReminderForm(forms.Form):
    """Cách nhắc việc."""

    email = forms.EmailField(
        label="Địa chỉ thư điện tử",
        required=False,
        help_text="Thư nhắc việc gửi đến địa chỉ này; để trống là không gửi.",
    )
    wanted = forms.MultipleChoiceField(label="Nhắc qua", required=False, widget=forms.CheckboxSelectMultiple)
    days = forms.TypedMultipleChoiceField(
        label="Nhắc trước",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(day, _DAYS.get(day, f"trước {day} ngày làm việc")) for day in DAYS_BEFORE],
        help_text="Việc đã quá hạn được nhắc mỗi buổi sáng của ngày làm việc cho đến khi xong.",
    )
    off = forms.BooleanField(label="Thôi không nhắc tôi nữa", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["wanted"].choices = [(one.name, one.label) for one in channels()]  # type: ignore[attr-defined]


PAGE = FormPage(
    "Nhắc việc và lịch",
    "Lưu cách nhắc",
    cancel="/tai-khoan/",
    groups=(FieldGroup("Nhắc việc", ("email", "wanted", "days", "off")),),
    lead="Mỗi sáng ngày làm việc, việc quá hạn và sắp đến hạn được gom thành một lời nhắc.",
)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def choices(request: Request) -> HttpResponse:
    """Chọn cách nhắc; the calendar address stands below."""
    user: Any = request.user
    kept = preferences.choice_of(user)
    now_chosen = {"email": user.email, "wanted": kept.channels, "days": kept.days_before, "off": kept.off}
    form = ReminderForm(request.POST or None, initial=now_chosen)
    if request.method == "POST" and form.is_valid():
        known = form.cleaned_data
        preferences.choose(
            user, wanted=known["wanted"], days_before=known["days"], off=known["off"], email=known["email"]
        )
        messages.success(request, _("Đã lưu cách nhắc việc."))
        return redirect("web:reminders")
    context = {"form": form, "page": PAGE, "feed": _feed_address(user), "letters": bool(settings.EMAIL_HOST)}
    return render(request, "web/account/reminders.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def renew(request: Request) -> HttpResponse:
    """Cấp địa chỉ lịch mới; the old one leads nowhere."""
    preferences.renew_feed(_user(request))
    messages.success(request, _("Đã cấp địa chỉ lịch mới; địa chỉ cũ, nếu có, không còn dùng được."))
    return redirect(reverse("web:reminders") + "#lich")


@signed_in
@require_POST
def revoke(request: Request) -> HttpResponse:
    """Thu hồi địa chỉ lịch."""
    preferences.revoke_feed(_user(request))
    messages.success(request, _("Đã thu hồi địa chỉ lịch; điện thoại không đọc được nữa."))
    return redirect(reverse("web:reminders") + "#lich")


@public
@require_safe
def feed(request: Request, token: str) -> HttpResponse:
    """Lịch riêng: the open duties that the account may see today, for whoever knows the address."""
    user = preferences.account_behind(token)
    if user is None:
        raise Http404
    officer = officer_of(user, on=today())
    with scope.within(officer.sight):
        content = feeds.calendar_of_duties(queries.owed_by(officer)[:_FEED_MOST], name=officer.name, at=now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="viec-cua-toi.ics"'
    response["Cache-Control"] = "no-store, private"
    return response


def _user(request: Request) -> Any:
    return request.user


def _feed_address(user: Any) -> str:
    token = preferences.token_of(user)
    return settings.CONGVU_ADDRESS.rstrip("/") + reverse("web:feed", args=[token]) if token else ""
