"""Decisions that records stand on, the books their numbers come from, and files kept under their hash."""

from django.db import models
from django.db.models.functions import Now


class Decision(models.Model):
    """Quyết định: a numbered act that changes records from an effective day; imported ones keep theirs."""

    class Kind(models.TextChoices):
        RECRUIT = "recruit", "Tuyển dụng"
        APPOINT = "appoint", "Bổ nhiệm"
        TRANSFER = "transfer", "Điều động"
        ROTATE = "rotate", "Luân chuyển"
        CHANGE_POSITION = "change_position", "Chuyển đổi vị trí công tác"
        SEND_TO_COURSE = "send_to_course", "Cử đi đào tạo, bồi dưỡng"
        CLASSIFY = "classify", "Xếp ngạch, bậc"
        RETIRE = "retire", "Nghỉ hưu"
        LEAVE = "leave", "Thôi việc"
        ORGANISE = "organise", "Tổ chức bộ máy"
        OTHER = "other", "Khác"

    number = models.CharField("số, ký hiệu", max_length=60)
    signed_on = models.DateField("ngày ký")
    effective_on = models.DateField("ngày có hiệu lực")
    issuer = models.CharField("cơ quan ban hành", max_length=200, blank=True)
    issuer_unit = models.ForeignKey(
        "scope.UnitIdentity", models.PROTECT, null=True, related_name="+", verbose_name="đơn vị ban hành"
    )
    kind = models.CharField("loại quyết định", max_length=20, choices=Kind.choices, default=Kind.OTHER)
    title = models.CharField("trích yếu", max_length=300, blank=True)

    class Meta:
        verbose_name = "quyết định"
        constraints = [
            models.UniqueConstraint(
                fields=["number", "signed_on", "issuer"],
                name="decision_one_number_a_day",
                violation_error_message="Quyết định này đã có trong hệ thống.",
            )
        ]

    def __str__(self) -> str:
        return f"Quyết định số {self.number} ngày {self.signed_on:%d/%m/%Y}"


class Book(models.Model):
    """Sổ đăng ký văn bản: running numbers of one kind in one unit and year; locked while one is taken."""

    unit = models.ForeignKey("scope.UnitIdentity", models.PROTECT, related_name="+", verbose_name="đơn vị giữ sổ")
    kind = models.CharField("loại văn bản", max_length=20)
    year = models.PositiveSmallIntegerField("năm")
    last_number = models.PositiveIntegerField("số cuối", default=0)

    class Meta:
        verbose_name = "sổ đăng ký văn bản"
        constraints = [models.UniqueConstraint(fields=["unit", "kind", "year"], name="book_one_a_year")]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}"


class StoredFile(models.Model):
    """Tệp lưu: bytes kept outside the web root under their hash."""

    sha256 = models.CharField("mã băm SHA-256", max_length=64, unique=True)
    name = models.CharField("tên tệp", max_length=255)
    media_type = models.CharField("loại tệp", max_length=100)
    size = models.PositiveBigIntegerField("cỡ tệp (byte)")
    stored_at = models.DateTimeField("lưu lúc", db_default=Now())

    class Meta:
        verbose_name = "tệp lưu"

    def __str__(self) -> str:
        return self.name
