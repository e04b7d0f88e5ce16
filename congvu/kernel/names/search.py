"""Tìm không dấu: the form of a text in which search compares."""

import unicodedata
from functools import lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "'`´\u02bc\u2018\u2019"))


@lru_cache(maxsize=4096)
def search_key(text: str) -> str:
    """Khóa tìm kiếm: small letters without marks (đ as d), figures, single spaces; H'Hen as hhen."""
    whole = unicodedata.normalize("NFKD", text).casefold().translate(_APOSTROPHES)
    bare = (sign for sign in unicodedata.normalize("NFKD", whole) if not unicodedata.category(sign).startswith("M"))
    plain = "".join(bare).replace("đ", "d")
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())
