"""A district with a ward and another district, officers over them, and duties opened as an action would."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from congvu.kernel import scope
from congvu.kernel.access import Officer, officer_of
from congvu.kernel.access.models import RoleGrant, User
from congvu.kernel.agenda import Duty, Holder, actions
from congvu.kernel.agenda.models import Obligation
from congvu.kernel.calendar import ZONE, Limit
from congvu.kernel.scope.models import UnitIdentity
from congvu.kernel.temporal.models import span

MONDAY, DAY = date(2026, 3, 9), date(2026, 3, 12)  # a Thursday, with no holiday near
MAY = "personnel.manage_records"
LIMIT = Limit.parse("3 working days")


@dataclass(frozen=True)
class Place:
    """Quận, its phường, and the quận beside it; Dũng heads the district, An works in the ward, Bình beside."""

    district: UnitIdentity
    ward: UnitIdentity
    beside: UnitIdentity
    dung: User
    an: User
    binh: User

    def officer(self, user: User, *, on: date = DAY) -> Officer:
        return officer_of(user, on=on)


def place() -> Place:
    top = UnitIdentity.objects.create(path="970000", slug="tinh-viec")
    district = UnitIdentity.objects.create(path="970000.970001", slug="quan-viec")
    ward = UnitIdentity.objects.create(path="970000.970001.970003", slug="phuong-viec")
    beside = UnitIdentity.objects.create(path="970000.970002", slug="quan-ben-viec")
    assert top.pk
    return Place(
        district,
        ward,
        beside,
        account("dung", "Lê Văn Dũng", "head", district),
        account("an", "Nguyễn Văn An", "officer", ward),
        account("binh", "Trần Thị Bình", "officer", beside),
    )


def account(username: str, full_name: str, role: str = "", unit: UnitIdentity | None = None) -> User:
    user = User.objects.create_user(username, full_name=full_name, email=f"{username}@thu.example")
    if role and unit:
        RoleGrant.objects.create(user=user, role=role, unit=unit, valid=span(date(2010, 1, 1)))
    return user


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def duty(unit: UnitIdentity, case: str = "thu/1", **changes: Any) -> Duty:
    """Three working days from Thursday morning: until Tuesday, 17:00."""
    usual = Duty(
        kind="thu.viec",
        case=case,
        title=f"Việc thử {case}",
        address="/can-cu-phap-ly/",
        holder=Holder(unit.pk),
        since=at("2026-03-12T09:30"),
        by_when=LIMIT,
        permission=MAY,
    )
    return replace(usual, **changes)


def opened(unit: UnitIdentity, case: str = "thu/1", *, by: Officer, on: date = DAY, **changes: Any) -> Obligation:
    with scope.within(scope.tops()):
        return actions.open_duty(duty(unit, case, **changes), by=by, on=on)


def due(unit: UnitIdentity, day: str, case: str = "", *, by: Officer, **changes: Any) -> Obligation:
    """A duty that is due at 17:00 of the day."""
    return opened(unit, case or f"thu/{day}", by=by, on=MONDAY, by_when=at(f"{day}T17:00"), **changes)
