"""What a post asks for against what a file says; the numbers of the law come from law.standards through the posts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from congvu.law.code_lists import level_label
from congvu.law.personal_file import PICTURE, Faults, checked, group

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


class NotFit(Exception):
    """What was told does not fit the group of the file: one sentence for each field, under "" for the whole."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        super().__init__(" ".join(faults.values()))


def fit(name: str, told: Mapping[str, Any], *, none: bool = False) -> dict[str, Any]:
    """Giá trị hợp lệ của mục: what may be kept. Raises NotFit."""
    kind = group(name)
    if none:
        if told or not kind.may_be_none:
            raise NotFit({"": f"Mục “{kind.label}” không thể ghi “không có”; hãy ghi nội dung."})
        return {}
    kept, faults = checked(kind, told)
    if faults:
        raise NotFit(faults)
    return kept


def holds_from(name: str, values: Mapping[str, Any]) -> date | None:
    """Ngày bắt đầu mà chính mục ấy nói, where it does; of a month or a year its first day."""
    return _first_day(values.get(group(name).begins))


def holds_until(name: str, values: Mapping[str, Any]) -> date | None:
    """Ngày đầu tiên không còn, where the item itself says when it ended; the last day told is still within."""
    told = values.get(group(name).ends)
    last = _first_day(told)
    return None if last is None or len(told or "") < 10 else date.fromordinal(last.toordinal() + 1)


def _first_day(told: Any) -> date | None:
    parts = [int(part) for part in str(told).split("-")] if told else []
    return date(*(parts + [1, 1])[:3]) if parts else None


LARGEST_PAPER = 10 * 2**20
_PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})


def paper_fits(kind: str, media_type: str | None, *, size: int) -> None:
    """Tệp nhận được vào hồ sơ: a PDF or a picture of at most ten megabytes. Raises NotFit."""
    if size > LARGEST_PAPER:
        raise NotFit({"file": "Tệp nặng quá 10 MB; hãy quét lại ở độ phân giải thấp hơn hoặc chia thành nhiều tệp."})
    if media_type is None:
        raise NotFit({"file": "Tệp không phải là PDF, JPEG, PNG hay WebP; hãy lưu bản quét ở một trong các dạng này."})
    if kind == PICTURE and media_type not in _PICTURES:
        raise NotFit({"file": "Ảnh chân dung phải là tệp ảnh (JPEG, PNG, WebP); hãy chọn tệp ảnh."})
