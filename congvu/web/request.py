"""Yêu cầu: who asks, for which day, and the one transaction in which the answer is made."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from congvu.kernel import access as roles
from congvu.kernel import scope
from congvu.kernel.audit import record_all, record_reading
from congvu.web import access, as_of, clock, refusals
from congvu.web.frame import Frame


class Request(HttpRequest):
    """Yêu cầu của một cán bộ: what every view may read of whoever asks."""

    officer: roles.Officer
    htmx: HtmxDetails
    as_of: date
    day_asked: bool
    opened: int | None
    afterwards: list[Any]
    csp_nonce: str
    frame: Frame
    found: dict[str, Any]
    """What one part of the page has found out and another asks again."""


class _Undone(Exception):
    """Carries a refusal out of the transaction, so that it is rolled back."""

    def __init__(self, response: HttpResponseBase) -> None:
        self.response = response


class ScopeMiddleware:
    """Phạm vi của yêu cầu: the whole view runs in one transaction that sees only the officer's part of the tree.

    A GET can only read; an answer of 400 and above leaves nothing written.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponseBase:
        _prepare(request)
        try:
            asked = as_of.asked_of(request, today=request.as_of)
        except as_of.BadDay as bad:
            return refusals.bad_day(request, bad)
        request.as_of, request.day_asked = asked.day, asked.asked
        if request.officer is access.NOBODY:
            return refusals.with_words(request, self.get_response(request))
        response = refusals.with_words(request, self._within_scope(request))
        _keep_trail(request, response)
        if as_of.PARAMETER in request.GET and response.status_code == 200:
            as_of.keep(response, asked.day, today=clock.today())  # so that the links of the page lead to the same day
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    def process_view(
        self, request: Request, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Deny by default: a view without a mark opens for nobody."""
        if getattr(view, "allows", ()) == access.PUBLIC:
            return None
        if request.officer is access.NOBODY:
            return _to_log_in(request)
        return None if access.admits(view, request.officer) else refusals.page(request, 403)

    def process_exception(self, request: Request, exception: Exception) -> HttpResponse | None:
        """What was raised becomes one clear page."""
        return refusals.answer(request, exception)

    def _within_scope(self, request: Request) -> HttpResponseBase:
        try:
            with scope.within(request.officer.sight, reading=request.method in ("GET", "HEAD")):
                response = self.get_response(request)
                if response.status_code >= 400:
                    raise _Undone(response)
                return response
        except _Undone as undone:
            return undone.response


def _prepare(request: Request) -> None:
    request.as_of, request.day_asked, request.opened, request.afterwards = clock.today(), False, None, []
    user: Any = request.user
    request.officer = roles.officer_of(user, on=request.as_of) if user.is_authenticated else access.NOBODY
    request.frame, request.found = Frame(request), {}


def _keep_trail(request: Request, response: HttpResponseBase) -> None:
    """Who opened which file, and the facts that a page which only reads leaves behind."""
    if response.status_code >= 400 or (request.opened is None and not request.afterwards):
        return
    with scope.within(request.officer.sight):
        if request.opened is not None:
            record_reading(person_id=request.opened, by=request.officer, page=request.path[:200])
        record_all(request.afterwards, by=request.officer, on=clock.today())


def _to_log_in(request: Request) -> HttpResponseBase:
    if request.htmx:
        return HttpResponseClientRedirect(redirect_to_login(request.htmx.current_url_abs_path or "/").url)
    wanted = request.get_full_path() if request.method in ("GET", "HEAD") else "/"  # a form is not sent twice
    return redirect_to_login(wanted)
