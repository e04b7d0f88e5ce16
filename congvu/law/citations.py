"""Căn cứ pháp lý: legal texts, the places cited in them, and how sure we are of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Standing(Enum):
    """Mức độ tin cậy của căn cứ: how far a citation has been checked."""

    VERIFIED = "verified"
    FROM_MEMORY = "from_memory"
    ARTICLE_NOT_FOUND = "article_not_found"

    @property
    def label(self) -> str:
        """Nhãn cho người đọc."""
        return _LABELS[self]


_LABELS = {
    Standing.VERIFIED: "đã đối chiếu với bản sao văn bản",
    Standing.FROM_MEMORY: "ghi theo trí nhớ, chưa đối chiếu",
    Standing.ARTICLE_NOT_FOUND: "chưa tìm được điều khoản",
}


@dataclass(frozen=True)
class LegalText:
    """Văn bản quy phạm pháp luật: number, title, and the span [since, until) in force as far as known.

    `standing` says how sure we are of the number and the dates; `note` is a Vietnamese remark for the page of sources.
    """

    number: str
    title: str
    since: date | None = None
    until: date | None = None
    standing: Standing = Standing.VERIFIED
    note: str = ""

    def article(
        self,
        article: str | int,
        clause: int | None = None,
        point: str | None = None,
        *,
        standing: Standing = Standing.VERIFIED,
    ) -> Citation:
        """Điều, khoản, điểm của văn bản này."""
        return Citation(self, str(article), clause, point, standing)

    def as_a_whole(self, *, standing: Standing = Standing.ARTICLE_NOT_FOUND) -> Citation:
        """Cả văn bản: for a fact whose article was not found, or that the text states as a whole."""
        return Citation(self, None, standing=standing)

    def __str__(self) -> str:
        return f"{self.title} ({self.number})" if self.number else self.title


@dataclass(frozen=True)
class Citation:
    """Căn cứ pháp lý: one place in one legal text, with its standing."""

    text: LegalText
    article: str | None
    clause: int | None = None
    point: str | None = None
    standing: Standing = Standing.VERIFIED

    @property
    def place(self) -> str:
        """Chỗ được viện dẫn, «điểm a khoản 2 Điều 9»; empty for a whole text."""
        named = (("điểm", self.point), ("khoản", self.clause), ("Điều", self.article))
        return " ".join(f"{word} {value}" for word, value in named if value is not None)

    @property
    def caveat(self) -> str:
        """Lưu ý về mức độ tin cậy; empty when text and place were both checked."""
        doubts = {s: None for s in (self.text.standing, self.standing) if s is not Standing.VERIFIED}
        if doubts and self.article is None:
            doubts[Standing.ARTICLE_NOT_FOUND] = None
        return "; ".join(standing.label for standing in doubts)

    def __str__(self) -> str:
        words = f"{self.place} {self.text}".strip()
        return f"{words} [{self.caveat}]" if self.caveat else words
