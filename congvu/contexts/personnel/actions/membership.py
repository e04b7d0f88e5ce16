"""Membership of the Party after admission."""

from datetime import date

from django.db import transaction

from congvu.contexts.personnel import queries
from congvu.contexts.personnel.facts import PersonCorrected
from congvu.contexts.personnel.models import PartyMembership
from congvu.kernel.access import Officer
from congvu.kernel.audit import record


@transaction.atomic
def make_official(
    membership: PartyMembership, official_on: date, *, by: Officer, on: date, source: str
) -> PartyMembership:
    """Công nhận đảng viên chính thức: the day on which probation ended enters the file."""
    person = queries.locked(membership.person)
    by.demand("personnel.manage_records", over=person.identity.home_id, on=on)
    before = membership.official_on
    membership.official_on = official_on
    membership.save(update_fields=["official_on"])
    record(PersonCorrected(person.pk, {"official_on": (before, official_on)}, source), by=by, on=on)
    return membership
