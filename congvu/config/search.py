"""Tìm kiếm chung: who answers the one search box, in the order of the results."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Any

from django.urls import reverse

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import api as personnel
from congvu.kernel.access import Officer
from congvu.kernel.names.search import search_key
from congvu.law import sources
from congvu.web import guide, navigation
from congvu.web.search import Hit, Provider
from congvu.web.views.reference import anchor


def places(officer: Officer, query: str, on: date) -> list[Hit]:
    """Trang của hệ thống."""
    wanted = search_key(query)
    listed = [place for group in navigation.groups(officer, path="") for place in group.places]
    return [Hit(place.label, "", place.url, "Trang") for place in listed if wanted in search_key(place.label)]


def legal_texts(officer: Officer, query: str, on: date) -> Sequence[Hit]:
    """Văn bản quy phạm pháp luật, by number or title."""
    if not officer.may_somewhere("web.view_sources"):
        return []
    wanted, page = search_key(query), reverse("web:sources")
    texts = [source.text for source in sources()]
    found = [text for text in texts if wanted in search_key(f"{text.number} {text.title}")]
    return [Hit(text.title, text.number, f"{page}#{anchor(text.number)}", "Căn cứ pháp lý") for text in found]


def guide_sections(officer: Officer, query: str, on: date) -> list[Hit]:
    """Hướng dẫn sử dụng, by the words of a section."""
    return [
        Hit(section.title, chapter.title, f"{chapter.url}#{section.mark}", "Hướng dẫn")
        for chapter, section in islice(guide.found(query), 5)
    ]


def people(officer: Officer, query: str, on: date) -> list[Hit]:
    """Người, by name or number."""
    if not officer.may_somewhere("personnel.view_person"):
        return []
    return [
        Hit(
            row["full_name"], _place(row), reverse("personnel:person", args=[row["id"]]), "Cán bộ, công chức, viên chức"
        )
        for row in personnel.found(query, on=on)
    ]


def _place(row: dict[str, Any]) -> str:
    return ", ".join(part for part in (row["post"], row["unit"]) if part)


def units(officer: Officer, query: str, on: date) -> list[Hit]:
    """Đơn vị, by name or code."""
    if not officer.may_somewhere("organisations.view_unit"):
        return []
    return [
        Hit(record.name, record.code, reverse("organisations:unit", args=[record.unit_id]), "Đơn vị")
        for record in organisations.units_named(officer, query, on=on)
    ]


PROVIDERS: tuple[Provider, ...] = (people, units, places, legal_texts, guide_sections)
