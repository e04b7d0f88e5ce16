"""The demonstration records in memory: keys are running numbers, nothing is written."""

from collections.abc import Iterable
from hashlib import sha256

from congvu.contexts.personnel.actions import PersonEntry
from congvu.demo.people import Places, entries
from congvu.demo.plan import DISTRICT, Plan, binh_thuy


def places(plan: Plan) -> Places:
    """Made-up keys for every unit, post and class."""
    units = {unit.key: number for number, unit in enumerate(plan.units, start=100)}
    return Places(
        homes={code: number for number, code in enumerate((DISTRICT, *plan.wards), start=1)},
        posts={post.key: (number, units[post.unit]) for number, post in enumerate(plan.posts(), start=1000)},
        classes={held.code: number for number, held in enumerate(plan.classes, start=1)},
    )


def people() -> list[PersonEntry]:
    """Every file."""
    plan = binh_thuy()
    return entries(plan, places(plan))


def digest(files: Iterable[PersonEntry]) -> str:
    """One word for all that the files say."""
    return sha256(repr(list(files)).encode()).hexdigest()
