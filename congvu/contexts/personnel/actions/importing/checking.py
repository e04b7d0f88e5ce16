"""The check of a stored list: reads much, writes only what it found, and says how far it is."""

from dataclasses import replace
from datetime import date

from django.db import transaction

from congvu.contexts.personnel.actions.importing.desk import CREATES_POSTS, await_confirmation, found_in
from congvu.contexts.personnel.facts import ImportChecked, ImportRefused
from congvu.contexts.personnel.models import ImportBatch
from congvu.contexts.personnel.queries import imports
from congvu.contexts.personnel.states import ImportState
from congvu.contexts.personnel.workflow import IMPORT
from congvu.kernel import scope
from congvu.kernel.access import Officer
from congvu.kernel.audit import record
from congvu.kernel.documents import files
from congvu.kernel.sheets import UnreadableSheet


def check(batch_id: int, *, by: Officer, on: date) -> ImportBatch:
    """Kiểm tra: not one transaction, so that whoever waits sees how far it is; killed, it can begin again.

    A list that is already checked stays as it is, so that the order may safely be given twice.
    """
    with scope.within(by.sight):
        batch = imports.batch(batch_id)
        by.demand(imports.IMPORT, over=batch.unit_id, on=on)
    if batch.state != ImportState.RECEIVED:
        return batch
    try:
        content = files.content_of(batch.file)
        ask = replace(ask_of(batch, by=by, on=on), scoped=lambda: scope.within(by.sight))
        found = imports.examine(content, ask, progress=_Progress(batch, by))
    except (UnreadableSheet, files.FileMissing) as refused:
        return _refuse(batch_id, str(refused), by=by, on=on)
    return keep_check(batch_id, found, by=by, on=on)


def ask_of(batch: ImportBatch, *, by: Officer, on: date) -> imports.Ask:
    """What the examination must know of the import and of the officer."""
    answers = {key: unit for key, unit in batch.answers.items() if key != CREATES_POSTS}
    create = bool(batch.answers.get(CREATES_POSTS, True))
    return asking(batch.unit_id, by=by, on=on, day=batch.on, answers=answers, create=create)


def asking(
    unit_id: int, *, by: Officer, on: date, day: date, answers: dict[str, int] | None = None, create: bool = True
) -> imports.Ask:
    """What the examination must know: the unit, the day of the list, and what the officer may do."""
    paths = by.paths_for(imports.MANAGE) or by.paths_for(imports.IMPORT)
    return imports.Ask(
        unit=unit_id,
        on=day,
        answers=answers or {},
        creates_posts=create,
        may_create=lambda unit: by.may("organisations.manage_units", over=unit, on=on),
        may_change=lambda path: any(f"{path}.".startswith(f"{own}.") for own in paths),
    )


class _Progress:
    """Tiến độ: seen by others while the check runs, when it runs outside of a transaction."""

    def __init__(self, batch: ImportBatch, by: Officer) -> None:
        self.batch, self.by = batch, by

    def __call__(self, done: int, total: int) -> None:
        with scope.within(self.by.sight):
            ImportBatch.objects.filter(pk=self.batch.pk).update(rows_done=done, rows_total=total)


@transaction.atomic
def keep_check(batch_id: int, found: imports.Examination, *, by: Officer, on: date) -> ImportBatch:
    """Ghi kết quả kiểm tra, and let the list wait for confirmation."""
    with scope.within(by.sight):
        batch = imports.locked_batch(batch_id)
        batch.state = IMPORT.take("check", batch, knowing=found_in(batch), by=by, on=on)
        keep_report(batch, found)
        batch.save(update_fields=["state", "summary", "rows_done", "rows_total"])
        await_confirmation(batch, by=by, on=on)
        record(ImportChecked(batch.unit_id, batch.pk, batch.rows_total, batch.summary["faulty"]), by=by, on=on)
    return batch


def keep_report(batch: ImportBatch, found: imports.Examination) -> None:
    """Ghi biên bản kiểm tra vào đợt nhập."""
    batch.summary = imports.report(found)
    batch.rows_done = batch.rows_total = len(found.outcomes)


def _refuse(batch_id: int, reason: str, *, by: Officer, on: date) -> ImportBatch:
    with scope.within(by.sight):
        batch = imports.locked_batch(batch_id)
        batch.state = IMPORT.take("refuse", batch, knowing=found_in(batch), by=by, on=on)
        batch.summary = {"refusal": reason}
        batch.save(update_fields=["state", "summary"])
        record(ImportRefused(batch.unit_id, batch.pk, reason), by=by, on=on)
    return batch
