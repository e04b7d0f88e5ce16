"""Nhắc việc: each morning of a working day one digest for each account; an urging at once; nothing twice, none lost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from congvu.kernel import scope
from congvu.kernel.access import Officer
from congvu.kernel.access.models import User
from congvu.kernel.agenda import AlreadyUrged, messages
from congvu.kernel.agenda.channels import Channel, NotDelivered, channels
from congvu.kernel.agenda.models import Obligation, Reminder, ReminderChoice, Urge
from congvu.kernel.agenda.recipients import recipients
from congvu.kernel.agenda.states import Delivery, Occasion
from congvu.kernel.agenda.timing import start_of
from congvu.kernel.audit import record
from congvu.kernel.calendar import WorkingCalendar, local, working_days_left
from congvu.kernel.calendar.queries import calendar_of, calendars_of

URGE = "agenda.urge_duty"
DAYS_BEFORE = (5, 3, 1, 0)
USUAL_DAYS = [3, 1, 0]
MORNING, EVENING = time(7), time(18)
TRIES = 8
_LOOK_AHEAD = timedelta(days=21)


@dataclass(frozen=True)
class DutyUrged:
    """Đôn đốc: a head urged whoever owes an overdue duty."""

    unit_id: int
    obligation: int
    title: str


@transaction.atomic
def plan(*, on: date) -> int:
    """Xếp bản nhắc của ngày: every overdue duty, and those due in as many working days as the account chose.

    Planning twice changes nothing; on a day that is not worked nothing is planned. How many reminders that made.
    """
    if not calendar_of(None).day(on).works or Reminder.objects.filter(day=on, occasion=Occasion.DIGEST).exists():
        return 0
    until = start_of(on) + _LOOK_AHEAD
    owed = Obligation.objects.filter(closed_on=None, paused_since=None, due_at__lt=until, since__lte=on)
    duties = list(owed.order_by("due_at", "pk"))
    calendars = calendars_of(duty.unit_id for duty in duties)
    left = {
        duty.pk: -1
        if local(duty.due_at).date() < on
        else working_days_left(duty.due_at, calendars[duty.unit_id], on=on)
        for duty in duties
    }
    return _keep(duties, day=on, occasion=Occasion.DIGEST, left=left)


def _left(duty: Obligation, calendar: WorkingCalendar, *, on: date) -> int:
    late = local(duty.due_at).date() < on
    return -1 if late else working_days_left(duty.due_at, calendar, on=on)


def _keep(duties: Sequence[Obligation], *, day: date, occasion: str, left: dict[int, int], said: str = "") -> int:
    told = recipients(duties, on=day)
    users = {user.pk for found in told.values() for user in found}
    chosen = {choice.user_id: choice for choice in ReminderChoice.objects.filter(user__in=users).order_by("pk")}
    rows = [
        Reminder(obligation=duty, user=user, day=day, channel=channel.name, occasion=occasion, said=said)
        for duty in duties
        for user in told[duty.pk]
        for channel in _wanted(user, chosen.get(user.pk), left[duty.pk])
    ]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _wanted(user: User, choice: ReminderChoice | None, left: int) -> Iterable[Channel]:
    days = choice.days_before if choice else USUAL_DAYS
    if (choice and choice.off) or (left >= 0 and left not in days):
        return []
    return [one for one in channels() if one.reaches(user) and (choice is None or one.name in choice.channels)]


def send_waiting(*, at: datetime) -> int:
    """Gửi: one message for each account, channel and occasion; a refusal is kept for later and holds nobody up.

    Whoever sends holds the rows while it does, and a second worker passes over them. How many messages went out.
    """
    paths, sent = scope.tops(), 0
    with scope.within(paths):
        each = ("user_id", "channel", "day", "occasion")
        letters = list(_due(at).order_by(*each).values_list(*each).distinct())
    for user_id, channel, day, occasion in letters:
        with scope.within(paths):
            sent += _send(at, user_id, channel, day, occasion)
    return sent


def _due(at: datetime) -> QuerySet[Reminder]:
    return Reminder.objects.filter(Q(try_after=None) | Q(try_after__lte=at), state=Delivery.WAITING)


def _send(at: datetime, user_id: int, channel: str, day: date, occasion: str) -> bool:
    mine = _due(at).filter(user_id=user_id, channel=channel, day=day, occasion=occasion)
    rows = list(mine.select_for_update(skip_locked=True, of=("self",)).select_related("user").order_by("pk"))
    if not rows:
        return False
    owed = Obligation.objects.in_bulk([row.obligation_id for row in rows])
    for row in rows:
        row.obligation = owed[row.obligation_id]
    live = [row for row in rows if row.obligation.closed_on is None]
    try:
        if live:
            _channel(channel).send(messages.digest(live))
    except NotDelivered as refused:
        _put_off(rows, str(refused), at=at)
        return False
    Reminder.objects.filter(pk__in=[row.pk for row in rows]).update(state=Delivery.SENT, tries=rows[0].tries + 1)
    return bool(live)


def _put_off(rows: Sequence[Reminder], said: str, *, at: datetime) -> None:
    """Later and later; after the last try it stays written that it did not go out, and what the server said."""
    tries = rows[0].tries + 1
    state = Delivery.FAILED if tries >= TRIES else Delivery.WAITING
    later = at + timedelta(minutes=5 * 2 ** min(tries, 6))
    kept = Reminder.objects.filter(pk__in=[row.pk for row in rows])
    kept.update(state=state, tries=tries, try_after=later, answer=said[:300])


def _channel(name: str) -> Channel:
    return next(one for one in channels() if one.name == name)


@transaction.atomic
def urge(owed: Obligation, *, by: Officer, on: date) -> int:
    """Đôn đốc: whoever owes an overdue duty is reminded now, at most once a day; how many reminders that made.

    Raises AlreadyUrged, NotPermitted.
    """
    by.demand(URGE, over=owed.unit_id, on=on)
    owed = Obligation.objects.select_for_update(of=("self",)).get(pk=owed.pk)
    if owed.closed_on is not None or owed.paused_since is not None or local(owed.due_at).date() >= on:
        raise AlreadyUrged("Việc này không quá hạn nên không cần nhắc.")
    if Urge.objects.filter(obligation=owed, urged_on=on).exists():
        raise AlreadyUrged("Hôm nay việc này đã được nhắc; mỗi việc chỉ nhắc một lần trong ngày, mai có thể nhắc lại.")
    Urge.objects.create(obligation=owed, urged_on=on, urged_by=by.name)
    record(DutyUrged(owed.unit_id, owed.pk, owed.title), by=by, on=on)
    return _keep([owed], day=on, occasion=Occasion.URGE, left={owed.pk: -1}, said=by.name)
