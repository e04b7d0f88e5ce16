"""Tra cứu: the texts of the law that the system stands on, and how to use it."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from congvu.kernel.names.search import search_key
from congvu.law import sources
from congvu.law.citations import Standing
from congvu.web import guide
from congvu.web.access import allow, signed_in
from congvu.web.parts import Badge
from congvu.web.request import Request

_STANDINGS = {
    Standing.VERIFIED: Badge("đã đối chiếu", "done", Standing.VERIFIED.label),
    Standing.FROM_MEMORY: Badge("theo trí nhớ, chưa đối chiếu", "soon", Standing.FROM_MEMORY.label),
    Standing.ARTICLE_NOT_FOUND: Badge("chưa tìm được điều khoản", "late", Standing.ARTICLE_NOT_FOUND.label),
}


def anchor(number: str) -> str:
    """The mark of a text on the page."""
    return f"vb-{slugify(search_key(number))}"


@allow("web.view_sources")
@require_GET
def legal_sources(request: Request) -> HttpResponse:
    """Căn cứ pháp lý: every text, every place cited in it, how sure we are, and what rests on it."""
    query, all_sources = " ".join(request.GET.get("q", "").split()), sources()
    listed = [
        {
            "text": source.text,
            "anchor": anchor(source.text.number),
            "standing": _STANDINGS[source.text.standing],
            "in_force": _in_force(source.text.since, source.text.until, on=request.as_of),
            "places": [(each, _STANDINGS[each.citation.standing]) for each in source.citations],
        }
        for source in all_sources
        if search_key(query) in search_key(f"{source.text.number} {source.text.title}")
    ]
    places = [place.citation.standing for source in all_sources for place in source.citations]
    counts = [(badge, places.count(standing)) for standing, badge in _STANDINGS.items()]
    context = {"sources": listed, "query": query, "counts": counts, "total": len(all_sources), "places": len(places)}
    return render(request, "web/sources.html", context)


@signed_in
@require_GET
def help_page(request: Request) -> HttpResponse:
    """Trợ giúp: what is enough for every page, and the chapters of the guide."""
    return render(request, "web/help.html", {"chapters": guide.chapters()})


@signed_in
@require_GET
def guide_chapter(request: Request, chapter: str) -> HttpResponse:
    """Một chương của hướng dẫn sử dụng."""
    listed = guide.chapters()
    shown = next((each for each in listed if each.name == chapter), None)
    if shown is None:
        raise Http404
    at = listed.index(shown)
    context = {
        "chapter": shown,
        "before": listed[at - 1] if at else None,
        "after": listed[at + 1] if at + 1 < len(listed) else None,
    }
    return render(request, "web/guide.html", context)


def _in_force(since: date | None, until: date | None, *, on: date) -> Badge:
    if since is None:
        return Badge("chưa rõ ngày có hiệu lực", "closed")
    if since > on:
        return Badge("chưa có hiệu lực", "info")
    return Badge("hết hiệu lực", "closed") if until is not None and until <= on else Badge("đang có hiệu lực", "done")
