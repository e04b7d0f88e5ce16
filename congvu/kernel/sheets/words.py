"""Chữ trong bảng tính: how text from a sheet is tidied, and how two headings are found to be the same."""

import re
import unicodedata
from functools import lru_cache

from congvu.kernel.names import search_key

_GAPS = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+|_x000[dDaA]_")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UNTIDY = re.compile(
    "^ | $|  |_x000|[\x00-\x1f\x7f-\xa0\xad\u0300-\u036f\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]"
)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def tidy(text: str) -> str:
    """Chuẩn hóa chữ: one form of Unicode, single plain spaces, nothing that cannot be seen."""
    if not _UNTIDY.search(text):
        return text
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return _GAPS.sub(" ", text).strip()


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Chữ không dấu: lower case without marks, spaces and punctuation kept."""
    lowered = tidy(text).casefold().replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def same(text: str) -> str:
    """Khóa so khớp: what two headings share whatever their case, marks, spaces and punctuation."""
    return search_key(tidy(text)).replace(" ", "")


def without_asides(text: str) -> str:
    """Bỏ phần trong ngoặc: «Ngày sinh (dd/mm/yyyy)» is «Ngày sinh»."""
    return _ASIDE.sub(" ", text)
