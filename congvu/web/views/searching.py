"""Tìm kiếm: one box for everything."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET

from congvu.web import search
from congvu.web.access import signed_in
from congvu.web.request import Request


@signed_in
@require_GET
def results(request: Request) -> HttpResponse:
    """The page of results, or the drop-down under the box when htmx asks."""
    query = " ".join(request.GET.get("q", "").split())[:200]
    part = bool(request.htmx) and request.htmx.target == "search-hits"
    kinds = search.found(request.officer, query, on=request.as_of, each=6 if part else 50)
    template = "web/parts/hits.html" if part else "web/search.html"
    response = render(request, template, {"query": query, "kinds": kinds})
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response
