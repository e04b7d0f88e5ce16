"""What happens to a proposal and to a round of updating; which groups and fields, never their values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ProposalSent:
    """Gửi đề nghị cập nhật hồ sơ: a person asks to have groups of his own file changed."""

    person_id: int
    proposal_id: int
    groups: tuple[str, ...]


@dataclass(frozen=True)
class ProposalReturned:
    """Trả lại đề nghị cập nhật hồ sơ: the person is asked, once and completely, for what is missing."""

    person_id: int
    proposal_id: int
    request: str


@dataclass(frozen=True)
class ProposalWithdrawn:
    """Rút đề nghị cập nhật hồ sơ: the person asks for it no longer."""

    person_id: int
    proposal_id: int


@dataclass(frozen=True)
class ProposedItemAccepted:
    """Duyệt nội dung đề nghị: one proposed change entered the file."""

    person_id: int
    proposal_id: int
    item_id: int
    group: str
    act: str


@dataclass(frozen=True)
class ProposedItemRefused:
    """Không duyệt nội dung đề nghị: one proposed change stays out of the file."""

    person_id: int
    proposal_id: int
    item_id: int
    group: str
    reason: str


@dataclass(frozen=True)
class UpdateRoundOpened:
    """Mở đợt cập nhật hồ sơ: everybody of some units looks through some groups by a day."""

    unit_id: int
    round_id: int
    units: tuple[int, ...]
    groups: tuple[str, ...]
    due_on: date


@dataclass(frozen=True)
class UpdateRoundReminded:
    """Nhắc đợt cập nhật hồ sơ: whoever has not answered is told once more."""

    unit_id: int
    round_id: int
    people: int


@dataclass(frozen=True)
class UpdateRoundClosed:
    """Đóng đợt cập nhật hồ sơ: no more answers are taken."""

    unit_id: int
    round_id: int


@dataclass(frozen=True)
class RoundAnswered:
    """Trả lời đợt cập nhật hồ sơ: a person says that a group is right, or proposes a change."""

    person_id: int
    round_id: int
    group: str
    word: str
