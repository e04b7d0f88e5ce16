"""The accounts that exist only where the demonstration records were loaded."""

from datetime import date
from functools import cache

from django.contrib.auth.hashers import make_password

from congvu.config.roles import ROLES
from congvu.contexts.personnel.models import Assignment
from congvu.demo import DemoAccount
from congvu.demo.bodies import Bodies
from congvu.demo.plan import Account, Plan, plans
from congvu.kernel.access.models import RoleGrant, User
from congvu.kernel.temporal.models import span

PASSWORD = "congvu-2016"  # told to everybody on the log-in page
_BASIS = "Tài khoản của dữ liệu mẫu"


def demo_accounts() -> list[DemoAccount]:
    """Tài khoản mẫu: for the log-in page, in the order of the localities."""
    roles = {role.name: role.label for role in ROLES}
    return [
        DemoAccount(account.username, plan.title, roles.get(account.role, ""), PASSWORD, plan.opening_day)
        for plan in plans()
        for account in plan.accounts
    ]


def open_accounts(plan: Plan, bodies: Bodies, units: dict[str, int], *, since: date) -> int:
    """Mở tài khoản mẫu, each with its role over its unit, or with the person whose file it opens."""
    for account in plan.accounts:
        person = _holder(plan, account, bodies) if account.person else None
        user = User.objects.create(
            username=account.username, full_name=account.name, password=_hashed(), is_demo=True, person_id=person
        )
        if account.role:
            RoleGrant.objects.create(
                user=user, role=account.role, unit_id=units[account.unit], basis=_BASIS, valid=span(since)
            )
    return len(plan.accounts)


@cache
def _hashed() -> str:
    """Everybody knows the one password, so it is hashed once."""
    return make_password(PASSWORD)


def _holder(plan: Plan, account: Account, bodies: Bodies) -> int:
    held = Assignment.objects.on(plan.day).filter(post=bodies.posts[account.person], person__invented=True)
    found: int = held.order_by("pk").values_list("person", flat=True)[0]
    return found
