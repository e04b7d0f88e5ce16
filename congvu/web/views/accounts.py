"""Tài khoản của cơ quan: who may log in, which roles each account holds over time; opened and closed here."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from congvu.kernel.access import accounts
from congvu.kernel.access.accounts import MANAGE, Impossible
from congvu.kernel.access.models import RoleGrant, User
from congvu.kernel.scope.models import UnitIdentity
from congvu.web import account_register, people
from congvu.web.access import allow
from congvu.web.account_forms import EndForm, GrantForm, OpenForm, OpenForPersonForm
from congvu.web.account_register import ACCOUNTS, grants_of, role_label, visible_to
from congvu.web.clock import today
from congvu.web.parts import Action, Event, Fact, FieldGroup, FormPage
from congvu.web.request import Request
from congvu.web.units import directory
from congvu.web.views.account_people import person_of
from congvu.web.workbook import excel

_form = require_http_methods(["GET", "HEAD", "POST"])
_ROLE = FieldGroup("Vai trò", ("role", "unit", "basis"))


@allow(MANAGE)
@require_GET
def register(request: Request) -> HttpResponse:
    """Sổ tài khoản."""
    listed = account_register.rows(request.officer, on=request.as_of)
    actions = [
        Action("Mở tài khoản cho người có hồ sơ", reverse("web:choose_person"), icon="user-search"),
        Action("Mở tài khoản", reverse("web:open_account"), icon="user-plus", main=True),
    ]
    listing = ACCOUNTS.read(request, listed, actions=actions, excel=reverse("web:accounts_excel"))
    return listing.response("web/accounts/register.html")


@allow(MANAGE)
@require_GET
def register_excel(request: Request) -> HttpResponse:
    """Sổ tài khoản ra Excel, with the search and filters of the page."""
    listing = ACCOUNTS.read(request, account_register.rows(request.officer, on=request.as_of))
    return excel(listing, title="Sổ tài khoản", name="tai-khoan", on=request.as_of)


@allow(MANAGE)
@require_GET
def account(request: Request, pk: int) -> HttpResponse:
    """Một tài khoản, with its roles over time."""
    user = _account(request, pk)
    held = list(grants_of(request.officer).filter(user=user).order_by("-valid", "pk"))
    names = directory().names({grant.unit_id for grant in held}, request.as_of)
    context = {
        "account": user,
        "facts": [
            Fact("Tên đăng nhập", user.username),
            Fact("Lần đăng nhập gần nhất", user.last_login),
            Fact("Hồ sơ của người", _whose(user)),
        ],
        "lines": [_line(grant, names) for grant in held],
        "events": [_event(grant, names) for grant in held],
        "elsewhere": _elsewhere(request, user).exists(),
        "actions": _actions(user),
    }
    return render(request, "web/accounts/account.html", context)


@allow(MANAGE)
@_form
def open_account(request: Request) -> HttpResponse:
    """Mở tài khoản giữ một vai trò tại một đơn vị, or of a person who reads his own file."""
    key = request.POST.get("person") or request.GET.get("nguoi", "")
    whose = person_of(request, key) if key else None
    page = FormPage(
        "Mở tài khoản",
        "Mở tài khoản và phân quyền",
        cancel=reverse("web:accounts"),
        groups=(FieldGroup("Người dùng", ("username", "full_name", "password")), _ROLE),
        lead="Mỗi người một tài khoản; không dùng chung, để nhật ký ghi đúng người làm.",
        after="Người dùng đăng nhập được ngay và nên đổi mật khẩu ở trang Tài khoản của tôi.",
    )

    def act(form: OpenForm) -> HttpResponse:
        known = form.cleaned_data
        made = "" if known["password"] else secrets.token_urlsafe(12)
        unit = _unit(known["unit"]) if known["unit"] else whose.home if whose else None
        assert unit is not None
        by, on = request.officer, today()
        password = known["password"] or made
        user = accounts.open_account(known["username"], known["full_name"], password, unit=unit, by=by, on=on)
        if known["role"]:
            accounts.grant(user, known["role"], unit=unit, basis=known["basis"], by=by, on=on)
        if whose:
            accounts.link_person(user, whose, by=by, on=on)
        if made:  # shown in this answer alone: an address or a message would keep it
            return render(request, "web/accounts/opened.html", {"account": user, "password": made})
        return _done(request, user, _("Đã mở tài khoản."))

    if whose:
        named = people.directory().names([whose.pk]).get(whose.pk, "")
        initial = {"person": whose.pk, "full_name": named}
        return _answer(
            request, OpenForPersonForm(request.POST or None, units=_units(request), initial=initial), page, act
        )
    return _answer(request, OpenForm(request.POST or None, units=_units(request)), page, act)


@allow(MANAGE)
@_form
def grant(request: Request, pk: int) -> HttpResponse:
    """Phân quyền thêm cho một tài khoản."""
    user = _account(request, pk)
    page = FormPage(
        "Phân quyền",
        "Phân quyền",
        cancel=reverse("web:account", args=[pk]),
        groups=(_ROLE,),
        lead=f"Tài khoản {user.username} của {user}.",
    )

    def act(form: GrantForm) -> HttpResponse:
        known = form.cleaned_data
        _usable(user)
        accounts.grant(
            user, known["role"], unit=_unit(known["unit"]), basis=known["basis"], by=request.officer, on=today()
        )
        return _done(request, user, _("Đã phân quyền."))

    return _answer(request, GrantForm(request.POST or None, units=_units(request)), page, act)


@allow(MANAGE)
@_form
def end(request: Request, pk: int) -> HttpResponse:
    """Thôi phân quyền: one role of one account, from a day."""
    granted = get_object_or_404(grants_of(request.officer).select_related("user"), pk=pk)
    user = granted.user
    unit = directory().names([granted.unit_id], today()).get(granted.unit_id, "")
    page = FormPage(
        "Thôi phân quyền",
        "Thôi phân quyền",
        cancel=reverse("web:account", args=[user.pk]),
        lead=f"{user} thôi giữ vai trò {role_label(granted.role)} tại {unit}. Việc đã làm trước đó vẫn được giữ.",
    )

    def act(form: EndForm) -> HttpResponse:
        _not_oneself(request, user, _("Không thể tự thôi vai trò của chính mình; hãy nhờ một người quản trị khác."))
        accounts.end(granted, by=request.officer, on=form.cleaned_data["day"])
        return _done(request, user, _("Đã ghi việc thôi phân quyền."))

    form = EndForm(request.POST or None, granted=granted, initial={"day": today()})
    return _answer(request, form, page, act)


@allow(MANAGE)
@_form
def close(request: Request, pk: int) -> HttpResponse:
    """Khóa tài khoản."""
    user = _account(request, pk)
    page = FormPage(
        "Khóa tài khoản",
        "Khóa tài khoản",
        cancel=reverse("web:account", args=[pk]),
        lead=f"Sau khi khóa, {user} không đăng nhập được nữa, kể cả ở máy đang mở. "
        "Tài khoản và mọi việc đã làm vẫn ở lại trong nhật ký.",
    )

    def act(form: forms.Form) -> HttpResponse:
        _usable(user)
        _not_oneself(request, user, _("Không thể tự khóa tài khoản đang dùng; hãy nhờ một người quản trị khác."))
        if _elsewhere(request, user).filter(valid__contains=today()).exists():
            raise Impossible(
                "Tài khoản còn giữ vai trò tại đơn vị ngoài phạm vi của bạn. "
                "Hãy thôi phân quyền trong phạm vi của bạn, hoặc đề nghị người quản trị cấp trên khóa."
            )
        accounts.close_account(user, unit=_unit_of(request, user), by=request.officer, on=today())
        return _done(request, user, _("Đã khóa tài khoản."))

    return _answer(request, forms.Form(request.POST if request.method == "POST" else None), page, act)


def _answer(request: Request, form: Any, page: FormPage, act: Callable[[Any], HttpResponse]) -> HttpResponse:
    if request.method != "POST" or not form.is_valid():
        return render(request, "web/form.html", {"form": form, "page": page}, status=422 if form.errors else 200)
    try:
        return act(form)
    except Impossible as because:
        form.add_error(None, str(because))
        return render(request, "web/form.html", {"form": form, "page": replace(page, after="")}, status=409)


def _done(request: Request, user: User, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("web:account", user.pk)


def _account(request: Request, pk: int) -> User:
    return get_object_or_404(visible_to(request.officer), pk=pk)


def _units(request: Request) -> list[tuple[int, str]]:
    return directory().below(request.officer.paths_for(MANAGE), today())


def _unit(key: str) -> UnitIdentity:
    return UnitIdentity.objects.get(pk=int(key))


def _usable(user: User) -> None:
    if not user.is_active:
        raise Impossible(_("Tài khoản này đã khóa; không cần làm gì thêm."))


def _not_oneself(request: Request, user: User, says: str) -> None:
    if user.pk == request.officer.user_id:
        raise Impossible(says)


def _elsewhere(request: Request, user: User) -> Any:
    return RoleGrant.objects.filter(user=user).exclude(pk__in=grants_of(request.officer).values("pk"))


def _unit_of(request: Request, user: User) -> UnitIdentity:
    """The unit whose administrator keeps the account: of its latest role, or of the person's file."""
    held = grants_of(request.officer).filter(user=user).select_related("unit").order_by("-valid", "pk")[:1]
    if held:
        return held[0].unit
    assert user.person is not None
    return user.person.home


def _whose(user: User) -> str:
    """The name of the person, as far as the scope shows him."""
    if user.person_id is None:
        return ""
    return people.directory().names([user.person_id]).get(user.person_id, _("Người ngoài phạm vi của bạn"))


def _own_file(user: User) -> Action:
    if user.person_id is None:
        return Action("Gắn với hồ sơ", reverse("web:link_person", args=[user.pk]), icon="user-check")
    return Action("Bỏ gắn với hồ sơ", reverse("web:unlink_person", args=[user.pk]), icon="user-off")


def _actions(user: User) -> list[Action]:
    if not user.is_active:
        return []
    return [
        _own_file(user),
        Action("Phân quyền", reverse("web:grant_role", args=[user.pk]), icon="shield-plus", main=True),
        Action("Khóa tài khoản", reverse("web:close_account", args=[user.pk]), icon="lock"),
    ]


def _line(granted: RoleGrant, names: dict[int, str]) -> dict[str, Any]:
    return {
        "role": role_label(granted.role),
        "unit": names.get(granted.unit_id, ""),
        "starts": granted.starts_on,
        "last": granted.last_on,
        "basis": granted.basis,
        "end_url": "" if granted.last_on else reverse("web:end_role", args=[granted.pk]),
    }


def _event(granted: RoleGrant, names: dict[int, str]) -> Event:
    unit = names.get(granted.unit_id, "")
    return Event(role_label(granted.role), granted.starts_on, granted.last_on, detail=unit, ground=granted.basis)
