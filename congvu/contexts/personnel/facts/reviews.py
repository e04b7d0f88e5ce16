"""What happened in a round of review of files."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class FileReviewOpened:
    """Mở đợt rà soát hồ sơ: units were asked to complete the files of their people by a day."""

    unit_id: int
    review_id: int
    title: str
    units: int
    due_on: date


@dataclass(frozen=True)
class FileReviewReported:
    """Báo cáo rà soát hồ sơ: a unit says that it has reviewed its files, with where they stand."""

    unit_id: int
    review_id: int
    filled: int
    asked: int


@dataclass(frozen=True)
class FileReviewExtended:
    """Dời hạn đợt rà soát hồ sơ: those who have not reported have until another day."""

    unit_id: int
    review_id: int
    due_on: date
    reason: str


@dataclass(frozen=True)
class FileReviewClosed:
    """Kết thúc đợt rà soát hồ sơ: nobody owes a report of it any more."""

    unit_id: int
    review_id: int
    reported: int
    units: int
