"""Danh mục dùng trong hồ sơ: the choices of its fields, none of them checked against the circular's own annex."""

from congvu.law import texts
from congvu.law.citations import Citation, Standing
from congvu.law.code_lists import CodeList, Entry

_FORM = texts.CURRICULUM_VITAE_2008.as_a_whole(standing=Standing.FROM_MEMORY)
_DATABASE = texts.CIVIL_SERVICE_DATABASE_2023.as_a_whole()


def _list(name: str, label: str, *entries: tuple[str, str], cites: Citation = _FORM) -> CodeList:
    return CodeList(name, label, cites, tuple(Entry(code, words) for code, words in entries))


RELIGIONS = _list(
    "religion",
    "Tôn giáo",
    ("none", "không"),
    ("buddhist", "Phật giáo"),
    ("catholic", "Công giáo"),
    ("protestant", "Tin lành"),
    ("cao_dai", "Cao Đài"),
    ("hoa_hao", "Phật giáo Hòa Hảo"),
    ("muslim", "Hồi giáo"),
    ("hieu_nghia", "Tứ Ân Hiếu Nghĩa"),
    ("buu_son", "Bửu Sơn Kỳ Hương"),
    ("tinh_do", "Tịnh độ cư sĩ Phật hội"),
    ("baha_i", "Bahá'í"),
    ("brahmin", "Bà-la-môn"),
    ("other", "tôn giáo khác"),
)
SCHOOLING_SYSTEMS = _list(
    "schooling_system", "Hệ giáo dục phổ thông", ("12", "hệ 12 năm"), ("10", "hệ 10 năm"), ("continuing", "bổ túc")
)
RECRUITMENT_FORMS = _list(
    "recruitment_form",
    "Hình thức tuyển dụng",
    ("exam", "thi tuyển"),
    ("selection", "xét tuyển"),
    ("acceptance", "tiếp nhận"),
    ("election", "bầu cử, phê chuẩn"),
    ("contract", "ký hợp đồng"),
    cites=_DATABASE,
)
UNIONS = _list(
    "union",
    "Tổ chức chính trị – xã hội",
    ("youth", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
    ("trade_union", "Công đoàn"),
    ("women", "Hội Liên hiệp Phụ nữ"),
    ("veterans", "Hội Cựu chiến binh"),
    ("farmers", "Hội Nông dân"),
    ("front", "Mặt trận Tổ quốc"),
    ("other", "tổ chức khác"),
)
MILITARY_RANKS = _list(
    "military_rank",
    "Quân hàm",
    *(
        (f"{tier}_{grade}", words)
        for tier, names in (
            ("soldier", ("binh nhì", "binh nhất", "hạ sĩ", "trung sĩ", "thượng sĩ", "chuẩn úy")),
            ("officer", ("thiếu úy", "trung úy", "thượng úy", "đại úy", "thiếu tá", "trung tá", "thượng tá", "đại tá")),
        )
        for grade, words in enumerate(names, start=1)
    ),
)
COMMENDATIONS = _list(
    "commendation",
    "Hình thức khen thưởng, danh hiệu",
    ("order", "huân chương"),
    ("medal", "huy chương"),
    ("state_title", "danh hiệu vinh dự nhà nước"),
    ("prime_minister", "bằng khen của Thủ tướng Chính phủ"),
    ("province", "bằng khen của bộ, tỉnh"),
    ("certificate", "giấy khen"),
    ("badge", "kỷ niệm chương"),
    ("national_fighter", "chiến sĩ thi đua toàn quốc"),
    ("province_fighter", "chiến sĩ thi đua cấp bộ, tỉnh"),
    ("grassroots_fighter", "chiến sĩ thi đua cơ sở"),
    ("advanced_worker", "lao động tiên tiến"),
    ("party_badge", "huy hiệu Đảng"),
)
DISCIPLINES = _list(
    "discipline",
    "Hình thức kỷ luật",
    ("reprimand", "khiển trách"),
    ("warning", "cảnh cáo"),
    ("pay_cut", "hạ bậc lương"),
    ("demotion", "giáng chức"),
    ("removal", "cách chức"),
    ("dismissal", "buộc thôi việc"),
    ("party_reprimand", "khiển trách (kỷ luật Đảng)"),
    ("party_warning", "cảnh cáo (kỷ luật Đảng)"),
    ("party_removal", "cách chức (kỷ luật Đảng)"),
    ("party_expulsion", "khai trừ"),
)
RATINGS = _list(
    "rating",
    "Mức xếp loại chất lượng",
    ("excellent", "hoàn thành xuất sắc nhiệm vụ"),
    ("good", "hoàn thành tốt nhiệm vụ"),
    ("done", "hoàn thành nhiệm vụ"),
    ("limited", "hoàn thành nhiệm vụ nhưng còn hạn chế về năng lực"),
    ("not_done", "không hoàn thành nhiệm vụ"),
    cites=_DATABASE,
)
HEALTH_STATES = _list(
    "health_state",
    "Loại sức khỏe",
    ("1", "loại I (rất khỏe)"),
    ("2", "loại II (khỏe)"),
    ("3", "loại III (trung bình)"),
    ("4", "loại IV (yếu)"),
    ("5", "loại V (rất yếu)"),
)
BLOOD_GROUPS = _list("blood_group", "Nhóm máu", *((each, each) for each in ("A", "B", "AB", "O")))
POLICY_FAMILIES = _list(
    "policy_family",
    "Đối tượng chính sách",
    ("martyr", "con liệt sĩ"),
    ("invalid_child", "con thương binh, bệnh binh"),
    ("agent_orange", "con người nhiễm chất độc hóa học"),
    ("merit", "gia đình có công với cách mạng"),
    ("hero_mother", "con, cháu Bà mẹ Việt Nam anh hùng"),
    ("other", "đối tượng khác"),
)
INVALID_GRADES = _list(
    "invalid_grade", "Hạng thương binh", *((str(grade), f"hạng {grade}/4") for grade in (1, 2, 3, 4))
)
MARRIAGES = _list(
    "marriage",
    "Tình trạng hôn nhân",
    ("single", "chưa kết hôn"),
    ("married", "đã kết hôn"),
    ("divorced", "đã ly hôn"),
    ("widowed", "góa"),
)
SIDES = _list("family_side", "Bên gia đình", ("own", "gia đình mình"), ("spouse", "gia đình vợ hoặc chồng"))
RELATIONS = _list(
    "relation",
    "Quan hệ gia đình",
    ("father", "cha"),
    ("mother", "mẹ"),
    ("wife", "vợ"),
    ("husband", "chồng"),
    ("child", "con"),
    ("brother", "anh, em trai ruột"),
    ("sister", "chị, em gái ruột"),
    ("grandparent", "ông, bà"),
    ("fosterer", "người nuôi dưỡng"),
)
ALLOWANCES = _list(
    "allowance",
    "Loại phụ cấp",
    ("leadership", "phụ cấp chức vụ"),
    ("over_scale", "phụ cấp thâm niên vượt khung"),
    ("seniority", "phụ cấp thâm niên nghề"),
    ("concurrent", "phụ cấp kiêm nhiệm"),
    ("responsibility", "phụ cấp trách nhiệm"),
    ("region", "phụ cấp khu vực"),
    ("attraction", "phụ cấp thu hút"),
    ("preference", "phụ cấp ưu đãi nghề"),
    ("duty", "phụ cấp công vụ"),
    ("party_work", "phụ cấp công tác Đảng, đoàn thể"),
    ("other", "phụ cấp khác"),
)
