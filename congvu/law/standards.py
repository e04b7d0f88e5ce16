"""Tiêu chuẩn trình độ: what each kind of post requires by default, and whether a record meets it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from . import texts
from .citations import Citation, LegalText, Standing
from .code_lists import SUBJECTS, level_label
from .rules import Finding
from .sources import used

KINDS_OF_POST = {
    "province_leader": "Lãnh đạo, quản lý sở, ban, ngành tỉnh, thành phố",
    "province_specialist": "Chuyên viên cơ quan hành chính tỉnh, thành phố",
    "district_leader": "Lãnh đạo, quản lý cấp phòng thuộc huyện, quận",
    "district_specialist": "Chuyên viên cơ quan hành chính huyện, quận",
    "public_employee": "Viên chức đơn vị sự nghiệp công lập",
    "party_specialist": "Chuyên viên cơ quan Đảng, đoàn thể",
    "ward_leader": "Cán bộ chủ chốt xã, phường",
    "ward_official": "Cán bộ chuyên trách khác của xã, phường",
    "ward_civil_servant": "Công chức xã, phường",
    "worker": "Lao động hợp đồng",
}


@dataclass(frozen=True)
class Standard:
    """Tiêu chuẩn của vị trí: at least this level of this subject, by this text."""

    subject: str
    minimum_level: int
    cites: Citation


@dataclass(frozen=True)
class AgainstStandard:
    """Trình độ đối chiếu với tiêu chuẩn: what the post asks for, and the highest level on the record, if any."""

    standard: Standard
    held_level: int | None


@dataclass(frozen=True)
class _Dated:
    """One standard of some kinds of post, in force for the days [since, until)."""

    kinds: tuple[str, ...]
    subject: str
    minimum_level: int
    cites: Citation
    since: date | None
    until: date | None = None

    def holds(self, kind: str, on: date) -> bool:
        begun = self.since is None or self.since <= on
        return kind in self.kinds and begun and (self.until is None or on < self.until)


def meets(against: AgainstStandard) -> Finding[bool]:
    """Đạt tiêu chuẩn hay không: a sentence that names what the post asks for and what the record says."""
    standard, held = against.standard, against.held_level
    asked = (
        f"{SUBJECTS[standard.subject]}: vị trí yêu cầu {level_label(standard.subject, standard.minimum_level)} trở lên"
    )
    found = f"hồ sơ ghi {level_label(standard.subject, held)}" if held else "hồ sơ chưa ghi trình độ nào"
    met = held is not None and held >= standard.minimum_level
    return Finding(met, f"{asked}; {found}{', đạt tiêu chuẩn' if met else ''}.", standard.cites)


def default_standards(kind_of_post: str, on: date) -> tuple[Standard, ...]:
    """Tiêu chuẩn mặc định của loại vị trí vào ngày `on`; none for a kind that had ended or that asks for nothing."""
    if kind_of_post not in KINDS_OF_POST:
        raise KeyError(kind_of_post)
    return tuple(
        Standard(dated.subject, dated.minimum_level, dated.cites)
        for dated in _STANDARDS
        if dated.holds(kind_of_post, on)
    )


def local_basis(words: str, *, standing: Standing = Standing.FROM_MEMORY) -> Citation:
    """Căn cứ ghi bằng chữ: the citation of a standard that an office set itself, in its own words."""
    return Citation(LegalText("", words), None, standing=standing)


def _remembered(text: LegalText) -> Citation:
    return used(text.as_a_whole(standing=Standing.FROM_MEMORY), where="Tiêu chuẩn trình độ mặc định của vị trí")


_OF_1993 = _remembered(texts.RANK_STANDARDS_1993)
_OF_2014 = _remembered(texts.RANK_STANDARDS_2014)
_OF_2021 = _remembered(texts.RANK_STANDARDS_2021)
_OF_2024 = _remembered(texts.LEADER_STANDARDS_2024)
_OF_EMPLOYEES = _remembered(texts.PUBLIC_EMPLOYEES_2010)
_OF_COMMUNES_2004 = _remembered(texts.COMMUNE_STANDARDS_2004)
_OF_COMMUNES_2012 = _remembered(texts.COMMUNE_CIVIL_SERVANTS_2012)
_OF_COMMUNES_2023 = _remembered(texts.COMMUNE_OFFICIALS_2023)
_OF_LAW_2025 = _remembered(texts.CIVIL_SERVANTS_2025)

_DISTRICT = ("district_leader", "district_specialist")
_RANKED = (*_DISTRICT, "province_leader", "province_specialist")  # until the Law of 2025 put posts before ranks
_WARD = ("ward_leader", "ward_official", "ward_civil_servant")
_TWO_TIERS = date(2025, 7, 1)  # the district offices ended, commune officials joined the one civil service
_1993, _2004 = texts.RANK_STANDARDS_1993.since, texts.COMMUNE_STANDARDS_2004.since
_2012, _2014 = texts.COMMUNE_CIVIL_SERVANTS_2012.since, texts.RANK_STANDARDS_2014.since
_2021, _2023 = texts.RANK_STANDARDS_2021.since, texts.COMMUNE_OFFICIALS_2023.since

_STANDARDS = (
    _Dated(_RANKED, "professional", 4, _OF_1993, _1993, _2014),
    _Dated(_RANKED, "professional", 4, _OF_2014, _2014, _2021),
    _Dated(_RANKED, "professional", 4, _OF_2021, _2021, _TWO_TIERS),
    _Dated(_RANKED, "state_management", 2, _OF_1993, _1993, _2014),
    _Dated(_RANKED, "state_management", 2, _OF_2014, _2014, _2021),
    _Dated(_RANKED, "state_management", 2, _OF_2021, _2021, _TWO_TIERS),
    _Dated(_RANKED, "language", 2, _OF_2014, _2014, _2021),
    _Dated(_RANKED, "informatics", 1, _OF_2014, _2014, _2021),
    _Dated(("district_leader",), "political_theory", 2, _OF_2024, texts.LEADER_STANDARDS_2024.since, _TWO_TIERS),
    _Dated(("party_specialist",), "professional", 4, _OF_1993, _1993, _2014),
    _Dated(("party_specialist",), "professional", 4, _OF_2014, _2014, _2021),
    _Dated(("party_specialist",), "professional", 4, _OF_2021, _2021),
    _Dated(("public_employee",), "professional", 2, _OF_EMPLOYEES, date(2012, 1, 1), _OF_EMPLOYEES.text.until),
    _Dated(("ward_leader",), "professional", 2, _OF_COMMUNES_2004, _2004, _2023),
    _Dated(("ward_leader",), "political_theory", 2, _OF_COMMUNES_2004, _2004, _2023),
    _Dated(("ward_official",), "political_theory", 1, _OF_COMMUNES_2004, _2004, _2023),
    _Dated(("ward_civil_servant",), "professional", 2, _OF_COMMUNES_2004, _2004, _2012),
    _Dated(("ward_civil_servant",), "professional", 2, _OF_COMMUNES_2012, _2012, _2023),
    _Dated(_WARD, "professional", 4, _OF_COMMUNES_2023, _2023, _TWO_TIERS),
    _Dated(("ward_leader", "ward_official"), "political_theory", 2, _OF_COMMUNES_2023, _2023, _TWO_TIERS),
    _Dated(_WARD, "professional", 4, _OF_LAW_2025, _TWO_TIERS),
)
