"""Chữ sạch: what every word of a paper goes through once, whoever wrote it."""

import dataclasses
import re
import unicodedata
from typing import TypeVar

Value = TypeVar("Value")

_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def cleaned(value: Value) -> Value:
    """Chuẩn hóa: the same value, its words in NFC and free of what no printer knows."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub(" ", unicodedata.normalize("NFC", value))  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(cleaned(part) for part in value)  # type: ignore[return-value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: getattr(value, part.name) for part in dataclasses.fields(value)}
        fresh = {name: cleaned(part) for name, part in parts.items()}
        same = all(fresh[name] is parts[name] for name in parts)
        return value if same else dataclasses.replace(value, **fresh)
    return value
