"""Writing the groups of a file: filed, changed from a day, corrected from the beginning, ended, withdrawn."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from congvu.contexts.personnel import queries
from congvu.contexts.personnel.actions.enrolment import item_row
from congvu.contexts.personnel.actions.entries import ItemEntry
from congvu.contexts.personnel.facts.items import ItemChanged, ItemCorrected, ItemEnded, ItemFiled, ItemWithdrawn
from congvu.contexts.personnel.models import FileItem, Person
from congvu.contexts.personnel.rules import NotFit, fit, holds_from, holds_until
from congvu.kernel.access import Officer
from congvu.kernel.audit import record
from congvu.kernel.documents.decisions import file_decisions
from congvu.kernel.temporal.models import span
from congvu.law.personal_file import Group, group

_MANAGE = "personnel.manage_records"


@transaction.atomic
def file_item(person: Person, entry: ItemEntry, *, by: Officer, on: date, source: str = "") -> FileItem:
    """Ghi mục hồ sơ: the item holds from its day; of a group with one entry at a time the former one ends there.

    Raises NotFit with a sentence for each field that is wrong.
    """
    person = queries.locked(person)
    kept = fit(entry.group, entry.values, none=entry.none)
    _demand(person, group(entry.group), by=by, on=on)
    papers = file_decisions([entry.ground] if entry.ground else [])
    start = holds_from(entry.group, kept) or entry.since or on
    until = _make_room(person, entry, start=start, by=by, on=on)
    placed = replace(entry, since=start, until=holds_until(entry.group, kept) or entry.until or until)
    item = item_row(person, placed, papers, values=kept)
    item.save(force_insert=True)
    record(ItemFiled(person.pk, item.pk, entry.group, tuple(kept), start, source), by=by, on=on)
    return item


def _make_room(person: Person, entry: ItemEntry, *, start: date, by: Officer, on: date) -> date | None:
    """A group with one entry at a time passes from one to the next; «không có» and an entry exclude each other.

    Where a later entry is known already, the day on which the new one gives way to it.
    """
    kind = group(entry.group)
    for held in queries.standing_items(person, kind, on=start):
        if kind.many and not (held.none or entry.none):
            continue
        if held.starts_on is not None and held.starts_on > start:
            following: date = held.starts_on
            return following
        if kind.many and entry.none or held.starts_on == start:
            raise NotFit({"": f"Mục “{kind.label}” đã có nội dung từ ngày này; hãy đính chính hoặc rút nội dung ấy."})
        end_item(held, until=start, by=by, on=on)
    return None


@transaction.atomic
def change_item(
    item: FileItem, values: Mapping[str, Any], *, since: date, by: Officer, on: date, source: str = ""
) -> FileItem:
    """Thay đổi mục hồ sơ: until `since` the file says what it said, from then on the new values. Raises NotFit."""
    item, kept = _opened(item, values, by=by, on=on)
    if item.starts_on is not None and since <= item.starts_on:
        sentence = f"Nội dung này có từ ngày {item.starts_on:%d/%m/%Y}; hãy chọn ngày sau đó, hoặc đính chính."
        raise NotFit({"": sentence})
    until = item.valid.upper
    item.valid = span(item.starts_on, since)
    item.save(update_fields=["valid"])
    changed = _following(item, kept, start=since, end=until)
    fact = ItemChanged(item.person_id, changed.pk, item.group, _different(item, kept), since, source)
    record(fact, by=by, on=on)
    return changed


@transaction.atomic
def correct_item(item: FileItem, values: Mapping[str, Any], *, by: Officer, on: date, source: str = "") -> FileItem:
    """Đính chính mục hồ sơ: the file is read as if it had always said the new values; the old item is kept withdrawn.

    Raises NotFit.
    """
    item, kept = _opened(item, values, by=by, on=on)
    item.withdrawn_on = on
    item.save(update_fields=["withdrawn_on"])
    corrected = _following(item, kept, start=item.starts_on, end=item.valid.upper)
    fact = ItemCorrected(item.person_id, corrected.pk, item.group, _different(item, kept), source)
    record(fact, by=by, on=on)
    return corrected


@transaction.atomic
def end_item(item: FileItem, *, until: date, by: Officer, on: date) -> FileItem:
    """Kết thúc mục hồ sơ: `until` is the first day without it. Raises NotFit."""
    item, _ = _opened(item, None, by=by, on=on)
    if item.starts_on is not None and until <= item.starts_on:
        raise NotFit({"": f"Nội dung này có từ ngày {item.starts_on:%d/%m/%Y}; ngày kết thúc phải sau ngày đó."})
    item.valid = span(item.starts_on, until)
    item.save(update_fields=["valid"])
    record(ItemEnded(item.person_id, item.pk, item.group, until), by=by, on=on)
    return item


@transaction.atomic
def withdraw_item(item: FileItem, *, reason: str, by: Officer, on: date) -> FileItem:
    """Rút mục hồ sơ: it stays readable with its reason and counts for nothing. Raises NotFit."""
    item, _ = _opened(item, None, by=by, on=on)
    item.withdrawn_on = on
    item.save(update_fields=["withdrawn_on"])
    record(ItemWithdrawn(item.person_id, item.pk, item.group, reason), by=by, on=on)
    return item


def _opened(
    item: FileItem, values: Mapping[str, Any] | None, *, by: Officer, on: date
) -> tuple[FileItem, dict[str, Any]]:
    """The item held for this transaction, and the clean values."""
    queries.locked(item.person)
    item = queries.locked_item(item)
    _demand(item.person, group(item.group), by=by, on=on)
    if item.withdrawn_on is not None:
        raise NotFit({"": f"Mục này đã được rút ngày {item.withdrawn_on:%d/%m/%Y}; hãy tải lại hồ sơ."})
    return item, {} if values is None else fit(item.group, values)


def _following(item: FileItem, kept: dict[str, Any], *, start: date | None, end: date | None) -> FileItem:
    following: FileItem = FileItem.objects.create(
        person=item.person,
        group=item.group,
        sensitivity=item.sensitivity,
        values=kept,
        ground=item.ground,
        follows=item,
        valid=span(start, end),
    )
    return following


def _different(item: FileItem, kept: Mapping[str, Any]) -> tuple[str, ...]:
    names = {*item.values, *kept}
    return tuple(sorted(name for name in names if item.values.get(name) != kept.get(name)))


def _demand(person: Person, kind: Group, *, by: Officer, on: date) -> None:
    """Whoever writes a group also sees it."""
    by.demand(_MANAGE, over=person.identity.home_id, on=on)
    if not by.sees(kind.sensitivity, over=person.identity.home_id, on=on):
        by.demand(kind.sensitivity.permission, over=person.identity.home_id, on=on)


__all__ = ["change_item", "correct_item", "end_item", "file_item", "withdraw_item"]
