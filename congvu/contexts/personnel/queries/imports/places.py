"""Units and posts of the branch that a list speaks of, and what the list's words for them may mean."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from congvu.contexts.organisations import api as organisations
from congvu.kernel.names import nearest, search_key

CLEAR = 0.35  # nearer than this, and nothing else almost as near: understood without asking
APART = 0.2
ASKED = 0.62
SAME_TITLE = 0.12


class NotStanding(Exception):
    """The unit does not exist on the day of the list; the message says so and what to do."""


@dataclass(frozen=True)
class UnitPlace:
    """Đơn vị trong nhánh."""

    pk: int
    name: str
    level: str
    block: str
    above: str = ""

    @property
    def label(self) -> str:
        """The name, with the unit above it where the name alone would not tell."""
        return f"{self.name} ({self.above})" if self.above else self.name


@dataclass(frozen=True)
class PostPlace:
    """Vị trí việc làm đã có."""

    pk: int
    title: str
    category: str
    seats: int


@dataclass(frozen=True)
class Understood:
    """What a word of the list means: one unit, taken as written or as nearly written; or several to choose from."""

    unit: UnitPlace | None = None
    nearly: bool = False
    options: tuple[UnitPlace, ...] = ()


@dataclass
class Places:
    """Các đơn vị và vị trí trong nhánh, as of the day of the list."""

    top: UnitPlace
    units: dict[int, UnitPlace]
    posts: dict[int, dict[str, PostPlace]]
    answers: dict[str, int] = field(default_factory=dict)
    _names: dict[str, set[int]] = field(default_factory=dict)
    _ways: dict[str, set[int]] = field(default_factory=dict)
    _heard: dict[str, Understood] = field(default_factory=dict)

    def unit(self, words: str) -> Understood:
        """Đơn vị mà danh sách gọi tên."""
        key = search_key(words)
        if key not in self._heard:
            self._heard[key] = self._understand(words, key)
        return self._heard[key]

    def post(self, unit: UnitPlace, title: str) -> PostPlace | None:
        """Vị trí của đơn vị có tên này, but for marks, case and a slip of the pen."""
        held = self.posts.get(unit.pk, {})
        key = search_key(title)
        if key in held:
            return held[key]
        near = nearest(title, (post.title for post in held.values()), within=SAME_TITLE, limit=2)
        return held[search_key(near[0][0])] if len(near) == 1 else None

    def call(self, pk: int, name: str, *, above: str = "") -> None:
        """Ghi nhớ một cách gọi đơn vị; with the unit above it, alone and together with that one's name."""
        if key := search_key(name):
            (self._names if above else self._ways).setdefault(key, set()).add(pk)
        if key and above:
            self._ways.setdefault(search_key(f"{name} {above}"), set()).add(pk)

    def _understand(self, words: str, key: str) -> Understood:
        if (answered := self.answers.get(key)) in self.units:
            return Understood(self.units[answered])
        exact = self._names.get(key) or self._ways.get(key, set())
        if len(exact) == 1:
            return Understood(self.units[next(iter(exact))])
        if exact:
            return Understood(options=tuple(self.units[pk] for pk in sorted(exact)))
        return self._near(words)

    def _near(self, words: str) -> Understood:
        by_name: dict[str, list[UnitPlace]] = {}
        for unit in self.units.values():
            by_name.setdefault(unit.name, []).append(unit)
        found = nearest(words, by_name, within=ASKED)
        if not found:
            return Understood()
        (name, distance), *others = found
        clear = distance <= CLEAR and (not others or others[0][1] - distance >= APART)
        if clear and len(by_name[name]) == 1:
            return Understood(by_name[name][0], nearly=True)
        return Understood(options=tuple(unit for name, _ in found for unit in by_name[name])[:6])


def places(unit: Any, *, on: date, answers: dict[str, int] | None = None) -> Places:
    """Nhánh của đơn vị vào ngày số liệu: its units and their posts, in three queries."""
    top = standing(unit, on=on)
    records = list(_records(organisations.tree(unit, on=on)))
    names = {record.unit_id: record.name for record in records}
    twice = _borne_twice(record.name for record in records)
    units = {
        record.unit_id: UnitPlace(
            record.unit_id,
            record.name,
            record.level,
            record.block,
            names.get(record.parent_id or 0, "") if record.name in twice else "",
        )
        for record in records
    }
    found = Places(units[top.unit_id], units, _posts(units, on=on), answers or {})
    for record in records:
        found.call(record.unit_id, record.name, above=names.get(record.parent_id or 0, ""))
        found.call(record.unit_id, record.short_name)
        found.call(record.unit_id, record.code)
    return found


def standing(unit: Any, *, on: date) -> Any:
    """Hồ sơ của đơn vị vào ngày số liệu. Raises NotStanding."""
    record = organisations.record_of(unit, on=on)
    if on not in record.valid:
        raise NotStanding(f"{record.name} không hoạt động vào ngày {on:%d/%m/%Y}; đề nghị chọn ngày số liệu khác.")
    return record


def _records(node: organisations.Node) -> Iterable[Any]:
    yield node.record
    for below in node.below:
        yield from _records(below)


def _borne_twice(names: Iterable[str]) -> set[str]:
    return {name for name, times in Counter(names).items() if times > 1}


def _posts(units: Iterable[int], *, on: date) -> dict[int, dict[str, PostPlace]]:
    """Those that stand on the day, and those created later where none of the name stands yet."""
    found: dict[int, dict[str, PostPlace]] = {}
    standing = Q(valid__contains=on) | Q(valid__startswith__gt=on)
    rows = organisations.Post.objects.filter(standing, unit__in=list(units))
    for post in rows.order_by("-valid", "pk"):
        place = PostPlace(post.pk, post.title, post.category, post.seats)
        found.setdefault(post.unit_id, {})[search_key(post.title)] = place
    return found
