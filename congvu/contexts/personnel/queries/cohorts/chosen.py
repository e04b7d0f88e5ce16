"""Những điều kiện đã chọn: read from an address or from what was saved, narrowed by, said, and kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet

from congvu.contexts.personnel.queries.cohorts.conditions import CONDITIONS
from congvu.contexts.personnel.queries.cohorts.kinds import Condition, Given, Unsound

_VERSION = 1


@dataclass(frozen=True)
class Chosen:
    """Các điều kiện của một nhóm, in the order of the list of conditions."""

    values: tuple[tuple[Condition, Any], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.values)

    def narrowed(self, rows: QuerySet[Any], *, on: date) -> QuerySet[Any]:
        """Of principal assignments on the day, those whose holder meets every condition."""
        return rows.filter(*(condition.narrow(value, on) for condition, value in self.values))

    @property
    def clauses(self) -> list[str]:
        """What is asked, one clause each: "nữ", "dưới 40 tuổi"."""
        return [condition.say(value) for condition, value in self.values]

    @property
    def given(self) -> dict[str, list[str]]:
        """As the fields hold it."""
        return {
            name: listed
            for condition, value in self.values
            for name, listed in condition.kind.given(condition, value).items()
        }

    @property
    def query(self) -> str:
        """As an address carries it."""
        return urlencode(self.given, doseq=True)

    def without(self, condition: Condition) -> "Chosen":
        """The same but for one condition."""
        return Chosen(tuple(pair for pair in self.values if pair[0].name != condition.name))

    def saved(self) -> dict[str, Any]:
        """As the database keeps it: by the name of the condition, in the order of the list."""
        asked = {condition.name: condition.kind.given(condition, value) for condition, value in self.values}
        return {"version": _VERSION, "conditions": asked}


def chosen(given: Given) -> Chosen:
    """Đọc điều kiện đã chọn. Raises Unsound with everything that is wrong."""
    values: list[tuple[Condition, Any]] = []
    faults: list[tuple[str, str]] = []
    for condition in CONDITIONS:
        try:
            value = condition.kind.read(condition, given)
        except Unsound as unsound:
            faults += unsound.faults
            continue
        if value is not None:
            values.append((condition, value))
    if faults:
        raise Unsound(faults)
    return Chosen(tuple(values))


def from_saved(saved: Any) -> Chosen:
    """Đọc điều kiện đã lưu: checked as if it had just been chosen. Raises Unsound."""
    return chosen(dict(_fields_of(saved)))


def _fields_of(saved: Any) -> Iterator[tuple[str, list[str]]]:
    known = {condition.name: {field.name for field in condition.fields} for condition in CONDITIONS}
    conditions = saved.get("conditions") if isinstance(saved, dict) and saved.get("version") == _VERSION else None
    if not isinstance(conditions, dict) or not conditions:
        raise Unsound([("", "Nhóm đã lưu không ghi điều kiện nào đọc được; đề nghị lập lại điều kiện của nhóm.")])
    for name, fields in conditions.items():
        if name not in known or not isinstance(fields, dict) or not set(fields) <= known[name]:
            raise Unsound([("", f"Nhóm đã lưu có điều kiện «{str(name)[:20]}» mà hệ thống không còn dùng.")])
        for field, values in fields.items():
            if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
                raise Unsound([("", f"Điều kiện «{name}» của nhóm đã lưu không đọc được; đề nghị lập lại.")])
            yield field, values
