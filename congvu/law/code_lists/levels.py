"""Bậc trình độ: the levels of each subject of study, as small integers so that "at least" is a comparison."""

from __future__ import annotations

from dataclasses import dataclass

from congvu.law import texts
from congvu.law.citations import Citation, Standing
from congvu.law.sources import used

from .recognition import Vocabulary, meanings

SUBJECTS = {
    "professional": "Trình độ chuyên môn",
    "political_theory": "Lý luận chính trị",
    "state_management": "Quản lý nhà nước",
    "language": "Ngoại ngữ",
    "informatics": "Tin học",
}


@dataclass(frozen=True)
class Level:
    """Một bậc trình độ: its integer, its Vietnamese name, and the ways real files write it."""

    subject: str
    value: int
    label: str
    synonyms: tuple[str, ...]
    cites: Citation

    def __str__(self) -> str:
        return self.label


_FORM_2C = used(
    texts.CURRICULUM_VITAE_2008.as_a_whole(standing=Standing.FROM_MEMORY), where="Danh mục bậc trình độ trong hồ sơ"
)

_NAMES: dict[str, tuple[tuple[str, str], ...]] = {
    "professional": (
        ("sơ cấp", "SC; sơ cấp nghề; sơ cấp chuyên môn; công nhân kỹ thuật; CNKT; CN kỹ thuật; CN KT"),
        (
            "trung cấp",
            "TC; THCN; TCCN; trung học chuyên nghiệp; trung cấp nghề; trung cấp chuyên nghiệp; THSP; "
            "trung học sư phạm; y sĩ; dược sĩ trung cấp; dược sĩ trung học; dược trung; DSTH; điều dưỡng trung cấp; "
            "nữ hộ sinh trung cấp; kế toán trung cấp; dược sĩ TC",
        ),
        (
            "cao đẳng",
            "CĐ; CĐSP; CĐN; cao đẳng nghề; cao đẳng sư phạm; điều dưỡng cao đẳng; dược sĩ cao đẳng; dược sĩ CĐ; "
            "cử nhân cao đẳng; kỹ sư thực hành",
        ),
        (
            "đại học",
            "ĐH; ĐHSP; cử nhân; CN; kỹ sư; KS; kiến trúc sư; KTS; bác sĩ; BS; dược sĩ; dược sĩ đại học; DSĐH; "
            "cử nhân đại học; đại học sư phạm; bác sĩ đa khoa; BSĐK; bác sĩ y khoa; điều dưỡng đại học",
        ),
        (
            "thạc sĩ",
            "ThS; Th sĩ; cao học; CH; chuyên khoa I; chuyên khoa 1; chuyên khoa cấp I; chuyên khoa cấp 1; CKI; CK1; "
            "BSCKI; BSCK1; BS CK I; bác sĩ chuyên khoa I; bác sĩ chuyên khoa 1; bác sĩ chuyên khoa cấp I; "
            "bác sĩ CKI; bác sĩ CK1; dược sĩ chuyên khoa I; dược sĩ CKI; dược sĩ CK1; DSCKI; DSCK1; thạc sĩ bác sĩ",
        ),
        (
            "tiến sĩ",
            "TS; PGS TS; GS TS; phó tiến sĩ; PTS; tiến sĩ khoa học; TSKH; chuyên khoa II; chuyên khoa 2; "
            "chuyên khoa cấp II; chuyên khoa cấp 2; CKII; CK2; BSCKII; BSCK2; bác sĩ chuyên khoa II; "
            "bác sĩ chuyên khoa 2; bác sĩ chuyên khoa cấp II; bác sĩ CKII; bác sĩ CK2; dược sĩ chuyên khoa II; "
            "dược sĩ CKII; dược sĩ CK2; DSCKII; DSCK2",
        ),
    ),
    "political_theory": (
        ("sơ cấp", "SC; SCCT; sơ cấp chính trị; sơ cấp lý luận; SCLL"),
        ("trung cấp", "TC; TCCT; trung cấp chính trị; trung cấp lý luận; TCLL; trung cấp hành chính"),
        ("cao cấp", "CC; CCCT; cao cấp chính trị; cao cấp lý luận; CCLL; cao cấp hành chính"),
        ("cử nhân", "CN; CNCT; cử nhân chính trị; đại học chính trị; ĐHCT; cử nhân lý luận"),
    ),
    "state_management": (
        ("chương trình cán sự", "cán sự; CS; cán sự và tương đương"),
        ("chương trình chuyên viên", "chuyên viên; CV; chuyên viên và tương đương"),
        ("chương trình chuyên viên chính", "chuyên viên chính; CVC; CV chính; chuyên viên chính và tương đương"),
        (
            "chương trình chuyên viên cao cấp",
            "chuyên viên cao cấp; CVCC; CV cao cấp; chuyên viên cao cấp và tương đương",
        ),
    ),
    "language": (
        ("bậc 1 (A1) hoặc chứng chỉ A", "A; A1; bậc 1; bậc I"),
        ("bậc 2 (A2) hoặc chứng chỉ B", "B; A2; bậc 2; bậc II"),
        ("bậc 3 (B1) hoặc chứng chỉ C", "C; B1; bậc 3; bậc III"),
        ("bậc 4 (B2)", "B2; bậc 4; bậc IV"),
        ("bậc 5 (C1)", "C1; bậc 5; bậc V"),
        ("bậc 6 (C2) hoặc cử nhân ngoại ngữ", "C2; bậc 6; bậc VI; cử nhân; CN; đại học; ĐH; ĐHSP; thạc sĩ; ThS"),
    ),
    "informatics": (
        ("cơ bản hoặc chứng chỉ A", "A; cơ bản; CB; căn bản; chuẩn cơ bản; ứng dụng cơ bản"),
        ("nâng cao hoặc chứng chỉ B", "B; nâng cao; NC; chuẩn nâng cao; ứng dụng nâng cao"),
        ("chứng chỉ C", "C"),
        (
            "trung cấp tin học trở lên",
            "trung cấp; TC; cao đẳng; CĐ; đại học; ĐH; kỹ sư; KS; cử nhân; CN; thạc sĩ; ThS; tiến sĩ; TS; "
            "trung cấp trở lên",
        ),
    ),
}
_SILENT: dict[str, tuple[str, ...]] = {
    "professional": ("trình độ", "bằng", "tốt nghiệp"),
    "political_theory": ("LLCT", "lý luận chính trị", "hành chính", "HC", "trình độ", "bằng", "tốt nghiệp", "LLCTHC"),
    "state_management": (
        *("QLNN", "QLHCNN", "quản lý nhà nước", "quản lý hành chính nhà nước", "ngạch", "chương trình", "CT", "lớp"),
        *("bồi dưỡng", "chứng chỉ", "CC", "BD", "kiến thức", "trình độ"),
    ),
    "language": (
        *(
            "chứng chỉ",
            "CC",
            "trình độ",
            "bằng",
            "ngoại ngữ",
            "NN",
            "tiếng",
            "văn",
            "Anh",
            "Pháp",
            "Nga",
            "Đức",
            "Nhật",
        ),
        *(
            "Hàn",
            "Trung Quốc",
            "Trung văn",
            "tiếng Trung",
            "tiếng Trung Quốc",
            "Hoa",
            "Khmer",
            "Khơ me",
            "Anh văn",
            "tương đương",
            "khung CEFR",
        ),
    ),
    "informatics": (
        *(
            "chứng chỉ",
            "CC",
            "trình độ",
            "bằng",
            "tin học",
            "TH",
            "tin",
            "CNTT",
            "UDCNTT",
            "ƯDCNTT",
            "công nghệ thông tin",
        ),
        *("ứng dụng", "UD", "sử dụng", "kỹ năng", "chuẩn", "tương đương"),
    ),
}
_DOUBTS = ("chua", "khong", "dang hoc", "dang theo hoc", "dang dao tao", "du kien")
_OPENING = ("professional", "political_theory", "state_management")

_LEVELS = {
    subject: tuple(
        Level(subject, value, label, tuple(written.split("; ")), _FORM_2C)
        for value, (label, written) in enumerate(names, start=1)
    )
    for subject, names in _NAMES.items()
}
_VOCABULARIES = {
    subject: Vocabulary(
        meanings((level.value, (level.label, *level.synonyms)) for level in found),
        silent=_SILENT[subject],
        doubts=_DOUBTS,
        opens=subject in _OPENING,
    )
    for subject, found in _LEVELS.items()
}


def levels(subject: str) -> tuple[Level, ...]:
    """Các bậc của một loại trình độ, from the lowest."""
    return _LEVELS[subject]


def level_label(subject: str, value: int) -> str:
    """Tên bậc trình độ."""
    return _LEVELS[subject][value - 1].label


def recognise(subject: str, text: str) -> int | None:
    """Bậc trình độ mà hồ sơ ghi: case, marks and spaces do not matter; of several the highest; none when in doubt."""
    vocabulary = _VOCABULARIES[subject]
    whole = vocabulary.recognise(text)
    return max([*vocabulary.recognise_all(text), *([whole] if whole else [])], default=None)
