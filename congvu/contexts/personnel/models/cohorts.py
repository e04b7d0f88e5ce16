"""A question about people that an office asks again and again, kept under a name."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class Cohort(models.Model):
    """Nhóm nguồn cán bộ: conditions under a name; who meets them is asked anew for each day."""

    unit = models.ForeignKey("scope.UnitIdentity", models.PROTECT, related_name="+", verbose_name="đơn vị của nhóm")
    name = models.CharField("tên nhóm", max_length=120)
    conditions = models.JSONField("điều kiện")
    made_by = models.ForeignKey(
        "access.User", models.PROTECT, null=True, related_name="+", verbose_name="người lập nhóm"
    )
    made_on = models.DateField("ngày lập")
    made_at = models.DateTimeField("lập lúc", db_default=Now())
    withdrawn_on = models.DateField("ngày thôi dùng", null=True)

    class Meta:
        verbose_name = "nhóm nguồn cán bộ"
        indexes = [models.Index(fields=["unit", "name"], name="cohort_by_unit")]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                condition=Q(withdrawn_on=None),
                name="cohort_one_name_in_use",
                violation_error_message="Đơn vị đã có một nhóm đang dùng mang tên này; hãy đặt tên khác.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=models.F("made_on")),
                name="cohort_withdrawn_after_it_was_made",
                violation_error_message="Không thể thôi dùng một nhóm trước ngày lập nhóm đó.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def unit_key(self) -> int:
        """The unit that permissions are asked over."""
        return self.unit_id
