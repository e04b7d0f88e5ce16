"""The figures of this context, and the papers that are written from them."""

from congvu.contexts.personnel.indicators.figures import BREAKDOWNS, INDICATORS, asked
from congvu.contexts.personnel.indicators.review import Review, paper, review

__all__ = ["BREAKDOWNS", "INDICATORS", "Review", "asked", "paper", "review"]
