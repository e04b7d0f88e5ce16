"""Danh bạ người: the names of people, for the pages of accounts that may not know the context."""

from collections.abc import Iterable
from datetime import date

from congvu.contexts.personnel import api as personnel
from congvu.web.people import Directory, Known


def found(query: str, on: date) -> list[Known]:
    """Người trong phạm vi có tên hoặc số ấy, each with post and unit."""
    return [
        Known(row["id"], row["full_name"], ", ".join(part for part in (row["post"], row["unit"]) if part))
        for row in personnel.found(query, on=on)
    ]


def names(people: Iterable[int]) -> dict[int, str]:
    """Tên của từng người trong phạm vi."""
    return dict(personnel.Person.objects.filter(pk__in=set(people)).values_list("pk", "full_name"))


PEOPLE = Directory(found, names)
