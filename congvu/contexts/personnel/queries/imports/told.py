"""What one row of a list says about one person, once its cells have been understood."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from congvu.contexts.personnel.queries.imports.layout import STUDIED, title_of
from congvu.contexts.personnel.queries.imports.places import PostPlace, UnitPlace
from congvu.contexts.personnel.states import Precision, Subject
from congvu.kernel.documents.decisions import Ground
from congvu.kernel.sheets import Fault, PartialDate, Row
from congvu.law import code_lists

_LONGEST = {"full_name": 120, "personnel_number": 20, "field": 120, "school": 200, "post": 200, "decision_number": 60}
_NONE = re.compile(r"(chưa|không|ko)\b(?!.*\bđang\b).*", re.IGNORECASE)
_PAPER = re.compile(
    r"(?P<number>.+?)[,;\s]*\bngày\s*(?P<day>[\d/.\-]+|\d+ tháng \d+ năm \d+)\s*", re.IGNORECASE | re.DOTALL
)
_CODE = re.compile(r"\d{2}[a-z]?\.\d{3}|V\.\d{2}\.\d{2}\.\d{2}", re.IGNORECASE)
_RANKS = (code_lists.CIVIL_SERVANT_RANKS, code_lists.PUBLIC_EMPLOYEE_TITLES)
_CATALOGUES = {
    each.name: each for each in (*_RANKS, code_lists.ETHNIC_GROUPS, code_lists.STAFF_KINDS, code_lists.TRAINING_MODES)
}
PRECISIONS = {1: Precision.YEAR, 2: Precision.MONTH, 3: Precision.DAY}


@dataclass(frozen=True)
class ToldStudy:
    """Trình độ mà danh sách ghi; without a day it is known to be held on the day of the list."""

    subject: str
    level: int
    field: str = ""
    school: str = ""
    mode: str = ""
    awarded: PartialDate | None = None


@dataclass(frozen=True)
class Told:
    """Một dòng đã hiểu; what is None or empty was not said."""

    row: int
    full_name: str = ""
    born: PartialDate | None = None
    sex: str = ""
    ethnicity: str = ""
    personnel_number: str = ""
    citizen_number: str = ""
    unit: UnitPlace | None = None
    title: str = ""
    post: PostPlace | None = None
    block: str = ""
    staff_kind: str = ""
    since: date | None = None
    decision: Ground | None = None
    recruited_on: date | None = None
    rank: str = ""
    step: int | None = None
    coefficient: Decimal | None = None
    rank_since: date | None = None
    studies: tuple[ToldStudy, ...] = ()
    admitted_on: date | None = None
    official_on: date | None = None


@dataclass
class Reading:
    """Việc đọc một dòng: the values of its cells, and what is found wrong or strange in them."""

    row: Row
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    @property
    def values(self) -> Mapping[str, Any]:
        """Cells by the key of their column."""
        return self.row.values

    def fault(self, key: str, message: str) -> None:
        """Ghi một lỗi, against the cell as it was written."""
        self.faults.append(Fault(self.row.number, title_of(key), message, self.shown(key)))

    def warn(self, key: str, message: str) -> None:
        """Ghi một lưu ý, which holds nothing back."""
        self.warnings.append(Fault(self.row.number, title_of(key), message, self.shown(key)))

    def shown(self, key: str) -> str:
        """The cell as people read it."""
        value = self.values.get(key)
        return "" if value is None else str(value)

    def text(self, key: str) -> str:
        """Chữ trong ô, no longer than the record can hold."""
        words = self.shown(key)
        if len(words) > (longest := _LONGEST.get(key, 200)):
            self.fault(key, f"Nội dung dài {len(words)} ký tự, hồ sơ chỉ ghi được {longest}; đề nghị viết gọn lại.")
            return ""
        return words

    def day(self, key: str) -> date | None:
        """Ngày trong ô, or the first day that it may be."""
        value = self.values.get(key)
        return value.date if isinstance(value, PartialDate) else None


def told(reading: Reading) -> Told:
    """Hiểu một dòng: everything but the places, which need the branch."""
    values = reading.values
    return Told(
        row=reading.row.number,
        full_name=reading.text("full_name"),
        born=values.get("born_on"),
        sex=str(values.get("sex") or ""),
        ethnicity=_listed(reading, "ethnicity", code_lists.ETHNIC_GROUPS),
        personnel_number=reading.text("personnel_number"),
        citizen_number=reading.text("citizen_number"),
        title=reading.text("post"),
        block=reading.shown("block"),
        staff_kind=_listed(reading, "staff_kind", code_lists.STAFF_KINDS),
        since=reading.day("since"),
        decision=_decision(reading),
        recruited_on=reading.day("recruited_on"),
        rank=_rank(reading),
        step=_step(reading),
        coefficient=_coefficient(reading),
        rank_since=reading.day("rank_since"),
        studies=tuple(study for subject in STUDIED if (study := _study(reading, subject))),
        admitted_on=reading.day("admitted_on"),
        official_on=reading.day("official_on"),
    )


def _listed(reading: Reading, key: str, catalogue: code_lists.CodeList) -> str:
    words = reading.shown(key)
    if not words:
        return ""
    if found := _entry(catalogue.name, words):
        return found
    some = ", ".join(entry.label for entry in catalogue.entries[:6])
    more = ", …" if len(catalogue.entries) > 6 else ""
    reading.fault(
        key, f"“{words}” không có trong danh mục {catalogue.label.lower()}; đề nghị chọn trong: {some}{more}."
    )
    return ""


@lru_cache(maxsize=5_000)
def _entry(name: str, words: str) -> str | None:
    """The same few words stand in thousands of cells."""
    return _CATALOGUES[name].recognise(words)


@lru_cache(maxsize=5_000)
def _level(subject: str, words: str) -> int | None:
    return code_lists.recognise(subject, words)


def _decision(reading: Reading) -> Ground | None:
    """Số và ngày quyết định, in two cells or in one: «12/QĐ-UBND ngày 05/03/2010»."""
    number, signed_on = reading.text("decision_number"), reading.day("decision_on")
    if number and not signed_on and (both := _PAPER.fullmatch(number)):
        number, signed_on = both["number"].strip(" ,;."), _day_in(both["day"])
    if number and signed_on:
        return Ground(number=number, signed_on=signed_on)
    if number:
        reading.warn(
            "decision_number", f"Quyết định “{number}” không có ngày ký nên chưa ghi vào hồ sơ; đề nghị bổ sung."
        )
    return None


def _day_in(words: str) -> date | None:
    parts = [int(part) for part in re.findall(r"\d+", words)]
    try:
        return date(parts[2], parts[1], parts[0])
    except (ValueError, IndexError):
        return None


def _rank(reading: Reading) -> str:
    words = reading.shown("rank")
    if not words:
        return ""
    if found := _entry(_RANKS[0].name, words) or _entry(_RANKS[1].name, words):
        return found
    if _CODE.fullmatch(words):
        reading.warn("rank", f"Mã ngạch “{words}” chưa có trong danh mục của hệ thống; hồ sơ vẫn ghi mã này.")
        return words
    reading.fault("rank", f"“{words}” không có trong danh mục ngạch; đề nghị ghi mã ngạch, ví dụ 01.003.")
    return ""


def _step(reading: Reading) -> int | None:
    step = reading.values.get("step")
    if not isinstance(step, int):
        return None
    if 1 <= step <= 12:
        return step
    reading.fault("step", f"Bậc {step} không có trong các bảng lương, chỉ có bậc 1 đến 12; đề nghị kiểm tra lại.")
    return None


def _coefficient(reading: Reading) -> Decimal | None:
    value = reading.values.get("coefficient")
    if not isinstance(value, Decimal):
        return None
    if 1 <= value < 14 and value == round(value, 2):
        return value
    reading.fault("coefficient", f"Hệ số {value} nằm ngoài khoảng 1,00–13,99; đề nghị kiểm tra lại dấu phẩy.")
    return None


def _study(reading: Reading, subject: Subject) -> ToldStudy | None:
    key = STUDIED[subject]
    words = reading.shown(key)
    if not words or _NONE.fullmatch(words):
        return None
    level = _level(subject, words)
    if level is None:
        some = ", ".join(found.label for found in code_lists.levels(subject))
        reading.fault(key, f"Không nhận ra trình độ “{words}”; đề nghị ghi một trong: {some}.")
        return None
    study = ToldStudy(subject, level)
    if subject == Subject.POLITICAL_THEORY:
        return replace(study, awarded=reading.values.get("theory_on"))
    return _professional(reading, study) if subject == Subject.PROFESSIONAL else study


def _professional(reading: Reading, study: ToldStudy) -> ToldStudy:
    return replace(
        study,
        field=reading.text("field"),
        school=reading.text("school"),
        mode=_listed(reading, "mode", code_lists.TRAINING_MODES),
        awarded=reading.values.get("graduated_on"),
    )


__all__ = ["PRECISIONS", "Reading", "Told", "ToldStudy", "told"]
