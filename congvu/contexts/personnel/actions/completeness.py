"""Reckoning how complete files are: those that changed within seconds, all of them every night."""

from collections.abc import Sequence
from datetime import date

from django.db import connection, transaction

from congvu.contexts.personnel.models import FileScore, Person
from congvu.contexts.personnel.queries import completeness
from congvu.law.personal_file import missing

_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('personnel.reckon'))"
_TAKE = """
DELETE FROM personnel_scoredue WHERE id IN (SELECT id FROM personnel_scoredue ORDER BY id LIMIT %s) RETURNING person_id
"""


def reckon_due(*, on: date, most: int = 5000) -> int:
    """Tính lại những hồ sơ vừa thay đổi; how many rows of the queue that cleared: fewer than `most` means all."""
    with transaction.atomic():
        _take_turns()
        with connection.cursor() as cursor:
            cursor.execute(_TAKE, [most])
            taken = [row[0] for row in cursor.fetchall()]
        _reckon(sorted(set(taken)), on=on)
    return len(taken)


def reckon_all(*, on: date, batch: int = 2000) -> int:
    """Tính lại mọi hồ sơ, batch by batch: what a new day makes true or untrue is no change of a file. How many."""
    done, last = 0, 0
    while people := list(Person.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:batch]):
        with transaction.atomic():
            _take_turns()
            _reckon(people, on=on)
        done, last = done + len(people), people[-1]
    return done


def _take_turns() -> None:
    """Two who reckon the same file at once could keep the older answer."""
    with connection.cursor() as cursor:
        cursor.execute(_ONE_AT_A_TIME)


def _reckon(people: Sequence[int], *, on: date) -> None:
    """Each file as of today; the file of somebody who left as of the last day in service."""
    rows = []
    for day, serving in completeness.days_of(people, on=on).items():
        rows += _scores(serving, day=day, on=on)
    FileScore.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["person"],
        update_fields=["filled", "asked", "missing", "reckoned_on"],
        batch_size=2000,
    )


def _scores(people: Sequence[int], *, day: date, on: date) -> list[FileScore]:
    rows = []
    for person, held in completeness.held(people, on=day).items():
        lacking, asked = missing(held)
        names = [each.name for each in lacking]
        rows.append(FileScore(person_id=person, filled=asked - len(names), asked=asked, missing=names, reckoned_on=on))
    return rows
