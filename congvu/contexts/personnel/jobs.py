"""Background work of personnel: each task calls one action, as the officer who ordered it."""

from datetime import date, datetime

from django.db import IntegrityError, OperationalError
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from congvu.contexts.personnel.actions import completeness, imports
from congvu.kernel import scope
from congvu.kernel.access import Officer, officer_of
from congvu.kernel.access.models import User
from congvu.kernel.calendar import ZONE

_TRIES = 3
_BATCH = 5000
_AGAIN = RetryStrategy(max_attempts=_TRIES, wait=5, retry_exceptions={IntegrityError, OperationalError})


@app.task(name="personnel.check_import", queue="imports", retry=_AGAIN)
def check_import(batch: int, user: int, on: str) -> None:
    """Kiểm tra danh sách nhập."""
    imports.check(batch, by=_officer(user, on), on=date.fromisoformat(on))


@app.task(name="personnel.write_import", queue="imports", retry=_AGAIN, pass_context=True)
def write_import(context: JobContext, batch: int, user: int, on: str) -> None:
    """Ghi danh sách nhập đã được xác nhận."""
    write_or_give_back(batch, user, on, last=context.job.attempts >= _TRIES)


def write_or_give_back(batch: int, user: int, on: str, *, last: bool = False) -> None:
    """Ghi; what the database refuses to the last goes back to the officer instead of waiting for ever."""
    by, day = _officer(user, on), date.fromisoformat(on)
    try:
        imports.write(batch, by=by, on=day)
    except IntegrityError:
        if not last:
            raise
        imports.give_back(batch, by=by, on=day)


@app.periodic(cron="* * * * * */10")
@app.task(name="personnel.reckon_due", queueing_lock="personnel.reckon_due")
def reckon_due(timestamp: int) -> None:
    """Tính lại độ đầy đủ của những hồ sơ vừa thay đổi."""
    with scope.within(scope.everything(scope.tops())):
        while completeness.reckon_due(on=_day(timestamp), most=_BATCH) == _BATCH:
            pass


@app.periodic(cron="10 0 * * *")
@app.task(name="personnel.reckon_all", queueing_lock="personnel.reckon_all")
def reckon_all(timestamp: int) -> None:
    """Tính lại độ đầy đủ của mọi hồ sơ khi sang ngày mới."""
    with scope.within(scope.everything(scope.tops())):
        completeness.reckon_all(on=_day(timestamp))


def _day(timestamp: int) -> date:
    return datetime.fromtimestamp(timestamp, ZONE).date()


def order_check(batch: int, *, by: Officer, on: date) -> None:
    """Xếp việc kiểm tra, in the transaction of whoever orders it."""
    check_import.defer(batch=batch, user=by.user_id or 0, on=on.isoformat())


def order_writing(batch: int, *, by: Officer, on: date) -> None:
    """Xếp việc ghi, in the transaction of whoever orders it."""
    write_import.defer(batch=batch, user=by.user_id or 0, on=on.isoformat())


def _officer(user: int, on: str) -> Officer:
    return officer_of(User.objects.get(pk=user), on=date.fromisoformat(on))
