"""Những gì người có hồ sơ đề nghị được ngoài các mục: studies, and the first lines of the file, told like a group."""

from congvu.law import code_lists
from congvu.law.code_lists import CodeList, Entry
from congvu.law.sensitivity import Sensitivity

from .groups import GROUPS
from .layout import FORM, Field, Group, Kind

_SUBJECTS = {
    "professional": "Chuyên môn",
    "political_theory": "Lý luận chính trị",
    "state_management": "Quản lý nhà nước",
    "language": "Ngoại ngữ",
    "informatics": "Tin học",
}
STUDY_LEVELS = CodeList(
    "study_level",
    "Trình độ, văn bằng, chứng chỉ",
    FORM,
    tuple(
        Entry(f"{subject}:{one.value}", f"{label}: {one.label}")
        for subject, label in _SUBJECTS.items()
        for one in code_lists.levels(subject)
    ),
)
SEXES = CodeList("sex", "Giới tính", FORM, (Entry("male", "nam"), Entry("female", "nữ")))

STUDY = Group(
    "study",
    "Văn bằng, chứng chỉ",
    Sensitivity.OPEN,
    FORM,
    (
        Field("level", "Trình độ", Kind.CHOICE, STUDY_LEVELS, required=True),
        Field("field", "Chuyên ngành", longest=120),
        Field("school", "Cơ sở đào tạo", required=True),
        Field("mode", "Hình thức đào tạo", Kind.CHOICE, code_lists.TRAINING_MODES),
        Field("started", "Học từ", Kind.DAY),
        Field("ended", "Học đến", Kind.DAY),
        Field("awarded", "Ngày cấp", Kind.DAY, required=True, hint="Trình độ được tính từ ngày cấp."),
        Field("certificate_number", "Số hiệu văn bằng, chứng chỉ", longest=60),
    ),
    many=True,
    begins="started",
    ends="ended",
    told=("level", "field", "school"),
    proof=True,
)
"""A degree or certificate; the file keeps it as a study."""

BASICS = Group(
    "basics",
    "Họ tên, ngày sinh, giới tính, dân tộc",
    Sensitivity.IDENTITY,
    FORM,
    (
        Field("full_name", "Họ và tên", required=True, longest=120),
        Field("born", "Ngày sinh", Kind.DAY, required=True),
        Field("sex", "Giới tính", Kind.CHOICE, SEXES, required=True),
        Field("ethnicity", "Dân tộc", Kind.CHOICE, code_lists.ETHNIC_GROUPS, required=True),
    ),
    told=("full_name", "born"),
    proof=True,
)
"""The first lines of the file; they are corrected and never filed anew."""

PROPOSABLE: tuple[Group, ...] = (BASICS, STUDY, *(each for each in GROUPS if each.own))
"""What a person may propose to change in his own file."""

_NAMED = {each.name: each for each in PROPOSABLE}


def proposable(name: str) -> Group:
    """Mục đề nghị được mang tên này; KeyError when there is none."""
    return _NAMED[name]
