"""Danh mục giấy tờ trong hồ sơ: the kinds of papers that a file holds."""

from congvu.law import texts
from congvu.law.citations import Standing
from congvu.law.code_lists import CodeList, Entry

from .layout import PICTURE

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
