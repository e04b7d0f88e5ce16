"""A round of review: opened with a duty for each unit, reported by the units, moved, closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from congvu.contexts.personnel.facts.reviews import (
    FileReviewClosed,
    FileReviewExtended,
    FileReviewOpened,
    FileReviewReported,
)
from congvu.contexts.personnel.models import FileReview, FileReviewUnit
from congvu.contexts.personnel.queries import reviews as queries
from congvu.contexts.personnel.queries.completeness import standings
from congvu.kernel.access import Officer
from congvu.kernel.agenda import Duty, Holder
from congvu.kernel.agenda import actions as agenda
from congvu.kernel.audit import record
from congvu.kernel.calendar import ZONE

DUTY = "personnel.file_review"
_CLOSING = time(17)


class NotPossible(Exception):
    """The round stands otherwise than whoever acts believed; the sentence says how, and what to do."""


@dataclass(frozen=True)
class ReviewEntry:
    """Đợt rà soát được đề nghị mở."""

    title: str
    units: Sequence[int]
    due_on: date
    goal: int
    basis: str = ""


@transaction.atomic
def open_review(entry: ReviewEntry, *, unit_id: int, by: Officer, on: date) -> FileReview:
    """Mở đợt rà soát: each unit owes a report by the closing of the day. Raises NotPossible."""
    by.demand(queries.MANAGE, over=unit_id, on=on)
    if stranger := queries.outside(unit_id, entry.units):
        raise NotPossible(f"{stranger} đơn vị được chọn không trực thuộc đơn vị mở đợt; hãy chọn lại.")
    if entry.due_on <= on:
        raise NotPossible(f"Hạn báo cáo phải sau ngày {on:%d/%m/%Y}; hãy chọn ngày muộn hơn.")
    review = FileReview.objects.create(
        unit_id=unit_id,
        title=entry.title,
        basis=entry.basis,
        goal=entry.goal,
        opened_on=on,
        due_on=entry.due_on,
        opened_by=by.name,
    )
    stand = standings(entry.units, on=on)
    FileReviewUnit.objects.bulk_create(
        FileReviewUnit(
            review=review,
            unit_id=unit,
            people=stand[unit].people,
            filled_before=stand[unit].filled,
            asked_before=stand[unit].asked,
        )
        for unit in entry.units
    )
    agenda.open_duties([_duty(review, unit, on) for unit in entry.units], by=by, on=on)
    record(FileReviewOpened(unit_id, review.pk, entry.title, len(entry.units), entry.due_on), by=by, on=on)
    return review


def _duty(review: FileReview, unit: int, on: date) -> Duty:
    return Duty(
        kind=DUTY,
        case=str(review.pk),
        title=f"Rà soát hồ sơ: {review.title}",
        address=f"/ra-soat-ho-so/dot/{review.pk}/",
        holder=Holder(unit),
        since=datetime.combine(on, time(), ZONE),
        by_when=datetime.combine(review.due_on, _CLOSING, ZONE),
        permission=queries.ANSWER,
        why=f"Hạn do đơn vị mở đợt ấn định{f' theo {review.basis}' if review.basis else ''}.",
    )


@transaction.atomic
def report_review(review: FileReview, unit_id: int, *, remark: str, by: Officer, on: date) -> FileReviewUnit:
    """Báo cáo đã rà soát: where the files of the unit stand is kept, and its duty is done. Raises NotPossible."""
    by.demand(queries.ANSWER, over=unit_id, on=on)
    asked = queries.locked_unit(review, unit_id)
    if asked is None:
        raise NotPossible("Đơn vị này không có trong đợt rà soát; hãy tải lại trang.")
    if asked.reported_on is not None:
        raise NotPossible(f"{asked.reported_by} đã báo cáo ngày {asked.reported_on:%d/%m/%Y}; hãy tải lại trang.")
    if asked.review.closed_on is not None:
        raise NotPossible(f"Đợt rà soát đã kết thúc ngày {asked.review.closed_on:%d/%m/%Y}; không nhận báo cáo nữa.")
    now = standings([unit_id], on=on)[unit_id]
    asked.reported_on, asked.reported_by, asked.remark = on, by.name, remark
    asked.filled_after, asked.asked_after = now.filled, now.asked
    asked.save(update_fields=["reported_on", "reported_by", "remark", "filled_after", "asked_after"])
    agenda.close(DUTY, str(review.pk), on=on, holder=Holder(unit_id))
    record(FileReviewReported(unit_id, review.pk, now.filled, now.asked), by=by, on=on)
    return asked


@transaction.atomic
def extend_review(review: FileReview, *, due_on: date, reason: str, by: Officer, on: date) -> FileReview:
    """Dời hạn: those who have not reported have until the later day. Raises NotPossible."""
    review = _standing(review, by=by, on=on)
    if due_on <= review.due_on:
        raise NotPossible(f"Hạn mới phải sau hạn đang có, ngày {review.due_on:%d/%m/%Y}.")
    review.due_on = due_on
    review.save(update_fields=["due_on"])
    agenda.move(DUTY, str(review.pk), to=datetime.combine(due_on, _CLOSING, ZONE), because=reason, by=by, on=on)
    record(FileReviewExtended(review.unit_id, review.pk, due_on, reason), by=by, on=on)
    return review


@transaction.atomic
def close_review(review: FileReview, *, by: Officer, on: date) -> FileReview:
    """Kết thúc đợt rà soát: what was not reported is owed no longer, and stays visible as such. Raises NotPossible."""
    review = _standing(review, by=by, on=on)
    review.closed_on = on
    review.save(update_fields=["closed_on"])
    agenda.withdraw(DUTY, str(review.pk), on=on)
    asked = FileReviewUnit.objects.filter(review=review)
    reported = asked.filter(reported_on__isnull=False).count()
    record(FileReviewClosed(review.unit_id, review.pk, reported, asked.count()), by=by, on=on)
    return review


def _standing(review: FileReview, *, by: Officer, on: date) -> FileReview:
    review = queries.locked_review(review)
    by.demand(queries.MANAGE, over=review.unit_id, on=on)
    if review.closed_on is not None:
        raise NotPossible(f"Đợt rà soát đã kết thúc ngày {review.closed_on:%d/%m/%Y}; hãy tải lại trang.")
    return review
