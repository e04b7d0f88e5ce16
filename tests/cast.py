"""The same people everywhere: An (officer), Bình (officer of another unit), Dũng (head of office)."""

from datetime import date

from congvu.kernel.access import Officer, officer_of
from congvu.kernel.access.models import RoleGrant, User
from congvu.kernel.scope.models import UnitIdentity
from congvu.kernel.temporal.models import span

DAY = date(2016, 4, 10)


def account(username: str, full_name: str, role: str = "", unit: UnitIdentity | None = None) -> User:
    """An account, holding the role over the unit since 2010."""
    user, _ = User.objects.get_or_create(username=username, defaults={"full_name": full_name})
    if role and unit is not None:
        RoleGrant.objects.get_or_create(user=user, role=role, unit=unit, defaults={"valid": span(date(2010, 1, 1))})
    return user


def an(unit: UnitIdentity, *, on: date = DAY) -> Officer:
    """An, an officer of the unit."""
    return officer_of(account("an", "Nguyễn Văn An", "officer", unit), on=on)


def binh(unit: UnitIdentity, *, on: date = DAY) -> Officer:
    """Bình, an officer of another unit."""
    return officer_of(account("binh", "Trần Thị Bình", "officer", unit), on=on)


def dung(unit: UnitIdentity, *, on: date = DAY) -> Officer:
    """Dũng, head of the office."""
    return officer_of(account("dung", "Lê Văn Dũng", "head", unit), on=on)
