"""Việc của các cơ quan mẫu: how complete their files are, the cohorts that they kept, the review that they opened."""

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.actions import cohorts, completeness, reviews
from congvu.contexts.personnel.queries.cohorts import chosen
from congvu.contexts.personnel.queries.reviews import units_to_ask
from congvu.demo.plan import Plan
from congvu.kernel.access import Officer

_BATCH = 5000


def set_to_work(plan: Plan, root: organisations.Unit, *, by: Officer) -> None:
    """Tính độ đầy đủ, rồi lập nhóm nguồn và mở đợt rà soát of the locality."""
    while completeness.reckon_due(on=plan.ends, most=_BATCH) == _BATCH:
        pass
    for kept in plan.cohorts:
        cohorts.save_cohort(kept.name, chosen(kept.asks), unit_id=root.pk, by=by, on=plan.day)
    if plan.review:
        asked = [unit for unit, _ in units_to_ask(root, on=plan.day)]
        opened = reviews.ReviewEntry(plan.review.title, asked, plan.review.due_on, plan.review.goal)
        reviews.open_review(opened, unit_id=root.pk, by=by, on=plan.day)
