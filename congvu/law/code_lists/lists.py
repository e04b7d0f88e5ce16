"""Danh mục: lists of codes with their Vietnamese names, dated, with the text they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from congvu.law.citations import Citation, Standing
from congvu.law.sources import used

from .recognition import Vocabulary, meanings


@dataclass(frozen=True)
class Entry:
    """Một mục của danh mục, in use for the days [since, until) where they are known."""

    code: str
    label: str
    synonyms: tuple[str, ...] = ()
    standing: Standing = Standing.FROM_MEMORY
    since: date | None = None
    until: date | None = None

    def in_use(self, on: date) -> bool:
        """Còn dùng vào ngày này hay không."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@dataclass(frozen=True)
class CodeList:
    """Danh mục mã."""

    name: str
    label: str
    cites: Citation
    entries: Sequence[Entry]
    silent: tuple[str, ...] = ()
    _vocabulary: Vocabulary[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        used(self.cites, where=self.label)
        forms = meanings((entry.code, (entry.code, entry.label, *entry.synonyms)) for entry in self.entries)
        object.__setattr__(self, "_vocabulary", Vocabulary(forms, silent=self.silent))

    def on(self, day: date) -> tuple[Entry, ...]:
        """Các mục còn dùng vào ngày này."""
        return tuple(entry for entry in self.entries if entry.in_use(day))

    def entry(self, code: str) -> Entry:
        """Mục có mã này; KeyError when there is none."""
        found = next((entry for entry in self.entries if entry.code == code), None)
        if found is None:
            raise KeyError(code)
        return found

    def label_of(self, code: str) -> str:
        """Tên của mã này."""
        return self.entry(code).label

    def recognise(self, text: str) -> str | None:
        """Mã mà hồ sơ ghi: case, marks and spaces do not matter; none when in doubt."""
        return self._vocabulary.recognise(text)
