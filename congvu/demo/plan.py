"""The data file, read: units with their posts and seats, and the numbers that the records must give."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from random import Random
from typing import Any

DISTRICT = ""


@dataclass(frozen=True)
class PostPlan:
    """Vị trí việc làm của dữ liệu mẫu; `people` is how many of its seats were taken on the article's day."""

    unit: str
    title: str
    category: str
    kind: str
    people: int
    seats: int
    fields: tuple[str, ...]
    staff: str
    named: int = 0
    sex: str = ""
    swaps: str = ""
    young: bool = False
    rotates: bool = False
    standards: bool = True

    @property
    def key(self) -> str:
        """What names the post in the generator."""
        return f"{self.unit}/{self.title}"


@dataclass(frozen=True)
class UnitPlan:
    """Cơ quan của dữ liệu mẫu; `ward` is the code of its ward, or DISTRICT."""

    key: str
    name: str
    short_name: str
    level: str
    block: str
    ward: str
    parent: str
    slug: str | None
    posts: tuple[PostPlan, ...]


@dataclass(frozen=True)
class Seat:
    """Chỗ: one person's place in a post."""

    post: PostPlan
    number: int
    block: str
    ward: str

    @property
    def key(self) -> str:
        """What names the seat in the generator, and what its luck hangs on."""
        return f"{self.post.key}#{self.number}"

    @property
    def leads(self) -> bool:
        """Whether it is a seat of a head, a deputy or a key official."""
        return self.post.category in ("leader", "deputy", "key_official")


@dataclass(frozen=True)
class ClassPlan:
    """Lớp đã mở."""

    code: str
    title: str
    opened: date
    closed: date


@dataclass(frozen=True)
class Account:
    """Tài khoản mẫu."""

    username: str
    name: str
    role: str
    unit: str


@dataclass(frozen=True)
class Plan:
    """Dữ liệu mẫu của một quận."""

    seed: str
    day: date
    since: date
    begins: date
    ends: date
    district: str
    wards: tuple[str, ...]
    basis: str
    ended_basis: str
    targets: dict[str, int]
    classes: tuple[ClassPlan, ...]
    accounts: tuple[Account, ...]
    named: tuple[dict[str, Any], ...]
    units: tuple[UnitPlan, ...]

    def posts(self) -> Iterator[PostPlan]:
        """Every post, in the order of the file."""
        for unit in self.units:
            yield from unit.posts

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """Every seat of an invented person, in the order of the file."""
        return tuple(
            Seat(post, number, unit.block, unit.ward)
            for unit in self.units
            for post in unit.posts
            for number in range(post.people - post.named)
        )

    def luck(self, *words: object) -> Random:
        """Chance that hangs on the words alone, so that one change in the file does not move everybody."""
        return Random("/".join(map(str, (self.seed, *words))))


@cache
def binh_thuy() -> Plan:
    """Quận Bình Thủy năm 2016."""
    told = tomllib.loads((files(__package__) / "binh_thuy.toml").read_text("utf-8"))
    units = [_unit(row, row["key"], row["block"], DISTRICT) for row in told["units"]]
    for code, name in told["wards"].items():
        units.extend(_ward_unit(row, code, name, told["fewer"]) for row in told["ward_units"])
    return Plan(
        **{key: told[key] for key in _PLAIN},
        wards=tuple(told["wards"]),
        classes=tuple(ClassPlan(**row) for row in told["classes"]),
        accounts=tuple(Account(**row) for row in told["accounts"]),
        named=tuple(told["named"]),
        units=tuple(units),
    )


_PLAIN = ("seed", "day", "since", "begins", "ends", "district", "basis", "ended_basis", "targets")


def _ward_unit(row: dict[str, Any], code: str, name: str, fewer: list[dict[str, Any]]) -> UnitPlan:
    here = {(less["unit"], less["title"]): less["people"] for less in fewer if less["ward"] == code}
    posts = [{**post, "people": here.get((row["key"], post["title"]), post["people"])} for post in row["posts"]]
    told = {**row, "name": row["name"].format(ward=name), "short": f"{row['short']} {name}", "posts": posts}
    return _unit(told, f"{code}-{row['key']}", "commune", code)


def _unit(row: dict[str, Any], key: str, block: str, ward: str) -> UnitPlan:
    return UnitPlan(
        key=key,
        name=row["name"],
        short_name=row["short"],
        level=row["level"],
        block=block,
        ward=ward,
        parent=row.get("parent", ""),
        slug=row.get("slug"),
        posts=tuple(_post(post, key, row) for post in row["posts"]),
    )


def _post(row: dict[str, Any], key: str, unit: dict[str, Any]) -> PostPlan:
    serves = unit["level"] == "public_service_unit"
    staff = "public_employee" if serves else _STAFF.get(row["category"], "civil_servant")
    told = {"fields": unit["fields"], "seats": row["people"], "staff": staff, **row}
    return PostPlan(**{**told, "unit": key, "fields": tuple(told["fields"])})


_STAFF = {"key_official": "elected_official", "commune_official": "elected_official"}
