"""What a post asks for against what a file says; the numbers of the law come from law.standards through the posts."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from congvu.law import Finding, LegalText, Standing
from congvu.law.code_lists import level_label
from congvu.law.personal_file import PICTURE, Faults, Group, checked, group, is_partial_day

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


PROPOSING = LegalText(
    "",
    "Quy tắc tự cập nhật hồ sơ của hệ thống",
    note="Quy tắc và thời hạn nội bộ của phần mềm; không phải văn bản quy phạm pháp luật.",
).as_a_whole(standing=Standing.VERIFIED)
DAYS_TO_DECIDE = 5
"""Thời hạn nội bộ, in working days: a house rule, declared here alone and shown as such; no law sets it."""
DAYS_TO_COMPLETE = 10


@dataclass(frozen=True)
class Wanted:
    """Một nội dung đề nghị: what it is about, whether it fits its group, whether it is proven."""

    label: str
    fits: bool = True
    needs_proof: bool = False
    papers: int = 0


@dataclass(frozen=True)
class Proposed:
    """All that the steps of a proposal may know."""

    wanted: tuple[Wanted, ...] = ()
    total: int = 0
    left: int = 0
    own: bool = False
    request: str = ""


def something_proposed(known: Proposed, /, *, on: date) -> Finding[bool]:
    """Có nội dung đề nghị."""
    return Finding(bool(known.wanted), "Đề nghị chưa có nội dung nào; hãy chọn một mục của hồ sơ để ghi.", PROPOSING)


def everything_fits(known: Proposed, /, *, on: date) -> Finding[bool]:
    """Mọi nội dung đã ghi đúng và đủ."""
    wrong = [one.label for one in known.wanted if not one.fits]
    return Finding(not wrong, f"Còn nội dung chưa ghi đủ hoặc ghi chưa đúng: {'; '.join(wrong)}.", PROPOSING)


def proven(known: Proposed, /, *, on: date) -> Finding[bool]:
    """Có giấy tờ chứng minh where the group asks for it."""
    bare = [one.label for one in known.wanted if one.needs_proof and not one.papers]
    says = f"Cần kèm ảnh chụp hoặc tệp giấy tờ chứng minh cho: {'; '.join(bare)}."
    return Finding(not bare, says, PROPOSING)


def nothing_decided(known: Proposed, /, *, on: date) -> Finding[bool]:
    """Chưa nội dung nào được giải quyết."""
    says = "Đã có nội dung được giải quyết nên không rút cả đề nghị được nữa; hãy chờ kết quả các nội dung còn lại."
    return Finding(known.left == known.total, says, PROPOSING)


def not_ones_own(known: Proposed, /, *, on: date) -> Finding[bool]:
    """Không tự giải quyết đề nghị của chính mình."""
    says = "Đây là đề nghị về hồ sơ của chính bạn; hãy nhờ người khác có quyền quản lý hồ sơ giải quyết."
    return Finding(not known.own, says, PROPOSING)


def request_told(known: Proposed, /, *, on: date) -> Finding[bool]:
    """Nêu rõ cần bổ sung gì."""
    says = "Chưa ghi cần bổ sung gì; hãy nêu một lần cho đủ để người đề nghị không phải làm lại nhiều lần."
    return Finding(bool(known.request.strip()), says, PROPOSING)


def nothing_left(known: Proposed, /, *, on: date) -> Finding[bool]:
    """Mọi nội dung đã được giải quyết."""
    return Finding(known.left == 0, f"Còn {known.left} nội dung chưa giải quyết.", PROPOSING)


def fit_proposed(
    act: str, kind: Group, told: Mapping[str, Any], since: str, *, on: date
) -> tuple[dict[str, Any], Faults]:
    """Nội dung đề nghị có hợp lệ không: the values to keep, and one sentence for each field that is wrong."""
    faults = _fault_of_day(act, kind, since, on=on)
    if act == "none":
        if not kind.may_be_none:
            faults[""] = f"Mục “{kind.label}” không thể ghi “không có”; hãy ghi nội dung."
        return {}, faults
    if act == "end":
        return {}, faults
    kept, wrong = checked(kind, told)
    return kept, {**wrong, **_further_faults(kind, kept, on=on), **faults}


def needs_day(act: str, kind: Group) -> bool:
    """Whether the proposal itself says from which day: where the group's own fields do not."""
    return (
        act in ("end", "none") or act in ("change", "file") and not kind.begins and kind.name not in ("study", "basics")
    )


def _fault_of_day(act: str, kind: Group, since: str, *, on: date) -> Faults:
    if not needs_day(act, kind):
        return {}
    if not since:
        return {"since": "Chưa ghi từ ngày nào; hãy ghi ngày bắt đầu."} if act in ("end", "change") else {}
    if len(since) != 10 or not is_partial_day(since):
        return {"since": "Ngày này cần đủ ngày, tháng, năm, ví dụ 10/04/2016."}
    return {}


def _further_faults(kind: Group, kept: Mapping[str, Any], *, on: date) -> Faults:
    """What the first lines of a file and a degree ask for beyond their fields."""
    faults: Faults = {}
    awarded, name = kept.get("awarded"), str(kept.get("full_name", ""))
    if kind.name == "study" and awarded and awarded > on.isoformat()[: len(awarded)]:
        faults["awarded"] = "Ngày cấp còn ở phía trước; hãy gửi sau khi văn bằng, chứng chỉ được cấp."
    if kind.name == "study" and awarded and kept.get("started", "") > awarded:
        faults["awarded"] = "Ngày cấp trước khi bắt đầu học; đề nghị kiểm tra lại hai ngày này."
    if kind.name == "basics" and name and (len(name.split()) < 2 or any(sign.isdigit() for sign in name)):
        faults["full_name"] = "Họ và tên cần có ít nhất họ và tên gọi, không có chữ số; đề nghị ghi đủ."
    return faults


def day_told(told: str, *, last: bool = False) -> date | None:
    """The day that a partial day stands for: its first, or its last."""
    if not told:
        return None
    year, month, day = ([int(part) for part in told.split("-")] + [0, 0])[:3]
    if day or not last:
        return date(year, month or 1, day or 1)
    return date(year, month or 12, monthrange(year, month or 12)[1])
