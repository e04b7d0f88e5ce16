"""How each seat came to its holder in the years counted: appointments, transfers, rotations, changes, recruits.

Every move is one link of a chain (a leader goes, a specialist rises, a recruit follows) or of a ring (two or three
people exchange their seats on one day), so that no seat ever holds two people.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from congvu.demo.plan import Plan
from congvu.demo.units import Seat

RECRUIT, APPOINT, TRANSFER, ROTATE, CHANGE = "recruit", "appoint", "transfer", "rotate", "change_position"
_NOT_APPOINTED = ("Bí thư Quận ủy", "Phó Bí thư Thường trực Quận ủy", "Chủ tịch Ủy ban nhân dân")


@dataclass(frozen=True)
class Arrival:
    """Nhận vị trí: how and when the holder of a seat came, and from which seat; recruits come from none."""

    kind: str
    on: date
    origin: Seat | None = None


@dataclass(frozen=True)
class Leaving:
    """Rời vị trí: who held the seat until the day, retired or gone elsewhere."""

    seat: Seat
    on: date
    retired: bool


@dataclass
class Moves:
    """Biến động: arrivals by seat, and those who left."""

    arrivals: dict[str, Arrival] = field(default_factory=dict)
    leavings: list[Leaving] = field(default_factory=list)


def moves(plan: Plan) -> Moves:
    """Biến động: as many of each kind as the plan says."""
    found = Moves()
    luck = plan.luck("moves")
    taken: set[str] = set()
    for kind, rings in _rings(plan, taken, luck):
        _exchange(found, plan, kind, rings, luck)
    _rise(found, plan, taken, luck)
    _replace(found, plan, taken, luck)
    return found


def _wanted(plan: Plan, move: str) -> int:
    return plan.targets.get(move, 0)


def first_of_month(luck: Random, start: date, end: date) -> date:
    """The first day of a month between the two months, both included."""
    months = luck.randint(start.year * 12 + start.month - 1, end.year * 12 + end.month - 1)
    return date(months // 12, months % 12 + 1, 1)


def _rings(plan: Plan, taken: set[str], luck: Random) -> Iterator[tuple[str, list[list[Seat]]]]:
    seats = plan.seats
    ward_heads = _by(seats, lambda seat: seat.post.title if seat.post.rotates else "")
    deputies = [seat for seat in seats if seat.post.title == "Phó Trưởng phòng"]
    half = _wanted(plan, "rotated") // 2
    rotated = _drawn(ward_heads, [2] * (half // 2), taken, luck)
    yield ROTATE, rotated + _drawn({"": deputies}, [2] * (half - len(rotated)), taken, luck)
    vulnerable = _by(seats, lambda seat: seat.post.swaps)
    yield CHANGE, _drawn(vulnerable, _sizes(_wanted(plan, "changed_position")), taken, luck)
    others = _by(seats, lambda seat: seat.block if _plain(seat) else "")
    yield TRANSFER, _drawn(others, [2] * (_wanted(plan, "transferred") // 2), taken, luck)


def _plain(seat: Seat) -> bool:
    post = seat.post
    return post.category == "specialist" and not (post.swaps or post.sex or post.young)


def _by(seats: Iterable[Seat], group: Callable[[Seat], str]) -> dict[str, list[Seat]]:
    found = defaultdict(list)
    for seat in seats:
        if name := group(seat):
            found[name].append(seat)
    return found


def _sizes(people: int) -> list[int]:
    """Rings of two, and three of three when the number is odd."""
    return [3] * 3 + [2] * ((people - 9) // 2) if people % 2 else [2] * (people // 2)


def _drawn(groups: dict[str, list[Seat]], sizes: list[int], taken: set[str], luck: Random) -> list[list[Seat]]:
    """Rings of seats of one group and different units, the groups taking turns."""
    waiting = [luck.sample(seats, len(seats)) for seats in groups.values()]
    rings: list[list[Seat]] = []
    for turn in range(len(sizes) * 4):
        if len(rings) == len(sizes) or not waiting:
            break
        ring = _ring(waiting[turn % len(waiting)], sizes[len(rings)], taken)
        if ring:
            rings.append(ring)
            taken.update(seat.key for seat in ring)
    if len(rings) < len(sizes):
        raise ValueError("the data file has too few seats for its moves")
    return rings


def _ring(seats: list[Seat], size: int, taken: set[str]) -> list[Seat]:
    ring: list[Seat] = []
    for seat in seats:
        if seat.key not in taken and seat.post.unit not in {held.post.unit for held in ring}:
            ring.append(seat)
        if len(ring) == size:
            return ring
    return []


def _exchange(found: Moves, plan: Plan, kind: str, rings: list[list[Seat]], luck: Random) -> None:
    for ring in rings:
        on = first_of_month(luck, date(plan.since.year, 3, 1), date(plan.day.year, 2, 1))
        for seat, origin in zip(ring, ring[1:] + ring[:1], strict=True):
            found.arrivals[seat.key] = Arrival(kind, on, origin)


def _rise(found: Moves, plan: Plan, taken: set[str], luck: Random) -> None:
    """A leader goes, somebody of the same unit rises, a recruit takes the seat that falls free."""
    leaders = [s for s in plan.seats if s.leads and s.key not in taken and s.post.title not in _NOT_APPOINTED]
    luck.shuffle(leaders)
    wanted = _wanted(plan, "appointed")
    for seat in leaders:
        below = [other for other in plan.seats if _may_rise(other, seat) and other.key not in taken]
        if not wanted or not below:
            continue
        wanted -= 1
        origin = luck.choice(below)
        on = first_of_month(luck, date(plan.since.year, 3, 1), date(plan.day.year - 1, 9, 1))
        found.arrivals[seat.key] = Arrival(APPOINT, on, origin)
        found.arrivals[origin.key] = Arrival(RECRUIT, first_of_month(luck, on, date(plan.day.year - 1, 12, 1)))
        found.leavings.append(Leaving(seat, on, retired=luck.random() < 0.55 and not seat.post.young))
        taken.update((seat.key, origin.key))


def _may_rise(other: Seat, seat: Seat) -> bool:
    same_place = other.ward == seat.ward if seat.ward else other.post.unit == seat.post.unit
    return same_place and not other.leads and other.post.category != "commune_official" and not other.post.sex


def _replace(found: Moves, plan: Plan, taken: set[str], luck: Random) -> None:
    """Somebody goes, a recruit comes."""
    plain = [seat for seat in plan.seats if not seat.leads and not seat.post.sex and seat.key not in taken]
    plain = [seat for seat in plain if seat.post.category != "commune_official"]
    for seat in luck.sample(plain, _wanted(plan, "left_their_posts")):
        on = first_of_month(luck, date(plan.since.year, 9, 1), date(plan.day.year - 1, 12, 1))
        found.leavings.append(Leaving(seat, on, retired=luck.random() < 0.25))
        found.arrivals[seat.key] = Arrival(RECRUIT, on)
        taken.add(seat.key)
