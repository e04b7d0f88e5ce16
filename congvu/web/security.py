"""Chính sách nội dung: what a page may load and who may frame it, on every response."""

import secrets
from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

_POLICY = {
    "default-src": "'self'",
    "script-src": "'nonce-{nonce}' 'strict-dynamic'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the stylesheet draws its check marks with data:
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
_FEATURES = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class PolicyMiddleware:
    """Gắn chính sách: a fresh nonce for each request, and the headers that tell the browser to be strict."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        nonce = secrets.token_urlsafe(16)
        request.csp_nonce = nonce  # type: ignore[attr-defined]
        response = self.get_response(request)
        policy = "; ".join(f"{name} {value}" for name, value in _POLICY.items())
        response.headers.setdefault("Content-Security-Policy", policy.format(nonce=nonce))
        response.headers.setdefault("Permissions-Policy", _FEATURES)
        return response
