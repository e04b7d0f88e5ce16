"""A fact that holds for a span of days, and the constraint that keeps spans apart."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange

if TYPE_CHECKING:
    _Comparison = models.Lookup[DateRange]
else:
    _Comparison = models.Lookup


def span(start: date | None, end: date | None = None) -> DateRange:
    """Khoảng hiệu lực: from `start` (in) to `end` (out); an open end is None."""
    return DateRange(start, end)


@DateRangeField.register_lookup
class HoldsOn(_Comparison):
    """Có hiệu lực vào ngày: what @> says, worded so that the planner takes it for likely.

    Under row security it may not look at what it knows of spans, takes @> for one row in two hundred, and reads
    everything in order to sort that little.
    """

    lookup_name = "holds_on"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The span contains the day; a span is never null."""
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"coalesce({left} @> {right}::date, false)", (*left_params, *right_params)


class TemporalQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> Self:
        """Those that hold on the day."""
        return self.filter(valid__holds_on=day)


class TemporalRecord(models.Model):
    """Bản ghi có hiệu lực: true for `valid` = [from, to), never overwritten."""

    valid = DateRangeField("hiệu lực")

    objects = TemporalQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def starts_on(self) -> date | None:
        """The first day on which it holds."""
        return self.valid.lower  # type: ignore[no-any-return]

    @property
    def last_on(self) -> date | None:
        """The last day on which it holds, or None while it is open."""
        end: date | None = self.valid.upper
        return None if end is None else date.fromordinal(end.toordinal() - 1)


def no_overlap(*fields: str, name: str, says: str, when: models.Q | None = None) -> ExclusionConstraint:
    """At most one record per `fields` on any day."""
    expressions: list[Any] = [(field, RangeOperators.EQUAL) for field in fields]
    return ExclusionConstraint(
        name=name,
        expressions=[*expressions, ("valid", RangeOperators.OVERLAPS)],
        condition=when,
        violation_error_message=says,
    )
