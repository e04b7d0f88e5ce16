"""What happened to the cohorts that an office keeps."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class CohortSaved:
    """Lập nhóm nguồn cán bộ: conditions were kept under a name."""

    unit_id: int
    cohort_id: int
    name: str
    asks: str
    conditions: dict[str, Any]


@dataclass(frozen=True)
class CohortRenamed:
    """Đổi tên nhóm nguồn cán bộ: the same conditions under another name."""

    unit_id: int
    cohort_id: int
    before: str
    after: str


@dataclass(frozen=True)
class CohortChanged:
    """Đổi điều kiện nhóm nguồn cán bộ: what was asked before, what is asked now."""

    unit_id: int
    cohort_id: int
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class CohortWithdrawn:
    """Thôi dùng nhóm nguồn cán bộ: it stays readable and stands in no list of those in use."""

    unit_id: int
    cohort_id: int
    name: str
