"""Who the invented people are, and which seats they held from when to when."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from congvu.demo.moves import APPOINT, RECRUIT, TRANSFER, Arrival, Leaving, Moves, first_of_month
from congvu.demo.names import full_name
from congvu.demo.plan import Plan
from congvu.demo.units import Seat
from congvu.law.retirement import Sex, retirement

FIRST_RECRUITS = date(1985, 1, 1)
_AGES = {  # on the article's day
    "leader": (42, 57),
    "deputy": (36, 55),
    "specialist": (28, 54),
    "public_employee": (28, 54),
    "key_official": (33, 56),
    "commune_official": (34, 57),
    "commune_civil_servant": (28, 53),
    "worker": (35, 58),
}
_OLDEST = {"male": 58, "female": 53}
_WOMEN = {"leader": 0.28, "deputy": 0.33, "key_official": 0.3, "commune_official": 0.35}


@dataclass
class Stay:
    """Một thời gian giữ vị trí: `kind` is that of the decision which began it."""

    seat: Seat
    since: date
    until: date
    kind: str


@dataclass
class Life:
    """Một người hư cấu: `seat` is the one held on the article's day, or the last one."""

    key: str
    seat: Seat
    sex: Sex
    born: date
    name: str
    ethnicity: str
    served_since: date
    stays: list[Stay] = field(default_factory=list)
    gone: bool = False
    moved_on: bool = False

    @property
    def is_away(self) -> bool:
        """Whether the person left the locality's service before it ended, other than by retiring from it."""
        return self.gone or self.moved_on

    def age_on(self, day: date) -> int:
        """Tuổi tròn."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))

    @property
    def joined(self) -> date:
        """The first day in a post that is on record."""
        return self.stays[0].since

    @property
    def left(self) -> date:
        """The first day without a post."""
        return self.stays[-1].until

    @property
    def retires(self) -> date:
        """The first day of retirement by law."""
        return retirement(self.born, self.sex).pension_from

    def serves(self, day: date) -> bool:
        """Whether some post is held on the day."""
        return any(stay.since <= day < stay.until for stay in self.stays)


def lives(plan: Plan, moved: Moves) -> list[Life]:
    """Mọi người hư cấu: the holders of the seats on the article's day, then those who left before it."""
    known = Counter({row["name"]: 2 for row in plan.named})
    found = [_holder(plan, seat, moved.arrivals.get(seat.key), known) for seat in plan.seats]
    found += [_gone(plan, leaving, known) for leaving in moved.leavings]
    _begin_lower(plan, found)
    return found


def _holder(plan: Plan, seat: Seat, arrival: Arrival | None, known: Counter[str]) -> Life:
    luck = plan.luck("life", seat.key)
    sex = _sex(seat, luck)
    if arrival and arrival.kind == RECRUIT:
        served_since = arrival.on
        born = _years_before(served_since, luck.randint(22, 28), luck)
    else:
        latest = _months_before(arrival.on, 60 if arrival.kind == APPOINT else 24) if arrival else plan.settled
        born, served_since = _long_serving(plan, seat, sex, latest, luck)
    life = _person(seat.key, seat, sex, born, served_since, luck, known)
    end = min(life.retires, plan.ends)
    moves_on = _moves_on(plan, seat)
    if moves_on and moves_on < end:
        end, life.moved_on = moves_on, True
    life.stays = _stays(plan, life, arrival, end)
    return life


def _moves_on(plan: Plan, seat: Seat) -> date | None:
    """The day on which the holder goes elsewhere, after the article's day; so many in a hundred as the file says."""
    luck = plan.luck("moved-on", seat.key)
    if not seat.in_commune or luck.randrange(100) >= plan.targets.get("moved_on", 0):
        return None
    return first_of_month(luck, _months_before(plan.day, -6), _months_before(plan.ends, 14))


def _stays(plan: Plan, life: Life, arrival: Arrival | None, end: date) -> list[Stay]:
    joined = max(life.served_since, life.seat.opens)
    if arrival is None or arrival.origin is None:
        return [Stay(life.seat, joined, end, _beginning(plan, life, life.seat))]
    return [
        Stay(arrival.origin, joined, arrival.on, _beginning(plan, life, arrival.origin)),
        Stay(life.seat, arrival.on, end, arrival.kind),
    ]


def _beginning(plan: Plan, life: Life, seat: Seat) -> str:
    """Kind of the decision on the first post that is on record: who served before was placed, not recruited."""
    if seat.leads:
        return APPOINT
    return TRANSFER if life.served_since < max(plan.begins, seat.opens) else RECRUIT


def _gone(plan: Plan, leaving: Leaving, known: Counter[str]) -> Life:
    seat = leaving.seat
    luck = plan.luck("gone", seat.key)
    sex = _sex(seat, luck)
    if leaving.retired:
        month = _months_before(leaving.on, 12 * (60 if sex == "male" else 55) + 1)
        born = month + timedelta(days=luck.randrange(27))
    else:
        born = _years_before(leaving.on, luck.randint(34, 47), luck)
    served_since = max(_years_after(born, luck.randint(22, 26)), FIRST_RECRUITS).replace(day=1)
    life = _person(f"gone:{seat.key}", seat, sex, born, served_since, luck, known)
    joined = max(served_since, seat.opens)
    life.stays = [Stay(seat, joined, leaving.on, _beginning(plan, life, seat))]
    life.gone = True
    return life


def _sex(seat: Seat, luck: Random) -> Sex:
    woman = luck.random() < _WOMEN.get(seat.post.category, 0.48)
    if seat.post.sex:
        woman = seat.post.sex == "female"
    return "female" if woman else "male"


def _long_serving(plan: Plan, seat: Seat, sex: Sex, latest: date, luck: Random) -> tuple[date, date]:
    """Birth and recruitment of somebody who has served since `latest` or longer."""
    youngest, oldest = (28, 35) if seat.post.young else _AGES[seat.post.category]
    age = luck.randint(youngest, min(oldest, _OLDEST[sex]))
    born = _years_before(plan.day, age, luck)
    served_since = max(_years_after(born, luck.randint(21, 26)), FIRST_RECRUITS + timedelta(days=luck.randrange(700)))
    if served_since > latest:
        served_since = _months_before(latest, luck.randint(0, 18))
        if _years_after(born, 20) > served_since:
            born = _years_before(served_since, luck.randint(21, 23), luck)
    return born, served_since.replace(day=1)


def _person(key: str, seat: Seat, sex: Sex, born: date, served_since: date, luck: Random, known: Counter[str]) -> Life:
    """Somebody with a name that at most one other bears, and nobody whom the article names."""
    ethnicity = luck.choices(("01", "05", "04"), (955, 30, 15))[0]
    never = [name for name, bearers in known.items() if bearers > 1]
    name = full_name(luck, sex=sex, born_in=born.year, ethnicity=ethnicity, never=never)
    known[name] += 1
    return Life(key, seat, sex, born, name, ethnicity, served_since)


def _begin_lower(plan: Plan, people: list[Life]) -> None:
    """Leaders, and some of the others, spent their first years in a seat that was still free."""
    free_until: dict[str, date] = {}
    for life in people:
        for stay in life.stays:
            free_until[stay.seat.key] = min(stay.since, free_until.get(stay.seat.key, plan.ends))
    for life in people:
        luck = plan.luck("lower", life.key)
        first = life.stays[0]
        if not first.seat.leads and luck.random() > 0.2:
            continue
        moved = _moved_on(plan, first, luck)
        seat = moved and _free_seat(plan, first, free_until, moved, luck)
        if moved and seat:
            life.stays[:1] = [
                Stay(seat, first.since, moved, _beginning(plan, life, seat)),
                Stay(first.seat, moved, first.until, APPOINT if first.seat.leads else TRANSFER),
            ]
            free_until[seat.key], free_until[first.seat.key] = first.since, moved


def _moved_on(plan: Plan, first: Stay, luck: Random) -> date | None:
    earliest = _months_before(first.since, -18)
    latest = min(date(plan.since.year - 1, 11, 1), _months_before(first.until, 12))
    return first_of_month(luck, max(earliest, date(plan.begins.year + 2, 1, 1)), latest) if earliest < latest else None


def _free_seat(plan: Plan, first: Stay, free_until: dict[str, date], until: date, luck: Random) -> Seat | None:
    seat = first.seat
    below = [other for other in plan.seats if _is_lower(other, seat) and other.opens <= first.since]
    free = [other for other in below if free_until.get(other.key, plan.ends) >= until]
    near = [other for other in free if (other.ward or other.post.unit) == (seat.ward or seat.post.unit)]
    return luck.choice(near or free) if free else None


def _is_lower(other: Seat, seat: Seat) -> bool:
    plain = not other.leads and not other.post.sex and other.post.category != "commune_official"
    return plain and other.block == seat.block and other.post.key != seat.post.key


def _years_before(day: date, years: int, luck: Random) -> date:
    """A day of birth that makes somebody so many years old on the day."""
    return date(day.year - years, day.month, 1) - timedelta(days=luck.randint(1, 330))


def _years_after(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, 28))


def _months_before(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
