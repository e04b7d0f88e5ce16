"""Who a person is: what every page shows first."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F

from congvu.contexts.personnel.states import Precision, Sex
from congvu.kernel import names


class Person(models.Model):
    """Người: a cadre, civil servant, public employee or contract worker, with one file for life."""

    identity = models.OneToOneField(
        "scope.PersonIdentity", models.PROTECT, primary_key=True, related_name="person", verbose_name="định danh"
    )
    full_name = models.CharField("họ và tên", max_length=120)
    sort_key = models.CharField("khóa sắp xếp", max_length=400, db_collation="C", editable=False)
    search_key = models.CharField("khóa tìm kiếm", max_length=160, editable=False)
    personnel_number = models.CharField("số hiệu cán bộ", max_length=20, unique=True, null=True, blank=True)
    citizen_number = models.CharField("số định danh cá nhân", max_length=12, unique=True, null=True, blank=True)
    born_on = models.DateField("ngày sinh", null=True)
    born_precision = models.CharField(
        "độ chính xác của ngày sinh", max_length=10, choices=Precision.choices, default=Precision.DAY
    )
    sex = models.CharField("giới tính", max_length=6, choices=Sex.choices, blank=True)
    ethnicity = models.CharField("dân tộc", max_length=2, default="01")
    invented = models.BooleanField("người hư cấu của dữ liệu mẫu", default=False)

    class Meta:
        verbose_name = "người"
        indexes = [
            models.Index(fields=["sort_key", "identity"], name="person_in_order"),
            models.Index(fields=["search_key", "born_on"], name="person_namesakes"),
            GinIndex(OpClass(F("search_key"), name="gin_trgm_ops"), name="person_search"),
        ]

    def __str__(self) -> str:
        return self.full_name

    def rename(self, full_name: str) -> None:
        """Set the name with the keys that it is ordered and found by; every word of the second follows a space."""
        self.full_name = names.normalise(full_name)
        self.sort_key = names.sort_key(self.full_name)
        self.search_key = f" {names.search_key(self.full_name)}"
