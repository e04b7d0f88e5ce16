"""How complete each file is, which files wait to be reckoned anew, and the rounds in which offices review them."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from congvu.contexts.personnel.models.people import Person


class FileScore(models.Model):
    """Độ đầy đủ của hồ sơ: how many of the points asked for it says, and the names of those that are missing."""

    person = models.OneToOneField(
        Person, models.PROTECT, primary_key=True, related_name="score", verbose_name="chủ hồ sơ"
    )
    filled = models.PositiveSmallIntegerField("số điểm đã có")
    asked = models.PositiveSmallIntegerField("số điểm cần có")
    missing = ArrayField(models.CharField("điểm", max_length=40), verbose_name="các điểm còn thiếu", default=list)
    reckoned_on = models.DateField("tính ngày")

    class Meta:
        verbose_name = "độ đầy đủ của hồ sơ"
        indexes = [GinIndex(fields=["missing"], name="filescore_missing")]
        constraints = [
            models.CheckConstraint(
                condition=Q(filled__lte=models.F("asked")) & Q(asked__gt=0), name="filescore_within_what_is_asked"
            )
        ]

    def __str__(self) -> str:
        return f"{self.filled}/{self.asked}"


class ScoreDue(models.Model):
    """Hồ sơ chờ tính lại; the database adds a row whenever a table of the file changes."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="chủ hồ sơ")

    class Meta:
        verbose_name = "hồ sơ chờ tính lại độ đầy đủ"

    def __str__(self) -> str:
        return f"{self.person_id}"


class FileReview(models.Model):
    """Đợt rà soát hồ sơ: an office asks units to complete the files of their people by a day."""

    unit = models.ForeignKey("scope.UnitIdentity", models.PROTECT, related_name="+", verbose_name="đơn vị mở đợt")
    title = models.CharField("tên đợt", max_length=200)
    basis = models.CharField("văn bản yêu cầu", max_length=200, blank=True)
    goal = models.PositiveSmallIntegerField("mức cần đạt (%)")
    opened_on = models.DateField("ngày mở")
    due_on = models.DateField("hạn báo cáo")
    closed_on = models.DateField("ngày kết thúc", null=True)
    opened_by = models.CharField("người mở", max_length=200)
    opened_at = models.DateTimeField("mở lúc", db_default=Now())

    class Meta:
        verbose_name = "đợt rà soát hồ sơ"
        indexes = [models.Index(fields=["unit", "-id"], name="filereview_by_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("opened_on")),
                name="filereview_due_after_it_opens",
                violation_error_message="Hạn báo cáo phải từ ngày mở đợt trở đi.",
            ),
            models.CheckConstraint(condition=Q(goal__gte=1, goal__lte=100), name="filereview_goal_is_a_share"),
        ]

    def __str__(self) -> str:
        return self.title


class FileReviewUnit(models.Model):
    """Đơn vị trong đợt rà soát: where it stood when the round opened, and where it stood when it reported."""

    review = models.ForeignKey(FileReview, models.PROTECT, related_name="units", verbose_name="đợt rà soát")
    unit = models.ForeignKey("scope.UnitIdentity", models.PROTECT, related_name="+", verbose_name="đơn vị rà soát")
    people = models.PositiveIntegerField("số người khi mở đợt")
    filled_before = models.PositiveIntegerField("điểm đã có khi mở đợt")
    asked_before = models.PositiveIntegerField("điểm cần có khi mở đợt")
    reported_on = models.DateField("ngày báo cáo", null=True)
    reported_by = models.CharField("người báo cáo", max_length=200, blank=True)
    filled_after = models.PositiveIntegerField("điểm đã có khi báo cáo", null=True)
    asked_after = models.PositiveIntegerField("điểm cần có khi báo cáo", null=True)
    remark = models.CharField("ý kiến của đơn vị", max_length=500, blank=True)

    class Meta:
        verbose_name = "đơn vị trong đợt rà soát"
        constraints = [
            models.UniqueConstraint(
                fields=["review", "unit"],
                name="filereviewunit_once",
                violation_error_message="Đơn vị này đã có trong đợt rà soát.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.review_id}/{self.unit_id}"
