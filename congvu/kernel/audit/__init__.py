"""Nhật ký: facts written once, never changed, sealed in chains; and who opened which personal file."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Protocol


class Actor(Protocol):
    """Whoever acts: an officer on a page, or the operator of the server."""

    @property
    def user_id(self) -> int | None: ...
    @property
    def name(self) -> str: ...


def record(fact: Any, *, by: Actor, on: date, because: Sequence[Any] = ()) -> None:
    """Ghi nhận: one fact, in the transaction of the write that it tells of."""
    record_all([fact], by=by, on=on, because=because)


def record_all(facts: Iterable[Any], *, by: Actor, on: date, because: Sequence[Any] = ()) -> None:
    """Ghi nhận hàng loạt: the facts of one batch, each with the same grounds."""
    from congvu.kernel.audit.models import Fact  # models load after the package

    Fact.objects.bulk_create((Fact.of(fact, by=by, on=on, because=because) for fact in facts), batch_size=2000)


def record_reading(*, person_id: int, by: Actor, page: str) -> None:
    """Ghi lượt xem: who opened whose file, on which page."""
    from congvu.kernel.audit.models import Reading

    Reading.objects.bulk_create([Reading(person_id=person_id, actor_id=by.user_id, actor_name=by.name, page=page)])


def seal() -> int:
    """Niêm phong: chain the committed facts in order; how many were sealed."""
    return int(_call("SELECT audit_seal_pending()")[0][0])


def verify() -> list[tuple[str, int | None, str]]:
    """Kiểm tra: the first broken link of each chain and what is unsealed, as (chain, fact, what is wrong)."""
    return [(str(chain), fact, str(what)) for chain, fact, what in _call("SELECT * FROM audit_verify()")]


def _call(statement: str) -> list[tuple[Any, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(statement)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
