"""Nhập danh sách: every step of a workbook from the desk into the files."""

from congvu.contexts.personnel.actions.importing.checking import asking, check
from congvu.contexts.personnel.actions.importing.desk import answer, confirm, discard, receive, size_limit
from congvu.contexts.personnel.actions.importing.writing import write

__all__ = ["answer", "asking", "check", "confirm", "discard", "receive", "size_limit", "write"]
