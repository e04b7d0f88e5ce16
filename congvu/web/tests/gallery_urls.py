"""Addresses of the specimens, for tests of the page types."""

from django.urls import path

from congvu.config.urls import handler403, handler404, urlpatterns
from congvu.web.views import gallery

urlpatterns = [*urlpatterns, path("mau/<slug:name>/", gallery.specimen)]

__all__ = ["handler403", "handler404", "urlpatterns"]
