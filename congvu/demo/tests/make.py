"""The demonstration records in memory: keys are running numbers, nothing is written."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256

from congvu.contexts.personnel.actions import PersonEntry
from congvu.demo.papers import Papers
from congvu.demo.people import Places, entries
from congvu.demo.plan import DISTRICT, Plan, binh_thuy, plans


def places(plan: Plan) -> Places:
    """Made-up keys for every unit, post and class; a commune of today knows the posts before it too."""
    units = {unit.key: number for number, unit in enumerate(plan.units, start=100)}
    posts = {post.key: (number, units[post.unit]) for number, post in enumerate(plan.posts(), start=1000)}
    before = {key: (post + 10_000, unit + 10_000) for key, (post, unit) in _before(plan).items()}
    return Places(
        homes={code: number for number, code in enumerate((DISTRICT, *plan.wards), start=1)},
        posts={**before, **posts},
        classes={held.code: number for number, held in enumerate(plan.classes, start=1)},
    )


def _before(plan: Plan) -> dict[str, tuple[int, int]]:
    return dict(places(plan.follows).posts) if plan.follows else {}


def people(plan: Plan | None = None) -> list[PersonEntry]:
    """Every file of the locality; of Bình Thủy unless another is named."""
    wanted = plan or binh_thuy()
    return entries(wanted, places(wanted))


@cache
def everybody() -> dict[str, list[PersonEntry]]:
    """Every file of every locality, by its title, with papers numbered as they are when all are loaded."""
    papers = Papers()
    return {plan.title: entries(plan, places(plan), papers) for plan in plans()}


def digest(files: Iterable[PersonEntry]) -> str:
    """One word for all that the files say."""
    return sha256(repr(list(files)).encode()).hexdigest()
