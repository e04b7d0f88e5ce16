"""Tên và từ tiếng Việt: the order of names, search without marks, names close to one another."""

from .nearness import nearest
from .order import normalise, same_name, sort_key
from .search import search_key

__all__ = ["nearest", "normalise", "same_name", "search_key", "sort_key"]
