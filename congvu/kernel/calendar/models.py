"""Quyết định về ngày nghỉ và giờ làm việc: what an office decided beside the law's own calendar."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from congvu.kernel.temporal.models import TemporalRecord, no_overlap

from .working_time import WEEKDAYS


class DayOverride(models.Model):
    """Quyết định về một ngày: makes one day free or worked, nation-wide or for a unit and all below it."""

    class Effect(models.TextChoices):
        OFF = "off", "nghỉ"
        WORKED = "worked", "làm việc"

    day = models.DateField("ngày")
    effect = models.CharField("nội dung", max_length=10, choices=Effect.choices)
    unit = models.ForeignKey(
        "scope.UnitIdentity",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="đơn vị áp dụng",
        help_text="Để trống khi áp dụng trong cả nước.",
    )
    number = models.CharField("số quyết định", max_length=60)
    decided_on = models.DateField("ngày quyết định")
    title = models.CharField("nội dung quyết định", max_length=300)

    class Meta:
        verbose_name = "quyết định về ngày nghỉ, ngày làm việc"
        constraints = [
            models.UniqueConstraint(
                fields=["day", "unit", "decided_on"],
                name="dayoverride_one_decision_a_day",
                nulls_distinct=False,
                violation_error_message="Ngày này đã có quyết định ban hành cùng ngày cho đơn vị.",
            ),
            models.CheckConstraint(
                condition=Q(effect__in=["off", "worked"]),
                name="dayoverride_effect_is_known",
                violation_error_message="Quyết định phải cho nghỉ hoặc cho làm việc.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}: {self.get_effect_display()} ({self.number})"


class WorkingHours(TemporalRecord):
    """Giờ làm việc: the sessions of a unit, and of all below it, on one day of the week, for a span of days.

    Sessions stand one after another as opening and closing times: 07:30, 11:30, 13:00, 17:00; none closes the day.
    """

    unit = models.ForeignKey("scope.UnitIdentity", models.PROTECT, related_name="+", verbose_name="đơn vị áp dụng")
    weekday = models.PositiveSmallIntegerField("thứ trong tuần", choices=list(enumerate(WEEKDAYS)))
    times = ArrayField(models.TimeField(), blank=True, verbose_name="giờ mở và giờ đóng của từng buổi")
    cut_off = models.TimeField("giờ ngừng nhận hồ sơ trong ngày", null=True, blank=True)
    basis = models.CharField("căn cứ", max_length=300, blank=True)

    class Meta:
        verbose_name = "giờ làm việc"
        constraints = [
            no_overlap(
                "unit",
                "weekday",
                name="workinghours_one_plan_a_weekday",
                says="Đơn vị đã có giờ làm việc của thứ này trong khoảng thời gian đó.",
            ),
            models.CheckConstraint(
                condition=Q(weekday__lte=6),
                name="workinghours_weekday_is_of_the_week",
                violation_error_message="Thứ trong tuần phải từ thứ Hai đến Chủ nhật.",
            ),
            models.CheckConstraint(
                condition=Q(times__len__in=(0, 2, 4, 6)),
                name="workinghours_times_come_in_pairs",
                violation_error_message="Mỗi buổi làm việc phải có giờ mở và giờ đóng.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()}: {', '.join(f'{time:%H:%M}' for time in self.times)}"
