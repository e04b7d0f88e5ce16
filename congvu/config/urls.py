"""Địa chỉ: every address of the system; what people see is Vietnamese without marks."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("congvu.web.urls")),
    path("", include("congvu.web.account_urls")),
    path("", include("congvu.contexts.organisations.urls")),
    path("", include("congvu.contexts.personnel.urls")),
]

handler400 = "congvu.web.refusals.bad_request"
handler403 = "congvu.web.refusals.not_permitted"
handler404 = "congvu.web.refusals.not_found"
handler429 = "congvu.web.refusals.too_many"
handler500 = "congvu.web.refusals.broken"
