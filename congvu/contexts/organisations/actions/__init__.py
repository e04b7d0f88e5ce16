"""Every write to units, posts and standards."""

from congvu.contexts.organisations.actions.entries import Impossible, PostEntry, Standard, UnitEntry
from congvu.contexts.organisations.actions.lists import load_administrative_lists
from congvu.contexts.organisations.actions.posts import (
    abolish_post,
    create_post,
    create_posts,
    set_standard,
    set_standards,
)
from congvu.contexts.organisations.actions.units import dissolve_unit, found_unit, move_unit, rename_unit

__all__ = [
    "Impossible",
    "PostEntry",
    "Standard",
    "UnitEntry",
    "abolish_post",
    "create_post",
    "create_posts",
    "dissolve_unit",
    "found_unit",
    "load_administrative_lists",
    "move_unit",
    "rename_unit",
    "set_standard",
    "set_standards",
]
