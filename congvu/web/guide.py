"""Hướng dẫn sử dụng: chapters in Markdown, one file each and language, that say which pages they explain.

A section begins with a heading of the second level and a comment such as `<!-- danh-sach: personnel:people -->`: its
mark, and the url names of the pages whose help it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from markdown_it import MarkdownIt

from congvu.kernel.names.search import search_key

LANGUAGES = ("vi", "en")
_HEADING = re.compile(r"^## (?P<title>.+)\n+<!-- (?P<mark>[\w-]+)(?::(?P<pages>[^>]*))? -->\n", re.MULTILINE)
_PICTURE = re.compile(r'(?<=<img src=")\.\./pictures/([\w.-]+)')
_CHAPTER = re.compile(r'(?<=<a href=")\d\d-([\w-]+)\.md')


@dataclass(frozen=True)
class Section:
    """Phần của chương: what it is called, its mark in the address, the pages that it explains, its text."""

    title: str
    mark: str
    pages: tuple[str, ...]
    text: str

    @property
    def html(self) -> SafeString:
        """The text as a page shows it; raw HTML in it is shown as it is written."""
        return _html(self.text)


@dataclass(frozen=True)
class Chapter:
    """Chương của hướng dẫn."""

    name: str
    title: str
    lead: str
    sections: tuple[Section, ...]

    @property
    def url(self) -> str:
        """Where it is read."""
        return reverse("web:guide", args=[self.name])


def chapters() -> tuple[Chapter, ...]:
    """Mọi chương, in the reader's language."""
    language = (get_language() or "vi")[:2]
    return _chapters(language if language in LANGUAGES else "vi")


def place_of(page: str) -> str:
    """The address of the section that explains the page; the first page of the guide when none does."""
    return _places().get(page) or reverse("web:help")


def found(query: str) -> Iterator[tuple[Chapter, Section]]:
    """The sections whose title or text has every word of the query."""
    words = search_key(query).split()
    for chapter in chapters():
        for section in chapter.sections:
            said = search_key(f"{section.title} {section.text}")
            if all(word in said for word in words):
                yield chapter, section


@cache
def _chapters(language: str) -> tuple[Chapter, ...]:
    folder = Path(settings.GUIDE) / language
    return tuple(_read(path) for path in sorted(folder.glob("*.md")))


def _read(path: Path) -> Chapter:
    text = path.read_text("utf-8")
    head, *_ = _HEADING.split(text, maxsplit=1)
    title, _, lead = head.strip().removeprefix("# ").partition("\n")
    marks = list(_HEADING.finditer(text))
    ends = [found.start() for found in marks[1:]] + [len(text)]
    sections = tuple(
        Section(found["title"], found["mark"], tuple((found["pages"] or "").split()), text[found.end() : end].strip())
        for found, end in zip(marks, ends, strict=True)
    )
    return Chapter(path.stem.partition("-")[2], title, lead.strip(), sections)


@cache
def _places() -> dict[str, str]:
    return {
        page: f"{chapter.url}#{section.mark}"
        for chapter in _chapters("vi")
        for section in chapter.sections
        for page in section.pages
    }


@cache
def _html(text: str) -> SafeString:
    made = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    made = _PICTURE.sub(lambda found: static(f"guide/{found[1]}"), made)
    return SafeString(_CHAPTER.sub(lambda found: reverse("web:guide", args=[found[1]]), made))
