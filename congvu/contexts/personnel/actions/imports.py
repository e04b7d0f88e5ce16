"""Nhập danh sách: every step of a workbook from the desk into the files."""

from congvu.contexts.personnel.actions.importing.checking import check
from congvu.contexts.personnel.actions.importing.desk import (
    CREATES_POSTS,
    answer,
    confirm,
    discard,
    receive,
    size_limit,
)
from congvu.contexts.personnel.actions.importing.whole import Imported, Order, import_list
from congvu.contexts.personnel.actions.importing.writing import give_back, write

__all__ = [
    "CREATES_POSTS",
    "Imported",
    "Order",
    "answer",
    "check",
    "confirm",
    "discard",
    "give_back",
    "import_list",
    "receive",
    "size_limit",
    "write",
]
