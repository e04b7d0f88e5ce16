"""Danh mục giấy tờ trong hồ sơ: the kinds of papers that a file holds, and how sensitive each is."""

from congvu.law import texts
from congvu.law.citations import Standing
from congvu.law.code_lists import CodeList, Entry
from congvu.law.sensitivity import Sensitivity

from .layout import PICTURE, Group

PAPER_KINDS = CodeList(
    "paper_kind",
    "Loại giấy tờ trong hồ sơ",
    texts.CURRICULUM_VITAE_2008.as_a_whole(standing=Standing.FROM_MEMORY),
    (
        Entry(PICTURE, "ảnh chân dung"),
        Entry("curriculum_vitae", "sơ yếu lý lịch"),
        Entry("degree", "văn bằng"),
        Entry("certificate", "chứng chỉ"),
        Entry("decision", "quyết định"),
        Entry("identity_card", "căn cước, giấy tờ tùy thân"),
        Entry("birth_certificate", "giấy khai sinh"),
        Entry("health_certificate", "giấy khám sức khỏe"),
        Entry("household", "giấy tờ về nơi cư trú"),
        Entry("marriage_certificate", "giấy chứng nhận kết hôn"),
        Entry("commendation", "giấy tờ khen thưởng"),
        Entry("discipline", "giấy tờ kỷ luật"),
        Entry("party", "giấy tờ về Đảng"),
        Entry("assessment", "phiếu đánh giá, xếp loại"),
        Entry("contract", "hợp đồng"),
        Entry("other", "giấy tờ khác"),
    ),
)

_CLASSES = {
    PICTURE: Sensitivity.OPEN,
    "curriculum_vitae": Sensitivity.POLITICS,  # it tells of everything, the most guarded too
    "degree": Sensitivity.OPEN,
    "certificate": Sensitivity.OPEN,
    "decision": Sensitivity.OPEN,
    "identity_card": Sensitivity.IDENTITY,
    "birth_certificate": Sensitivity.IDENTITY,
    "health_certificate": Sensitivity.HEALTH,
    "household": Sensitivity.PRIVATE,
    "marriage_certificate": Sensitivity.FAMILY,
    "commendation": Sensitivity.OPEN,
    "discipline": Sensitivity.DISCIPLINE,
    "party": Sensitivity.POLITICS,
    "assessment": Sensitivity.OPEN,
    "contract": Sensitivity.OPEN,
    "other": Sensitivity.PRIVATE,
}


def sensitivity_of(kind: str, proves: Group | None) -> Sensitivity:
    """Nhóm dữ liệu của giấy tờ: that of the group it proves, unless the group is open and the kind of paper is not."""
    of_group = proves.sensitivity if proves else Sensitivity.OPEN
    return _CLASSES[kind] if of_group is Sensitivity.OPEN else of_group
