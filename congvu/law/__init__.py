"""Pháp luật: legal texts, citations with their standing, dated rules and findings; knows neither Django nor us."""

from .citations import Citation, LegalText, Standing
from .rules import Finding, NoLawInForce, Rule, Version, rule
from .sources import CitedPlace, Source, sources, used

__all__ = [
    "Citation",
    "CitedPlace",
    "Finding",
    "LegalText",
    "NoLawInForce",
    "Rule",
    "Source",
    "Standing",
    "Version",
    "rule",
    "sources",
    "used",
]
