"""Nhận ra từ trong hồ sơ: find the entry of a list that a cell of a real file means, or none when in doubt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

_SEVERAL = re.compile(r"[;,/+&\n]")


def fold(text: str) -> list[str]:
    """Các từ không dấu: small letters without marks, đ as d and y as i (thạc sỹ is thạc sĩ)."""
    marks = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in marks if not unicodedata.combining(sign)).replace("đ", "d").replace("y", "i")
    return "".join(sign if sign.isalnum() else " " for sign in bare).split()


@dataclass(frozen=True)
class Vocabulary(Generic[Meaning]):
    """Vốn từ của một danh mục: what each written form means, the words that say nothing, the words that cast doubt.

    With `opens`, a form counts too when it opens the text and other words follow it (đại học luật).
    """

    meanings: Mapping[str, Meaning]
    silent: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    opens: bool = False
    _silent: tuple[tuple[str, ...], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        phrases = sorted((tuple(fold(phrase)) for phrase in self.silent), key=len, reverse=True)
        object.__setattr__(self, "_silent", tuple(phrases))

    def recognise(self, text: str) -> Meaning | None:
        """Nghĩa của cả đoạn chữ, as a whole."""
        words = fold(text)
        if self._doubtful(words):
            return None
        if (whole := self.meanings.get("".join(words))) is not None:
            return whole
        heard = self._heard(words)
        ends = range(len(heard), 0, -1) if self.opens else (len(heard),)
        return next((found for end in ends if (found := self.meanings.get("".join(heard[:end]))) is not None), None)

    def recognise_all(self, text: str) -> list[Meaning]:
        """Nghĩa của từng phần, where a cell lists several; empty when the text casts doubt on itself."""
        if self._doubtful(fold(text)):
            return []
        return [found for part in _SEVERAL.split(text) if (found := self.recognise(part)) is not None]

    def _heard(self, words: list[str]) -> list[str]:
        left: list[str] = []
        while words:
            phrase = next((p for p in self._silent if tuple(words[: len(p)]) == p), None)
            if phrase is None:
                left.append(words[0])
            words = words[len(phrase) if phrase else 1 :]
        return left

    def _doubtful(self, words: list[str]) -> bool:
        spoken = f" {' '.join(words)} "
        return any(f" {doubt} " in spoken for doubt in self.doubts)


def meanings(forms: Iterable[tuple[Meaning, Iterable[str]]]) -> dict[str, Meaning]:
    """Bảng nghĩa: every written form, folded, with what it means; two meanings for one form are an error."""
    table: dict[str, Meaning] = {}
    for meaning, written in forms:
        for form in written:
            key = "".join(fold(form))
            if table.setdefault(key, meaning) != meaning:
                raise ValueError(f"{form!r} stands for {table[key]!r} and for {meaning!r}")
    return table
