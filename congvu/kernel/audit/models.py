"""Facts, their seals, and the trail of reading; the database computes the hashes and refuses change."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self

from django.db import models
from django.db.models.functions import Now

from congvu.kernel.audit import Actor

_COLUMNS = ("person_id", "unit_id")


class Fact(models.Model):
    """Sự kiện: what happened, who did it, on what day and on what grounds."""

    recorded_at = models.DateTimeField("ghi lúc", db_default=Now(), editable=False)
    on = models.DateField("ngày có hiệu lực")
    actor_id = models.BigIntegerField("tài khoản", null=True)
    actor_name = models.CharField("người thực hiện", max_length=200)
    kind = models.CharField("loại sự kiện", max_length=100)
    label = models.CharField("tên sự kiện", max_length=200)
    person = models.ForeignKey(
        "scope.PersonIdentity", models.PROTECT, null=True, related_name="+", verbose_name="người liên quan"
    )
    unit = models.ForeignKey(
        "scope.UnitIdentity", models.PROTECT, null=True, related_name="+", verbose_name="đơn vị liên quan"
    )
    content = models.JSONField("nội dung", default=dict)
    because = models.JSONField("căn cứ", default=list)
    chain = models.CharField("chuỗi", max_length=80, editable=False, default="")
    content_hash = models.BinaryField("mã băm", editable=False, default=b"")

    class Meta:
        verbose_name = "sự kiện"
        indexes = [
            models.Index(fields=["person", "-id"], name="fact_by_person"),
            models.Index(fields=["unit", "-id"], name="fact_by_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on:%d/%m/%Y}"

    @classmethod
    def of(cls, fact: Any, *, by: Actor, on: date, because: Sequence[Any]) -> Self:
        """The row that tells of the fact."""
        content = {field.name: plain(getattr(fact, field.name)) for field in fields(fact)}
        columns = {name: content.pop(name, None) for name in _COLUMNS}
        context = _context_of(type(fact).__module__)
        return cls(
            on=on,
            actor_id=by.user_id,
            actor_name=by.name,
            kind=f"{context}.{type(fact).__name__}",
            label=(type(fact).__doc__ or type(fact).__name__).split(":")[0].strip(),
            content=content,
            because=[plain(ground) for ground in because],
            **columns,
        )


def _context_of(module: str) -> str:
    """The room that the fact was declared in, whether its facts are a file or a folder."""
    room, _, _ = module.partition(".facts")
    return room.rpartition(".")[2] if room != module else module.split(".")[-2]


class Seal(models.Model):
    """Niêm phong: one link of a chain, over a fact and the link before it."""

    fact = models.OneToOneField(
        Fact, models.PROTECT, primary_key=True, related_name="seal", verbose_name="sự kiện được niêm phong"
    )
    chain = models.CharField("chuỗi", max_length=80)
    place = models.BigIntegerField("thứ tự trong chuỗi")
    link = models.BinaryField("mắt xích")
    sealed_at = models.DateTimeField("niêm phong lúc", db_default=Now())

    class Meta:
        verbose_name = "niêm phong"
        constraints = [models.UniqueConstraint(fields=["chain", "place"], name="seal_one_fact_per_place")]

    def __str__(self) -> str:
        return f"{self.chain}/{self.place}"


class Reading(models.Model):
    """Lượt xem hồ sơ: who opened whose file, when and where."""

    person = models.ForeignKey("scope.PersonIdentity", models.PROTECT, related_name="+", verbose_name="chủ hồ sơ")
    actor_id = models.BigIntegerField("tài khoản", null=True)
    actor_name = models.CharField("người xem", max_length=200)
    page = models.CharField("trang", max_length=200)
    read_at = models.DateTimeField("xem lúc", db_default=Now())

    class Meta:
        verbose_name = "lượt xem hồ sơ"
        indexes = [models.Index(fields=["person", "-id"], name="reading_by_person")]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.page}"


def plain(value: Any) -> Any:
    """A value as the audit keeps it: JSON, dates as ISO, findings with their law."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
