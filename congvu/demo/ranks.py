"""Ranks and their steps: raised every three years, converted when a degree or long leadership allows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from congvu.contexts.personnel.actions import RankSpell, StudySpell
from congvu.demo.lives import Life
from congvu.demo.papers import Papers
from congvu.demo.plan import Plan

_TABLES_FROM = date(2004, 10, 1)  # the pay tables in use since; what was paid before is not told


@dataclass(frozen=True)
class _Table:
    """Bảng lương: first coefficient, what a step adds, how many steps, how many months each takes."""

    first: Decimal
    adds: Decimal
    steps: int
    months: int

    def coefficient(self, step: int) -> Decimal:
        return self.first + self.adds * (step - 1)

    def step_for(self, coefficient: Decimal) -> int:
        """The lowest step that pays no less."""
        return next((step for step in range(1, self.steps + 1) if self.coefficient(step) >= coefficient), self.steps)


_A2 = _Table(Decimal("4.40"), Decimal("0.34"), 8, 36)
_A1 = _Table(Decimal("2.34"), Decimal("0.33"), 9, 36)
_B = _Table(Decimal("1.86"), Decimal("0.20"), 12, 24)
_PRINCIPAL, _EXPERT, _ASSOCIATE, _ACCOUNTANT = "01.002", "01.003", "01.004", "06.031"
_TABLES = {_PRINCIPAL: _A2, _EXPERT: _A1, _ASSOCIATE: _B, _ACCOUNTANT: _A1}


def ranks(plan: Plan, life: Life, studies: tuple[StudySpell, ...], papers: Papers) -> tuple[RankSpell, ...]:
    """Ngạch, bậc của một người; officials elected in the wards, and who serves part of the time, hold none."""
    if life.seat.post.staff == "part_time_worker":
        return ()
    end = _end(plan, life)
    luck = plan.luck("ranks", life.key)
    spells = []
    for rank, step, since, until in _steps(plan, life, studies, end):
        counted = since >= _TABLES_FROM
        title = f"Xếp ngạch {rank}, bậc {step}" if counted else f"Xếp ngạch {rank}"
        spells.append(
            RankSpell(
                rank=rank,
                since=since,
                until=until,
                step=step if counted else None,
                coefficient=_TABLES[rank].coefficient(step) if counted else None,
                ground=papers.decision(plan, "classify", since, title, luck=luck),
            )
        )
    return tuple(spells)


def _end(plan: Plan, life: Life) -> date:
    """The first day without a rank."""
    for stay in life.stays:
        if stay.seat.in_commune and stay.seat.post.staff == "elected_official":
            return stay.since
    return life.left if life.is_away else min(life.retires, plan.ends + timedelta(days=1))


def _steps(
    plan: Plan, life: Life, studies: tuple[StudySpell, ...], end: date
) -> Iterator[tuple[str, int, date, date | None]]:
    """Rank, step and span, one after another; the last one stays open while the person serves."""
    changes = _changes(plan, life, studies)
    since, rank = life.served_since, changes[0][1]
    step = 1
    while since < end:
        table = _TABLES[rank]
        turn = next(((day, to) for day, to in changes[1:] if day > since and to != rank), None)
        until = _raised(since, table, step)
        if since < _TABLES_FROM:
            until = _TABLES_FROM
        if turn and (until is None or turn[0] < until):
            until = turn[0]
        stop = until if until and until < end else None if end > plan.ends else end
        yield rank, step, since, stop
        if until is None or until >= end:
            return
        rank, step = _next(rank, step, since, until, turn)
        since = until


def _next(rank: str, step: int, since: date, until: date, turn: tuple[date, str] | None) -> tuple[str, int]:
    if turn and turn[0] == until:
        if until <= _TABLES_FROM:
            return turn[1], 1
        return turn[1], _TABLES[turn[1]].step_for(_TABLES[rank].coefficient(step))
    if until == _TABLES_FROM:
        table = _TABLES[rank]
        return rank, min(table.steps, 1 + (until - since).days // (table.months * 31))
    return rank, step + 1


def _raised(since: date, table: _Table, step: int) -> date | None:
    """The day of the next step, or none from the last one."""
    if step >= table.steps:
        return None
    count = since.year * 12 + since.month - 1 + table.months
    return date(count // 12, count % 12 + 1, 1)


def _changes(plan: Plan, life: Life, studies: tuple[StudySpell, ...]) -> list[tuple[date, str]]:
    """The first rank, then the days of others: with the degree, and after many years of leading."""
    expert = _ACCOUNTANT if life.seat.post.title == "Kế toán" else _EXPERT
    degree = min(
        (s.awarded_on for s in studies if s.subject == "professional" and s.level >= 4 and s.awarded_on), default=None
    )
    graduated = degree is not None and degree <= life.served_since
    found = [(life.served_since, expert if graduated else _ASSOCIATE)]
    if degree and not graduated:
        found.append((_quarter_after(degree), expert))
    luck = plan.luck("principal", life.key)
    leading = next((stay.since for stay in life.stays if stay.seat.leads and not stay.seat.in_commune), None)
    if leading and degree and luck.random() < 0.45:
        ripe = max(leading, date(life.served_since.year + 12, 1, 1), date(degree.year + 7, 1, 1))
        if ripe < date(plan.day.year, 1, 1):
            found.append((_quarter_after(ripe), _PRINCIPAL))
    return found


def _quarter_after(day: date) -> date:
    """The first day of a month, a quarter or so later."""
    count = day.year * 12 + day.month + 3
    return date(count // 12, count % 12 + 1, 1)
