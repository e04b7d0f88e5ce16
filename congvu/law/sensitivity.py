"""Mức độ nhạy cảm của dữ liệu: classes of personal data; who may see one says nothing of the next."""

from enum import StrEnum

from congvu.law import texts
from congvu.law.citations import Standing
from congvu.law.sources import used


class Sensitivity(StrEnum):
    """Nhóm dữ liệu cá nhân, from what every officer of the branch may see to what few may."""

    OPEN = "open"
    PRIVATE = "private"
    IDENTITY = "identity"
    FAMILY = "family"
    INCOME = "income"
    HEALTH = "health"
    POLITICS = "politics"
    DISCIPLINE = "discipline"

    @property
    def label(self) -> str:
        """Tên nhóm dữ liệu, as people read it."""
        return _LABELS[self]

    @property
    def permission(self) -> str:
        """Quyền xem nhóm dữ liệu; what is open takes none of its own."""
        return f"sensitive.see_{self.value}"


_LABELS = {
    Sensitivity.OPEN: "Dữ liệu công tác",
    Sensitivity.PRIVATE: "Lai lịch, nơi ở, liên lạc",
    Sensitivity.IDENTITY: "Giấy tờ, số định danh",
    Sensitivity.FAMILY: "Hôn nhân, gia đình",
    Sensitivity.INCOME: "Phụ cấp, thu nhập, nhà đất",
    Sensitivity.HEALTH: "Sức khỏe, chính sách",
    Sensitivity.POLITICS: "Tôn giáo, lịch sử chính trị, quan hệ nước ngoài",
    Sensitivity.DISCIPLINE: "Kỷ luật",
}

GUARDED = tuple(each for each in Sensitivity if each is not Sensitivity.OPEN)
"""The classes that take a permission of their own."""

CITES = tuple(
    used(text.as_a_whole(standing=Standing.FROM_MEMORY), where="Nhóm dữ liệu nhạy cảm trong hồ sơ")
    for text in (texts.PERSONAL_DATA_2023, texts.PERSONAL_DATA_2025)
)
