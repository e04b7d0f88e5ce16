"""What happened to the groups and papers of a file."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ItemFiled:
    """Ghi mục hồ sơ: a group of the file says something from a day; which fields, never their values."""

    person_id: int
    item_id: int
    group: str
    fields: tuple[str, ...]
    since: date | None
    source: str


@dataclass(frozen=True)
class ItemChanged:
    """Thay đổi mục hồ sơ: what an item says is other from a day on."""

    person_id: int
    item_id: int
    group: str
    fields: tuple[str, ...]
    since: date
    source: str


@dataclass(frozen=True)
class ItemCorrected:
    """Đính chính mục hồ sơ: an item was wrong from its beginning; the wrong one stays readable."""

    person_id: int
    item_id: int
    group: str
    fields: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class ItemEnded:
    """Kết thúc mục hồ sơ: what an item says holds no longer from a day."""

    person_id: int
    item_id: int
    group: str
    until: date


@dataclass(frozen=True)
class ItemWithdrawn:
    """Rút mục hồ sơ: an item proved wrong and counts for nothing."""

    person_id: int
    item_id: int
    group: str
    reason: str


@dataclass(frozen=True)
class PaperFiled:
    """Đưa giấy tờ vào hồ sơ: a paper of a kind was added, with the hash of its bytes."""

    person_id: int
    paper_id: int
    kind: str
    sha256: str


@dataclass(frozen=True)
class PaperWithdrawn:
    """Rút giấy tờ khỏi hồ sơ: a paper counts no longer."""

    person_id: int
    paper_id: int
    kind: str
    reason: str
