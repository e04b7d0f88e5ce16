"""The choices that records of people are written with."""

from django.db.models import IntegerChoices, TextChoices


class Sex(TextChoices):
    MALE = "male", "Nam"
    FEMALE = "female", "Nữ"


class Precision(TextChoices):
    """How exactly a day is known: old papers give a month or only a year."""

    DAY = "day", "Ngày"
    MONTH = "month", "Tháng"
    YEAR = "year", "Năm"
    UNKNOWN = "unknown", "Chưa rõ"


class StaffKind(TextChoices):
    ELECTED_OFFICIAL = "elected_official", "Cán bộ"
    CIVIL_SERVANT = "civil_servant", "Công chức"
    PUBLIC_EMPLOYEE = "public_employee", "Viên chức"
    CONTRACT_WORKER = "contract_worker", "Hợp đồng lao động"
    PART_TIME_WORKER = "part_time_worker", "Người hoạt động không chuyên trách"


class AssignmentKind(TextChoices):
    PRINCIPAL = "principal", "Chính"
    CONCURRENT = "concurrent", "Kiêm nhiệm"


class Subject(TextChoices):
    """What a study is about, and what a post may ask for."""

    PROFESSIONAL = "professional", "Chuyên môn"
    POLITICAL_THEORY = "political_theory", "Lý luận chính trị"
    STATE_MANAGEMENT = "state_management", "Quản lý nhà nước"
    LANGUAGE = "language", "Ngoại ngữ"
    INFORMATICS = "informatics", "Tin học"


class Professional(IntegerChoices):
    """The steps that figures ask about; the full list with its law stands in law.code_lists."""

    INTERMEDIATE = 2, "Trung cấp"
    COLLEGE = 3, "Cao đẳng"
    UNIVERSITY = 4, "Đại học"
    MASTER = 5, "Thạc sĩ"
    DOCTOR = 6, "Tiến sĩ"


class Theory(IntegerChoices):
    ELEMENTARY = 1, "Sơ cấp"
    INTERMEDIATE = 2, "Trung cấp"
    ADVANCED = 3, "Cao cấp"
    BACHELOR = 4, "Cử nhân"


class CourseKind(TextChoices):
    """What a short course is for: it raises no level."""

    FOSTERING = "fostering", "Bồi dưỡng"
    TRAINING_SESSION = "training_session", "Tập huấn"


class ImportState(TextChoices):
    RECEIVED = "received", "Đã nhận tệp"
    CHECKED = "checked", "Đã kiểm tra"
    CONFIRMED = "confirmed", "Đang ghi"
    WRITTEN = "written", "Đã ghi"
    DISCARDED = "discarded", "Đã hủy"
    REFUSED = "refused", "Không đọc được"


class ProposalState(TextChoices):
    DRAFT = "draft", "Đang soạn"
    SENT = "sent", "Chờ giải quyết"
    RETURNED = "returned", "Trả lại để bổ sung"
    DECIDED = "decided", "Đã giải quyết"
    WITHDRAWN = "withdrawn", "Đã rút"


class ProposedAct(TextChoices):
    """What a proposed item does to the file."""

    FILE = "file", "Ghi thêm"
    CHANGE = "change", "Thay đổi từ một ngày"
    CORRECT = "correct", "Đính chính"
    END = "end", "Không còn từ một ngày"
    NONE = "none", "Không có"


class Verdict(TextChoices):
    OPEN = "open", "Chưa giải quyết"
    ACCEPTED = "accepted", "Đã duyệt"
    REFUSED = "refused", "Không duyệt"
    DROPPED = "dropped", "Đã bỏ khỏi đề nghị"


class RoundWord(TextChoices):
    """What a person answers for one group of an update round."""

    UNCHANGED = "unchanged", "Đúng, không thay đổi"
    PROPOSED = "proposed", "Đề nghị thay đổi"
