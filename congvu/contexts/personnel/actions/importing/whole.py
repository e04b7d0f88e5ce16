"""A list from file to files in one go, for the command line: in the transaction that the command opened."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from congvu.contexts.personnel.actions.importing.checking import asking, keep_check
from congvu.contexts.personnel.actions.importing.desk import confirm, hand_in
from congvu.contexts.personnel.actions.importing.writing import write_found
from congvu.contexts.personnel.queries import imports
from congvu.kernel.access import Officer


@dataclass(frozen=True)
class Order:
    """Lệnh nhập: the file, for which unit, as of which day, and how far to go."""

    name: str
    content: bytes
    unit_id: int
    day: date
    dry_run: bool = False
    accept_good: bool = False


@dataclass(frozen=True)
class Imported:
    """Kết quả nhập: the counts and faults, and the faulty rows as a workbook when only the good ones were written."""

    counted: dict[str, Any] = field(default_factory=dict)
    returned: bytes = b""


def import_list(order: Order, *, by: Officer, on: date) -> Imported:
    """Nhập danh sách: a dry run writes nothing; faults hold everything back unless the good rows are accepted.

    One examination serves check and writing alike, because nobody else writes a list in between.
    """
    by.demand(imports.IMPORT, over=order.unit_id, on=on)
    imports.take_turn()
    found = imports.examine(order.content, asking(order.unit_id, by=by, on=on, day=order.day))
    report = imports.report(found)
    counted = {name: report[name] for name in ("rows", "new", "changed", "unchanged", "faults")}
    if not order.dry_run:
        _write(order, found, report, by=by, on=on)
    wanted = order.accept_good and report["faulty"]
    return Imported(counted, imports.faulty_rows(order.content, report) if wanted else b"")


def _write(order: Order, found: imports.Examination, report: dict[str, Any], *, by: Officer, on: date) -> None:
    writable = report["new"] + report["changed"]
    if not writable or (report["faulty"] and not order.accept_good):
        return
    batch = hand_in(order.content, name=order.name, unit_id=order.unit_id, day=order.day, by=by, on=on)
    batch = keep_check(batch.pk, found, by=by, on=on)
    batch = confirm(batch.pk, accept_good=order.accept_good, by=by, on=on)
    write_found(found, batch, by=by, on=on)
