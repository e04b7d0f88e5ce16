"""Founding, renaming, moving and dissolving units: spans are closed and opened, nothing is overwritten."""

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from typing import Any

from django.db import connection, transaction

from congvu.contexts.organisations import queries
from congvu.contexts.organisations.actions.entries import Impossible, UnitEntry, filed, named
from congvu.contexts.organisations.facts import UnitDissolved, UnitFounded, UnitMoved, UnitRenamed
from congvu.contexts.organisations.models import Post, PostStandard, Succession, Unit, UnitRecord
from congvu.contexts.organisations.states import MANAGE_UNITS, Extent
from congvu.kernel import scope
from congvu.kernel.access import NotPermitted, Officer
from congvu.kernel.audit import record
from congvu.kernel.documents.decisions import Ground
from congvu.kernel.names import normalise, search_key
from congvu.kernel.scope.models import UnitIdentity
from congvu.kernel.temporal.models import span

_PLACE_BRANCH = """
UPDATE scope_unitidentity SET path = CASE WHEN path = %(old)s::ltree THEN %(new)s::ltree
  ELSE %(new)s::ltree || subpath(path, nlevel(%(old)s::ltree)) END
WHERE path <@ %(old)s::ltree
"""


@transaction.atomic
def found_unit(entry: UnitEntry, *, by: Officer, on: date) -> Unit:
    """Thành lập đơn vị: under a parent that stands on the day; a top unit only by who operates the server."""
    parent = _parent(entry.parent_id, by=by, on=on)
    unit = Unit.objects.create(identity=_identity(under=parent, slug=entry.slug), founded_on=on)
    name = normalise(entry.name)
    UnitRecord.objects.create(
        unit=unit,
        name=name,
        short_name=normalise(entry.short_name) or name,
        search_name=search_key(name),
        code=entry.code,
        level=entry.level,
        kind=entry.kind,
        block=entry.block,
        parent=parent,
        ground_id=filed(entry.ground),
        basis=entry.basis,
        valid=span(on),
    )
    with nullcontext() if parent else scope.within([str(unit.pk)]):  # nobody's scope reaches a new top yet
        record(UnitFounded(unit.pk, name, entry.parent_id, named(entry.ground)), by=by, on=on)
    return unit


def _parent(key: int | None, *, by: Officer, on: date) -> Unit | None:
    if key is None:
        if by.user_id is not None:
            raise NotPermitted(MANAGE_UNITS)
        return None
    by.demand(MANAGE_UNITS, over=key, on=on)
    parent = queries.locked(key)
    if not queries.stands(parent, on=on):
        raise Impossible(
            f"Đơn vị cấp trên không còn hoặc chưa có vào ngày {on:%d/%m/%Y}; đề nghị chọn đơn vị khác hoặc ngày khác."
        )
    return parent


def _identity(*, under: Unit | None, slug: str | None) -> UnitIdentity:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('scope_unitidentity', 'id'))")
        key = cursor.fetchone()[0]
    return UnitIdentity.objects.create(pk=key, path=f"{under.identity.path}.{key}" if under else str(key), slug=slug)


@transaction.atomic
def rename_unit(
    unit: Unit, *, name: str, short_name: str = "", ground: Ground | None = None, basis: str = "", by: Officer, on: date
) -> UnitRecord:
    """Đổi tên đơn vị: the old name holds until the day, the new one from it on."""
    by.demand(MANAGE_UNITS, over=unit.pk, on=on)
    unit = queries.locked(unit)
    name = normalise(name)
    changes = {"name": name, "short_name": normalise(short_name) or name, "search_name": search_key(name)}
    before, after = _changed(unit, changes, ground=ground, basis=basis, on=on)
    record(UnitRenamed(unit.pk, before.name, after.name, named(ground)), by=by, on=on)
    return after


@transaction.atomic
def move_unit(
    unit: Unit, *, parent: Unit, ground: Ground | None = None, basis: str = "", by: Officer, on: date
) -> UnitRecord:
    """Chuyển đơn vị: from the day it stands under another parent, with all that stands below it."""
    by.demand(MANAGE_UNITS, over=unit.pk, on=on)
    by.demand(MANAGE_UNITS, over=parent.pk, on=on)
    unit, parent = queries.locked(unit), queries.locked(parent)
    if f"{parent.identity.path}.".startswith(f"{unit.identity.path}."):
        raise Impossible("Không thể chuyển đơn vị vào chính nhánh của nó; đề nghị chọn đơn vị cấp trên khác.")
    if not queries.stands(parent, on=on):
        raise Impossible(
            f"Đơn vị cấp trên mới chưa có hoặc không còn vào ngày {on:%d/%m/%Y}; đề nghị chọn đơn vị khác."
        )
    before, after = _changed(unit, {"parent": parent}, ground=ground, basis=basis, on=on)
    if after.valid.upper is None:
        _place(unit, under=parent)
    record(UnitMoved(unit.pk, before.parent_id, parent.pk, named(ground)), by=by, on=on)
    return after


def _place(unit: Unit, *, under: Unit) -> None:
    with connection.cursor() as cursor:
        new = f"{under.identity.path}.{unit.pk}"
        cursor.execute(_PLACE_BRANCH, {"old": str(unit.identity.path), "new": new})


def _changed(
    unit: Unit, changes: dict[str, Any], *, ground: Ground | None, basis: str, on: date
) -> tuple[UnitRecord, UnitRecord]:
    before = queries.record_to_change(unit, on=on)
    if before is None:
        raise Impossible(f"Đơn vị chưa có hoặc không còn vào ngày {on:%d/%m/%Y}; đề nghị kiểm tra lại ngày hiệu lực.")
    if before.starts_on == on:
        raise Impossible(
            f"Đơn vị đã có thay đổi khác cùng hiệu lực từ ngày {on:%d/%m/%Y}; đề nghị chọn ngày hiệu lực sau đó."
        )
    end = before.valid.upper
    before.valid = span(before.starts_on, on)
    before.save(update_fields=["valid"])
    kept = ("name", "short_name", "search_name", "code", "level", "kind", "block", "parent")
    after = UnitRecord.objects.create(
        unit=unit,
        valid=span(on, end),
        ground_id=filed(ground),
        basis=basis,
        **{**{field: getattr(before, field) for field in kept}, **changes},
    )
    return before, after


@transaction.atomic
def dissolve_unit(
    unit: Unit,
    *,
    heirs: Sequence[tuple[Unit, str]] = (),
    ground: Ground | None = None,
    basis: str = "",
    by: Officer,
    on: date,
) -> Unit:
    """Giải thể đơn vị: `on` is the first day without it; its records, posts and standards end, its heirs are named."""
    by.demand(MANAGE_UNITS, over=unit.pk, on=on)
    unit = queries.locked(unit)
    last = _may_end(unit, on=on)
    _end_posts(unit, on=on)
    last.valid = span(last.starts_on, on)
    last.save(update_fields=["valid"])
    unit.dissolved_on = on
    unit.save(update_fields=["dissolved_on"])
    Succession.objects.bulk_create(
        Succession(predecessor=unit, successor=heir, on=on, extent=Extent(extent), basis=basis or named(ground))
        for heir, extent in heirs
    )
    fact = UnitDissolved(unit.pk, last.name, tuple(heir.pk for heir, _ in heirs), named(ground))
    record(fact, by=by, on=on)
    return unit


def _may_end(unit: Unit, *, on: date) -> UnitRecord:
    last = queries.record_to_change(unit, on=on)
    if last is None or last.starts_on == on:
        raise Impossible(f"Đơn vị chưa có hoặc không còn vào ngày {on:%d/%m/%Y}; đề nghị kiểm tra lại ngày giải thể.")
    if last.valid.upper is not None:
        raise Impossible("Đơn vị đã có thay đổi sau ngày giải thể; đề nghị chọn ngày sau thay đổi cuối cùng.")
    if below := queries.children(unit, on=on).count():
        raise Impossible(
            f"Đơn vị còn {below} đơn vị trực thuộc vào ngày {on:%d/%m/%Y}; "
            "đề nghị giải thể hoặc chuyển các đơn vị đó trước."
        )
    return last


def _end_posts(unit: Unit, *, on: date) -> None:
    posts = list(queries.posts_to_end(unit, on=on))
    if later := next((post for post in posts if post.starts_on is not None and post.starts_on >= on), None):
        raise Impossible(f"Vị trí “{later.title}” được lập từ ngày giải thể trở đi; đề nghị bãi bỏ vị trí này trước.")
    standards = list(queries.standards_to_end(posts, on=on))
    for row in (*standards, *posts):
        row.valid = span(row.starts_on, on)
    PostStandard.objects.bulk_update(standards, ["valid"])
    Post.objects.bulk_update(posts, ["valid"])
