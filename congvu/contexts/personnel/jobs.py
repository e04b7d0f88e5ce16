"""Background work of personnel: each task calls one action, as the officer who ordered it."""

from datetime import date

from django.db import IntegrityError, OperationalError
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from congvu.contexts.personnel.actions import imports
from congvu.kernel.access import Officer, officer_of
from congvu.kernel.access.models import User

_AGAIN = RetryStrategy(max_attempts=3, wait=5, retry_exceptions={IntegrityError, OperationalError})


@app.task(name="personnel.check_import", queue="imports", retry=_AGAIN)
def check_import(batch: int, user: int, on: str) -> None:
    """Kiểm tra danh sách nhập."""
    imports.check(batch, by=_officer(user, on), on=date.fromisoformat(on))


@app.task(name="personnel.write_import", queue="imports", retry=_AGAIN)
def write_import(batch: int, user: int, on: str) -> None:
    """Ghi danh sách nhập đã được xác nhận."""
    imports.write(batch, by=_officer(user, on), on=date.fromisoformat(on))


def order_check(batch: int, *, by: Officer, on: date) -> None:
    """Xếp việc kiểm tra, in the transaction of whoever orders it."""
    check_import.defer(batch=batch, user=by.user_id or 0, on=on.isoformat())


def order_writing(batch: int, *, by: Officer, on: date) -> None:
    """Xếp việc ghi, in the transaction of whoever orders it."""
    write_import.defer(batch=batch, user=by.user_id or 0, on=on.isoformat())


def _officer(user: int, on: str) -> Officer:
    return officer_of(User.objects.get(pk=user), on=date.fromisoformat(on))
