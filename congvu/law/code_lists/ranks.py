"""Ngạch công chức, chức danh nghề nghiệp viên chức: codes, names, pay tables and grades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congvu.law import texts
from congvu.law.citations import Citation, Standing
from congvu.law.sources import used

from .lists import CodeList, Entry

_MEMORY = Standing.FROM_MEMORY
_VERIFIED = Standing.VERIFIED


@dataclass(frozen=True)
class Rank(Entry):
    """Ngạch công chức; `pay_standing` is that of the pay table, `standing` that of the code."""

    pay_table: str = ""
    pay_standing: Standing = _MEMORY


@dataclass(frozen=True)
class Title(Entry):
    """Chức danh nghề nghiệp viên chức, hạng I (1) to IV (4); `grade_standing` is that of the grade."""

    grade: int | None = None
    grade_standing: Standing = _MEMORY


RANK_TIERS = CodeList(
    "rank_tier",
    "Các ngạch công chức theo Luật Cán bộ, công chức năm 2025",
    texts.CIVIL_SERVANTS_2025.article(24),
    tuple(
        Entry(code, label, standing=_VERIFIED, since=texts.CIVIL_SERVANTS_2025.since)
        for code, label in (
            ("chief_expert", "chuyên gia cao cấp"),
            ("senior_expert", "chuyên viên cao cấp"),
            ("principal_expert", "chuyên viên chính"),
            ("expert", "chuyên viên"),
            ("associate", "cán sự"),
            ("clerk", "nhân viên"),
        )
    ),
)

RANKS: Sequence[Rank] = (
    Rank("01.001", "Chuyên viên cao cấp", ("CVCC",), _VERIFIED, pay_table="A3.1", pay_standing=_VERIFIED),
    Rank("01.002", "Chuyên viên chính", ("CVC",), _VERIFIED, pay_table="A2.1", pay_standing=_VERIFIED),
    Rank("01.003", "Chuyên viên", ("CV",), _VERIFIED, pay_table="A1", pay_standing=_VERIFIED),
    Rank("01.004", "Cán sự", ("CS",), _VERIFIED, pay_table="B", pay_standing=_VERIFIED),
    Rank("01.005", "Nhân viên", ("NV",), pay_table="C"),
    Rank("06.029", "Kế toán viên cao cấp", ("KTVCC",), _VERIFIED, pay_table="A3.2"),
    Rank("06.030", "Kế toán viên chính", ("KTVC",), _VERIFIED, pay_table="A2.2"),
    Rank("06.031", "Kế toán viên", ("KTV",), _VERIFIED, pay_table="A1"),
    Rank("06.032", "Kế toán viên trung cấp", ("KTVTC",), _VERIFIED, pay_table="A0, B"),
    Rank("04.023", "Thanh tra viên cao cấp", ("TTVCC",), pay_table="A3.1"),
    Rank("04.024", "Thanh tra viên chính", ("TTVC",), pay_table="A2.1"),
    Rank("04.025", "Thanh tra viên", ("TTV",), pay_table="A1"),
    Rank("02.006", "Văn thư viên chính", (), pay_table="A2.1"),
    Rank("02.007", "Văn thư viên", (), pay_table="A1"),
    Rank("02.008", "Văn thư viên trung cấp", (), pay_table="B"),
)
CIVIL_SERVANT_RANKS = CodeList("rank", "Ngạch công chức", texts.PAY_2004.as_a_whole(standing=_MEMORY), RANKS)

# family: names by grade from the highest, number of the first grade, first code, and whether the grades were checked
_TITLES: tuple[tuple[str, tuple[str, ...], int, bool], ...] = (
    ("V.01.02.01", ("Lưu trữ viên chính", "Lưu trữ viên", "Lưu trữ viên trung cấp"), 2, False),
    ("V.07.02.24", ("Giáo viên mầm non",) * 3, 1, True),
    ("V.07.03.27", ("Giáo viên tiểu học",) * 3, 1, True),
    ("V.07.04.30", ("Giáo viên trung học cơ sở",) * 3, 1, True),
    ("V.07.05.13", ("Giáo viên trung học phổ thông",) * 3, 1, True),
    ("V.07.01.01", ("Giảng viên cao cấp", "Giảng viên chính", "Giảng viên"), 1, True),
    (
        "V.05.01.01",
        ("Nghiên cứu viên cao cấp", "Nghiên cứu viên chính", "Nghiên cứu viên", "Trợ lý nghiên cứu"),
        1,
        False,
    ),
    ("V.05.02.05", ("Kỹ sư cao cấp", "Kỹ sư chính", "Kỹ sư", "Kỹ thuật viên"), 1, False),
    ("V.08.05.11", ("Điều dưỡng",) * 3, 2, False),
    ("V.08.06.14", ("Hộ sinh",) * 3, 2, False),
    ("V.08.07.17", ("Kỹ thuật y",) * 3, 2, False),
    ("V.08.08.20", ("Dược sĩ cao cấp", "Dược sĩ chính", "Dược sĩ", "Dược sĩ"), 1, True),
    ("V.08.04.08", ("Y tế công cộng cao cấp", "Y tế công cộng chính", "Y tế công cộng"), 1, False),
    ("V.08.10.27", ("Dân số viên",) * 3, 2, False),
    ("V.09.04.01", ("Công tác xã hội viên chính", "Công tác xã hội viên", "Nhân viên công tác xã hội"), 2, False),
    ("V.06.01.01", ("Địa chính viên",) * 3, 2, False),
    ("V.11.02.04", ("Phóng viên",) * 3, 1, False),
    ("V.11.01.01", ("Biên tập viên",) * 3, 1, False),
)
_GRADES = ("", "I", "II", "III", "IV")


def _run(first: str, names: tuple[str, ...], grade: int, checked: bool) -> list[Title]:
    stem, serial = first[:-2], int(first[-2:])
    return [_title(f"{stem}{serial + step:02}", name, grade + step, checked) for step, name in enumerate(names)]


def _title(code: str, name: str, grade: int, checked: bool, standing: Standing = _VERIFIED) -> Title:
    label = f"{name} (hạng {_GRADES[grade]})"
    return Title(code, label, (), standing, grade=grade, grade_standing=_VERIFIED if checked else _MEMORY)


TITLES: Sequence[Title] = (
    *(title for run in _TITLES for title in _run(*run)),
    Title("V.07.01.23", "Trợ giảng", (), _VERIFIED, grade=3),
    _title("V.10.02.30", "Thư viện viên", 1, True),
    _title("V.10.02.05", "Thư viện viên", 2, True),
    _title("V.10.02.06", "Thư viện viên", 3, True),
    _title("V.10.02.07", "Thư viện viên", 4, True),
    _title("V.08.01.01", "Bác sĩ cao cấp", 1, False, _MEMORY),
    _title("V.08.01.02", "Bác sĩ chính", 2, False, _MEMORY),
    _title("V.08.01.03", "Bác sĩ", 3, False, _MEMORY),
    _title("V.08.03.07", "Y sĩ", 4, False, _MEMORY),
)
PUBLIC_EMPLOYEE_TITLES = CodeList(
    "public_employee_title",
    "Chức danh nghề nghiệp viên chức",
    texts.PUBLIC_EMPLOYEE_TITLES.as_a_whole(),
    TITLES,
)


@dataclass(frozen=True)
class CareerStep:
    """Bậc nghề nghiệp: the step that follows from the pay group since 1 July 2026."""

    pay_group: str
    step: int
    cites: Citation


_STEPS = used(texts.CAREER_STEPS_2026.as_a_whole(), where="Chuyển hạng chức danh nghề nghiệp sang bậc nghề nghiệp")
CAREER_STEPS = tuple(
    CareerStep(group, step, _STEPS) for step, group in enumerate(("B", "A0", "A1", "A2", "A3"), start=1)
)
