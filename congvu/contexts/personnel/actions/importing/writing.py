"""The writing of a confirmed list: everything in one transaction, or nothing."""

from datetime import date

from django.db import transaction

from congvu.contexts.personnel.actions.enrolment import enrol
from congvu.contexts.personnel.actions.importing.changes import change
from congvu.contexts.personnel.actions.importing.checking import ask_of, keep_report
from congvu.contexts.personnel.actions.importing.desk import CONFIRMATION, await_confirmation, case_of, found_in
from congvu.contexts.personnel.actions.importing.newcomers import entry_of
from congvu.contexts.personnel.actions.importing.posts import create_missing
from congvu.contexts.personnel.facts import ImportReturned, ImportWritten
from congvu.contexts.personnel.models import ImportBatch
from congvu.contexts.personnel.queries import imports
from congvu.contexts.personnel.states import ImportState
from congvu.contexts.personnel.workflow import IMPORT
from congvu.kernel import scope
from congvu.kernel.access import Officer
from congvu.kernel.agenda import actions as duties
from congvu.kernel.audit import record
from congvu.kernel.documents import files

MOVED_ON = "Hồ sơ đã thay đổi từ khi kiểm tra nên chưa ghi gì; đề nghị xem lại kết quả mới rồi xác nhận lần nữa."


NOT_TAKEN = (
    "Cơ sở dữ liệu không nhận danh sách vì trái với một hồ sơ đang có; chưa ghi gì. "
    "Đề nghị xem lại các dòng thay đổi, sửa tệp rồi nộp lại."
)


@transaction.atomic
def write(batch_id: int, *, by: Officer, on: date) -> ImportBatch:
    """Ghi danh sách: checked once more, and written only if it would still do what the officer confirmed.

    A list that is already written stays as it is, so that the order may safely be given twice.
    """
    with scope.within(by.sight):
        imports.take_turn()
        batch = imports.locked_batch(batch_id)
        by.demand(imports.MANAGE, over=batch.unit_id, on=on)
        if batch.state == ImportState.WRITTEN:
            return batch
        found = imports.examine(files.content_of(batch.file), ask_of(batch, by=by, on=on))
        if imports.digest(found) != batch.summary.get("digest"):
            return _return(batch, found, by=by, on=on)
        return write_found(found, batch, by=by, on=on)


def write_found(found: imports.Examination, batch: ImportBatch, *, by: Officer, on: date) -> ImportBatch:
    """Ghi điều đã kiểm tra, within the transaction of the examination."""
    batch.state = IMPORT.take("write", batch, knowing=found_in(batch), by=by, on=on)
    _write(found, batch, by=by, on=on)
    batch.save(update_fields=["state"])
    duties.close(CONFIRMATION, case_of(batch), on=on)
    counted = imports.counts(found)
    fact = ImportWritten(batch.unit_id, batch.file.name, counted["rows"], counted["new"], counted["changed"])
    record(fact, by=by, on=on)
    return batch


def _write(found: imports.Examination, batch: ImportBatch, *, by: Officer, on: date) -> None:
    source = f"danh sách nhập số {batch.pk}"
    created = create_missing(found.missing_posts, by=by, on=batch.on)
    newcomers = [entry_of(outcome.said, created, on=batch.on) for outcome in found.of(imports.NEW)]
    if newcomers:
        enrol(newcomers, by=by, on=on, source=source)
    for outcome in found.of(imports.CHANGED):
        change(outcome, created, source=source, by=by, on=on)


@transaction.atomic
def give_back(batch_id: int, *, by: Officer, on: date) -> ImportBatch:
    """Trả lại danh sách: it could not be written again and again, so it waits for a person instead of for ever."""
    with scope.within(by.sight):
        batch = imports.locked_batch(batch_id)
        batch.state = IMPORT.take("return", batch, knowing=found_in(batch), by=by, on=on)
        batch.summary["notice"] = NOT_TAKEN
        batch.save(update_fields=["state", "summary"])
        await_confirmation(batch, by=by, on=on)
        record(ImportReturned(batch.unit_id, batch.pk), by=by, on=on)
        return batch


def _return(batch: ImportBatch, found: imports.Examination, *, by: Officer, on: date) -> ImportBatch:
    batch.state = IMPORT.take("return", batch, knowing=found_in(batch), by=by, on=on)
    keep_report(batch, found)
    batch.summary["notice"] = MOVED_ON
    batch.save(update_fields=["state", "summary", "rows_done", "rows_total"])
    await_confirmation(batch, by=by, on=on)
    record(ImportReturned(batch.unit_id, batch.pk), by=by, on=on)
    return batch
