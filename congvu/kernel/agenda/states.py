"""Where a duty stands, how it ended, and what became of a reminder."""

from django.db import models


class State(models.TextChoices):
    """Tình trạng của một việc, as of a day."""

    AHEAD = "chua-den-han", "Chưa đến hạn"
    SOON = "sap-den-han", "Sắp đến hạn"
    OVERDUE = "qua-han", "Quá hạn"
    PAUSED = "tam-dung", "Đang tạm dừng"
    ON_TIME = "dung-han", "Hoàn thành đúng hạn"
    LATE = "tre-han", "Hoàn thành trễ hạn"
    WITHDRAWN = "khong-con-phai-lam", "Không còn phải làm"


class Ending(models.TextChoices):
    """Kết thúc thế nào; blank while the duty is open."""

    ON_TIME = "on_time", "hoàn thành đúng hạn"
    LATE = "late", "hoàn thành trễ hạn"
    WITHDRAWN = "withdrawn", "không còn phải làm"


class Occasion(models.TextChoices):
    """Vì sao nhắc: the digest of the morning, or somebody who urged."""

    DIGEST = "digest", "bản nhắc buổi sáng"
    URGE = "urge", "có người nhắc"


class Delivery(models.TextChoices):
    """Đã gửi chưa."""

    WAITING = "waiting", "chờ gửi"
    SENT = "sent", "đã gửi"
    FAILED = "failed", "không gửi được"


SOON_DAYS = 3
"""So many days before its day a duty counts as nearly due."""
