"""Cách khai một mục của hồ sơ: what a field takes, and what a group of fields stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from congvu.law import texts
from congvu.law.citations import Citation, Standing
from congvu.law.code_lists import CodeList
from congvu.law.sensitivity import Sensitivity
from congvu.law.sources import used

FORM = used(
    texts.CURRICULUM_VITAE_2008.as_a_whole(standing=Standing.FROM_MEMORY), where="Các mục của hồ sơ theo mẫu 2C"
)
DATABASE = used(texts.CIVIL_SERVICE_DATABASE_2023.as_a_whole(), where="Các mục của hồ sơ điện tử")

PICTURE = "picture"
"""The kind of paper that is the person's photograph."""

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Kind(Enum):
    """Loại giá trị của một ô."""

    TEXT = "text"
    NOTE = "note"
    DAY = "day"  # known to the day, the month or the year: 2016-04-10, 2016-04, 2016
    NUMBER = "number"
    DECIMAL = "decimal"
    CHOICE = "choice"
    FLAG = "flag"


@dataclass(frozen=True)
class Field:
    """Ô của hồ sơ: its name in the record, its label on the form, and what it takes.

    `codes` belongs to a choice; `least` and `most` bound numbers, in `unit`; `place` is the number on form 2C.
    Without a `required` field nothing is kept; without a `wanted` one the file is not complete.
    """

    name: str
    label: str
    kind: Kind = Kind.TEXT
    codes: CodeList | None = None
    required: bool = False
    wanted: bool = False
    longest: int = 200
    least: float = 0
    most: float = 9_999
    unit: str = ""
    hint: str = ""
    place: str = ""


@dataclass(frozen=True)
class Group:
    """Mục của hồ sơ: fields that are told, changed and seen together.

    Of a group that is not `many` one entry holds at a time. `begins` and `ends` name the fields that tell from when
    to when an entry holds; without them it holds from the day it was filed. `told` names the fields that head an entry
    in a list. `needed`: a complete file says something of it. `may_be_none`: a person may have none, and the file then
    says so. `own`: the person may propose a change; `proof`: with a paper.
    """

    name: str
    label: str
    sensitivity: Sensitivity
    cites: Citation
    fields: tuple[Field, ...]
    many: bool = False
    begins: str = ""
    ends: str = ""
    told: tuple[str, ...] = ()
    needed: bool = True
    may_be_none: bool = False
    own: bool = True
    proof: bool = False
    place: str = ""
    hint: str = ""

    def field(self, name: str) -> Field:
        """Ô mang tên này; KeyError when there is none."""
        return {field.name: field for field in self.fields}[name]


def is_partial_day(text: str) -> bool:
    """Whether the text is a day, a month or a year as records keep them."""
    found = _PARTIAL.fullmatch(text)
    if found is None:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year >= 1900


def words_of_day(text: str) -> str:
    """ "10/04/2016", "04/2016" or "2016"."""
    return "/".join(reversed(text.split("-")))
