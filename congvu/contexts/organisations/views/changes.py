"""Forms that found, rename, move and dissolve units, and create, change and abolish posts."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from congvu.contexts.organisations import api, forms, queries
from congvu.contexts.organisations.models import Post, Unit
from congvu.contexts.organisations.states import MANAGE_UNITS, Subject
from congvu.contexts.organisations.views import parts
from congvu.web.access import allow
from congvu.web.parts import FieldGroup, FormPage
from congvu.web.request import Request

_form = require_http_methods(["GET", "HEAD", "POST"])
_PAPER = FieldGroup("Quyết định", forms.DECISION)
Handed = TypeVar("Handed", bound=Any)


@allow(MANAGE_UNITS)
@_form
def found(request: Request, pk: int) -> HttpResponse:
    """Thành lập đơn vị trực thuộc."""
    above = _open(request, pk)
    page = FormPage(
        "Thành lập đơn vị trực thuộc",
        "Thành lập đơn vị",
        cancel=reverse("organisations:unit", args=[pk]),
        groups=(FieldGroup("Đơn vị", ("name", "short_name", "level", "block", "code")), _PAPER),
        lead=f"Đơn vị mới trực thuộc {above.record.name}.",
    )

    def act(form: forms.FoundForm) -> Unit:
        known = form.cleaned_data
        words = {name: known[name] for name in ("name", "short_name", "level", "block", "code")}
        entry = api.UnitEntry(parent_id=pk, ground=form.ground, **words)
        return api.found_unit(entry, by=request.officer, on=form.day)

    return _answer(request, forms.FoundForm, page, act, lambda unit: ("unit", unit.pk), "Đã ghi đơn vị mới.")


@allow(MANAGE_UNITS)
@_form
def rename(request: Request, pk: int) -> HttpResponse:
    """Đổi tên đơn vị."""
    opened = _open(request, pk)
    page = FormPage(
        "Đổi tên đơn vị",
        "Ghi tên mới",
        cancel=reverse("organisations:unit", args=[pk]),
        groups=(FieldGroup("Tên mới", ("name", "short_name")), _PAPER),
        lead=f"Tên hiện nay: {opened.record.name}. Tên cũ vẫn được giữ cho những ngày trước ngày có hiệu lực.",
    )

    def act(form: forms.RenameForm) -> Any:
        known = form.cleaned_data
        return api.rename_unit(
            opened.unit,
            name=known["name"],
            short_name=known["short_name"],
            ground=form.ground,
            by=request.officer,
            on=form.day,
        )

    return _answer(request, forms.RenameForm, page, act, lambda _: ("unit", pk), "Đã ghi tên mới.")


@allow(MANAGE_UNITS)
@_form
def move(request: Request, pk: int) -> HttpResponse:
    """Chuyển đơn vị sang cấp trên khác."""
    opened = _open(request, pk)
    page = FormPage(
        "Chuyển đơn vị sang cấp trên khác",
        "Chuyển đơn vị",
        cancel=reverse("organisations:unit", args=[pk]),
        groups=(FieldGroup("Đơn vị cấp trên mới", ("target",)), _PAPER),
        lead=f"{opened.record.name} và mọi đơn vị bên dưới sẽ trực thuộc đơn vị mới.",
    )

    def act(form: forms.MoveForm) -> Any:
        parent = _named(request, form)
        return api.move_unit(opened.unit, parent=parent, ground=form.ground, by=request.officer, on=form.day)

    return _answer(request, forms.MoveForm, page, act, lambda _: ("unit", pk), "Đã chuyển đơn vị.")


@allow(MANAGE_UNITS)
@_form
def dissolve(request: Request, pk: int) -> HttpResponse:
    """Giải thể đơn vị."""
    opened = _open(request, pk)
    page = FormPage(
        "Giải thể đơn vị",
        "Giải thể đơn vị",
        cancel=reverse("organisations:unit", args=[pk]),
        groups=(FieldGroup("Kế thừa", ("target", "extent")), _PAPER),
        lead=f"{opened.record.name} thôi tồn tại từ ngày có hiệu lực; mọi vị trí việc làm của đơn vị kết thúc theo.",
    )

    def act(form: forms.DissolveForm) -> Any:
        heirs = [(_named(request, form), form.cleaned_data["extent"])] if form.cleaned_data["target"] else []
        return api.dissolve_unit(opened.unit, heirs=heirs, ground=form.ground, by=request.officer, on=form.day)

    return _answer(request, forms.DissolveForm, page, act, lambda _: ("history", pk), "Đã ghi việc giải thể.")


@allow(MANAGE_UNITS)
@_form
def create_post(request: Request, pk: int) -> HttpResponse:
    """Lập vị trí việc làm."""
    opened = _open(request, pk)
    page = FormPage(
        "Lập vị trí việc làm",
        "Lập vị trí",
        cancel=reverse("organisations:posts", args=[pk]),
        groups=(
            FieldGroup("Vị trí", ("title", "category", "kind_of_post", "seats")),
            FieldGroup("Trình độ tối thiểu", (*Subject.values, "basis")),
            _PAPER,
        ),
        lead=f"Vị trí thuộc {opened.record.name}.",
    )

    def act(form: forms.PostForm) -> Post:
        known = form.cleaned_data
        words = {name: known[name] for name in ("title", "category", "kind_of_post", "seats")}
        entry = api.PostEntry(unit_id=pk, standards=form.standards, ground=form.ground, **words)
        return api.create_post(entry, by=request.officer, on=form.day)

    return _answer(request, forms.PostForm, page, act, lambda _: ("posts", pk), "Đã lập vị trí việc làm.")


@allow(MANAGE_UNITS)
@_form
def standard(request: Request, pk: int) -> HttpResponse:
    """Đặt tiêu chuẩn trình độ của vị trí."""
    post = _post(request, pk)
    page = FormPage(
        "Đặt tiêu chuẩn trình độ",
        "Ghi tiêu chuẩn",
        cancel=reverse("organisations:posts", args=[post.unit_id]),
        lead=f"Vị trí: {post.title}. Tiêu chuẩn cũ vẫn được giữ cho những ngày trước ngày có hiệu lực.",
    )

    def act(form: forms.StandardForm) -> Any:
        subject, level = form.chosen
        known = form.cleaned_data
        asked = api.Standard(subject, level, known["basis"])
        return api.set_standard(post, asked, by=request.officer, on=known["on"])

    done = "Đã ghi tiêu chuẩn."
    return _answer(request, forms.StandardForm, page, act, lambda _: ("posts", post.unit_id), done)


@allow(MANAGE_UNITS)
@_form
def abolish(request: Request, pk: int) -> HttpResponse:
    """Bãi bỏ vị trí việc làm."""
    post = _post(request, pk)
    page = FormPage(
        "Bãi bỏ vị trí việc làm",
        "Bãi bỏ vị trí",
        cancel=reverse("organisations:posts", args=[post.unit_id]),
        groups=(_PAPER,),
        lead=f"Vị trí “{post.title}” kết thúc từ ngày có hiệu lực, cùng các tiêu chuẩn của vị trí.",
    )

    def act(form: forms.AbolishForm) -> Any:
        return api.abolish_post(post, ground=form.ground, by=request.officer, on=form.day)

    done = "Đã bãi bỏ vị trí việc làm."
    return _answer(request, forms.AbolishForm, page, act, lambda _: ("posts", post.unit_id), done)


def _answer(
    request: Request,
    kind: Callable[..., Any],
    page: FormPage,
    act: Callable[[Any], Handed],
    leads_to: Callable[[Handed], tuple[str, int]],
    done: str,
) -> HttpResponse:
    form = kind(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "web/form.html", {"form": form, "page": page}, status=422 if form.errors else 200)
    try:
        name, key = leads_to(act(form))
    except (api.Impossible, api.UnitUnknown, api.UnitAmbiguous) as because:
        form.add_error(None, str(because))
        return render(request, "web/form.html", {"form": form, "page": page}, status=409)
    messages.success(request, done)
    return redirect(f"organisations:{name}", key)


def _open(request: Request, pk: int) -> parts.Opened:
    opened = parts.opened(request, pk)
    request.officer.demand(MANAGE_UNITS, over=pk, on=request.as_of)
    return opened


def _post(request: Request, pk: int) -> Post:
    post = queries.post(pk)
    if post is None or not queries.unit_shown(request.officer, post.unit_id).exists():
        raise Http404("Không có vị trí này, hoặc vị trí nằm ngoài phạm vi của bạn.")
    request.officer.demand(MANAGE_UNITS, over=post.unit_id, on=request.as_of)
    return post


def _named(request: Request, form: Any) -> Unit:
    asked: str = form.cleaned_data["target"]
    shown = queries.unit_shown(request.officer, int(asked)).first() if asked.isdigit() and len(asked) > 5 else None
    return shown or queries.resolve_unit(asked, on=form.day)
