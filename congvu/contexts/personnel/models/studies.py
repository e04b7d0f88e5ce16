"""What a person has learned: study spells and what they led to."""

from django.db import models
from django.db.models import Q

from congvu.contexts.personnel.models.people import Person
from congvu.contexts.personnel.states import CourseKind, Precision, Subject


class StudyClass(models.Model):
    """Lớp đào tạo, bồi dưỡng: a class that was opened for many people."""

    code = models.CharField("mã lớp", max_length=40, unique=True)
    title = models.CharField("tên lớp", max_length=200)
    subject = models.CharField("nội dung", max_length=20, choices=Subject.choices)
    level = models.PositiveSmallIntegerField("trình độ")
    organiser = models.CharField("cơ sở mở lớp", max_length=200, blank=True)
    unit = models.ForeignKey("scope.UnitIdentity", models.PROTECT, related_name="+", verbose_name="đơn vị đề nghị mở")
    opened_on = models.DateField("khai giảng")
    closed_on = models.DateField("bế giảng", null=True)
    ground = models.ForeignKey(
        "documents.Decision", models.PROTECT, null=True, related_name="+", verbose_name="quyết định mở lớp"
    )

    class Meta:
        verbose_name = "lớp đào tạo, bồi dưỡng"

    def __str__(self) -> str:
        return self.title


class Study(models.Model):
    """Quá trình đào tạo, bồi dưỡng: one spell of study; it counts from the day its certificate was awarded."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="studies", verbose_name="người học")
    subject = models.CharField("lĩnh vực trình độ", max_length=20, choices=Subject.choices)
    level = models.PositiveSmallIntegerField("trình độ")
    field = models.CharField("chuyên ngành", max_length=120, blank=True)
    school = models.CharField("cơ sở đào tạo", max_length=200, blank=True)
    mode = models.CharField("hình thức đào tạo", max_length=20, blank=True)
    started_on = models.DateField("bắt đầu", null=True)
    ended_on = models.DateField("kết thúc", null=True)
    awarded_on = models.DateField("ngày cấp bằng, chứng chỉ", null=True)
    awarded_precision = models.CharField(
        "độ chính xác của ngày cấp", max_length=10, choices=Precision.choices, default=Precision.DAY
    )
    certificate_number = models.CharField("số hiệu văn bằng", max_length=60, blank=True)
    sent_by = models.ForeignKey(
        "documents.Decision", models.PROTECT, null=True, related_name="+", verbose_name="quyết định cử đi học"
    )
    study_class = models.ForeignKey(
        StudyClass, models.PROTECT, null=True, related_name="studies", verbose_name="lớp đã học"
    )
    withdrawn_on = models.DateField("ngày rút ghi nhận", null=True)

    class Meta:
        verbose_name = "quá trình đào tạo, bồi dưỡng"
        indexes = [
            models.Index(
                fields=["person", "subject", "level"],
                include=["awarded_on"],
                condition=Q(withdrawn_on=None),
                name="study_highest_level",
            ),
            models.Index(
                fields=["subject", "level", "person"],
                include=["awarded_on"],
                condition=Q(withdrawn_on=None),
                name="study_by_level",
            ),
            models.Index(fields=["sent_by"], condition=Q(sent_by__isnull=False), name="study_by_sending"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "study_class"],
                condition=Q(withdrawn_on=None),
                name="study_one_place_in_a_class",
                violation_error_message="Người này đã có tên trong lớp.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(started_on=None) | Q(started_on__lte=models.F("ended_on")),
                name="study_ends_after_it_starts",
                violation_error_message="Ngày kết thúc khóa học phải sau ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_subject_display()} {self.level}"


class Attendance(models.Model):
    """Lượt bồi dưỡng, tập huấn: one person at one short course, which leads to no level."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="attendances", verbose_name="người dự lớp")
    title = models.CharField("tên khóa bồi dưỡng, tập huấn", max_length=200)
    kind = models.CharField("loại khóa", max_length=20, choices=CourseKind.choices, default=CourseKind.FOSTERING)
    organiser = models.CharField("đơn vị tổ chức", max_length=200, blank=True)
    started_on = models.DateField("bắt đầu")
    ended_on = models.DateField("kết thúc")
    days = models.PositiveSmallIntegerField("số ngày học", null=True)
    certificate_number = models.CharField("số chứng nhận", max_length=60, blank=True)
    ground = models.ForeignKey(
        "documents.Decision", models.PROTECT, null=True, related_name="+", verbose_name="quyết định triệu tập"
    )

    class Meta:
        verbose_name = "lượt bồi dưỡng, tập huấn"
        indexes = [models.Index(fields=["person", "started_on"], name="attendance_of_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "title", "started_on"],
                name="attendance_once_a_course",
                violation_error_message="Người này đã được ghi một lượt ở khóa đó.",
            ),
            models.CheckConstraint(
                condition=Q(started_on__lte=models.F("ended_on")),
                name="attendance_ends_after_it_starts",
                violation_error_message="Ngày kết thúc khóa học phải sau ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
