"""Danh mục về con người: training modes, ethnic groups, kinds of staff."""

from datetime import date

from congvu.law import texts
from congvu.law.citations import Standing

from .lists import CodeList, Entry

TRAINING_MODES = CodeList(
    "training_mode",
    "Hình thức đào tạo",
    texts.CURRICULUM_VITAE_2008.as_a_whole(standing=Standing.FROM_MEMORY),
    (
        Entry("full_time", "chính quy", ("CQ", "chính qui", "tập trung", "TT", "dài hạn", "chính quy tập trung")),
        Entry(
            "in_service",
            "vừa làm vừa học",
            (
                "VLVH",
                "VHVL",
                "vừa học vừa làm",
                "tại chức",
                "TC",
                "không chính quy",
                "bán tập trung",
                "BTT",
                "chuyên tu",
            ),
        ),
        Entry("distance", "từ xa", ("TX", "đào tạo từ xa")),
        Entry("bridging", "liên thông", ("LT", "liên thông chính quy", "hoàn chỉnh", "hoàn thiện kiến thức")),
        Entry("second_degree", "văn bằng 2", ("VB2", "bằng 2", "văn bằng hai", "văn bằng II", "bằng hai")),
    ),
    silent=("hệ", "hình thức", "loại hình"),
)

STAFF_KINDS = CodeList(
    "staff_kind",
    "Loại cán bộ, công chức, viên chức",
    texts.CIVIL_SERVANTS_2008.as_a_whole(standing=Standing.FROM_MEMORY),
    (
        Entry("elected_official", "cán bộ", ("CB", "cán bộ chuyên trách", "CBCT", "cán bộ bầu cử")),
        Entry("civil_servant", "công chức", ("CC",)),
        Entry("public_employee", "viên chức", ("VC",)),
        Entry(
            "contract_worker",
            "hợp đồng lao động",
            ("HĐ", "hợp đồng", "HĐLĐ", "HĐ 68", "hợp đồng 68", "hợp đồng theo Nghị định 68", "HĐ 111", "hợp đồng 111"),
        ),
        Entry(
            "part_time_worker",
            "người hoạt động không chuyên trách",
            ("KCT", "NHĐKCT", "bán chuyên trách", "CBKCT", "cán bộ bán chuyên trách"),
        ),
    ),
)

_ETHNIC_GROUPS = """
Kinh (Việt); Tày; Thái; Hoa (Hán, Tàu); Khơ-me (Khmer, Khơ me, Miên); Mường; Nùng; Hmông (Mông, Mèo, H'Mông); Dao;
Gia-rai (Jrai, Giarai, Gia Lai); Ngái; Ê-đê (Êđê, Rađê, Rhade); Ba-na (Bana, Bahnar); Xơ-đăng (Xê Đăng, Sedang);
Sán Chay (Cao Lan, Sán Chỉ, Cao Lan Sán Chỉ); Cơ-ho (K'Ho, Kơ Ho, Cơ Ho); Chăm (Chàm); Sán Dìu; Hrê (Hre, H'rê);
Mnông (M'Nông); Ra-glai (Raglai, Raglay); Xtiêng (Stiêng, S'tiêng); Bru - Vân Kiều (Vân Kiều, Bru); Thổ; Giáy;
Cơ-tu (Cà Tu); Giẻ - Triêng (Gié Triêng, Giẻ Triêng); Mạ; Khơ-mú (Khơ Mú, Khmú); Co (Cor); Tà-ôi (Tà Ôi, Pa Cô, Tôi Ôi);
Chơ-ro (Châu Ro); Kháng; Xinh-mun (Xinh Mun); Hà Nhì; Chu-ru (Chu Ru); Lào; La Chí; La Ha; Phù Lá; La Hủ; Lự; Lô Lô;
Chứt; Mảng; Pà Thẻn; Cơ Lao (Cờ Lao, Co Lao); Cống; Bố Y; Si La; Pu Péo; Brâu; Ơ Đu; Rơ-măm (Rơ Măm)
"""


def _ethnic_groups() -> tuple[Entry, ...]:
    entries = []
    for number, written in enumerate(_ETHNIC_GROUPS.replace("\n", " ").split(";"), start=1):
        label, _, synonyms = written.strip().rstrip(")").partition(" (")
        entries.append(Entry(f"{number:02}", label, tuple(filter(None, synonyms.split(", "))), since=date(1979, 3, 2)))
    return tuple(entries)


ETHNIC_GROUPS = CodeList(
    "ethnic_group",
    "Dân tộc",
    texts.ETHNIC_GROUPS_1979.as_a_whole(standing=Standing.FROM_MEMORY),
    _ethnic_groups(),
    silent=("dân tộc", "DT", "người"),
)
