"""Rounds in which offices review their files: which there are, and where each unit of one stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import FileReview, FileReviewUnit
from congvu.contexts.personnel.queries.completeness import Standing, share, standings
from congvu.kernel.access import Officer
from congvu.kernel.scope.models import UnitIdentity

MANAGE, ANSWER = "personnel.manage_reviews", "personnel.answer_review"


@dataclass(frozen=True)
class Progress:
    """Một đơn vị trong đợt: how complete its files were when the round opened, and are now or were at its report."""

    asked_of: FileReviewUnit
    name: str
    now: Standing

    @property
    def pk(self) -> int:
        """The key of the row."""
        return self.asked_of.pk

    @property
    def before(self) -> Decimal | None:
        """Phần trăm khi mở đợt."""
        return share(self.asked_of.filled_before, self.asked_of.asked_before)

    @property
    def after(self) -> Decimal | None:
        """Phần trăm khi báo cáo, else now."""
        told = self.asked_of
        if told.filled_after is None or told.asked_after is None:
            return self.now.share
        return share(told.filled_after, told.asked_after)

    @property
    def gain(self) -> Decimal | None:
        """Tăng bao nhiêu điểm phần trăm."""
        return None if self.before is None or self.after is None else self.after - self.before


def rounds(path: str) -> QuerySet[Any]:
    """Các đợt rà soát mà một nhánh mở hoặc được yêu cầu, the latest first, with units asked and reported."""
    counted = Count("units", filter=Q(units__reported_on__isnull=False))
    asked = FileReviewUnit.objects.filter(review=OuterRef("pk"), unit__path__under=path)
    concerned = FileReview.objects.filter(Q(unit__path__under=path) | Exists(asked))
    return concerned.annotate(asked=Count("units"), reported=counted).order_by("-pk")


def locked_review(review: FileReview) -> FileReview:
    """The round's row, held for this transaction."""
    found: FileReview = FileReview.objects.select_for_update().get(pk=review.pk)
    return found


def locked_unit(review: FileReview, unit: int) -> FileReviewUnit | None:
    """The unit's row of the round, held for this transaction."""
    asked = FileReviewUnit.objects.filter(review=review, unit=unit)
    return asked.select_for_update(of=("self",)).select_related("review").order_by("pk").first()


def progress(review: FileReview, *, on: date) -> list[Progress]:
    """Từng đơn vị của đợt, the most complete first, in three queries."""
    asked = list(FileReviewUnit.objects.filter(review=review).order_by("pk"))
    keys = [each.unit_id for each in asked]
    now, names = standings(keys, on=on), organisations.described(keys, on=on)
    found = [Progress(each, names[each.unit_id].name, now[each.unit_id]) for each in asked if each.unit_id in names]
    return sorted(found, key=lambda each: (-(each.after if each.after is not None else Decimal(-1)), each.name))


def answerable(review: FileReview, *, by: Officer, on: date) -> list[FileReviewUnit]:
    """Các đơn vị mà người này báo cáo thay: those that have not reported yet."""
    waiting = FileReviewUnit.objects.filter(review=review, reported_on=None).select_related("unit").order_by("pk")
    under = by.paths_for(ANSWER)
    return [each for each in waiting if any(f"{each.unit.path}.".startswith(f"{path}.") for path in under)]


def outside(unit: int, chosen: Sequence[int]) -> int:
    """How many of the chosen units do not stand under the unit."""
    under = UnitIdentity.objects.filter(pk=unit).values("path")[:1]
    return len(set(chosen)) - UnitIdentity.objects.filter(pk__in=chosen, path__under=Subquery(under)).count()


def units_to_ask(unit: Any, *, on: date) -> list[tuple[int, str]]:
    """Các đơn vị có thể yêu cầu rà soát: those directly below, else the unit itself."""
    below = [(record.unit_id, record.name) for record in organisations.children(unit, on=on)]
    return below or [(unit.pk, organisations.record_of(unit, on=on).name)]
