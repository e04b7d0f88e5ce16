"""Sổ tài khoản: which accounts an administrator may see, and the list of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse

from congvu.kernel.access import Officer, all_roles
from congvu.kernel.access.accounts import MANAGE
from congvu.kernel.access.models import RoleGrant, User
from congvu.kernel.names import search_key, sort_key
from congvu.web.parts import Badge, Empty
from congvu.web.register import Column, Filter, Register, Tab
from congvu.web.units import directory


@dataclass(frozen=True)
class Row:
    """Dòng của sổ: one account, with the roles that it holds on the day."""

    pk: int
    full_name: str
    username: str
    is_active: bool
    held: tuple[RoleGrant, ...]
    units: str
    has_person: bool = False

    @property
    def roles(self) -> str:
        """The roles held, as one line."""
        return ", ".join(dict.fromkeys(role_label(grant.role) for grant in self.held))

    @property
    def sort_key(self) -> str:
        """The place of the name in the Vietnamese order."""
        return sort_key(self.full_name)


def grants_of(officer: Officer) -> QuerySet[RoleGrant]:
    """Phân quyền trong phạm vi: grants over the units whose accounts the officer keeps."""
    within = Q(pk__in=[])
    for path in officer.paths_for(MANAGE):
        within |= Q(unit__path__under=path)
    return RoleGrant.objects.filter(within)


def visible_to(officer: Officer) -> QuerySet[User]:
    """Tài khoản trong phạm vi: those that hold or held a role over the officer's units, or are of a person there."""
    of_people = Q(pk__in=[])
    for path in officer.paths_for(MANAGE):
        of_people |= Q(person__path__under=path)
    held = Exists(grants_of(officer).filter(user=OuterRef("pk")))
    return User.objects.filter(held | of_people).order_by("pk")


def rows(officer: Officer, *, on: date) -> list[Row]:
    """Mọi tài khoản trong phạm vi, by name, with the roles of the day."""
    held = Prefetch("grants", grants_of(officer).filter(valid__contains=on).order_by("pk"), to_attr="held")
    found: list[Any] = list(visible_to(officer).prefetch_related(held))
    names = directory().names({grant.unit_id for user in found for grant in user.held}, on)
    listed = [_row(user, names) for user in found]
    return sorted(listed, key=lambda row: (row.sort_key, row.pk))


def role_label(name: str) -> str:
    """The role in the words of the office; one that the configuration no longer lists keeps its name."""
    role = all_roles().get(name)
    return role.label if role else name


def state(row: Row) -> Badge:
    """Tình trạng of the account."""
    if not row.is_active:
        return Badge("Đã khóa", "closed")
    if row.held:
        return Badge("Đang hoạt động", "done")
    return Badge("Xem hồ sơ của mình", "done") if row.has_person else Badge("Không giữ vai trò", "soon")


def _in_use(row: Row) -> bool:
    return bool(row.held) or row.has_person


def _row(user: Any, names: Mapping[int, str]) -> Row:
    units = ", ".join(dict.fromkeys(names.get(grant.unit_id, "") for grant in user.held))
    return Row(user.pk, str(user), user.username, user.is_active, tuple(user.held), units, user.person_id is not None)


def _search(listed: list[Row], words: str, on: date) -> list[Row]:
    wanted = search_key(words).split()
    return [row for row in listed if all(word in search_key(f"{row.full_name} {row.username}") for word in wanted)]


def _with_role(listed: list[Row], value: str, on: date) -> list[Row]:
    return [row for row in listed if any(grant.role == value for grant in row.held)]


def _having(test: Callable[[Row], bool]) -> Callable[[list[Row], date], list[Row]]:
    return lambda listed, on: [row for row in listed if test(row)]


ACCOUNTS = Register(
    name="access.accounts",
    columns=(
        Column(
            "ten",
            "Họ và tên",
            "full_name",
            sort=("sort_key",),
            link=lambda row: reverse("web:account", args=[row.pk]),
            main=True,
        ),
        Column("dang-nhap", "Tên đăng nhập", "username", sort=("username",)),
        Column("vai-tro", "Vai trò", "roles"),
        Column("don-vi", "Đơn vị", "units"),
        Column("tinh-trang", "Tình trạng", state),
    ),
    filters=(
        Filter(
            "vai-tro", "Vai trò", lambda request: [(one.name, one.label) for one in all_roles().values()], _with_role
        ),
    ),
    tabs=(
        Tab("tat-ca", "Tất cả", count=True),
        Tab("hoat-dong", "Đang hoạt động", _having(lambda row: row.is_active and _in_use(row)), count=True),
        Tab("khong-vai-tro", "Không giữ vai trò", _having(lambda row: row.is_active and not _in_use(row)), count=True),
        Tab("da-khoa", "Đã khóa", _having(lambda row: not row.is_active), count=True),
    ),
    search=_search,
    search_hint="Tìm theo họ tên hoặc tên đăng nhập…",
    order=("pk",),
    noun="tài khoản",
    empty=Empty("Chưa có tài khoản nào.", "Mở tài khoản cho từng người dùng hệ thống.", icon="user-cog"),
)
