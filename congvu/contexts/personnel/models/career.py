"""What a person was in service: posts, kinds of staff, ranks, Party membership; each for a span of days."""

from django.db import models
from django.db.models import Q

from congvu.contexts.personnel.models.people import Person
from congvu.contexts.personnel.states import AssignmentKind, StaffKind
from congvu.kernel.temporal.models import TemporalRecord, no_overlap


class Assignment(TemporalRecord):
    """Quá trình công tác: one person in one post; concurrent posts (kiêm nhiệm) may overlap the principal one."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="assignments", verbose_name="người giữ vị trí")
    post = models.ForeignKey("organisations.Post", models.PROTECT, related_name="+", verbose_name="vị trí việc làm")
    kind = models.CharField(
        "hình thức", max_length=12, choices=AssignmentKind.choices, default=AssignmentKind.PRINCIPAL
    )
    ground = models.ForeignKey(
        "documents.Decision", models.PROTECT, null=True, related_name="+", verbose_name="quyết định bố trí"
    )

    class Meta:
        verbose_name = "quá trình công tác"
        indexes = [models.Index(fields=["post", "kind"], include=["person", "valid", "id"], name="assignment_by_post")]
        constraints = [
            no_overlap(
                "person",
                when=Q(kind="principal"),
                name="assignment_one_principal_post",
                says="Người này đã giữ một vị trí chính trong khoảng thời gian đó.",
            ),
            no_overlap(
                "person",
                "post",
                when=Q(person__gt=0),  # always: its index only guards, and is too slow to find the holders of a post by
                name="assignment_post_held_once",
                says="Người này đã giữ chính vị trí đó trong khoảng thời gian đó.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} → {self.post_id}"


class Service(TemporalRecord):
    """Loại cán bộ: whether a person is elected, civil servant, public employee or on contract."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="services", verbose_name="người trong đội ngũ")
    kind = models.CharField("loại", max_length=20, choices=StaffKind.choices)
    ground = models.ForeignKey(
        "documents.Decision", models.PROTECT, null=True, related_name="+", verbose_name="quyết định tuyển dụng"
    )

    class Meta:
        verbose_name = "loại cán bộ"
        constraints = [
            no_overlap(
                "person",
                name="service_one_kind_at_a_time",
                says="Người này đã thuộc một loại cán bộ, công chức, viên chức trong khoảng thời gian đó.",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class RankHolding(TemporalRecord):
    """Ngạch, bậc: the rank, step and coefficient that a person is paid by."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="ranks", verbose_name="người được xếp ngạch")
    rank = models.CharField("mã ngạch", max_length=12)
    step = models.PositiveSmallIntegerField("bậc", null=True)
    coefficient = models.DecimalField("hệ số", max_digits=4, decimal_places=2, null=True)
    ground = models.ForeignKey(
        "documents.Decision", models.PROTECT, null=True, related_name="+", verbose_name="quyết định xếp ngạch"
    )

    class Meta:
        verbose_name = "ngạch, bậc"
        constraints = [
            no_overlap("person", name="rank_one_at_a_time", says="Người này đã được xếp một ngạch trong thời gian đó.")
        ]

    def __str__(self) -> str:
        return self.rank


class PartyMembership(TemporalRecord):
    """Đảng viên: membership from the day of admission; the official day follows probation."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="party_memberships", verbose_name="đảng viên")
    official_on = models.DateField("ngày chính thức", null=True)

    class Meta:
        verbose_name = "đảng viên"
        constraints = [
            no_overlap("person", name="party_membership_once", says="Người này đã là đảng viên trong thời gian đó.")
        ]

    def __str__(self) -> str:
        return f"{self.person_id}"
