"""Addresses of the specimens, for tests of the page types."""

from django.urls import include, path

from congvu.web.views import gallery

urlpatterns = [
    path("", include("congvu.web.urls")),
    path("", include("congvu.web.account_urls")),
    path("mau/<slug:name>/", gallery.specimen),
]
handler403 = "congvu.web.refusals.not_permitted"
handler404 = "congvu.web.refusals.not_found"
