"""The figures of this context, and the papers that are written from them."""

from congvu.contexts.personnel.indicators.curriculum import UNSEEN, curriculum_paper, rendered_curriculum
from congvu.contexts.personnel.indicators.figures import BREAKDOWNS, INDICATORS, asked, measured
from congvu.contexts.personnel.indicators.review import Gap, Review, as_gap, paper, rendered_review, review

__all__ = [
    "BREAKDOWNS",
    "INDICATORS",
    "UNSEEN",
    "Gap",
    "Review",
    "as_gap",
    "asked",
    "curriculum_paper",
    "measured",
    "paper",
    "rendered_curriculum",
    "rendered_review",
    "review",
]
