"""A person's own file as he reads it: its sections, what is missing, and who opened it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from congvu.contexts.personnel.models import Person, Proposal
from congvu.contexts.personnel.queries.items import Section
from congvu.contexts.personnel.queries.proposals import proposals_of
from congvu.contexts.personnel.queries.trail import Look, readings_of
from congvu.contexts.personnel.states import ProposalState
from congvu.kernel.access import Officer, all_roles
from congvu.kernel.access.models import RoleGrant
from congvu.kernel.audit.models import Reading

SHOWN_FOR = 14
"""So many days a decision stands on the home page of whoever asked for it."""


@dataclass(frozen=True)
class Opened:
    """Một lượt xem hồ sơ của mình: when, who, in which role, and which page in words."""

    read_at: datetime
    who: str
    role: str
    page: str


def own_person(officer: Officer) -> Person | None:
    """Chủ tài khoản, as a person with a file."""
    if officer.person_id is None:
        return None
    return Person.objects.select_related("identity").filter(pk=officer.person_id).order_by("pk").first()


def missing(sections: Sequence[Section]) -> list[Section]:
    """Mục còn thiếu: a complete file would say something of them, and the person may propose it."""
    return [one for one in sections if one.group.needed and one.group.own and not one.items]


def opened_by(person: Person, *, most: int = 100) -> list[Opened]:
    """Ai đã mở hồ sơ của tôi, with the roles held on the day; the latest first."""
    looks: list[Look] = readings_of(person, most=most)
    actors = list(Reading.objects.filter(person=person.pk).order_by("-pk").values_list("actor_id", flat=True)[:most])
    grants: dict[int, list[RoleGrant]] = {}
    for grant in RoleGrant.objects.filter(user__in={one for one in actors if one}).order_by("pk"):
        grants.setdefault(grant.user_id, []).append(grant)
    return [
        Opened(look.read_at, look.actor_name, _roles(grants.get(actor or 0, ()), look.read_at.date()), look.place)
        for look, actor in zip(looks, actors, strict=True)
    ]


def _roles(grants: Sequence[RoleGrant], on: date) -> str:
    known = all_roles()
    held = [known[grant.role].label for grant in grants if on in grant.valid and grant.role in known]
    return ", ".join(dict.fromkeys(held))


def just_decided(officer: Officer, *, on: date) -> list[Proposal]:
    """Đề nghị vừa được giải quyết of this account's person."""
    if officer.person_id is None:
        return []
    since = date.fromordinal(on.toordinal() - SHOWN_FOR)
    found: Any = proposals_of(officer.person_id, drafts=False)
    return list(found.filter(state=ProposalState.DECIDED, ended_on__gt=since))
