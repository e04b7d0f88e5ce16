"""Founding the bodies with their posts and standards, and ending them with the district."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from congvu.contexts.organisations import api as organisations
from congvu.demo.plan import Plan, PostPlan, UnitPlan
from congvu.kernel.access import Officer
from congvu.law import standards as law


@dataclass(frozen=True)
class Bodies:
    """Các cơ quan đã lập: units and posts under the names that the plan gives them."""

    units: dict[str, organisations.Unit]
    posts: dict[str, organisations.Post]


def found(plan: Plan, homes: dict[str, organisations.Unit], *, by: Officer) -> Bodies:
    """Lập các cơ quan và vị trí việc làm, with what the law asked of each post until the article's day."""
    units = dict(homes)
    for unit in plan.units:
        entry = _entry(plan, unit, units[unit.parent or unit.ward].pk)
        units[unit.key] = organisations.found_unit(entry, by=by, on=plan.begins)
    planned = list(plan.posts())
    posts = organisations.create_posts((_post(plan, post, units) for post in planned), by=by, on=plan.begins)
    bodies = Bodies(units, {post.key: made for post, made in zip(planned, posts, strict=True)})
    _follow_the_law(plan, bodies, by=by)
    return bodies


def end(plan: Plan, bodies: Bodies, *, by: Officer) -> None:
    """Kết thúc hoạt động: the bodies end with the district, those below before those above."""
    for unit in reversed(plan.units):
        organisations.dissolve_unit(bodies.units[unit.key], basis=plan.ended_basis, by=by, on=plan.ends)


def asked(kind: str, on: date) -> dict[str, organisations.Standard]:
    """Tiêu chuẩn theo luật vào ngày `on`, by subject."""
    return {
        standard.subject: organisations.Standard(
            standard.subject, standard.minimum_level, str(standard.cites), standard.cites.standing.label
        )
        for standard in law.default_standards(kind, on)
    }


def changes(kind: str, start: date, end: date) -> Iterator[date]:
    """The days after `start` on which the law began to ask something else of this kind of post."""
    before, month = start, start
    while month < end:
        month = min((month.replace(day=1) + timedelta(days=32)).replace(day=1), end - timedelta(days=1))
        if asked(kind, month) != asked(kind, before):
            days = (before + timedelta(days=number) for number in range(1, (month - before).days + 1))
            for day in days:
                if asked(kind, day) != asked(kind, day - timedelta(days=1)):
                    yield day
        before = month
        if month == end - timedelta(days=1):
            return


def _entry(plan: Plan, unit: UnitPlan, parent_id: int) -> organisations.UnitEntry:
    return organisations.UnitEntry(
        name=unit.name,
        short_name=unit.short_name,
        level=unit.level,
        block=unit.block,
        parent_id=parent_id,
        slug=unit.slug,
        basis=plan.basis,
    )


def _post(plan: Plan, post: PostPlan, units: dict[str, organisations.Unit]) -> organisations.PostEntry:
    return organisations.PostEntry(
        unit_id=units[post.unit].pk,
        title=post.title,
        category=post.category,
        kind_of_post=post.kind,
        seats=max(post.seats, post.people),
        standards=tuple(asked(post.kind, plan.begins).values()) if post.standards else (),
    )


def _follow_the_law(plan: Plan, bodies: Bodies, *, by: Officer) -> None:
    for kind in sorted({post.kind for post in plan.posts()}):
        posts = [bodies.posts[post.key] for post in plan.posts() if post.kind == kind and post.standards]
        for day in changes(kind, plan.begins, plan.day):
            before, after = asked(kind, day - timedelta(days=1)), asked(kind, day)
            ended = {subject: organisations.Standard(subject, 0) for subject in before if subject not in after}
            changed = [now for subject, now in (after | ended).items() if now != before.get(subject)]
            for post in posts:
                for standard in changed:
                    organisations.set_standard(post, standard, by=by, on=day)
