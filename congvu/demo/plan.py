"""The data files, read: units with their posts and seats, and the numbers that the records must give."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from importlib.resources import files
from random import Random
from typing import Any

from congvu.demo.reading import units_of
from congvu.demo.units import ClassPlan, CoursePlan, PostPlan, Seat, SentPlan, UnitPlan

DISTRICT = ""
LOCALITIES = ("binh_thuy", "xuan_khanh", "an_hai_bac", "hau_giang", "chau_thanh_a", "da_nang")


@dataclass(frozen=True)
class Account:
    """Tài khoản mẫu; one without a role belongs to the first holder of the post that it names."""

    username: str
    name: str
    role: str = ""
    unit: str = ""
    person: str = ""


@dataclass(frozen=True)
class Issuer:
    """Nơi ban hành quyết định: how its numbers end, and how many it gives out on a working day, roughly."""

    name: str
    symbol: str
    a_day: int


@dataclass(frozen=True)
class Schools:
    """Cơ sở đào tạo quanh địa phương."""

    universities: tuple[str, ...]
    colleges: Mapping[int, tuple[str, ...]]
    master: str
    politics: str
    academy: str
    centre: str
    language: str
    informatics: str


@dataclass(frozen=True)
class Plan:
    """Dữ liệu mẫu của một địa phương; `living` bodies have no end, and `ends` is the day up to which they are told."""

    seed: str
    title: str
    day: date
    since: date
    begins: date
    ends: date
    root: str
    wards: tuple[str, ...]
    basis: str
    ended_basis: str
    number_prefix: str
    numbers_from: int
    issuers: Mapping[str, Issuer]
    schools: Schools
    targets: Mapping[str, int]
    classes: tuple[ClassPlan, ...]
    sent: tuple[SentPlan, ...]
    courses: tuple[CoursePlan, ...]
    accounts: tuple[Account, ...]
    named: tuple[dict[str, Any], ...]
    units: tuple[UnitPlan, ...]
    meets_standards: bool = False
    living: bool = False
    follows: "Plan | None" = field(default=None, repr=False)

    def posts(self) -> Iterator[PostPlan]:
        """Every post, in the order of the file."""
        for unit in self.units:
            yield from unit.posts

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """Every seat of an invented person, in the order of the file."""
        return tuple(
            Seat(post, number, unit.block, unit.ward, unit.founded or self.begins)
            for unit in self.units
            for post in unit.posts
            for number in range(post.people - post.named)
        )

    @property
    def settled(self) -> date:
        """Who came by no move that is told had come by this day, before the years that the article counts."""
        return date(self.since.year - 1, 6, 1)

    @property
    def last_award(self) -> date:
        """The last day on which somebody was given a certificate: that of the month before."""
        return self.day.replace(day=1) - timedelta(days=1)

    @property
    def opening_day(self) -> date | None:
        """Ngày mở đầu of its accounts: the day of the article, or today where the bodies live."""
        return None if self.living else self.day

    def luck(self, *words: object) -> Random:
        """Chance that hangs on the words alone, so that one change in the file does not move everybody."""
        return Random("/".join(map(str, (self.seed, *words))))


@cache
def plans() -> tuple[Plan, ...]:
    """Mọi địa phương, each followed by the commune of today that its file tells of."""
    return tuple(plan for name in LOCALITIES for plan in _plans(name))


@cache
def binh_thuy() -> Plan:
    """Quận Bình Thủy năm 2016."""
    return plan_of("binh_thuy")


def plan_of(name: str) -> Plan:
    """The locality of the data file of that name."""
    return _plans(name)[0]


@cache
def _plans(name: str) -> tuple[Plan, ...]:
    told = _read(name)
    own = _plan(told, follows=None)
    if "today" not in told:
        return (own,)
    today = {"schools": told["schools"], **_read("today"), **told["today"]}
    return own, _plan(today, follows=own)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))


def _groups(told: dict[str, Any]) -> list[dict[str, Any]]:
    """The groups of places, each with the units of its template before its own."""
    return [{**group, "units": [*_template(group), *group.get("units", ())]} for group in told.get("groups", ())]


def _template(group: dict[str, Any]) -> list[dict[str, Any]]:
    units: list[dict[str, Any]] = _read(group["template"])["units"] if "template" in group else []
    return units


_PLAIN = (
    "seed",
    "title",
    "day",
    "since",
    "begins",
    "ends",
    "root",
    "basis",
    "ended_basis",
    "number_prefix",
    "numbers_from",
)


def _plan(told: dict[str, Any], *, follows: Plan | None) -> Plan:
    groups = _groups(told)
    return Plan(
        **{key: told[key] for key in _PLAIN},
        wards=tuple(dict.fromkeys(code for group in groups for code in group["places"])),
        issuers={key: Issuer(**row) for key, row in told["issuers"].items()},
        schools=_schools(told["schools"]),
        targets=told.get("targets", {}),
        classes=tuple(ClassPlan(**row) for row in told.get("classes", [])),
        sent=tuple(SentPlan.read(row) for row in told.get("sent", [])),
        courses=tuple(CoursePlan.read(row) for row in told.get("courses", [])),
        accounts=tuple(Account(**row) for row in told["accounts"]),
        named=tuple(told.get("named", [])),
        units=tuple(units_of(told.get("units", ()), groups)),
        meets_standards=told.get("meets_standards", False),
        living=told.get("living", False),
        follows=follows,
    )


def _schools(told: dict[str, Any]) -> Schools:
    colleges = {int(level): tuple(names) for level, names in told["colleges"].items()}
    return Schools(**{**told, "universities": tuple(told["universities"]), "colleges": colleges})
