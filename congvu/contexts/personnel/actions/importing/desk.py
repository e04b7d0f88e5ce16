"""Handing a list in, answering what was asked, confirming it, discarding it: what an officer does at the desk."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from congvu.contexts.personnel.facts import ImportAnswered, ImportConfirmed, ImportDiscarded, ImportReceived
from congvu.contexts.personnel.models import ImportBatch
from congvu.contexts.personnel.queries import imports
from congvu.contexts.personnel.states import ImportState
from congvu.contexts.personnel.workflow import IMPORT, Found
from congvu.kernel import agenda
from congvu.kernel.access import Officer
from congvu.kernel.agenda import actions as duties
from congvu.kernel.audit import record
from congvu.kernel.calendar import ZONE
from congvu.kernel.documents import files
from congvu.kernel.sheets import Limits, UnreadableSheet

CONFIRMATION = "personnel.confirm_import"
CREATES_POSTS = "create_posts"
_DAYS_TO_CONFIRM = 7
_MEDIA = "application/octet-stream"


def size_limit() -> int:
    """Cỡ tệp lớn nhất được nhận, in bytes."""
    return int(getattr(settings, "UPLOAD_LIMIT", Limits().bytes))


@transaction.atomic
def receive(content: bytes, *, name: str, unit_id: int, day: date, by: Officer, on: date) -> ImportBatch:
    """Nhận tệp: stored, not yet checked; its figures hold on `day`. Raises UnreadableSheet, NotStanding."""
    by.demand(imports.IMPORT, over=unit_id, on=on)
    imports.standing(unit_id, on=day)
    _readable(content)
    return hand_in(content, name=name, unit_id=unit_id, day=day, by=by, on=on)


def _readable(content: bytes) -> None:
    if len(content) > size_limit():
        raise UnreadableSheet(
            f"Tệp nặng {len(content) / 2**20:.0f} MB, quá giới hạn {size_limit() / 2**20:.0f} MB; "
            "đề nghị xóa hình ảnh, định dạng thừa hoặc tách thành nhiều tệp."
        )
    sheet = imports.opened(content)
    if next(sheet.rows(), None) is None:
        raise UnreadableSheet("Bảng chỉ có tiêu đề, không có dòng nào; đề nghị điền danh sách rồi gửi lại.")


def hand_in(content: bytes, *, name: str, unit_id: int, day: date, by: Officer, on: date) -> ImportBatch:
    """Lưu tệp đã đọc được, and open an import for it."""
    stored = files.store(content, name=name, media_type=_MEDIA)
    batch = ImportBatch.objects.create(unit_id=unit_id, file=stored, on=day, handed_in_by_id=by.user_id)
    record(ImportReceived(unit_id, batch.pk, stored.name, stored.sha256), by=by, on=on)
    return batch


@transaction.atomic
def answer(batch_id: int, units: dict[str, int], *, create_posts: bool, by: Officer, on: date) -> ImportBatch:
    """Trả lời: which words mean which unit, and whether missing posts are created; the list is then checked again."""
    batch = imports.locked_batch(batch_id)
    by.demand(imports.IMPORT, over=batch.unit_id, on=on)
    batch.state = IMPORT.take("answer", batch, knowing=found_in(batch), by=by, on=on)
    batch.answers = {**batch.answers, **units, CREATES_POSTS: create_posts}
    batch.rows_done = 0
    batch.save(update_fields=["state", "answers", "rows_done"])
    duties.withdraw(CONFIRMATION, case_of(batch), on=on)
    record(ImportAnswered(batch.unit_id, batch.pk, batch.answers), by=by, on=on)
    return batch


@transaction.atomic
def confirm(batch_id: int, *, accept_good: bool, by: Officer, on: date) -> ImportBatch:
    """Xác nhận: the list may be written now. Raises Refused, for the second of two officers too."""
    batch = imports.locked_batch(batch_id)
    by.demand(imports.MANAGE, over=batch.unit_id, on=on)
    batch.accept_good = accept_good
    batch.state = IMPORT.take("confirm", batch, knowing=found_in(batch), by=by, on=on)
    batch.save(update_fields=["state", "accept_good"])
    counted = batch.summary
    record(ImportConfirmed(batch.unit_id, batch.pk, counted["new"], counted["changed"], accept_good), by=by, on=on)
    return batch


@transaction.atomic
def discard(batch_id: int, *, by: Officer, on: date) -> ImportBatch:
    """Hủy: the list will not be written; the file stays, with who handed it in."""
    batch = imports.locked_batch(batch_id)
    by.demand(imports.IMPORT, over=batch.unit_id, on=on)
    name = "withdraw" if batch.state == ImportState.RECEIVED else "discard"
    batch.state = IMPORT.take(name, batch, knowing=found_in(batch), by=by, on=on)
    batch.save(update_fields=["state"])
    duties.withdraw(CONFIRMATION, case_of(batch), on=on)
    record(ImportDiscarded(batch.unit_id, batch.pk), by=by, on=on)
    return batch


def found_in(batch: ImportBatch) -> Found:
    """What the workflow may know of the import."""
    counted: dict[str, Any] = batch.summary or {}
    writable = counted.get("new", 0) + counted.get("changed", 0)
    return Found(faulty=counted.get("faulty", 0), writable=writable, accept_good=batch.accept_good)


def await_confirmation(batch: ImportBatch, *, by: Officer, on: date) -> None:
    """Giao việc xác nhận cho đơn vị: the checked list waits in the inbox of whoever may confirm it."""
    duty = agenda.Duty(
        kind=CONFIRMATION,
        case=case_of(batch),
        title=f"Xác nhận danh sách nhập “{batch.file.name}”: {_result(batch.summary)}",
        address=f"/nhap-du-lieu/{batch.pk}/",
        holder=agenda.Holder(batch.unit_id),
        permission=imports.MANAGE,
        since=datetime.combine(on, time(), ZONE),
        by_when=datetime.combine(on + timedelta(days=_DAYS_TO_CONFIRM), time(17), ZONE),
        why=f"Nên xác nhận trong {_DAYS_TO_CONFIRM} ngày từ khi kiểm tra, để hồ sơ không thay đổi trong lúc chờ.",
    )
    duties.open_duty(duty, by=by, on=on)


def _result(counted: dict[str, Any]) -> str:
    return f"{counted['new']} hồ sơ mới, {counted['changed']} thay đổi, {counted['faulty']} dòng sai"


def case_of(batch: ImportBatch) -> str:
    """The name under which the agenda knows the import."""
    return f"personnel.import/{batch.pk}"
