"""Opening, moving, pausing and closing duties; each is called inside the action that causes it, in its transaction."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Case, QuerySet, Value, When

from congvu.kernel.agenda import Actor, Duty, Holder, timing
from congvu.kernel.agenda.models import Obligation, ObligationMove, ObligationPause
from congvu.kernel.agenda.states import Ending
from congvu.kernel.calendar import Limit
from congvu.kernel.calendar.queries import calendars_of
from congvu.law import Citation


def open_duty(duty: Duty, *, by: Actor, on: date) -> Obligation:
    """Mở việc: somebody owes something by a time; the same duty opened twice stays as it was."""
    open_duties([duty], by=by, on=on)
    return _of(duty.kind, duty.case, duty.holder).order_by("-pk")[:1].get()


def open_duties(duties: Sequence[Duty], *, by: Actor, on: date) -> None:
    """Mở nhiều việc, in one statement; those that are open already stay as they were."""
    calendars = calendars_of(duty.holder.unit_id for duty in duties)
    known: dict[tuple[object, ...], tuple[datetime, timing.Trace]] = {}
    rows = []
    for duty in duties:
        calendar = calendars[duty.holder.unit_id]
        asked = (id(calendar), duty.since, duty.by_when, duty.why, duty.cites)
        if asked not in known:
            found = timing.first_due(duty, calendar)
            known[asked] = found.due_at, timing.written(found.trace)
        rows.append(_row(duty, *known[asked], by=by, on=on))
    Obligation.objects.bulk_create(rows, ignore_conflicts=True)


def _row(duty: Duty, due_at: datetime, trace: timing.Trace, *, by: Actor, on: date) -> Obligation:
    holder = duty.holder
    return Obligation(
        kind=duty.kind,
        case=duty.case,
        title=duty.title[:300],
        address=duty.address,
        unit_id=holder.unit_id,
        user_id=holder.user_id,
        person_id=holder.person_id,
        asked_by_id=by.user_id,
        permission=duty.permission,
        since=on,
        counted_from=duty.since,
        limit=f"{duty.by_when.amount} {duty.by_when.unit.value}" if isinstance(duty.by_when, Limit) else "",
        promised_at=due_at,
        due_at=due_at,
        trace=trace,
    )


@transaction.atomic
def move(
    kind: str, case: str, *, to: datetime, because: str, cites: Citation | None = None, by: Actor, on: date,
    holder: Holder | None = None,
) -> int:  # fmt: skip
    """Dời hạn: the open duties of the case are due at another time; the old one stays written. How many moved."""
    found = _locked(kind, case, holder)
    ObligationMove.objects.bulk_create(
        ObligationMove(
            obligation=owed,
            moved_on=on,
            moved_by=by.name,
            from_due_at=owed.due_at,
            to_due_at=to,
            reason=because,
            cites=str(cites or ""),
        )
        for owed in found
    )
    for owed in found:
        owed.trace = [*owed.trace, timing.moved_line(owed, to, because, cites, on=on).as_dict()]
        owed.due_at, owed.promised_at, owed.limit = to, to, ""
        owed.counted_from = timing.start_of(on)
    Obligation.objects.bulk_update(found, ["trace", "due_at", "promised_at", "limit", "counted_from"])
    return len(found)


@transaction.atomic
def pause(
    kind: str, case: str, *, at: datetime, because: str, cites: Citation | None = None, holder: Holder | None = None
) -> int:
    """Tạm dừng tính thời hạn by a legal reason; a duty that stands still already stays as it is. How many stopped."""
    found = [owed for owed in _locked(kind, case, holder) if owed.paused_since is None]
    ObligationPause.objects.bulk_create(
        ObligationPause(obligation=owed, since=at, reason=because, cites=str(cites or "")) for owed in found
    )
    return Obligation.objects.filter(pk__in=[owed.pk for owed in found]).update(paused_since=at)


@transaction.atomic
def resume(kind: str, case: str, *, at: datetime, holder: Holder | None = None) -> int:
    """Tính tiếp thời hạn: the paused span moves the due time on, never back. How many run again."""
    found = [owed for owed in _locked(kind, case, holder) if owed.paused_since is not None]
    pauses = ObligationPause.objects.filter(obligation__in=found)
    pauses.filter(until=None).update(until=at)
    stops: dict[int, list[ObligationPause]] = {}
    for stop in pauses.order_by("since", "pk"):
        stops.setdefault(stop.obligation_id, []).append(stop)
    calendars = calendars_of(owed.unit_id for owed in found)
    for owed in found:
        due = timing.paused_due(owed, stops[owed.pk], calendars[owed.unit_id])
        counted = timing.written(due.trace)
        kept = [] if owed.limit else [line for line in owed.trace if line not in counted]
        owed.due_at, owed.paused_since, owed.trace = due.due_at, None, [*kept, *counted]
    Obligation.objects.bulk_update(found, ["due_at", "paused_since", "trace"])
    return len(found)


def close(kind: str, case: str, *, on: date, holder: Holder | None = None) -> int:
    """Đóng việc: what was owed is done, on time up to the end of the due day. How many duties that closed."""
    in_time = When(due_at__gte=timing.start_of(on), then=Value(Ending.ON_TIME))
    stopped_in_time = When(paused_since__isnull=False, then=Value(Ending.ON_TIME))
    how = Case(in_time, stopped_in_time, default=Value(Ending.LATE))
    return _of(kind, case, holder).filter(closed_on=None).update(closed_on=on, ending=how)


def withdraw(kind: str, case: str, *, on: date, holder: Holder | None = None) -> int:
    """Rút việc: it is no longer owed, because its case went another way. How many duties that ended."""
    return _of(kind, case, holder).filter(closed_on=None).update(closed_on=on, ending=Ending.WITHDRAWN)


def _of(kind: str, case: str, holder: Holder | None) -> QuerySet[Obligation]:
    found = Obligation.objects.filter(kind=kind, case=case)
    if holder is None:
        return found
    return found.filter(unit=holder.unit_id, user=holder.user_id, person=holder.person_id)


def _locked(kind: str, case: str, holder: Holder | None) -> list[Obligation]:
    found = _of(kind, case, holder).filter(closed_on=None)
    return list(found.select_for_update().order_by("pk"))
