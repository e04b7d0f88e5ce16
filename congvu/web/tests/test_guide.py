"""The guide: every page has its place in it, in both languages, and every picture is there."""

import re
import struct

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

from congvu.web import guide
from tests import cast

_NO_PAGES = re.compile(  # they answer with a file, with a part of a page, or only take
    r".*_(excel|file|export|template|progress|picture|download)$|web:(as_of|theme|language|guide|help|search|feed)$"
    r"|account_\w+$|mfa_\w+$"
)


def _pages(patterns=None, before=""):
    for pattern in patterns or get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{before}{pattern.namespace}:" if pattern.namespace else before
            yield from _pages(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{before}{pattern.name}"


def _chapters(language):
    with translation.override(language):
        return guide.chapters()


def test_every_page_has_its_place_in_the_guide():
    explained = {page for chapter in _chapters("vi") for section in chapter.sections for page in section.pages}

    assert sorted(page for page in set(_pages()) - explained if not _NO_PAGES.match(page)) == []
    assert sorted(explained - set(_pages())) == []


def test_both_languages_have_the_same_chapters_and_sections():
    told = {language: _chapters(language) for language in guide.LANGUAGES}

    shapes = [
        [(chapter.name, [(part.mark, part.pages) for part in chapter.sections]) for chapter in chapters]
        for chapters in told.values()
    ]
    assert shapes[0] == shapes[1]
    assert all(
        chapter.title and chapter.lead and chapter.sections for chapters in told.values() for chapter in chapters
    )


def test_every_picture_of_the_guide_is_there_and_no_other():
    named = {
        name
        for path in settings.GUIDE.glob("*/*.md")
        for name in re.findall(r"\]\(\.\./pictures/([^)]+)\)", path.read_text())
    }
    kept = {
        path.name: struct.unpack(">II", path.read_bytes()[16:24]) for path in (settings.GUIDE / "pictures").iterdir()
    }

    assert named == set(kept)
    assert all(width >= 390 and height >= 300 for width, height in kept.values())


@pytest.mark.django_db
def test_help_on_a_page_leads_to_its_place():
    client = Client()
    client.force_login(cast.account("an", "Nguyễn Văn An"))

    page = client.get(reverse("web:profile")).content.decode()

    place = guide.place_of("web:profile")
    assert place.startswith("/tro-giup/") and "#" in place
    assert f'href="{place}"' in page


@pytest.mark.django_db
def test_a_chapter_is_read_and_an_unknown_one_is_not_found():
    client = Client()
    client.force_login(cast.account("an", "Nguyễn Văn An"))
    first = _chapters("vi")[0]

    read = client.get(first.url)

    assert first.sections[0].title in read.content.decode()
    assert client.get("/tro-giup/khong-co/").status_code == 404


def test_markup_in_the_guide_is_text():
    section = guide.Section("Thử", "thu", (), "Chữ <script>alert(1)</script> **đậm**")

    assert "<script>" not in section.html and "<strong>đậm</strong>" in section.html


def test_a_link_to_another_chapter_holds_in_the_repository_and_on_the_page():
    linked = re.compile(r"\]\(([^)#]+\.md)")
    for path in settings.GUIDE.glob("*/*.md"):
        assert all((path.parent / name).exists() for name in linked.findall(path.read_text())), path

    assert 'href="/tro-giup/to-chuc/"' in guide.Section("Thử", "thu", (), "[Tổ chức](11-to-chuc.md)").html


def test_the_guide_is_found_without_marks():
    assert {section.mark for _, section in guide.found("nguon can bo")}
