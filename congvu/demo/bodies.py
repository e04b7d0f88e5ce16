"""Founding the bodies with their posts and standards, and ending them: some early, the others with the locality."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from congvu.contexts.organisations import api as organisations
from congvu.demo.plan import Plan
from congvu.demo.units import PostPlan, UnitPlan
from congvu.kernel.access import Officer
from congvu.kernel.documents.decisions import Ground
from congvu.law import standards as law


@dataclass(frozen=True)
class Bodies:
    """Các cơ quan đã lập: units and posts under the names that the plan gives them."""

    units: dict[str, organisations.Unit]
    posts: dict[str, organisations.Post]


def found(plan: Plan, homes: dict[str, organisations.Unit], *, by: Officer) -> Bodies:
    """Lập các cơ quan và vị trí việc làm, with what the law asked of each post until the article's day."""
    units = dict(homes)
    for unit in sorted(plan.units, key=lambda unit: unit.founded or plan.begins):
        entry = _entry(plan, unit, units[unit.parent or unit.ward].pk)
        units[unit.key] = organisations.found_unit(entry, by=by, on=unit.founded or plan.begins)
    bodies = Bodies(units, {})
    for day, founded in _by_founding(plan).items():
        planned = [post for unit in founded for post in unit.posts]
        posts = organisations.create_posts((_post(post, units, on=day) for post in planned), by=by, on=day)
        bodies.posts.update({post.key: made for post, made in zip(planned, posts, strict=True)})
        _follow_the_law(plan, planned, bodies, since=day, by=by)
    return bodies


def _by_founding(plan: Plan) -> dict[date, list[UnitPlan]]:
    found: defaultdict[date, list[UnitPlan]] = defaultdict(list)
    for unit in plan.units:
        found[unit.founded or plan.begins].append(unit)
    return found


def end(plan: Plan, bodies: Bodies, *, by: Officer) -> None:
    """Kết thúc hoạt động: those dissolved early, each by its decision; the rest together, those below first."""
    for unit in sorted((unit for unit in plan.units if unit.ended), key=lambda unit: unit.ended or plan.ends):
        heirs = [(bodies.units[unit.heir], unit.extent)] if unit.heir else []
        organisations.dissolve_unit(
            bodies.units[unit.key],
            heirs=heirs,
            ground=_dissolution(plan, unit),
            basis=unit.decision,
            by=by,
            on=unit.ended or plan.ends,
        )
    if plan.living:
        return
    for unit in reversed(plan.units):
        if not unit.ended:
            organisations.dissolve_unit(bodies.units[unit.key], basis=plan.ended_basis, by=by, on=plan.ends)


def _dissolution(plan: Plan, unit: UnitPlan) -> Ground:
    """What is told of the decision is that it was taken: neither its number nor its day."""
    day = unit.ended or plan.ends
    return Ground(
        number="không rõ số",
        signed_on=day,
        issuer=plan.issuers["committee"].name,
        title=f"{unit.decision} (không rõ số và ngày)",
    )


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


def _post(post: PostPlan, units: dict[str, organisations.Unit], *, on: date) -> organisations.PostEntry:
    return organisations.PostEntry(
        unit_id=units[post.unit].pk,
        title=post.title,
        category=post.category,
        kind_of_post=post.kind,
        seats=max(post.seats, post.people, 1),
        standards=tuple(asked(post.kind, on).values()) if post.standards else (),
    )


def _follow_the_law(plan: Plan, planned: list[PostPlan], bodies: Bodies, *, since: date, by: Officer) -> None:
    """What the law asked anew until the article's day, of the posts that still stood."""
    ended = {unit.key: unit.ended or plan.ends for unit in plan.units}
    for kind in sorted({post.kind for post in planned}):
        posts = [post for post in planned if post.kind == kind and post.standards]
        for day in changes(kind, since, plan.day):
            before, after = asked(kind, day - timedelta(days=1)), asked(kind, day)
            gone = {subject: organisations.Standard(subject, 0) for subject in before if subject not in after}
            changed = [now for subject, now in (after | gone).items() if now != before.get(subject)]
            standing = [bodies.posts[post.key] for post in posts if day < ended[post.unit]]
            organisations.set_standards(((post, now) for post in standing for now in changed), by=by, on=day)
