"""What happened to units, posts and standards."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class AdministrativeListsLoaded:
    """Đã nạp danh mục đơn vị hành chính."""

    old_units: int
    new_units: int
    kept_units: int
    successions: int
    unjoined_units: int
    unjoined_names: int


@dataclass(frozen=True)
class UnitFounded:
    """Đơn vị đã thành lập."""

    unit_id: int
    name: str
    parent_id: int | None
    ground: str


@dataclass(frozen=True)
class UnitRenamed:
    """Đơn vị đã đổi tên."""

    unit_id: int
    before: str
    after: str
    ground: str


@dataclass(frozen=True)
class UnitMoved:
    """Đơn vị đã chuyển sang trực thuộc đơn vị khác."""

    unit_id: int
    parent_before: int | None
    parent_after: int
    ground: str


@dataclass(frozen=True)
class UnitDissolved:
    """Đơn vị đã giải thể."""

    unit_id: int
    name: str
    successors: tuple[int, ...]
    ground: str


@dataclass(frozen=True)
class PostCreated:
    """Vị trí việc làm đã lập."""

    unit_id: int
    post_id: int
    title: str
    seats: int
    ground: str


@dataclass(frozen=True)
class StandardSet:
    """Tiêu chuẩn trình độ của vị trí đã đặt."""

    unit_id: int
    post_id: int
    subject: str
    before: int | None
    after: int
    basis: str


@dataclass(frozen=True)
class PostAbolished:
    """Vị trí việc làm đã bãi bỏ."""

    unit_id: int
    post_id: int
    title: str
    ends_on: date
    ground: str
