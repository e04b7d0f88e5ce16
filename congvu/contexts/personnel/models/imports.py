"""A workbook that somebody handed in, what was found in it, and what became of it."""

from django.db import models
from django.db.models.functions import Now

from congvu.contexts.personnel.states import ImportState


class ImportBatch(models.Model):
    """Đợt nhập dữ liệu: nothing of it is written until the officer confirms, and then all of it at once."""

    unit = models.ForeignKey("scope.UnitIdentity", models.PROTECT, related_name="+", verbose_name="đơn vị nhập")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+", verbose_name="tệp đã nhận")
    state = models.CharField("trạng thái", max_length=12, choices=ImportState.choices, default=ImportState.RECEIVED)
    on = models.DateField("số liệu tính đến ngày")
    handed_in_by = models.ForeignKey(
        "access.User", models.PROTECT, null=True, related_name="+", verbose_name="người nộp tệp"
    )
    handed_in_at = models.DateTimeField("nộp lúc", db_default=Now())
    accept_good = models.BooleanField("ghi các dòng đúng, trả lại các dòng sai", default=False)
    answers = models.JSONField("trả lời cho đơn vị chưa rõ", default=dict)
    rows_total = models.PositiveIntegerField("số dòng", default=0)
    rows_done = models.PositiveIntegerField("số dòng đã xử lý", default=0)
    summary = models.JSONField("kết quả kiểm tra", default=dict)

    class Meta:
        verbose_name = "đợt nhập dữ liệu"
        indexes = [models.Index(fields=["unit", "-id"], name="importbatch_by_unit")]

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def unit_key(self) -> int:
        """The unit that permissions are asked over."""
        return self.unit_id
