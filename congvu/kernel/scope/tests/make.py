"""A small tree: a district with a ward, and another district."""

from dataclasses import dataclass

from congvu.kernel.scope.models import UnitIdentity


@dataclass(frozen=True)
class Tree:
    district: UnitIdentity
    ward: UnitIdentity
    other: UnitIdentity


def tree() -> Tree:
    """Quận with a phường below it, and a quận beside it, under one province."""
    UnitIdentity.objects.create(path="t1", slug="tinh")
    return Tree(
        UnitIdentity.objects.create(path="t1.q1", slug="quan"),
        UnitIdentity.objects.create(path="t1.q1.p1", slug="phuong"),
        UnitIdentity.objects.create(path="t1.q2", slug="quan-ben"),
    )
