"""The accounts that exist only where the demonstration records were loaded."""

from datetime import date

from congvu.config.roles import ROLES
from congvu.demo.plan import Plan, binh_thuy
from congvu.kernel.access.models import RoleGrant, User
from congvu.kernel.temporal.models import span

PASSWORD = "congvu-2016"  # told to everybody on the log-in page
_BASIS = "Tài khoản của dữ liệu mẫu"


def demo_accounts() -> list[tuple[str, str, str]]:
    """Tài khoản mẫu: user name, what it may do in words, password."""
    roles = {role.name: role.label for role in ROLES}
    return [(account.username, roles[account.role], PASSWORD) for account in binh_thuy().accounts]


def open_accounts(plan: Plan, units: dict[str, int], *, since: date) -> int:
    """Mở tài khoản mẫu, each with its role over its unit."""
    for account in plan.accounts:
        user = User.objects.create_user(account.username, PASSWORD, full_name=account.name, is_demo=True)
        RoleGrant.objects.create(
            user=user, role=account.role, unit_id=units[account.unit], basis=_BASIS, valid=span(since)
        )
    return len(plan.accounts)
