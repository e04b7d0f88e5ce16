"""Tùy chọn: theme, language and the day of the figures, kept in cookies; the page comes back to where it was."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from congvu.web import as_of, formats
from congvu.web.access import public, signed_in
from congvu.web.clock import today
from congvu.web.frame import THEME_COOKIE, THEMES
from congvu.web.request import Request

_YEAR = 31_536_000


@signed_in
@require_POST
def choose_day(request: Request) -> HttpResponse:
    """Chọn ngày số liệu cho mọi trang; để trống là trở về hôm nay."""
    response = _back(request)
    text = request.POST.get(as_of.PARAMETER, "").strip()
    day = as_of.day_from(text) if text else today()
    as_of.keep(response, day, today=today())
    if day > today():
        words = _("Ngày %(day)s chưa đến: các trang sẽ nói theo những gì đã quyết định.")
        messages.info(request, words % {"day": formats.day(day)})
    return response


@public
@require_POST
def choose_theme(request: Request) -> HttpResponse:
    """Chọn nền sáng, tối hoặc theo máy."""
    response = _back(request)
    if (theme := request.POST.get(THEME_COOKIE, "")) in THEMES:
        response.set_cookie(THEME_COOKIE, theme, max_age=_YEAR, samesite="Lax", httponly=True)
    return response


@public
@require_POST
def choose_language(request: Request) -> HttpResponse:
    """Chọn tiếng Việt hoặc tiếng Anh."""
    response = _back(request)
    if (language := request.POST.get("language", "")) in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=_YEAR, samesite="Lax", httponly=True)
    return response


def _back(request: Request) -> HttpResponseRedirect:
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(wanted if ours else "/")
