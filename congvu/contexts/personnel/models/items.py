"""The groups of the personal file beyond career and studies, and the papers that prove them."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from congvu.contexts.personnel.models.people import Person
from congvu.kernel.temporal.models import TemporalRecord, no_overlap
from congvu.law.personal_file import GROUPS, PAPER_KINDS
from congvu.law.sensitivity import Sensitivity

_CLASSES = [(kind.value, kind.label) for kind in Sensitivity]
_SINGLE = [group.name for group in GROUPS if not group.many]


def _class_of_group() -> Q:
    """Every group is as sensitive as the catalogue says."""
    known = Q()
    for kind in Sensitivity:
        names = [group.name for group in GROUPS if group.sensitivity is kind]
        known |= Q(group__in=names, sensitivity=kind.value)
    return known


class FileItem(TemporalRecord):
    """Mục của hồ sơ: what one group of the catalogue says of a person for a span; `values` holds its fields.

    `none` says that the person has none of it. `follows` is the item that this one changed or corrected.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="items", verbose_name="chủ hồ sơ")
    group = models.CharField("mục", max_length=30, choices=[(group.name, group.label) for group in GROUPS])
    sensitivity = models.CharField("nhóm dữ liệu", max_length=12, choices=_CLASSES)
    values = models.JSONField("nội dung", default=dict)
    none = models.BooleanField("không có", default=False)
    ground = models.ForeignKey(
        "documents.Decision", models.PROTECT, null=True, related_name="+", verbose_name="quyết định, giấy tờ làm căn cứ"
    )
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="followed_by", verbose_name="thay cho mục"
    )
    withdrawn_on = models.DateField("ngày rút", null=True)

    class Meta:
        verbose_name = "mục của hồ sơ"
        indexes = [models.Index(fields=["person", "group"], name="fileitem_by_group")]
        constraints = [
            no_overlap(
                "person",
                "group",
                when=Q(group__in=_SINGLE, withdrawn_on=None),
                name="fileitem_one_at_a_time",
                says="Hồ sơ đã có nội dung của mục này trong khoảng thời gian đó.",
            ),
            models.CheckConstraint(condition=_class_of_group(), name="fileitem_as_sensitive_as_its_group"),
            models.CheckConstraint(
                condition=Q(none=False) | Q(values={}),
                name="fileitem_none_says_nothing_more",
                violation_error_message="Mục đã ghi “không có” thì không ghi nội dung.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_group_display()


class FilePaper(models.Model):
    """Giấy tờ trong hồ sơ: a scan or photograph, kept under its hash, as sensitive as what it proves."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="papers", verbose_name="chủ hồ sơ")
    kind = models.CharField(
        "loại giấy tờ", max_length=20, choices=[(entry.code, entry.label) for entry in PAPER_KINDS.entries]
    )
    title = models.CharField("tên giấy tờ", max_length=200)
    sensitivity = models.CharField("nhóm dữ liệu", max_length=12, choices=_CLASSES)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+", verbose_name="tệp lưu")
    item = models.ForeignKey(
        FileItem, models.PROTECT, null=True, related_name="papers", verbose_name="chứng minh cho mục"
    )
    study = models.ForeignKey(
        "personnel.Study", models.PROTECT, null=True, related_name="papers", verbose_name="chứng minh cho trình độ"
    )
    filed_on = models.DateField("ngày đưa vào hồ sơ")
    filed_at = models.DateTimeField("lưu lúc", db_default=Now())
    withdrawn_on = models.DateField("ngày rút", null=True)

    class Meta:
        verbose_name = "giấy tờ trong hồ sơ"
        indexes = [models.Index(fields=["person", "kind", "-id"], name="filepaper_by_kind")]

    def __str__(self) -> str:
        return self.title
