"""Loading the two lists of administrative units, joined by succession, in one transaction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db import connection, models, transaction

from congvu.contexts.organisations import queries
from congvu.contexts.organisations.facts import AdministrativeListsLoaded
from congvu.contexts.organisations.models import Succession, Unit, UnitRecord, UnjoinedName
from congvu.contexts.organisations.queries import LISTED_FROM, TWO_TIERS_FROM, joining, sources
from congvu.contexts.organisations.queries.joining import Formed, Joined
from congvu.contexts.organisations.queries.sources import Listed
from congvu.contexts.organisations.states import Extent, Level, UnitKind
from congvu.kernel import scope
from congvu.kernel.audit import Actor, record
from congvu.kernel.names import search_key
from congvu.kernel.scope.models import UnitIdentity
from congvu.kernel.temporal.models import span

OLD_BASIS = "Danh mục và mã số đơn vị hành chính theo Quyết định 124/2004/QĐ-TTg"
NEW_BASIS = "Danh mục và mã số đơn vị hành chính theo Quyết định 19/2025/QĐ-TTg"
PROVINCES_BASIS = "Nghị quyết số 202/2025/QH15"
OLD_NOTE = (
    "Danh mục ghi các đơn vị như khoảng năm 2023; ngày bắt đầu lấy theo ngày ban hành danh mục năm 2004 và chưa có "
    "căn cứ cho từng đơn vị, một số đơn vị có thể đã sắp xếp trước ngày 30/06/2025."
)
DONG_NAI_CITY = "75"
CITY_FROM = date(2026, 4, 30)
CITY_BASIS = "Nghị quyết số 30/2026/QH16"
LATER = {"237/NQ-UBTVQH16": CITY_FROM}  # other resolutions of 2026 are told in the notes; their first day was not found
SEEDS = {  # the short names that commands and addresses use; the other provinces go by their own names
    (Level.DISTRICT, "918"): "binh-thuy",
    (Level.COMMUNE, "31144"): "xuan-khanh",
    (Level.DISTRICT, "932"): "chau-thanh-a",
    (Level.COMMUNE, "20272"): "an-hai-bac",
}


@dataclass
class _Draft:
    """The rows to write; a unit's key is known before any row is."""

    keys: Iterator[int]
    old: dict[tuple[Level, str], int] = field(default_factory=dict)
    new: dict[tuple[Level, str], int] = field(default_factory=dict)
    paths: dict[int, str] = field(default_factory=dict)
    slugs: dict[int, str] = field(default_factory=dict)
    ended: set[int] = field(default_factory=set)
    records: list[UnitRecord] = field(default_factory=list)


def load_administrative_lists(*, by: Actor, on: date) -> AdministrativeListsLoaded | None:
    """Nạp danh mục: three tiers until 30 June 2025, two since; a second call finds them and writes nothing."""
    with transaction.atomic():
        _take_turns()
        if queries.lists_loaded():
            return None
        joined = joining.joined()
        draft = _drafted(joined)
        _write(draft, joined)
        fact = AdministrativeListsLoaded(
            old_units=len(draft.old),
            new_units=len(draft.new),
            kept_units=len(set(draft.old.values()) & set(draft.new.values())),
            successions=Succession.objects.count(),
            unjoined_units=queries.unjoined_units().count(),
            unjoined_names=len(joined.unjoined),
        )
        with scope.within(draft.paths[draft.new[place]] for place in draft.new if place[0] is Level.PROVINCE):
            record(fact, by=by, on=on)
    return fact


def _take_turns() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('organisations.load_administrative_lists'))")


def _drafted(joined: Joined) -> _Draft:
    old, new = sources.before_2025(), sources.since_2025()
    draft = _Draft(_fresh_keys(len(old) + len(new)))
    kept = {commune.unit.code: commune.kept.code for commune in joined.communes if commune.kept}
    same = {(Level.COMMUNE, code): (Level.COMMUNE, before) for code, before in kept.items()}
    same |= {
        (Level.PROVINCE, code): (Level.PROVINCE, olds[0].code)
        for code, olds in joined.provinces.items()
        if len(olds) == 1
    }
    draft.old = {(unit.level, unit.code): next(draft.keys) for unit in old}
    for unit in new:
        place = (unit.level, unit.code)
        draft.new[place] = draft.old[same[place]] if place in same else next(draft.keys)
    draft.ended = set(draft.old.values()) - set(draft.new.values())
    formations = {commune.unit.code: commune for commune in joined.communes}
    for unit in old:
        _draft_old(draft, unit)
    for unit in new:
        _draft_new(draft, unit, formations.get(unit.code) if unit.level is Level.COMMUNE else None)
    return draft


_ABOVE = {Level.DISTRICT: Level.PROVINCE, Level.COMMUNE: Level.DISTRICT}


def _draft_old(draft: _Draft, unit: Listed) -> None:
    key = draft.old[unit.level, unit.code]
    parent = draft.old[_ABOVE[unit.level], unit.parent_code] if unit.parent_code else None
    draft.paths[key] = f"{draft.paths[parent]}.{key}" if parent else str(key)
    if slug := SEEDS.get((unit.level, unit.code)) or (unit.level is Level.PROVINCE and _slug(unit)):
        draft.slugs[key] = slug
    valid = span(LISTED_FROM, TWO_TIERS_FROM)
    draft.records.append(_record(unit, key, parent, valid, basis=OLD_BASIS, note=OLD_NOTE, start_known=False))


def _draft_new(draft: _Draft, unit: Listed, formed: Formed | None) -> None:
    key = draft.new[unit.level, unit.code]
    parent = draft.new[Level.PROVINCE, unit.parent_code] if unit.parent_code else None
    draft.paths[key] = f"{draft.paths[parent]}.{key}" if parent else str(key)
    if unit.level is Level.PROVINCE and key not in draft.slugs:
        draft.slugs[key] = f"{_slug(unit)}-{TWO_TIERS_FROM.year}"
    basis = formed.formation.basis if formed else PROVINCES_BASIS
    note = formed.formation.text if formed else ""
    later = _later(unit, formed)
    valid = span(TWO_TIERS_FROM, later[1] if later else None)
    draft.records.append(_record(unit, key, parent, valid, basis=basis or NEW_BASIS, note=note))
    if later:
        changed, since, ground = later
        draft.records.append(_record(changed, key, parent, span(since), basis=ground))


def _later(unit: Listed, formed: Formed | None) -> tuple[Listed, date, str] | None:
    """What changed the kind of the unit after 1 July 2025, where the day is known."""
    if formed and (since := LATER.get(formed.formation.changed_by)):
        name = formed.latest_name
        changed = replace(unit, name=name, short_name=sources.short(name), kind=sources.kind_of(name))
        return changed, since, f"Nghị quyết số {formed.formation.changed_by}"
    if (unit.level, unit.code) == (Level.PROVINCE, DONG_NAI_CITY):
        city = replace(unit, name=f"Thành phố {unit.short_name}", kind=UnitKind.CENTRAL_CITY)
        return city, CITY_FROM, CITY_BASIS
    return None


def _record(unit: Listed, key: int, parent: int | None, valid: Any, **more: Any) -> UnitRecord:
    return UnitRecord(
        unit_id=key,
        name=unit.name,
        short_name=unit.short_name,
        search_name=search_key(unit.name),
        code=unit.code,
        level=unit.level,
        kind=unit.kind,
        parent_id=parent,
        valid=valid,
        **more,
    )


def _slug(unit: Listed) -> str:
    return search_key(unit.short_name).replace(" ", "-")


def _fresh_keys(count: int) -> Iterator[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('scope_unitidentity', 'id')) FROM generate_series(1, %s)", [count]
        )
        return iter([row[0] for row in cursor.fetchall()])


def _write(draft: _Draft, joined: Joined) -> None:
    new = set(draft.new.values()) - set(draft.old.values())
    _insert(
        UnitIdentity, (UnitIdentity(pk=key, path=path, slug=draft.slugs.get(key)) for key, path in draft.paths.items())
    )
    _insert(
        Unit,
        (
            Unit(
                identity_id=key,
                founded_on=TWO_TIERS_FROM if key in new else None,
                dissolved_on=TWO_TIERS_FROM if key in draft.ended else None,
            )
            for key in draft.paths
        ),
    )
    _insert(UnitRecord, draft.records)
    _insert(Succession, _successions(draft, joined))
    _insert(
        UnjoinedName,
        (
            UnjoinedName(unit_id=draft.new[Level.COMMUNE, name.new.code], named=name.named, reason=name.reason)
            for name in {(name.new.code, name.named): name for name in joined.unjoined}.values()
        ),
    )


def _successions(draft: _Draft, joined: Joined) -> Iterator[Succession]:
    for join in joined.joins:
        old, new = draft.old[join.old.level, join.old.code], draft.new[join.new.level, join.new.code]
        yield Succession(
            predecessor_id=old, successor_id=new, on=TWO_TIERS_FROM, extent=join.extent, basis=join.basis or NEW_BASIS
        )
    for code, olds in joined.provinces.items():
        for province in olds if len(olds) > 1 else ():
            yield Succession(
                predecessor_id=draft.old[Level.PROVINCE, province.code],
                successor_id=draft.new[Level.PROVINCE, code],
                on=TWO_TIERS_FROM,
                extent=Extent.WHOLE,
                basis=PROVINCES_BASIS,
            )


def _insert(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    """COPY: INSERT of this many rows takes several times as long."""
    fields = [
        field
        for field in model._meta.concrete_fields
        if field.column and (not isinstance(field, models.AutoField) or model is UnitIdentity)
    ]
    columns = ", ".join(connection.ops.quote_name(field.column or "") for field in fields)
    with connection.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([getattr(row, field.attname) for field in fields])
