"""Units over time, what became of them, their posts and the standard of each post."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q

from congvu.contexts.organisations.states import (
    TERRITORIAL,
    Block,
    Extent,
    KindOfPost,
    Level,
    PostCategory,
    Subject,
    UnitKind,
)
from congvu.kernel.temporal.models import TemporalRecord, no_overlap


class Unit(models.Model):
    """Đơn vị: a body that lasts under changing names, parents and kinds; another extent is another unit."""

    identity = models.OneToOneField(
        "scope.UnitIdentity", models.PROTECT, primary_key=True, related_name="unit", verbose_name="định danh"
    )
    founded_on = models.DateField("ngày thành lập", null=True)
    dissolved_on = models.DateField("ngày thôi tồn tại", null=True)

    class Meta:
        verbose_name = "đơn vị"
        constraints = [
            models.CheckConstraint(
                condition=Q(dissolved_on=None) | Q(founded_on=None) | Q(dissolved_on__gt=F("founded_on")),
                name="unit_dissolved_after_founding",
                violation_error_message="Đơn vị không thể giải thể trước ngày thành lập.",
            )
        ]

    def __str__(self) -> str:
        return f"Đơn vị {self.pk}"


class UnitRecord(TemporalRecord):
    """Hồ sơ đơn vị: what a unit is called and where it stands for a span of days."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="records", verbose_name="đơn vị")
    name = models.CharField("tên đầy đủ", max_length=200)
    short_name = models.CharField("tên ngắn", max_length=120)
    search_name = models.CharField("tên để tìm", max_length=200)
    code = models.CharField("mã", max_length=30, blank=True)
    level = models.CharField("cấp, loại", max_length=20, choices=Level.choices)
    kind = models.CharField("loại hình", max_length=20, choices=UnitKind.choices, blank=True)
    block = models.CharField("khối", max_length=20, choices=Block.choices, blank=True)
    parent = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="child_records", verbose_name="đơn vị cấp trên"
    )
    ground = models.ForeignKey(
        "documents.Decision", models.PROTECT, null=True, related_name="+", verbose_name="quyết định"
    )
    basis = models.CharField("căn cứ", max_length=300, blank=True)
    note = models.TextField("diễn giải", blank=True)
    start_known = models.BooleanField("ngày bắt đầu có căn cứ", default=True)

    class Meta:
        verbose_name = "hồ sơ đơn vị"
        constraints = [
            no_overlap(
                "unit",
                name="unitrecord_one_a_day",
                says="Đơn vị đã có hồ sơ khác trong khoảng thời gian đó; đề nghị kết thúc hồ sơ cũ trước.",
            ),
            no_overlap(
                "code",
                when=Q(level__in=TERRITORIAL) & ~Q(code=""),
                name="unitrecord_one_code_a_day",
                says="Mã này đang thuộc về một đơn vị hành chính khác trong khoảng thời gian đó.",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("unit")),
                name="unitrecord_not_its_own_parent",
                violation_error_message="Đơn vị không thể trực thuộc chính mình.",
            ),
            models.CheckConstraint(
                condition=Q(valid__isempty=False),
                name="unitrecord_holds_a_day",
                violation_error_message="Hồ sơ đơn vị phải có hiệu lực ít nhất một ngày.",
            ),
        ]
        indexes = [
            models.Index(fields=["code"], name="unitrecord_by_code"),
            GinIndex(OpClass("search_name", name="gin_trgm_ops"), name="unitrecord_by_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """Kế thừa: the successor took the predecessor's territory or work over, wholly or in part."""

    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="successions", verbose_name="đơn vị trước sắp xếp"
    )
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="origins", verbose_name="đơn vị sau sắp xếp")
    on = models.DateField("ngày kế thừa")
    extent = models.CharField("phần kế thừa", max_length=10, choices=Extent.choices, default=Extent.UNKNOWN)
    basis = models.CharField("căn cứ", max_length=300, blank=True)

    class Meta:
        verbose_name = "kế thừa đơn vị"
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor", "on"],
                name="succession_written_once",
                violation_error_message="Quan hệ kế thừa này đã có trong hệ thống.",
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="succession_between_two_units",
                violation_error_message="Đơn vị không thể kế thừa chính mình.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"


class UnjoinedName(models.Model):
    """Tên chưa nối được: a name that the source gives for a unit's origin, and why no unit was found for it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="unjoined_names", verbose_name="đơn vị sau sắp xếp")
    named = models.CharField("tên trong nguồn", max_length=200)
    reason = models.CharField("lý do", max_length=300)

    class Meta:
        verbose_name = "tên chưa nối được"
        constraints = [models.UniqueConstraint(fields=["unit", "named"], name="unjoinedname_listed_once")]

    def __str__(self) -> str:
        return self.named


class Post(TemporalRecord):
    """Vị trí việc làm: a job position of a unit for a span, with the number of people it takes."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name="đơn vị")
    title = models.CharField("tên vị trí", max_length=200)
    category = models.CharField("nhóm vị trí", max_length=24, choices=PostCategory.choices)
    kind_of_post = models.CharField("loại vị trí", max_length=24, choices=KindOfPost.choices)
    seats = models.PositiveSmallIntegerField("số người", default=1)
    ground = models.ForeignKey(
        "documents.Decision", models.PROTECT, null=True, related_name="+", verbose_name="quyết định"
    )

    in_force: "list[PostStandard]"  # filled by queries.posts_in

    class Meta:
        verbose_name = "vị trí việc làm"
        constraints = [
            no_overlap(
                "unit",
                "title",
                name="post_one_title_a_day",
                says="Đơn vị đã có vị trí việc làm mang tên này trong khoảng thời gian đó.",
            ),
            models.CheckConstraint(
                condition=Q(seats__gte=1),
                name="post_takes_somebody",
                violation_error_message="Vị trí việc làm phải có ít nhất một người.",
            ),
            models.CheckConstraint(
                condition=Q(valid__isempty=False),
                name="post_holds_a_day",
                violation_error_message="Vị trí việc làm phải có hiệu lực ít nhất một ngày.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PostStandard(TemporalRecord):
    """Tiêu chuẩn trình độ: the least level of one subject that a post asks for, for a span."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="standards", verbose_name="vị trí việc làm")
    subject = models.CharField("nội dung", max_length=20, choices=Subject.choices)
    minimum_level = models.PositiveSmallIntegerField("trình độ tối thiểu")
    basis = models.CharField("căn cứ", max_length=300, blank=True)
    standing = models.CharField("tình trạng căn cứ", max_length=120, blank=True)

    class Meta:
        verbose_name = "tiêu chuẩn trình độ"
        constraints = [
            no_overlap(
                "post",
                "subject",
                name="poststandard_one_a_day",
                says="Vị trí đã có tiêu chuẩn cho nội dung này trong khoảng thời gian đó.",
            ),
            models.CheckConstraint(
                condition=Q(minimum_level__lte=6),
                name="poststandard_level_exists",
                violation_error_message="Trình độ tối thiểu không có trong danh mục.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_subject_display()}: {self.minimum_level}"
