"""Thứ tự tên người: given name, then family name, then middle names, each by letter and then by tone."""

import unicodedata
from typing import NamedTuple

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg"  # one rising ASCII sign for each letter
_RANK = dict(zip(_ALPHABET, _RANKS, strict=True))
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; the level tone has no mark
_SHAPES = {"a\u0306": "ă", "a\u0302": "â", "e\u0302": "ê", "o\u0302": "ô", "o\u031b": "ơ", "u\u031b": "ư"}
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_HYPHENS = dict.fromkeys(map(ord, "-\u2010\u2011\u2012\u2013\u2014"), " ")
_WORDS_APART = "."  # sorts below every letter and figure
_PARTS_APART = " "  # sorts below everything else


class Syllable(NamedTuple):
    """Âm tiết: its letters without the tone, and the tone from 0 (level) to 5 (nặng), wherever it was written."""

    letters: str
    tone: int


def normalise(full_name: str) -> str:
    """Chuẩn hóa để lưu: composed letters, single spaces, nothing invisible; the spelling stays as written."""
    return " ".join(unicodedata.normalize("NFC", full_name).translate(_INVISIBLE).split())


def sort_key(full_name: str) -> str:
    """Khóa sắp xếp: a string whose order by code point (collation "C") is the order of Vietnamese names."""
    words = syllables(full_name)
    given, family, middle = words[-1:], words[:-1][:1], words[1:-1]
    return _PARTS_APART.join(key for part in (given, family, middle) for key in (_letters(part), _tones(part)))


def same_name(one: str, other: str) -> bool:
    """Cùng một tên: equal but for case, spaces, composition and the place of the tone mark."""
    return syllables(one) == syllables(other)


def syllables(full_name: str) -> list[Syllable]:
    """Các âm tiết của tên, in lower case."""
    words = normalise(full_name).translate(_HYPHENS).casefold().split()
    return [syllable for word in words if (syllable := _syllable(word)).letters]


def _syllable(word: str) -> Syllable:
    marks = unicodedata.normalize("NFD", word)
    tone = next((_TONES.index(mark) + 1 for mark in marks if mark in _TONES), 0)
    bare = "".join(mark for mark in marks if mark not in _TONES)
    for written, letter in _SHAPES.items():
        bare = bare.replace(written, letter)
    return Syllable("".join(sign for sign in bare if sign.isalnum()), tone)


def _letters(part: list[Syllable]) -> str:
    return _WORDS_APART.join("".join(map(_rank, syllable.letters)) for syllable in part)


def _tones(part: list[Syllable]) -> str:
    return "".join(str(syllable.tone) for syllable in part)


def _rank(sign: str) -> str:
    if sign.isascii() and sign.isdigit():
        return sign
    return _RANK.get(sign) or f"~{sign}"
