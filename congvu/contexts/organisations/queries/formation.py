"""Reading the note on how a commune was formed: what it was, whom it took in, how far, by which resolution."""

import re
from dataclasses import dataclass
from typing import Literal

from congvu.contexts.organisations.states import Extent, UnitKind

_KINDS = {
    "thị trấn": UnitKind.TOWNSHIP,
    "trị trấn": UnitKind.TOWNSHIP,  # as misspelt in the source, like the one below
    "ã": UnitKind.RURAL_COMMUNE,
    "phường": UnitKind.WARD,
    "xã": UnitKind.RURAL_COMMUNE,
    "huyện": UnitKind.RURAL_DISTRICT,
}
_KIND = "(?:thị trấn|phường|xã|đặc khu|huyện)"
_RESOLUTION = re.compile(r"Số: ?([^;]+); ?Ngày: ?(\d{2}/\d{2}/\d{4})")
_WAS = re.compile(rf"(?:đổi tên (?:từ )?|đổi loại hình,? từ )({_KIND}\s*[^,]*?) thành", re.IGNORECASE)
_STARTS = (
    re.compile(r"h[ợơọ]p (?:nhất|nhât|nhấ)\s*(.*)", re.IGNORECASE),
    re.compile(r"\btrên cơ sở nhập\s+(.*)"),
    re.compile(r", hợp thành\s+(.*)", re.IGNORECASE),
    re.compile(r", nhất\s+(.*)"),
    re.compile(r"\b(?:trên cơ sở|sắp xếp)\s*(toàn bộ.*)", re.IGNORECASE),
    re.compile(r"\b(phần còn lại của.*)", re.IGNORECASE),
    re.compile(r"^Đổi tên [^,]*,\s*(Phường \d.*)"),
)
_BECAME = re.compile(rf"\s*(?-i:thành) (?:{_KIND}|xa\b).*$|\s+(?-i:thành)$", re.IGNORECASE)
_ASIDE = re.compile(r"\(\s*trước[^)]*\)?|\s*sau khi sắp xếp.*$|\s+hiện nay\b")
_HIGHER = re.compile(r"(thuộc [^,]*),\s*(?:tỉnh|thành phố) [^,]*?(?=,| và |$)", re.IGNORECASE)
_WHOLE_DISTRICT = re.compile(r"^toàn bộ \d+ xã.* thuộc huyện(?: đảo)? (.*)$")
_NAMES = re.compile(r"(?<!\d)[,;.]\s*|,\s+|\s+(?:và|với)\s+|\s+(?=(?:1|một) phần\b)", re.IGNORECASE)
_PART = re.compile(r"^(?:p?1 ?ph[ầà]n|1 phường|một phần|phần còn lại|diện tích)\b", re.IGNORECASE)
_SIZES = re.compile(r"^.*(?:diện tích|quy mô dân|km2|người|toàn bộ|phần|còn lại)\b.*?\bcủa\s+", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:của|từ|các|và|p?1 ?ph[ầà]n|1(?= phường)|một phần|phần còn lại|h[ợơọ]p nhất)\s+)+", re.IGNORECASE
)
_DISTRICT = re.compile(r"\s*\(([^)]*)\)?$|\s+thuộc\s+(.*)$")
_TYPED = re.compile(r"^(?:(thị trấn|trị trấn|phường|xã|ã(?= )|huyện)\s*)+", re.IGNORECASE)

Form = Literal["kept", "adjusted", "renamed", "merged"]


@dataclass(frozen=True)
class Origin:
    """Nguồn gốc: a name that the note gives for what was taken in."""

    name: str
    kind: UnitKind | None
    extent: Extent
    district: str


@dataclass(frozen=True)
class Formation:
    """Cách thành lập: what the note says, taken apart."""

    form: Form
    was: str
    origins: tuple[Origin, ...]
    basis: str
    text: str
    changed_by: str  # the later resolution that gave the unit another kind, by its number


def read(note: str) -> Formation:
    """Đọc ghi chú: the formation on 1 July 2025; what the note adds of later years is left in its text."""
    text = re.sub(r"\.?\s*Số:.*$", "", note).strip()
    told = re.split(r"\.?\s*Bỏ cấp huyện", text)[0].strip(" .")
    was = _WAS.search(told)
    form, origins = _form(told)
    number, day = _resolution(note)
    of_2025 = day.endswith("2025")
    basis = f"Nghị quyết số {number} ngày {day}" if of_2025 else ""
    return Formation(form, was[1].strip() if was else "", origins, basis, text, "" if of_2025 else number)


def _resolution(note: str) -> tuple[str, str]:
    named = _RESOLUTION.search(note)
    return (named[1].strip(), named[2]) if named else ("", "")


def _form(told: str) -> tuple[Form, tuple[Origin, ...]]:
    if "giữ nguyên" in told.lower():
        return ("adjusted" if "điều chỉnh" in told else "kept"), ()
    for start in _STARTS:
        if found := start.search(told):
            return "merged", _origins(found[1])
    return "renamed", ()


def _origins(text: str) -> tuple[Origin, ...]:
    text = _HIGHER.sub(r"\1", _ASIDE.sub("", _BECAME.sub("", text)))
    if everything := _WHOLE_DISTRICT.match(text):
        return (Origin(everything[1], UnitKind.RURAL_DISTRICT, Extent.WHOLE, ""),)
    origins: list[Origin] = []
    kind: UnitKind | None = None
    partly = False
    for piece in _NAMES.split(text):
        piece = piece.strip(" .")
        partly = partly or bool(_PART.match(piece))
        rest = _SIZES.sub("", piece)
        if rest == piece and re.search(r"km2|dân số|diện tích|\bngười$", piece):
            continue  # sizes before the name; the name comes after "của"
        kind, origin = _origin(rest, kind, Extent.PART if partly else Extent.WHOLE)
        if origin:
            origins.append(origin)
        partly = False
    return tuple(origins)


def _origin(piece: str, kind: UnitKind | None, extent: Extent) -> tuple[UnitKind | None, Origin | None]:
    where = _DISTRICT.search(piece)
    name = _LEAD.sub("", _DISTRICT.sub("", piece).strip(" ."))
    if typed := _TYPED.match(name):
        kind = _KINDS[typed[1].lower()]
        name = name[typed.end() :]
    district = (where[1] or where[2] or "") if where else ""
    return kind, Origin(name.strip(" ."), kind, extent, district.strip()) if name else None
