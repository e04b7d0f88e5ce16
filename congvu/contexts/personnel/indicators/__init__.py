"""The figures of this context, and the papers that are written from them."""

from congvu.contexts.personnel.indicators.figures import BREAKDOWNS, INDICATORS, asked, measured
from congvu.contexts.personnel.indicators.review import Gap, Review, as_gap, paper, rendered_review, review

__all__ = [
    "BREAKDOWNS",
    "INDICATORS",
    "Gap",
    "Review",
    "as_gap",
    "asked",
    "measured",
    "paper",
    "rendered_review",
    "review",
]
