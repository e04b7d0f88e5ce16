"""When an office asks everybody of some units to look through some groups of their own files."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from congvu.contexts.personnel.models.people import Person
from congvu.contexts.personnel.states import RoundWord


class UpdateRound(models.Model):
    """Đợt cập nhật hồ sơ: chosen groups, in chosen units, by a day."""

    unit = models.ForeignKey("scope.UnitIdentity", models.PROTECT, related_name="+", verbose_name="đơn vị tổ chức")
    title = models.CharField("tên đợt", max_length=200)
    groups = ArrayField(models.CharField(max_length=30), verbose_name="các mục phải xem lại")
    opened_on = models.DateField("ngày mở")
    due_on = models.DateField("hạn trả lời")
    closed_on = models.DateField("ngày đóng", null=True)
    reminded_on = models.DateField("ngày nhắc gần nhất", null=True)

    class Meta:
        verbose_name = "đợt cập nhật hồ sơ"
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("opened_on")),
                name="updateround_due_after_it_opens",
                violation_error_message="Hạn trả lời không thể trước ngày mở đợt.",
            )
        ]

    def __str__(self) -> str:
        return self.title


class UpdateRoundUnit(models.Model):
    """Đơn vị trong đợt cập nhật: the unit and everything below it."""

    round = models.ForeignKey(UpdateRound, models.PROTECT, related_name="units", verbose_name="đợt cập nhật")
    unit = models.ForeignKey("scope.UnitIdentity", models.PROTECT, related_name="+", verbose_name="đơn vị phải trả lời")

    class Meta:
        verbose_name = "đơn vị trong đợt cập nhật"
        constraints = [models.UniqueConstraint(fields=["round", "unit"], name="updateroundunit_named_once")]

    def __str__(self) -> str:
        return f"{self.unit_id}"


class RoundAnswer(models.Model):
    """Trả lời trong đợt cập nhật: what one person says of one group."""

    round = models.ForeignKey(UpdateRound, models.PROTECT, related_name="answers", verbose_name="đợt cập nhật")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="người trả lời")
    group = models.CharField("mục", max_length=30)
    word = models.CharField("trả lời", max_length=10, choices=RoundWord.choices)
    answered_on = models.DateField("ngày trả lời")

    class Meta:
        verbose_name = "trả lời trong đợt cập nhật"
        constraints = [
            models.UniqueConstraint(fields=["round", "person", "group"], name="roundanswer_one_a_group"),
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.get_word_display()}"
