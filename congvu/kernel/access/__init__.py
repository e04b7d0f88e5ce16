"""Quyền hạn: who may do what, over which units, from when to when; deny by default."""

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from congvu.kernel.scope import Sight
from congvu.law.sensitivity import GUARDED, Sensitivity

if TYPE_CHECKING:
    from congvu.kernel.access.models import User


class NotPermitted(Exception):
    """The actor does not hold the permission over the unit."""


@dataclass(frozen=True)
class Role:
    """Vai trò: a name that people know, and what it may do."""

    name: str
    label: str
    permissions: frozenset[str]


@dataclass(frozen=True)
class Grant:
    """Phân quyền: a role over one branch of the tree."""

    role: Role
    unit_id: int
    path: str


@dataclass(frozen=True)
class Officer:
    """Người dùng đang làm việc: an account with the roles that it holds on a day."""

    user_id: int | None
    name: str
    grants: tuple[Grant, ...]
    person_id: int | None = None

    def may(self, permission: str, *, over: int, on: date) -> bool:
        """Whether a role held on the day gives the permission over the unit."""
        place = _path_of(over)
        return any(
            permission in grant.role.permissions and (place + ".").startswith(grant.path + ".") for grant in self.grants
        )

    def may_somewhere(self, permission: str) -> bool:
        """Whether any of its roles gives the permission at all."""
        return any(permission in grant.role.permissions for grant in self.grants)

    def demand(self, permission: str, *, over: int, on: date) -> None:
        """Refuse with NotPermitted unless the permission is held over the unit."""
        if not self.may(permission, over=over, on=on):
            raise NotPermitted(permission)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The branches that it may look into at all."""
        return tuple(sorted({grant.path for grant in self.grants if grant.role.permissions}))

    @cached_property
    def sight(self) -> Sight:
        """Everything that it may see in the database."""
        return Sight(
            self.paths,
            self.person_id,
            self.user_id,
            {kind: self.paths_for(kind.permission) for kind in GUARDED},
        )

    def sees(self, kind: Sensitivity, *, over: int, on: date) -> bool:
        """Whether it may see that class of data of the people whose files the unit keeps."""
        return kind is Sensitivity.OPEN or self.may(kind.permission, over=over, on=on)

    def paths_for(self, permission: str) -> tuple[str, ...]:
        """The branches over which it holds the permission."""
        return tuple(sorted({grant.path for grant in self.grants if permission in grant.role.permissions}))


def officer_of(user: "User", *, on: date) -> Officer:
    """The account with the roles it holds on the day."""
    from congvu.kernel.access.models import RoleGrant

    held = RoleGrant.objects.on(on).filter(user=user).select_related("unit").order_by("pk")
    roles = all_roles()
    return Officer(
        user_id=user.pk,
        name=user.full_name or user.username,
        grants=tuple(Grant(roles[grant.role], grant.unit_id, str(grant.unit.path)) for grant in held),
        person_id=user.person_id,
    )


def operator(*, over: int) -> Officer:
    """Người vận hành máy chủ: whoever runs the command line, over one branch, with every permission."""
    everything = {permission for role in all_roles().values() for permission in role.permissions}
    everything |= {kind.permission for kind in GUARDED}
    role = Role("operator", "Người vận hành máy chủ", frozenset(everything))
    return Officer(user_id=None, name="Người vận hành máy chủ", grants=(Grant(role, over, _path_of(over)),))


@cache
def all_roles() -> dict[str, Role]:
    """The roles that the configuration lists, by name."""
    from django.conf import settings
    from django.utils.module_loading import import_string

    roles: Any = import_string(settings.CONGVU_ROLES)
    return {role.name: role for role in roles}


def _path_of(unit_id: int) -> str:
    from congvu.kernel.scope.models import UnitIdentity

    return str(UnitIdentity.objects.values_list("path", flat=True).get(pk=unit_id))
