"""Obligations: holder, kind, due time with its arithmetic, and the case they belong to."""

from django.db import models
from django.db.models import Q


class Obligation(models.Model):
    """Việc phải làm: a unit, or one account of it, owes something by a time."""

    kind = models.CharField("loại việc", max_length=60)
    case = models.CharField("vụ việc", max_length=60)
    title = models.CharField("việc", max_length=300)
    address = models.CharField("đường dẫn tới vụ việc", max_length=200)
    unit = models.ForeignKey("scope.UnitIdentity", models.PROTECT, related_name="+", verbose_name="đơn vị phải làm")
    user = models.ForeignKey(
        "access.User", models.PROTECT, null=True, related_name="+", verbose_name="tài khoản phải làm"
    )
    permission = models.CharField("quyền cần có", max_length=80)
    since = models.DateField("giao ngày")
    due_at = models.DateTimeField("hạn")
    trace = models.JSONField("cách tính hạn", default=list)
    closed_on = models.DateField("xong ngày", null=True)

    class Meta:
        verbose_name = "việc phải làm"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "case"],
                condition=Q(closed_on=None),
                name="obligation_open_once",
                violation_error_message="Việc này đã được giao và chưa xong.",
            )
        ]
        indexes = [models.Index(fields=["due_at"], condition=Q(closed_on=None), name="obligation_due")]

    def __str__(self) -> str:
        return self.title
