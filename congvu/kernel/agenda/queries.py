"""Every read of the agenda: my duties, the board of due times, the overdue, and how many were done on time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, CharField, Count, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import TruncDate

from congvu.kernel.access import Officer
from congvu.kernel.access.models import User
from congvu.kernel.agenda.models import Obligation, Urge
from congvu.kernel.agenda.states import SOON_DAYS, Ending, State
from congvu.kernel.agenda.timing import start_of
from congvu.kernel.calendar import ZONE

VIEW_BOARD = "agenda.view_board"
OVERSEE = "agenda.oversee_duties"
"""Sees what every unit of the branch owes, beside what it may do itself."""

MOST = 100
"""So many duties at most stand on the home page, and are counted in the top bar."""

_NOBODY = Q(pk__in=[])
_UNITS = Q(user=None, person=None)


@dataclass(frozen=True)
class Inbox:
    """Việc của tôi: what I owe, the most urgent first; what others owe me; and whether there is more."""

    duties: list[Any]
    waiting: list[Any]
    more: bool


@dataclass(frozen=True)
class Timeliness:
    """Đúng hạn: how many duties ended in a span, and how many of them in time."""

    on_time: int
    late: int

    @property
    def rate(self) -> float | None:
        """Tỷ lệ đúng hạn, in percent; nothing ended has no rate."""
        ended = self.on_time + self.late
        return 100 * self.on_time / ended if ended else None


def owed_by(officer: Officer) -> QuerySet[Obligation]:
    """Việc đang mở mà cán bộ phải làm, the most urgent first."""
    return _open().filter(_own(officer)).order_by("due_at", "pk")


def mine(officer: Officer, *, size: int = MOST) -> Inbox:
    """Việc của tôi: open duties that are mine to do, and open ones that I wait for."""
    owed = list(_as_read(owed_by(officer))[: size + 1])
    asked = _open().filter(asked_by_id=officer.user_id).exclude(_own(officer))
    waiting = list(_as_read(asked)[:size]) if officer.user_id else []
    return Inbox(owed[:size], waiting, more=len(owed) > size)


def pressing(officer: Officer, *, on: date) -> int:
    """Bao nhiêu việc quá hạn và đến hạn hôm nay; counted up to a hundred."""
    tomorrow = start_of(on + timedelta(days=1))
    return owed_by(officer).filter(paused_since=None, due_at__lt=tomorrow).order_by()[:MOST].count()


def visible_to(officer: Officer) -> QuerySet[Obligation]:
    """Việc được xem: mine, those I wait for, and what the units in my charge owe; a person's own are his alone."""
    overseen = _UNITS & _under(officer.paths_for(OVERSEE))
    return Obligation.objects.filter(_own(officer) | overseen | _asked(officer))


def board(officer: Officer, *, on: date) -> QuerySet[Obligation]:
    """Việc trên bảng hạn việc, as of the day: those given by then, each with where it stands."""
    return with_state(visible_to(officer).filter(since__lte=on), on=on)


def with_state(duties: QuerySet[Obligation], *, on: date) -> QuerySet[Any]:
    """Each duty with where it stands on the day, and the day on which it is due."""
    ended = Q(closed_on__lte=on)
    return duties.annotate(
        due_on=TruncDate("due_at", tzinfo=ZONE),
        state=Case(
            When(ended & Q(ending=Ending.ON_TIME), then=Value(State.ON_TIME)),
            When(ended & Q(ending=Ending.LATE), then=Value(State.LATE)),
            When(ended, then=Value(State.WITHDRAWN)),
            When(paused_since__isnull=False, then=Value(State.PAUSED)),
            When(due_at__lt=start_of(on), then=Value(State.OVERDUE)),
            When(due_at__lt=start_of(on + timedelta(days=SOON_DAYS + 1)), then=Value(State.SOON)),
            default=Value(State.AHEAD),
            output_field=CharField(),
        ),
    )


def still_open(*, on: date) -> Q:
    """Còn mở vào ngày này."""
    return Q(closed_on=None) | Q(closed_on__gt=on)


def by_day(duties: QuerySet[Any], first: date, last: date, *, on: date) -> dict[date, int]:
    """Số việc đến hạn từng ngày, from the first day to the last."""
    within = Q(due_at__gte=start_of(first), due_at__lt=start_of(last + timedelta(days=1)))
    found = duties.filter(still_open(on=on), within, paused_since=None)
    counted = found.order_by("due_on").values("due_on").annotate(many=Count("pk"))
    return {row["due_on"]: row["many"] for row in counted}


def groups(*, on: date) -> dict[str, Q]:
    """Các nhóm của bảng hạn việc: what is overdue, due today, this week, later, stands still; done since New Year."""
    week = on + timedelta(days=6 - on.weekday())
    running = still_open(on=on) & Q(paused_since=None)
    done = Q(closed_on__gte=date(on.year, 1, 1), closed_on__lte=on)
    return {
        "overdue": running & Q(due_at__lt=start_of(on)),
        "today": running & _due(on, on),
        "week": running & _due(on + timedelta(days=1), week),
        "later": running & Q(due_at__gte=start_of(week + timedelta(days=1))),
        "paused": still_open(on=on) & Q(paused_since__isnull=False),
        "on_time": done & Q(ending=Ending.ON_TIME),
        "late": done & Q(ending=Ending.LATE),
    }


def by_unit(duties: QuerySet[Any], *, on: date) -> list[dict[str, Any]]:
    """Từng đơn vị nợ bao nhiêu trong mỗi nhóm."""
    tallied = {name: Count("pk", filter=condition) for name, condition in groups(on=on).items()}
    wanted = duties.filter(still_open(on=on) | Q(closed_on__gte=date(on.year, 1, 1)))
    return list(wanted.order_by("unit_id").values("unit_id").annotate(**tallied))


def _due(first: date, last: date) -> Q:
    return Q(due_at__gte=start_of(first), due_at__lt=start_of(last + timedelta(days=1)))


def overdue(*, on: date) -> QuerySet[Obligation]:
    """Việc quá hạn trong phạm vi, the longest overdue first."""
    late = Q(due_at__lt=start_of(on), since__lte=on, paused_since=None)
    return Obligation.objects.filter(still_open(on=on), late).order_by("due_at", "pk")


def ended(paths: Iterable[str], first: date, last: date, *, kind: str = "") -> QuerySet[Obligation]:
    """Việc đã xong trong khoảng ngày, in the branches: the rows behind the rate."""
    found = Obligation.objects.filter(_under(paths), closed_on__range=(first, last)).exclude(ending=Ending.WITHDRAWN)
    return found.filter(kind=kind) if kind else found


def timeliness(paths: Iterable[str], first: date, last: date, *, kind: str = "") -> Timeliness:
    """Tỷ lệ đúng hạn của các nhánh trong khoảng ngày."""
    in_time = Count("pk", filter=Q(ending=Ending.ON_TIME))
    found = ended(paths, first, last, kind=kind).aggregate(in_time=in_time, every=Count("pk"))
    return Timeliness(found["in_time"], found["every"] - found["in_time"])


def _open() -> QuerySet[Obligation]:
    return Obligation.objects.filter(closed_on=None)


def _own(officer: Officer) -> Q:
    """Mine to do: my unit's where my role allows it, my account's, my person's."""
    units = _NOBODY
    for grant in officer.grants:
        units |= _UNITS & _under([grant.path]) & Q(permission__in=sorted(grant.role.permissions))
    if officer.user_id is None:
        return units
    me = User.objects.filter(pk=officer.user_id, person__isnull=False).values("person_id")[:1]
    return units | Q(user_id=officer.user_id) | Q(person_id=Subquery(me))


def _under(paths: Iterable[str]) -> Q:
    """In the branches: written as a range of text, which an index answers under row security."""
    within = _NOBODY
    for path in paths:
        within |= Q(branch__gte=f"{path}.", branch__lt=f"{path}/")
    return within


def _asked(officer: Officer) -> Q:
    return Q(asked_by_id=officer.user_id) if officer.user_id else _NOBODY


def _as_read(duties: QuerySet[Obligation]) -> QuerySet[Any]:
    urged = Urge.objects.filter(obligation=OuterRef("pk")).order_by("-urged_on", "-pk")
    return duties.annotate(
        urged_on=Subquery(urged.values("urged_on")[:1]), urged_by=Subquery(urged.values("urged_by")[:1])
    ).order_by("due_at", "pk")
