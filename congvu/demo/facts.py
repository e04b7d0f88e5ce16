"""What the loading of the demonstration records leaves in the audit."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemonstrationLoaded:
    """Đã nạp dữ liệu mẫu của một địa phương."""

    unit_id: int
    people: int
    posts: int
    accounts: int
