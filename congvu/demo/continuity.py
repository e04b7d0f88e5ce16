"""People of today's commune who came from seats that had fallen free in the bodies before it."""

from dataclasses import dataclass
from datetime import date, timedelta

from congvu.demo.lives import Life, Stay, lives
from congvu.demo.moves import APPOINT, TRANSFER, moves
from congvu.demo.plan import Plan
from congvu.demo.units import Seat

_LEAST = timedelta(days=300)  # a shorter stay is not worth telling


@dataclass(frozen=True)
class _Free:
    """Chỗ trống: a seat of the old bodies from the month after its holder retired."""

    seat: Seat
    since: date

    def suits(self, life: Life) -> bool:
        """Whether the person, who served already, could have taken it: not as a leader who is none today."""
        post = self.seat.post
        fit = post.sex in ("", life.sex) and not post.young and post.staff == life.seat.post.staff
        return fit and (life.seat.leads or not self.seat.leads) and life.served_since < self.since


def come_from(plan: Plan, before: Plan, people: list[Life]) -> None:
    """Đưa người sang: a seat that fell free before the bodies ended was held until then by somebody of today."""
    waiting = _fallen_free(before)
    for life in people:
        taken = next((free for free in waiting if free.suits(life)), None)
        if taken:
            waiting.remove(taken)
            kind = APPOINT if taken.seat.leads else TRANSFER
            life.stays.insert(0, Stay(taken.seat, taken.since, plan.begins, kind))


def _fallen_free(before: Plan) -> list[_Free]:
    found = []
    for life in lives(before, moves(before)):
        since = (life.left.replace(day=1) + timedelta(days=32)).replace(day=1)
        if not life.gone and life.seat.in_commune and before.day < since < before.ends - _LEAST:
            found.append(_Free(life.seat, since))
    return found
