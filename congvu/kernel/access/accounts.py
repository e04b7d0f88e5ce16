"""Opening and closing accounts, granting and ending roles; each leaves a fact."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from congvu.kernel.access import Officer, all_roles
from congvu.kernel.access.models import RoleGrant, User
from congvu.kernel.audit import record
from congvu.kernel.scope.models import PersonIdentity, UnitIdentity
from congvu.kernel.temporal.models import span

MANAGE = "access.manage_accounts"


class Impossible(Exception):
    """The act contradicts what the records say; the message tells why and what to do."""


@dataclass(frozen=True)
class AccountOpened:
    """Mở tài khoản: somebody may log in."""

    unit_id: int
    username: str
    full_name: str


@dataclass(frozen=True)
class AccountClosed:
    """Khóa tài khoản: somebody may no longer log in."""

    unit_id: int
    username: str


@dataclass(frozen=True)
class RoleGranted:
    """Phân quyền: an account holds a role over a unit from a day."""

    unit_id: int
    username: str
    role: str
    basis: str


@dataclass(frozen=True)
class RoleEnded:
    """Thôi phân quyền: an account holds a role no longer from a day."""

    unit_id: int
    username: str
    role: str


@dataclass(frozen=True)
class PersonLinked:
    """Gắn tài khoản với hồ sơ: the account opens that person's own file."""

    person_id: int
    unit_id: int
    username: str


@dataclass(frozen=True)
class PersonUnlinked:
    """Thôi gắn tài khoản với hồ sơ: the account opens that file no longer."""

    person_id: int
    unit_id: int
    username: str


@transaction.atomic
def open_account(
    username: str, full_name: str, password: str | None, *, unit: UnitIdentity, by: Officer, on: date
) -> User:
    """Mở tài khoản: without a password nobody can log in with it until one is set."""
    by.demand(MANAGE, over=unit.pk, on=on)
    if User.objects.filter(username=username).exists():
        raise Impossible(f"Tên đăng nhập “{username}” đã có; hãy chọn tên khác.")
    user = User.objects.create_user(username, password, full_name=full_name)
    record(AccountOpened(unit.pk, username, full_name), by=by, on=on)
    return user


@transaction.atomic
def grant(user: User, role: str, *, unit: UnitIdentity, basis: str = "", by: Officer, on: date) -> RoleGrant:
    """Phân quyền: from the day, over the unit and everything below it."""
    by.demand(MANAGE, over=unit.pk, on=on)
    if role not in all_roles():
        raise Impossible(f"Không có vai trò “{role}”; các vai trò: {', '.join(all_roles())}.")
    if RoleGrant.objects.select_for_update().on(on).filter(user=user, role=role, unit=unit).exists():
        raise Impossible(f"Tài khoản {user.username} đã giữ vai trò này tại đơn vị.")
    granted = RoleGrant.objects.create(user=user, role=role, unit=unit, basis=basis, valid=span(on))
    record(RoleGranted(unit.pk, user.username, role, basis), by=by, on=on)
    return granted


@transaction.atomic
def end(granted: RoleGrant, *, by: Officer, on: date) -> RoleGrant:
    """Thôi phân quyền: `on` is the first day without the role."""
    by.demand(MANAGE, over=granted.unit_id, on=on)
    granted = RoleGrant.objects.select_for_update(of=("self",)).select_related("user", "unit").get(pk=granted.pk)
    if granted.valid.upper is not None:
        raise Impossible("Phân quyền này đã kết thúc; không cần làm gì thêm.")
    if granted.starts_on == on:
        raise Impossible("Phân quyền này mới có từ hôm nay; hãy chọn ngày kết thúc sau đó.")
    granted.valid = span(granted.starts_on, on)
    granted.save(update_fields=["valid"])
    record(RoleEnded(granted.unit_id, granted.user.username, granted.role), by=by, on=on)
    return granted


@transaction.atomic
def close_account(user: User, *, unit: UnitIdentity, by: Officer, on: date) -> User:
    """Khóa tài khoản: it stays in the records and can no longer log in."""
    by.demand(MANAGE, over=unit.pk, on=on)
    user = User.objects.select_for_update().get(pk=user.pk)
    user.is_active = False
    user.save(update_fields=["is_active"])
    record(AccountClosed(unit.pk, user.username), by=by, on=on)
    return user


@transaction.atomic
def link_person(user: User, person: PersonIdentity, *, by: Officer, on: date) -> User:
    """Gắn tài khoản với hồ sơ: whoever logs in with it reads his own file and proposes changes to it."""
    by.demand(MANAGE, over=person.home_id, on=on)
    person = PersonIdentity.objects.select_for_update().get(pk=person.pk)
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.person_id not in (None, person.pk):
        raise Impossible("Tài khoản này đang gắn với hồ sơ của người khác; hãy bỏ gắn trước.")
    taken = User.objects.filter(person=person, is_active=True).exclude(pk=user.pk).order_by("pk").first()
    if taken is not None:
        raise Impossible(f"Người này đã có tài khoản {taken.username}; mỗi người chỉ dùng một tài khoản.")
    user.person = person
    user.save(update_fields=["person"])
    record(PersonLinked(person.pk, person.home_id, user.username), by=by, on=on)
    return user


@transaction.atomic
def unlink_person(user: User, *, by: Officer, on: date) -> User:
    """Thôi gắn tài khoản với hồ sơ: what was proposed with it stays."""
    user = User.objects.select_for_update(of=("self",)).select_related("person").get(pk=user.pk)
    if user.person is None:
        raise Impossible("Tài khoản này không gắn với hồ sơ nào; không cần làm gì thêm.")
    person = user.person
    by.demand(MANAGE, over=person.home_id, on=on)
    user.person = None
    user.save(update_fields=["person"])
    record(PersonUnlinked(person.pk, person.home_id, user.username), by=by, on=on)
    return user
