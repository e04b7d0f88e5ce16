"""Obligations: holder, kind, due time with its arithmetic; their pauses and moves; urging, reminders and the feed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from congvu.kernel.agenda.states import Delivery, Ending, Occasion
from congvu.kernel.scope.models import PathField


class Obligation(models.Model):
    """Việc phải làm: a unit, or one account or person of it, owes something by a time."""

    kind = models.CharField("loại việc", max_length=60)
    case = models.CharField("vụ việc", max_length=60)
    title = models.CharField("việc", max_length=300)
    address = models.CharField("đường dẫn tới vụ việc", max_length=200)
    unit = models.ForeignKey("scope.UnitIdentity", models.PROTECT, related_name="+", verbose_name="đơn vị phải làm")
    path = PathField("đường dẫn của đơn vị", editable=False, default="")
    branch = models.CharField(
        "nhánh của đơn vị", max_length=400, db_collation="C", editable=False, default=""
    )  # the path as text: under row security an index answers only for comparisons that leak nothing, unlike ltree's
    user = models.ForeignKey(
        "access.User", models.PROTECT, null=True, related_name="+", verbose_name="tài khoản phải làm"
    )
    person = models.ForeignKey(
        "scope.PersonIdentity", models.PROTECT, null=True, related_name="+", verbose_name="người phải làm"
    )
    asked_by = models.ForeignKey(
        "access.User", models.PROTECT, null=True, related_name="+", verbose_name="tài khoản đang chờ kết quả"
    )
    permission = models.CharField("quyền cần có", max_length=80, blank=True)
    since = models.DateField("giao ngày")
    counted_from = models.DateTimeField("tính hạn từ lúc")
    limit = models.CharField("thời hạn", max_length=40, blank=True)
    promised_at = models.DateTimeField("hạn khi chưa trừ thời gian tạm dừng")
    due_at = models.DateTimeField("hạn")
    trace = models.JSONField("cách tính hạn", default=list)
    paused_since = models.DateTimeField("đang tạm dừng từ lúc", null=True)
    closed_on = models.DateField("kết thúc ngày", null=True)
    ending = models.CharField("kết thúc thế nào", max_length=20, choices=Ending.choices, blank=True)

    class Meta:
        verbose_name = "việc phải làm"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "case", "unit", "user", "person"],
                condition=Q(closed_on=None),
                nulls_distinct=False,
                name="obligation_open_once_for_each_holder",
                violation_error_message="Việc này đã được giao và chưa xong.",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, ending="") | Q(closed_on__isnull=False, ending__in=Ending.values),
                name="obligation_ended_means_how",
                violation_error_message="Việc đã kết thúc phải ghi kết thúc thế nào.",
            ),
            models.CheckConstraint(
                condition=Q(user=None) | Q(person=None),
                name="obligation_has_one_holder",
                violation_error_message="Việc giao cho một tài khoản hoặc một người, không giao cho cả hai.",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(closed_on=None), name="obligation_due_next"),
            models.Index(fields=["unit", "closed_on"], name="obligation_by_unit"),
            models.Index(fields=["closed_on"], condition=Q(closed_on__isnull=False), name="obligation_ended"),
            models.Index(fields=["branch", "due_at"], condition=Q(closed_on=None), name="obligation_open_by_branch"),
            models.Index(fields=["user"], condition=Q(closed_on=None), name="obligation_open_by_user"),
            models.Index(fields=["person"], condition=Q(closed_on=None), name="obligation_open_by_person"),
            models.Index(fields=["asked_by"], condition=Q(closed_on=None), name="obligation_open_by_asker"),
        ]

    def __str__(self) -> str:
        return self.title


class ObligationPause(models.Model):
    """Tạm dừng tính thời hạn: the clock of a duty stands still for a legal reason; open until it is resumed."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="pauses", verbose_name="việc tạm dừng")
    since = models.DateTimeField("tạm dừng từ lúc")
    until = models.DateTimeField("tính tiếp từ lúc", null=True)
    reason = models.CharField("lý do", max_length=300)
    cites = models.CharField("căn cứ", max_length=300, blank=True)

    class Meta:
        verbose_name = "lần tạm dừng"
        constraints = [
            models.UniqueConstraint(
                fields=["obligation"],
                condition=Q(until=None),
                name="obligationpause_one_open",
                violation_error_message="Việc này đang tạm dừng.",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="obligationpause_ends_after_it_begins",
                violation_error_message="Thời điểm tính tiếp phải sau thời điểm tạm dừng.",
            ),
        ]

    def __str__(self) -> str:
        return self.reason


class ObligationMove(models.Model):
    """Dời hạn: the due time of a duty became another one; the old one stays written."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="moves", verbose_name="việc dời hạn")
    moved_on = models.DateField("dời ngày")
    moved_by = models.CharField("người dời", max_length=200)
    from_due_at = models.DateTimeField("hạn cũ")
    to_due_at = models.DateTimeField("hạn mới")
    reason = models.CharField("lý do", max_length=300)
    cites = models.CharField("căn cứ", max_length=300, blank=True)

    class Meta:
        verbose_name = "lần dời hạn"

    def __str__(self) -> str:
        return self.reason


class Urge(models.Model):
    """Đôn đốc: somebody urged whoever owes a duty; at most once a day."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="urges", verbose_name="việc được nhắc")
    urged_on = models.DateField("nhắc ngày")
    urged_by = models.CharField("người nhắc", max_length=200)

    class Meta:
        verbose_name = "lần đôn đốc"
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "urged_on"],
                name="urge_once_a_day",
                violation_error_message="Việc này hôm nay đã được nhắc.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.urged_by} {self.urged_on:%d/%m/%Y}"


class Reminder(models.Model):
    """Lượt nhắc việc: one duty brought before one account on one day by one channel, never twice."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="+", verbose_name="việc được nhắc")
    user = models.ForeignKey("access.User", models.PROTECT, related_name="+", verbose_name="tài khoản được nhắc")
    day = models.DateField("nhắc ngày")
    channel = models.CharField("kênh", max_length=20)
    occasion = models.CharField("dịp nhắc", max_length=10, choices=Occasion.choices)
    state = models.CharField("tình trạng", max_length=10, choices=Delivery.choices, default=Delivery.WAITING)
    tries = models.PositiveSmallIntegerField("số lần thử", default=0)
    try_after = models.DateTimeField("thử lại sau", null=True)
    said = models.CharField("người nhắc", max_length=200, blank=True)
    answer = models.CharField("máy chủ thư trả lời", max_length=300, blank=True)
    planned_at = models.DateTimeField("xếp lúc", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "lượt nhắc việc"
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "user", "day", "channel", "occasion"],
                name="reminder_never_twice",
                violation_error_message="Việc này đã được nhắc trong ngày.",
            )
        ]
        indexes = [
            models.Index(fields=["user", "channel"], condition=Q(state="waiting"), name="reminder_waiting"),
            models.Index(fields=["day", "occasion"], name="reminder_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.channel}"


class ReminderChoice(models.Model):
    """Lựa chọn nhắc việc: by which channels an account wants to be reminded, and how many working days before."""

    user = models.OneToOneField(
        "access.User", models.PROTECT, primary_key=True, related_name="+", verbose_name="tài khoản được nhắc"
    )
    channels = ArrayField(models.CharField(max_length=20), blank=True, verbose_name="các kênh")
    days_before = ArrayField(models.PositiveSmallIntegerField(), blank=True, verbose_name="nhắc trước mấy ngày")
    off = models.BooleanField("không nhắc", default=False)

    class Meta:
        verbose_name = "lựa chọn nhắc việc"

    def __str__(self) -> str:
        return ", ".join(self.channels)


class CalendarFeed(models.Model):
    """Địa chỉ lịch riêng: lets a phone read the open duties of one account; renewing it ends the old address."""

    user = models.OneToOneField(
        "access.User", models.PROTECT, primary_key=True, related_name="+", verbose_name="tài khoản của lịch"
    )
    serial = models.PositiveIntegerField("lần cấp", default=1)
    is_open = models.BooleanField("đang mở", default=True)

    class Meta:
        verbose_name = "địa chỉ lịch riêng"

    def __str__(self) -> str:
        return str(self.user_id)
