"""Accounts, and the roles they hold over units for a span of days."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from congvu.kernel.temporal.models import TemporalRecord, no_overlap


class UserManager(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """An account that may log in; without a password it may not, until one is set."""
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Tài khoản: one person's key to the system."""

    username = models.CharField("tên đăng nhập", max_length=150, unique=True)
    full_name = models.CharField("họ và tên", max_length=200)
    email = models.EmailField("thư điện tử", blank=True)
    person = models.ForeignKey(
        "scope.PersonIdentity", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="hồ sơ của người"
    )
    is_active = models.BooleanField("đang hoạt động", default=True)
    is_demo = models.BooleanField("tài khoản dữ liệu mẫu", default=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    objects = UserManager()

    class Meta:
        verbose_name = "tài khoản"
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(is_active=True),
                name="user_one_account_a_person",
                violation_error_message="Người này đã có một tài khoản đang dùng.",
            )
        ]

    def __str__(self) -> str:
        return self.full_name or self.username


class RoleGrant(TemporalRecord):
    """Phân quyền: an account holds a role over a unit and everything below it, for a span."""

    user = models.ForeignKey(User, models.PROTECT, related_name="grants", verbose_name="tài khoản được phân quyền")
    role = models.CharField("vai trò", max_length=40)
    unit = models.ForeignKey("scope.UnitIdentity", models.PROTECT, related_name="+", verbose_name="phạm vi đơn vị")
    basis = models.CharField("căn cứ phân quyền", max_length=200, blank=True)

    class Meta:
        verbose_name = "phân quyền"
        constraints = [
            no_overlap(
                "user",
                "role",
                "unit",
                name="rolegrant_held_once",
                says="Tài khoản đã giữ vai trò này tại đơn vị trong khoảng thời gian đó.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.role}"
