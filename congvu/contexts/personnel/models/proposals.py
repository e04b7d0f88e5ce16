"""What people ask to have changed in their own files, with the scans that prove it and what was decided."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from congvu.contexts.personnel.models.people import Person
from congvu.contexts.personnel.states import ProposalState, ProposedAct, Verdict
from congvu.law.personal_file import PROPOSABLE
from congvu.law.sensitivity import Sensitivity

_CLASSES = [(kind.value, kind.label) for kind in Sensitivity]


def _class_of_group() -> Q:
    known = Q()
    for kind in Sensitivity:
        names = [each.name for each in PROPOSABLE if each.sensitivity is kind]
        known |= Q(group__in=names, sensitivity=kind.value)
    return known


class Proposal(models.Model):
    """Đề nghị cập nhật hồ sơ: what a person asks to have changed in his own file.

    `left` counts the items that nobody decided yet, so that an officer who may not see some of them knows of them.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="proposals", verbose_name="người đề nghị")
    state = models.CharField("trạng thái", max_length=10, choices=ProposalState.choices, default=ProposalState.DRAFT)
    opened_on = models.DateField("ngày soạn")
    opened_at = models.DateTimeField("soạn lúc", db_default=Now())
    sent_on = models.DateField("ngày gửi", null=True)
    ended_on = models.DateField("ngày giải quyết xong", null=True)
    total = models.PositiveSmallIntegerField("số nội dung", default=0)
    left = models.PositiveSmallIntegerField("số nội dung chưa giải quyết", default=0)
    request = models.CharField("đề nghị bổ sung", max_length=1000, blank=True)

    class Meta:
        verbose_name = "đề nghị cập nhật hồ sơ"
        indexes = [
            models.Index(fields=["person", "-id"], name="proposal_by_person"),
            models.Index(fields=["sent_on"], condition=Q(state="sent"), name="proposal_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state="draft"),
                name="proposal_one_draft",
                violation_error_message="Bạn đang soạn một đề nghị; hãy gửi hoặc bỏ đề nghị ấy trước.",
            ),
        ]

    def __str__(self) -> str:
        return f"Đề nghị số {self.pk}"

    @property
    def unit_id(self) -> int:
        """The unit that keeps the file."""
        return self.person.identity.home_id


class ProposalItem(models.Model):
    """Nội dung đề nghị: one change of one group; `before` is what the file said when it was proposed."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="items", verbose_name="thuộc đề nghị")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="chủ hồ sơ")
    group = models.CharField("mục", max_length=30, choices=[(each.name, each.label) for each in PROPOSABLE])
    sensitivity = models.CharField("nhóm dữ liệu", max_length=12, choices=_CLASSES)
    act = models.CharField("việc đề nghị", max_length=8, choices=ProposedAct.choices)
    target = models.ForeignKey(
        "personnel.FileItem", models.PROTECT, null=True, related_name="+", verbose_name="nội dung đang có"
    )
    study = models.ForeignKey(
        "personnel.Study", models.PROTECT, null=True, related_name="+", verbose_name="văn bằng đang có"
    )
    since = models.CharField("từ ngày", max_length=20, blank=True)
    values = models.JSONField("nội dung đề nghị", default=dict)
    before = models.JSONField("nội dung khi đề nghị", default=dict)
    reason = models.CharField("lý do đề nghị", max_length=500, blank=True)
    verdict = models.CharField("kết quả", max_length=10, choices=Verdict.choices, default=Verdict.OPEN)
    decided_on = models.DateField("ngày giải quyết", null=True)
    decided_by = models.CharField("người giải quyết", max_length=200, blank=True)
    answer = models.CharField("lý do của người giải quyết", max_length=500, blank=True)

    class Meta:
        verbose_name = "nội dung đề nghị"
        constraints = [
            models.CheckConstraint(condition=_class_of_group(), name="proposalitem_as_sensitive_as_its_group"),
            models.CheckConstraint(
                condition=Q(verdict__in=["open", "dropped"]) | Q(decided_on__isnull=False),
                name="proposalitem_decided_on_a_day",
                violation_error_message="Nội dung đã giải quyết phải có ngày giải quyết.",
            ),
            models.CheckConstraint(
                condition=~Q(verdict="refused") | ~Q(answer=""),
                name="proposalitem_refused_for_a_reason",
                violation_error_message="Không duyệt thì phải ghi lý do.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.get_group_display()}"


class ProposalEvidence(models.Model):
    """Giấy tờ kèm đề nghị: a scan that proves one item, as sensitive as the item."""

    item = models.ForeignKey(ProposalItem, models.PROTECT, related_name="evidence", verbose_name="chứng minh cho")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="chủ hồ sơ")
    sensitivity = models.CharField("nhóm dữ liệu", max_length=12, choices=_CLASSES)
    name = models.CharField("tên tệp", max_length=255)
    media_type = models.CharField("loại tệp", max_length=100)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+", verbose_name="tệp lưu")
    dropped = models.BooleanField("đã bỏ", default=False)

    class Meta:
        verbose_name = "giấy tờ kèm đề nghị"

    def __str__(self) -> str:
        return self.name
