"""Ai được nhắc: the account or the person that owes; for a unit, whoever may do it nearest to it in the tree."""

from collections.abc import Iterable, Sequence
from datetime import date

from congvu.kernel.access import all_roles
from congvu.kernel.access.models import RoleGrant, User
from congvu.kernel.agenda.models import Obligation


def recipients(duties: Sequence[Obligation], *, on: date) -> dict[int, list[User]]:
    """The accounts to remind of each duty, in two questions to the database."""
    by_place = _by_place(on=on)
    accounts = _own_accounts(duties)
    return {duty.pk: _of(duty, by_place, accounts) for duty in duties}


def _of(
    duty: Obligation, by_place: dict[tuple[str, str], list[User]], accounts: dict[tuple[str, int | None], list[User]]
) -> list[User]:
    if duty.user_id or duty.person_id:
        return accounts.get(("user", duty.user_id), []) + accounts.get(("person", duty.person_id), [])
    return next((found for path in _upwards(duty.path) if (found := by_place.get((path, duty.permission)))), [])


def _by_place(*, on: date) -> dict[tuple[str, str], list[User]]:
    """For each path and permission, the active accounts that hold it right there."""
    roles, found = all_roles(), dict[tuple[str, str], dict[int, User]]()
    held = RoleGrant.objects.on(on).filter(user__is_active=True).select_related("user", "unit").order_by("pk")
    for grant in held:
        for permission in roles[grant.role].permissions if grant.role in roles else ():
            found.setdefault((str(grant.unit.path), permission), {})[grant.user_id] = grant.user
    return {place: list(users.values()) for place, users in found.items()}


def _own_accounts(duties: Iterable[Obligation]) -> dict[tuple[str, int | None], list[User]]:
    users = {duty.user_id for duty in duties if duty.user_id}
    people = {duty.person_id for duty in duties if duty.person_id}
    found: dict[tuple[str, int | None], list[User]] = {}
    named = User.objects.filter(pk__in=users) | User.objects.filter(person__in=people)
    for user in named.filter(is_active=True).order_by("pk"):
        found[("user", user.pk)] = [user]
        if user.person_id:
            found.setdefault(("person", user.person_id), []).append(user)
    found.pop(("user", None), None)
    return found


def _upwards(path: str) -> Iterable[str]:
    labels = path.split(".")
    return (".".join(labels[:length]) for length in range(len(labels), 0, -1))
