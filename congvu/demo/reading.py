"""Rows of a data file as units and posts; a group tells once what stands in each of many places."""

from collections.abc import Iterable, Iterator
from typing import Any

from congvu.demo.units import PostPlan, UnitPlan

_STAFF = {"key_official": "elected_official", "commune_official": "elected_official"}
_SERVING = ("public_service_unit", "school", "health_station")
_OWN_DAYS = ("founded", "ended", "heir", "extent", "decision")


def units_of(rows: Iterable[dict[str, Any]], groups: Iterable[dict[str, Any]]) -> Iterator[UnitPlan]:
    """Every unit: those of the whole locality, then those of each place, group after group."""
    for row in rows:
        yield _unit(row, row["key"], row["block"], "")
    for group in groups:
        for code, name in group["places"].items():
            here = (row for row in group["units"] if name.startswith(row.get("only", "")))
            yield from (_placed(row, code, name, group.get("differs", [])) for row in here)


def _placed(row: dict[str, Any], code: str, name: str, differs: list[dict[str, Any]]) -> UnitPlan:
    posts = [dict(post) for post in row["posts"]]
    for change in differs:
        if change["unit"] == row["key"] and change.get("ward", code) == code:
            _change(posts, {key: value for key, value in change.items() if key not in ("unit", "ward")})
    named = f"{row['short']} {name}" if row.get("name_in_short", True) else row["short"]
    told = {**row, "name": row["name"].format(ward=name), "short": named, "posts": posts}
    for link in ("parent", "heir"):
        if link in row:
            told[link] = f"{code}-{row[link]}"
    return _unit(told, f"{code}-{row['key']}", row.get("block", "commune"), code)


def _change(posts: list[dict[str, Any]], told: dict[str, Any]) -> None:
    """One post of the template told otherwise, dropped, or added."""
    dropped, added = told.pop("dropped", False), told.pop("added", False)
    place = next((place for place, post in enumerate(posts) if post["title"] == told["title"]), len(posts))
    if place == len(posts) and not added:
        raise ValueError(f"no post is called {told['title']}")
    posts[place : place + 1] = [] if dropped else [{**(posts[place] if not added else {}), **told}]


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
        **{name: row[name] for name in _OWN_DAYS if name in row},
    )


def _post(row: dict[str, Any], key: str, unit: dict[str, Any]) -> PostPlan:
    staff = "public_employee" if unit["level"] in _SERVING else _STAFF.get(row["category"], "civil_servant")
    told = {"fields": unit["fields"], "seats": row["people"], "staff": staff, **row}
    return PostPlan(**{**told, "unit": key, "fields": tuple(told["fields"])})
