"""Joining the two lists: which old unit went into which new one, as far as the notes and the codes tell."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from congvu.contexts.organisations.queries import formation, sources
from congvu.contexts.organisations.queries.formation import Formation, Origin
from congvu.contexts.organisations.queries.places import Places, bare, rather
from congvu.contexts.organisations.queries.sources import Listed, Note
from congvu.contexts.organisations.states import Extent, Level

BY_CODE = "Nối theo mã được giữ lại trong danh mục mới; ghi chú của nguồn không nêu đơn vị này"
_LONG = 240  # the source cuts its notes near this length


@dataclass(frozen=True)
class Join:
    """Nối: an old unit went into a new one, wholly or in part."""

    old: Listed
    new: Listed
    extent: Extent
    basis: str


@dataclass(frozen=True)
class Unjoined:
    """Chưa nối được: a name in a note for which no single old unit was found."""

    new: Listed
    named: str
    reason: str


@dataclass(frozen=True)
class Formed:
    """Xã, phường mới: one new commune, how it was formed, and the old units whose code it may have kept."""

    unit: Listed
    formation: Formation
    anchors: tuple[Listed, ...]
    latest_name: str

    @property
    def kept(self) -> Listed | None:
        """The old unit that goes on under the same name with the same extent."""
        same = [old for old in self.anchors if bare(old.name) == bare(self.unit.name)]
        return same[0] if same and self.formation.form == "kept" else None


@dataclass(frozen=True)
class Joined:
    """Kết quả nối: how each new commune was formed, the old provinces of each new one, who went where, what is left."""

    communes: tuple[Formed, ...]
    provinces: dict[str, tuple[Listed, ...]]
    joins: tuple[Join, ...]
    unjoined: tuple[Unjoined, ...]


@cache
def joined() -> Joined:
    """Nối hai danh mục."""
    places = Places(sources.before_2025())
    communes = tuple(_communes(places))
    provinces = _provinces(communes, places)
    changed = [commune for commune in communes if not commune.kept]
    found = [_origins_of(commune, places, provinces[commune.unit.parent_code]) for commune in changed]
    joins = _settled(join for some, _ in found for join in some)
    joins += _by_code(changed, known={join.old.code for join in joins} | {c.kept.code for c in communes if c.kept})
    return Joined(communes, provinces, tuple(joins), tuple(name for _, names in found for name in names))


def _communes(places: Places) -> Iterator[Formed]:
    notes = sources.notes()
    by_code = {note.code: note for note in notes}
    by_name = {(note.province_code, note.name.lower()): note for note in notes}
    by_place = {(note.province_code, bare(_place(note.name))): note for note in notes}
    for unit in sources.since_2025():
        if unit.level is Level.COMMUNE:
            note = (  # the name first: the packages disagree about some codes, and in 2026 some communes became wards
                by_name.get((unit.parent_code, unit.name.lower()))
                or by_place.get((unit.parent_code, bare(unit.short_name)))
                or by_code.get(unit.code)
                or Note(unit.parent_code, unit.code, unit.name, "")
            )
            olds = (places.communes.get(code) for code in dict.fromkeys((note.code, unit.code)))
            yield Formed(unit, formation.read(note.text), tuple(old for old in olds if old), note.name)


def _place(name: str) -> str:
    return name.removeprefix("Đặc khu ").removeprefix("Phường ").removeprefix("Xã ")


def _provinces(communes: Iterable[Formed], places: Places) -> dict[str, tuple[Listed, ...]]:
    found: dict[str, dict[str, Listed]] = {}
    for commune in communes:
        origins = found.setdefault(commune.unit.parent_code, {})
        for old in commune.anchors:
            origins[places.province(old).code] = places.province(old)
    return {code: tuple(origins[key] for key in sorted(origins)) for code, origins in found.items()}


def _origins_of(commune: Formed, places: Places, olds: tuple[Listed, ...]) -> tuple[list[Join], list[Unjoined]]:
    near = {old.parent_code for old in commune.anchors}
    among = {places.province(old).code for old in commune.anchors} or {province.code for province in olds}
    options = [(origin, places.called(origin, among=sorted(among))) for origin in _told(commune)]
    near |= {found[0].parent_code for origin, found in options if len(found) == 1 and not _numbered(origin)}
    joins: list[Join] = []
    unjoined: list[Unjoined] = []
    for number, (origin, found) in enumerate(options, start=1):
        nearby = [unit for unit in found if unit.parent_code in near]
        found = nearby if _numbered(origin) else rather(found, nearby)
        if len(found) == 1:
            parts = places.inside(found[0]) if found[0].level is Level.DISTRICT else found
            joins += [Join(part, commune.unit, origin.extent, commune.formation.basis) for part in parts]
        else:
            cut = number == len(options) and len(commune.formation.text) > _LONG
            unjoined.append(Unjoined(commune.unit, _spoken(origin), _reason(found, cut=cut)))
    return joins, unjoined


def _numbered(origin: Origin) -> bool:
    """Wards called by a number have namesakes in every town: only those of the districts at hand count."""
    return len(origin.name) < 3 or origin.name.isdigit()


def _told(commune: Formed) -> tuple[Origin, ...]:
    """What the note names; a mere change of name tells of one origin, the unit of the old name."""
    was = bare(commune.formation.was)
    renamed = commune.formation.form == "renamed" and was
    old = [old for old in commune.anchors if renamed and was in (bare(old.name), bare(old.short_name))]
    return (Origin(old[0].short_name, old[0].kind, Extent.WHOLE, ""),) if old else commune.formation.origins


def _settled(joins: Iterable[Join]) -> list[Join]:
    """One line per pair; whoever went to several places went nowhere as a whole."""
    pairs = {(join.old.code, join.new.code): join for join in joins}
    times = Counter(old for old, _ in pairs)
    return [
        replace(join, extent=Extent.UNKNOWN) if times[join.old.code] > 1 and join.extent is Extent.WHOLE else join
        for join in pairs.values()
    ]


def _by_code(changed: Iterable[Formed], *, known: set[str]) -> list[Join]:
    return [
        Join(old, commune.unit, Extent.UNKNOWN, BY_CODE)
        for commune in changed
        for old in commune.anchors
        if old.code not in known
    ]


def _spoken(origin: Origin) -> str:
    return f"{origin.kind.label} {origin.name}" if origin.kind else origin.name


def _reason(found: list[Listed], *, cut: bool) -> str:
    if found:
        return f"Danh mục cũ có {len(found)} đơn vị cùng tên, nguồn không nói rõ đơn vị nào."
    if cut:
        return "Ghi chú của nguồn bị cắt giữa chừng, tên không trọn vẹn."
    return "Không có trong danh mục cũ; có thể được lập hoặc đổi tên trong các năm 2023 – 2025."
