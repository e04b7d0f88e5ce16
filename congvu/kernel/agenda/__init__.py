"""Việc phải làm: the one place for who owes what by when; opened, moved and closed by the action that causes it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from congvu.kernel.agenda.models import Obligation


def open_obligation(
    *,
    kind: str,
    case: str,
    title: str,
    address: str,
    unit_id: int,
    permission: str,
    since: date,
    due_at: datetime,
    trace: Sequence[Any] = (),
    user_id: int | None = None,
) -> "Obligation":
    """Mở việc: somebody of the unit owes something by a time; opening the same case's duty twice changes nothing."""
    from congvu.kernel.agenda.models import Obligation
    from congvu.kernel.audit.models import plain

    obligation, _ = Obligation.objects.get_or_create(
        kind=kind,
        case=case,
        closed_on=None,
        defaults={
            "title": title,
            "address": address,
            "unit_id": unit_id,
            "user_id": user_id,
            "permission": permission,
            "since": since,
            "due_at": due_at,
            "trace": plain(list(trace)),
        },
    )
    return obligation


def close_obligation(*, kind: str, case: str, on: date) -> int:
    """Đóng việc: what was owed is done; how many duties that closed."""
    from congvu.kernel.agenda.models import Obligation

    return Obligation.objects.filter(kind=kind, case=case, closed_on=None).update(closed_on=on)


def mine(officer: Any, *, on: date) -> list["Obligation"]:
    """Việc của tôi: my account's open duties, and those of my units that my roles let me do, the most urgent first."""
    from congvu.kernel.agenda.models import Obligation

    found = Obligation.objects.filter(closed_on=None).select_related("unit").order_by("due_at", "pk")[:200]
    return [
        duty
        for duty in found
        if (duty.user_id is not None and duty.user_id == officer.user_id)
        or duty.user_id is None
        and any((f"{duty.unit.path}.").startswith(f"{path}.") for path in officer.paths_for(duty.permission))
    ]
