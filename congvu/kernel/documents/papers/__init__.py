"""Văn bản in ra: one paper, rendered as PDF, Word, Excel and on the screen, always with the same words.

Owns the form of a paper; numbers, files and signatures belong to the documents room around it.
Law: Nghị định 30/2020/NĐ-CP, Phụ lục I.
"""

from congvu.kernel.documents.papers.model import (
    Annex,
    Block,
    Bullets,
    Column,
    Figure,
    Group,
    Heading,
    Issuer,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Run,
    Section,
    Signatory,
    Span,
    Table,
    Text,
)

__all__ = [
    "Annex",
    "Block",
    "Bullets",
    "Column",
    "Figure",
    "Group",
    "Heading",
    "Issuer",
    "Note",
    "PageBreak",
    "Paper",
    "Paragraph",
    "Row",
    "Run",
    "Section",
    "Signatory",
    "Span",
    "Table",
    "Text",
]
