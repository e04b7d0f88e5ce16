"""The list of staff as a sheet: its columns, under all the names that offices give them."""

from functools import cache

from congvu.contexts.personnel.states import Sex, Subject
from congvu.kernel.sheets import Choice, Column, Kind, Layout, Precision
from congvu.law import code_lists

TITLE = "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC"
STUDIED = {  # the column that tells the level of each subject
    Subject.PROFESSIONAL: "professional",
    Subject.POLITICAL_THEORY: "theory",
    Subject.STATE_MANAGEMENT: "state_management",
    Subject.LANGUAGE: "language",
    Subject.INFORMATICS: "informatics",
}
_SEXES = (Choice(Sex.MALE.label, Sex.MALE.value), Choice(Sex.FEMALE.label, Sex.FEMALE.value, ("Nử",)))


@cache
def list_layout() -> Layout:
    """Mẫu danh sách; units and posts are an open catalogue, resolved after reading and offered when a file is made."""
    return Layout(TITLE, (*_person(), *_place(), *_rank(), *_studies(), *_party()), sheet="Danh sách")


def title_of(key: str) -> str:
    """Tên cột."""
    return list_layout()[key].title


def _person() -> tuple[Column, ...]:
    return (
        Column("full_name", "Họ và tên", Kind.NAME, required=True, width=28, synonyms=_NAMES),
        Column("born_on", "Ngày sinh", Kind.DATE, synonyms=_BIRTHS, split_by="sex", help=_DATES),
        Column("sex", "Giới tính", Kind.CHOICE, choices=_SEXES, synonyms=("Phái", "Nam/Nữ", "Giới"), width=10),
        Column("ethnicity", "Dân tộc", choices=_labels(code_lists.ETHNIC_GROUPS), synonyms=("DT",), width=12),
        Column("personnel_number", "Số hiệu CBCCVC", Kind.IDENTIFIER, synonyms=_NUMBERS, help=_AS_TEXT),
        Column("citizen_number", "Số CCCD", Kind.IDENTIFIER, digits=(9, 12), synonyms=_CITIZENS, help=_AS_TEXT),
    )


def _place() -> tuple[Column, ...]:
    return (
        Column("unit", "Đơn vị", synonyms=_UNITS, width=34),
        Column("post", "Chức vụ, vị trí việc làm", synonyms=_POSTS, width=34),
        Column("block", "Khối", synonyms=("Khối công tác", "Khối cơ quan"), width=24, choices=BLOCKS),
        Column("staff_kind", "Loại", choices=_labels(code_lists.STAFF_KINDS), synonyms=_KINDS, width=18),
        Column("since", "Ngày vào vị trí", Kind.DATE, synonyms=_SINCE, help=_DATES),
        Column("decision_number", "Số quyết định bố trí", synonyms=_DECISIONS, width=20),
        Column("decision_on", "Ngày quyết định", Kind.DATE, synonyms=_DECIDED, precision=Precision.DAY),
        Column("recruited_on", "Ngày tuyển dụng", Kind.DATE, synonyms=_RECRUITED, help=_DATES),
    )


def _rank() -> tuple[Column, ...]:
    ranks = (*code_lists.RANKS, *code_lists.TITLES)
    return (
        Column("rank", "Ngạch", choices=tuple(entry.code for entry in ranks), synonyms=_RANKS, width=14),
        Column("step", "Bậc", Kind.INTEGER, synonyms=("Bậc lương",), width=8),
        Column("coefficient", "Hệ số", Kind.NUMBER, synonyms=("Hệ số lương", "HSL", "HS"), width=8),
        Column("rank_since", "Ngày hưởng ngạch, bậc", Kind.DATE, synonyms=_RANKED, help=_DATES),
    )


def _studies() -> tuple[Column, ...]:
    return (
        Column("professional", "Trình độ chuyên môn", choices=_levels("professional"), synonyms=_PROFESSIONAL),
        Column("field", "Chuyên ngành", synonyms=("Chuyên ngành đào tạo", "Ngành đào tạo", "Ngành"), width=24),
        Column("school", "Trường", synonyms=_SCHOOLS, width=28),
        Column("mode", "Hình thức đào tạo", choices=_labels(code_lists.TRAINING_MODES), synonyms=_MODES),
        Column("graduated_on", "Năm tốt nghiệp", Kind.DATE, synonyms=_GRADUATED, width=10),
        Column("theory", "Lý luận chính trị", choices=_levels("political_theory"), synonyms=_THEORY),
        Column("theory_on", "Năm cấp bằng lý luận chính trị", Kind.DATE, synonyms=_THEORY_ON, width=14),
        Column("state_management", "Quản lý nhà nước", choices=_levels("state_management"), synonyms=_MANAGEMENT),
        Column("language", "Ngoại ngữ", choices=_levels("language"), synonyms=("NN", "Trình độ ngoại ngữ")),
        Column("informatics", "Tin học", choices=_levels("informatics"), synonyms=("TH", "Trình độ tin học", "CNTT")),
    )


def _party() -> tuple[Column, ...]:
    return (
        Column("admitted_on", "Ngày vào Đảng", Kind.DATE, synonyms=_ADMITTED),
        Column("official_on", "Ngày chính thức", Kind.DATE, synonyms=_OFFICIAL),
    )


def _labels(listed: code_lists.CodeList) -> tuple[str, ...]:
    return tuple(_capital(entry.label) for entry in listed.entries)


def _levels(subject: str) -> tuple[str, ...]:
    return tuple(_capital(level.label) for level in code_lists.levels(subject))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


BLOCKS = ("Khối hành chính – sự nghiệp", "Khối Đảng – đoàn thể", "Khối xã, phường")
_DATES = "dd/mm/yyyy; nếu chỉ biết tháng hoặc năm thì ghi mm/yyyy hoặc yyyy"
_AS_TEXT = "Định dạng ô là Văn bản để giữ số 0 ở đầu"
_NAMES = ("Họ tên", "Họ, tên", "Họ và tên CBCCVC", "Họ và tên cán bộ", "Tên cán bộ", "Họ và tên khai sinh")
_BIRTHS = ("Ngày tháng năm sinh", "Năm sinh", "Sinh ngày", "NTNS", "Ngày, tháng, năm sinh", "Ngày/tháng/năm sinh")
_NUMBERS = (
    *("Số hiệu", "Số hiệu cán bộ", "Số hiệu công chức", "Số hiệu viên chức", "Số hiệu CB, CC, VC", "Mã cán bộ"),
    *("Mã CBCCVC", "Mã số cán bộ", "SHCC", "Mã nhân viên", "Số hiệu cán bộ, công chức, viên chức"),
)
_CITIZENS = (
    *("CCCD", "Số định danh", "Số định danh cá nhân", "CMND", "Số CMND", "CMND/CCCD", "Số CMND/CCCD", "CCCD/CMND"),
    *("Số CCCD/CMND", "Căn cước công dân", "Số căn cước công dân", "Số căn cước", "Chứng minh nhân dân"),
)
_UNITS = (
    *("Đơn vị công tác", "Cơ quan, đơn vị", "Cơ quan", "Cơ quan công tác", "Phòng, ban", "Phòng ban", "Nơi công tác"),
    *("Đơn vị (phòng, ban, phường)", "Tên đơn vị", "Phòng, ban, phường", "Đơn vị đang công tác", "Phòng"),
)
_POSTS = (
    *("Chức vụ", "Chức danh", "Vị trí việc làm", "Vị trí", "Chức vụ, chức danh", "Chức vụ hoặc chức danh công tác"),
    *("Chức vụ/vị trí", "Chức vụ, vị trí", "Chức vụ hiện tại", "Chức vụ đang giữ", "VTVL", "Công việc đang đảm nhận"),
)
_KINDS = ("Loại cán bộ", "Loại CBCCVC", "Đối tượng", "Phân loại", "Loại cán bộ, công chức, viên chức", "Diện")
_SINCE = (
    *("Ngày bổ nhiệm", "Ngày giữ chức vụ", "Thời gian giữ chức vụ", "Ngày nhận nhiệm vụ", "Ngày bố trí", "Từ ngày"),
    *("Ngày nhận chức vụ", "Ngày bổ nhiệm, bố trí", "Thời gian bổ nhiệm"),
)
_DECISIONS = (
    *(
        "Số QĐ",
        "Số quyết định",
        "Số QĐ bố trí",
        "Quyết định bố trí",
        "Quyết định",
        "Quyết định số",
        "Quyết định bố trí số",
    ),
    *("Số QĐ bổ nhiệm", "Số quyết định bổ nhiệm", "Quyết định bổ nhiệm", "QĐ bố trí"),
)
_DECIDED = (
    "Ngày QĐ",
    "Ngày ký quyết định",
    "Quyết định ngày",
    "Quyết định bố trí ngày",
    "Ngày QĐ bố trí",
    "Ngày ký QĐ",
)
_RECRUITED = (
    "Ngày vào ngành",
    "Ngày tuyển dụng vào cơ quan",
    "Thời gian tuyển dụng",
    "Ngày vào cơ quan",
    "Năm tuyển dụng",
)
_RANKS = (
    *(
        "Mã ngạch",
        "Ngạch công chức",
        "Ngạch, chức danh nghề nghiệp",
        "Mã số ngạch",
        "Chức danh nghề nghiệp",
        "Ngạch lương",
    ),
    *("Mã số", "Hạng", "Ngạch, bậc", "Ngạch công chức, viên chức", "Ngạch/hạng"),
)
_RANKED = ("Ngày hưởng", "Thời điểm hưởng", "Ngày xếp ngạch", "Ngày hưởng lương", "Ngày nâng lương", "Hưởng từ ngày")
_PROFESSIONAL = (
    *("Chuyên môn", "Trình độ", "TĐCM", "Trình độ đào tạo", "Bằng cấp", "Trình độ chuyên môn cao nhất", "Trình độ CM"),
    *("Trình độ chuyên môn nghiệp vụ", "Trình độ học vấn", "Trình độ chuyên môn trình độ", "Chuyên môn, nghiệp vụ"),
)
_SCHOOLS = ("Trường đào tạo", "Cơ sở đào tạo", "Nơi đào tạo", "Tên trường", "Trường, cơ sở đào tạo")
_MODES = ("Hình thức", "Hệ đào tạo", "Loại hình đào tạo", "Loại hình", "Hệ")
_GRADUATED = ("Năm TN", "Ngày tốt nghiệp", "Năm cấp bằng", "Tốt nghiệp năm", "Ngày cấp bằng")
_THEORY = (
    *("LLCT", "Trình độ LLCT", "Trình độ lý luận chính trị", "Chính trị", "Lý luận CT", "Trình độ chính trị"),
    *("Lý luận chính trị trình độ", "LLCT trình độ"),
)
_THEORY_ON = (
    *(
        "Năm LLCT",
        "Ngày cấp bằng LLCT",
        "Năm cấp bằng LLCT",
        "Lý luận chính trị năm",
        "LLCT năm",
        "Năm tốt nghiệp LLCT",
    ),
    *("Ngày tốt nghiệp LLCT", "Ngày cấp bằng lý luận chính trị", "Lý luận chính trị năm tốt nghiệp"),
)
_MANAGEMENT = ("QLNN", "Bồi dưỡng QLNN", "Trình độ QLNN", "Quản lý hành chính nhà nước", "Bồi dưỡng quản lý nhà nước")
_ADMITTED = ("Vào Đảng", "Ngày kết nạp", "Ngày kết nạp Đảng", "Ngày vào Đảng CSVN", "Đảng viên", "Ngày vào Đảng dự bị")
_OFFICIAL = ("Ngày vào Đảng chính thức", "Ngày chính thức vào Đảng", "Đảng viên chính thức", "Chính thức")
