"""Bảng tính (sheets): reads spreadsheets as people really make them, and writes good ones.

Owns files, headings, cells and their faults; leaves to others what a value means (whose unit, which person).
Knows no database.
"""

from .archives import Limits
from .layout import Choice, Column, Kind, Layout
from .marking import mark_faults
from .reading import Sheet, read
from .tables import write_book, write_table
from .templates import write_template
from .values import Fault, PartialDate, Precision, Row, UnreadableSheet, Value

__all__ = [
    "Choice",
    "Column",
    "Fault",
    "Kind",
    "Layout",
    "Limits",
    "PartialDate",
    "Precision",
    "Row",
    "Sheet",
    "UnreadableSheet",
    "Value",
    "mark_faults",
    "read",
    "write_book",
    "write_table",
    "write_template",
]
