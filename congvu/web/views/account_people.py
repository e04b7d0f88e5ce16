"""Tài khoản và hồ sơ: whose own file an account opens; found, linked and unlinked here."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from congvu.kernel.access import accounts
from congvu.kernel.access.accounts import MANAGE, Impossible
from congvu.kernel.access.models import User
from congvu.kernel.scope.models import PersonIdentity
from congvu.web.access import allow
from congvu.web.account_register import visible_to
from congvu.web.clock import today
from congvu.web.parts import FormPage
from congvu.web.people import directory
from congvu.web.request import Request

_form = require_http_methods(["GET", "HEAD", "POST"])


@allow(MANAGE)
@_form
def choose(request: Request) -> HttpResponse:
    """Mở tài khoản cho người có hồ sơ: which person, out of the scope."""
    back = reverse("web:accounts")
    return _found(request, _("Mở tài khoản cho người có hồ sơ"), back, reverse("web:open_account"), link=True)


@allow(MANAGE)
@_form
def link(request: Request, pk: int) -> HttpResponse:
    """Gắn tài khoản với hồ sơ của một người trong phạm vi."""
    user = get_object_or_404(visible_to(request.officer), pk=pk)
    back = reverse("web:account", args=[pk])
    if request.method != "POST":
        return _found(request, _("Gắn tài khoản với hồ sơ"), back, request.path)
    person = person_of(request, request.POST.get("nguoi", ""))
    try:
        accounts.link_person(user, person, by=request.officer, on=today())
    except Impossible as because:
        return _found(request, _("Gắn tài khoản với hồ sơ"), back, request.path, refused=str(because))
    messages.success(request, _("Đã gắn tài khoản với hồ sơ."))
    return redirect(back)


@allow(MANAGE)
@_form
def unlink(request: Request, pk: int) -> HttpResponse:
    """Thôi gắn tài khoản với hồ sơ."""
    user = get_object_or_404(visible_to(request.officer), pk=pk)
    page = FormPage(
        "Bỏ gắn với hồ sơ",
        "Bỏ gắn với hồ sơ",
        cancel=reverse("web:account", args=[pk]),
        lead=f"Sau bước này {user} không xem được hồ sơ của mình và không gửi đề nghị cập nhật được nữa.",
    )
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "web/form.html", {"form": form, "page": page})
    try:
        accounts.unlink_person(user, by=request.officer, on=today())
    except Impossible as because:
        form.add_error(None, str(because))
        return render(request, "web/form.html", {"form": form, "page": page}, status=409)
    messages.success(request, _("Đã bỏ gắn tài khoản với hồ sơ."))
    return redirect("web:accounts" if not visible_to(request.officer).filter(pk=pk).exists() else page.cancel)


def person_of(request: Request, key: str) -> PersonIdentity:
    """The person named, as far as the scope shows him."""
    if not key.isdecimal() or len(key) > 18:
        raise Http404
    return get_object_or_404(PersonIdentity.objects.all(), pk=int(key))


def taken(people: list[int]) -> dict[int, str]:
    """Người đã có tài khoản đang dùng, with its name."""
    rows = User.objects.filter(person__in=people, is_active=True).order_by("pk")
    return {row.person_id: row.username for row in rows if row.person_id}


def _found(
    request: Request, title: str, back: str, onward: str, *, link: bool = False, refused: str = ""
) -> HttpResponse:
    query = " ".join(request.GET.get("q", "").split())
    listed = directory().found(query, today()) if query else []
    held = taken([one.pk for one in listed])
    context: dict[str, Any] = {
        "title": title,
        "back": back,
        "query": query,
        "refused": refused,
        "post": not link,
        "people": [
            (one, held.get(one.pk, ""), f"{onward}?{urlencode({'nguoi': one.pk})}" if link else onward)
            for one in listed
        ],
    }
    return render(request, "web/accounts/people.html", context, status=409 if refused else 200)
