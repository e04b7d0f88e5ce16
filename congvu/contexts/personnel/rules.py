"""What a post asks for against what a file says; the numbers of the law come from law.standards through the posts."""

import re
from dataclasses import dataclass

from congvu.law.code_lists import level_label

_NUMBER = re.compile(r"\d+/(?:\d{4}/)?[A-ZĐ]+[\d]*(?:-[A-ZĐ]+)*")
_SUBJECTS = {
    "professional": "Trình độ chuyên môn",
    "political_theory": "Lý luận chính trị",
    "state_management": "Bồi dưỡng quản lý nhà nước",
    "language": "Ngoại ngữ",
    "informatics": "Tin học",
}


@dataclass(frozen=True)
class Requirement:
    """Yêu cầu của vị trí và trình độ trong hồ sơ: all that the comparison may know."""

    subject: str
    required: int
    held: int
    recorded: bool
    basis: str
    standing: str

    @property
    def met(self) -> bool:
        """Whether the file reaches what the post asks for."""
        return self.held >= self.required

    @property
    def cites(self) -> str:
        """The text that sets the standard, with how sure we are of it."""
        named = self.basis or "Chưa ghi căn cứ của tiêu chuẩn"
        return f"{named} ({self.standing})" if self.standing and self.standing not in named else named

    @property
    def text_number(self) -> str:
        """The number of the text alone, for narrow places: 11/2014/TT-BNV."""
        named = _NUMBER.search(self.basis)
        return named[0] if named else self.basis or "Chưa ghi"


def explained(asks: Requirement) -> str:
    """So với tiêu chuẩn: one sentence of what the post asks for and what the file says."""
    return f"{_SUBJECTS[asks.subject]}: vị trí yêu cầu {compared(asks)}"


def compared(asks: Requirement) -> str:
    """The same without the subject and the post, for a list that names both beside it."""
    wanted = f"{_said(asks.subject, asks.required)} trở lên"
    if asks.held:
        return f"{wanted}; hồ sơ ghi {_said(asks.subject, asks.held)}."
    if asks.recorded:
        return f"{wanted}; người này đang học, chưa được cấp bằng, chứng chỉ."
    return f"{wanted}; hồ sơ chưa ghi."


def subject_label(subject: str) -> str:
    """The name of a subject as people read it."""
    return _SUBJECTS[subject]


def _said(subject: str, level: int) -> str:
    label = level_label(subject, level)
    return label[:1].lower() + label[1:]
