"""Văn bản: the legal texts that rules and code lists rest on, with the days in force as far as known.

`since` and `until` are empty where no day was found. Of a text marked from memory nobody checked number and days.
"""

from datetime import date

from .citations import LegalText, Standing

_MEMORY = Standing.FROM_MEMORY

# Retirement

SOCIAL_INSURANCE_1961 = LegalText(
    "218-CP",
    "Điều lệ tạm thời về các chế độ bảo hiểm xã hội đối với công nhân, viên chức Nhà nước",
    since=date(1962, 1, 1),
    until=date(1995, 1, 1),
    standing=_MEMORY,
)
LABOUR_CODE_1994 = LegalText(
    "35-L/CTN", "Bộ luật Lao động năm 1994", since=date(1995, 1, 1), until=date(2013, 5, 1), standing=_MEMORY
)
LABOUR_CODE_2012 = LegalText(
    "10/2012/QH13",
    "Bộ luật Lao động năm 2012",
    since=date(2013, 5, 1),
    until=date(2021, 1, 1),
    note="Ngày có hiệu lực đã đối chiếu; số hiệu ghi theo trí nhớ.",
)
LABOUR_CODE_2019 = LegalText(
    "45/2019/QH14",
    "Bộ luật Lao động năm 2019",
    since=date(2021, 1, 1),
    note="Nội dung các điều được viện dẫn đã đối chiếu; số hiệu ghi theo trí nhớ.",
)
RETIREMENT_AGE_2020 = LegalText("135/2020/NĐ-CP", "Nghị định quy định về tuổi nghỉ hưu", since=date(2021, 1, 1))
RETIREMENT_2010 = LegalText(
    "46/2010/NĐ-CP",
    "Nghị định quy định về thôi việc và thủ tục nghỉ hưu đối với công chức",
    until=date(2025, 7, 1),
    note="Ngày hết hiệu lực đã đối chiếu; ngày bắt đầu có hiệu lực chưa tìm được.",
)
LATER_RETIREMENT_2022 = LegalText(
    "83/2022/NĐ-CP",
    "Nghị định quy định về nghỉ hưu ở tuổi cao hơn đối với cán bộ, công chức giữ chức vụ lãnh đạo, quản lý",
    note="Chưa tìm được mức tuổi và chức danh cụ thể; phần mềm chưa áp dụng văn bản này.",
)
LATER_RETIREMENT_2024 = LegalText(
    "99/2024/NĐ-CP",
    "Nghị định về nghỉ hưu ở tuổi cao hơn đối với một số chức danh khối Đảng, Mặt trận",
    note="Tên văn bản ghi theo trí nhớ; chưa tìm được mức tuổi; phần mềm chưa áp dụng văn bản này.",
)

# Working time

WORKING_WEEK_1999 = LegalText(
    "188/1999/QĐ-TTg",
    "Quyết định về việc thực hiện chế độ tuần làm việc 40 giờ",
    since=date(1999, 10, 2),
    standing=_MEMORY,
)
CIVIL_CODE_2005 = LegalText(
    "33/2005/QH11", "Bộ luật Dân sự năm 2005", since=date(2006, 1, 1), until=date(2017, 1, 1), standing=_MEMORY
)
CIVIL_CODE_2015 = LegalText("91/2015/QH13", "Bộ luật Dân sự năm 2015", since=date(2017, 1, 1), standing=_MEMORY)
CULTURE_DAY = LegalText(
    "80-NQ/TW",
    "Nghị quyết của Bộ Chính trị về phát triển văn hóa Việt Nam",
    note="Nguồn gốc của Ngày Văn hóa Việt Nam 24/11; tên văn bản ghi theo trí nhớ, văn bản thi hành chưa tìm được.",
)
SWAPPED_DAYS = LegalText(
    "",
    "Thông báo hằng năm của cơ quan có thẩm quyền về hoán đổi ngày làm việc",
    note="Ngày hoán đổi đã đối chiếu với danh mục ngày nghỉ; số hiệu từng thông báo chưa tìm được.",
)
ONE_STOP_2025 = LegalText(
    "118/2025/NĐ-CP",
    "Nghị định về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông",
    since=date(2025, 7, 1),
)

# Civil servants, public employees, commune officials

CIVIL_SERVANTS_2008 = LegalText("22/2008/QH12", "Luật Cán bộ, công chức năm 2008", until=date(2025, 7, 1))
CIVIL_SERVANTS_2025 = LegalText("80/2025/QH15", "Luật Cán bộ, công chức năm 2025", since=date(2025, 7, 1))
PUBLIC_EMPLOYEES_2010 = LegalText("58/2010/QH12", "Luật Viên chức năm 2010", until=date(2026, 7, 1))
PUBLIC_EMPLOYEES_2025 = LegalText("129/2025/QH15", "Luật Viên chức năm 2025", since=date(2026, 7, 1))
CIVIL_SERVICE_2025 = LegalText(
    "170/2025/NĐ-CP", "Nghị định quy định về tuyển dụng, sử dụng và quản lý công chức", since=date(2025, 7, 1)
)
CONTRACT_WORKERS_2000 = LegalText(
    "68/2000/NĐ-CP", "Nghị định về thực hiện chế độ hợp đồng một số loại công việc", standing=_MEMORY
)
CONTRACT_WORKERS_2022 = LegalText(
    "111/2022/NĐ-CP",
    "Nghị định về hợp đồng đối với một số loại công việc trong cơ quan hành chính và đơn vị sự nghiệp công lập",
    since=date(2023, 2, 22),
    standing=_MEMORY,
)
CAREER_STEPS_2026 = LegalText(
    "232/2026/NĐ-CP", "Nghị định về vị trí việc làm và viên chức", since=date(2026, 7, 1), note="Tên ghi vắn tắt."
)
PUBLIC_EMPLOYEE_TITLES = LegalText(
    "",
    "Các thông tư quy định mã số, tiêu chuẩn chức danh nghề nghiệp viên chức (Bộ pháp điển)",
    note="Mã số đã đối chiếu với bản pháp điển; chưa tách theo từng thông tư.",
)
PAY_2004 = LegalText(
    "204/2004/NĐ-CP",
    "Nghị định về chế độ tiền lương đối với cán bộ, công chức, viên chức và lực lượng vũ trang",
)
TRAINING_2010 = LegalText(
    "18/2010/NĐ-CP", "Nghị định về đào tạo, bồi dưỡng công chức", until=date(2017, 10, 21), standing=_MEMORY
)
TRAINING_2025 = LegalText("171/2025/NĐ-CP", "Nghị định về đào tạo, bồi dưỡng công chức", since=date(2025, 7, 1))
CURRICULUM_VITAE_2008 = LegalText(
    "02/2008/QĐ-BNV",
    "Quyết định ban hành mẫu biểu quản lý hồ sơ cán bộ, công chức (mẫu 2C-BNV/2008)",
    since=date(2008, 10, 6),
    standing=_MEMORY,
)

# Standards of posts and ranks

RANK_STANDARDS_1993 = LegalText(
    "414/TCCP-VC",
    "Quyết định ban hành tiêu chuẩn nghiệp vụ các ngạch công chức ngành hành chính",
    since=date(1993, 5, 29),
    until=date(2014, 12, 1),
    standing=_MEMORY,
)
RANK_STANDARDS_2014 = LegalText(
    "11/2014/TT-BNV",
    "Thông tư quy định chức danh, mã số ngạch và tiêu chuẩn các ngạch công chức chuyên ngành hành chính",
    since=date(2014, 12, 1),
    until=date(2021, 8, 1),
    standing=_MEMORY,
)
RANK_STANDARDS_2021 = LegalText(
    "2/2021/TT-BNV",
    "Thông tư quy định mã số, tiêu chuẩn các ngạch công chức chuyên ngành hành chính và văn thư",
    since=date(2021, 8, 1),
    standing=_MEMORY,
)
LEADER_STANDARDS_2024 = LegalText(
    "29/2024/NĐ-CP",
    "Nghị định quy định tiêu chuẩn chức danh công chức lãnh đạo, quản lý trong cơ quan hành chính nhà nước",
    since=date(2024, 5, 1),
    standing=_MEMORY,
)
COMMUNE_STANDARDS_2004 = LegalText(
    "04/2004/QĐ-BNV",
    "Quyết định quy định tiêu chuẩn cụ thể đối với cán bộ, công chức xã, phường, thị trấn",
    since=date(2004, 2, 16),
    until=date(2023, 8, 1),
    standing=_MEMORY,
)
COMMUNE_CIVIL_SERVANTS_2012 = LegalText(
    "06/2012/TT-BNV",
    "Thông tư hướng dẫn chức trách, tiêu chuẩn cụ thể, nhiệm vụ và tuyển dụng công chức xã, phường, thị trấn",
    since=date(2012, 12, 15),
    until=date(2023, 8, 1),
    standing=_MEMORY,
)
COMMUNE_CIVIL_SERVANTS_2019 = LegalText(
    "13/2019/TT-BNV",
    "Thông tư hướng dẫn một số quy định về cán bộ, công chức cấp xã",
    since=date(2019, 12, 25),
    until=date(2023, 8, 1),
    standing=_MEMORY,
    note="Nâng chuẩn đại học cho người tuyển mới, có thời gian chuyển tiếp; phần mềm chưa áp dụng văn bản này.",
)
COMMUNE_OFFICIALS_2023 = LegalText(
    "33/2023/NĐ-CP",
    "Nghị định quy định về cán bộ, công chức cấp xã và người hoạt động không chuyên trách ở cấp xã",
    since=date(2023, 8, 1),
    standing=_MEMORY,
)

# Code lists, units, paper

ETHNIC_GROUPS_1979 = LegalText(
    "121-TCTK/PPCĐ",
    "Quyết định ban hành Danh mục các thành phần dân tộc Việt Nam",
    since=date(1979, 3, 2),
    standing=_MEMORY,
)
UNIT_CODES_2004 = LegalText(
    "124/2004/QĐ-TTg",
    "Quyết định ban hành Danh mục và mã số các đơn vị hành chính Việt Nam",
    until=date(2025, 7, 1),
)
UNIT_CODES_2025 = LegalText(
    "19/2025/QĐ-TTg",
    "Quyết định ban hành Bảng danh mục và mã số các đơn vị hành chính Việt Nam",
    since=date(2025, 7, 1),
)
PROVINCES_2025 = LegalText("202/2025/QH15", "Nghị quyết về việc sắp xếp đơn vị hành chính cấp tỉnh")
PAPERWORK_2020 = LegalText("30/2020/NĐ-CP", "Nghị định về công tác văn thư", since=date(2020, 3, 5))
PAPERWORK_2011 = LegalText(
    "01/2011/TT-BNV",
    "Thông tư hướng dẫn thể thức và kỹ thuật trình bày văn bản hành chính",
    until=date(2020, 3, 5),
    standing=_MEMORY,
)

# The personal file and the data in it

CIVIL_SERVICE_DATABASE_2023 = LegalText(
    "06/2023/TT-BNV",
    "Thông tư về cập nhật, sử dụng, khai thác dữ liệu của Cơ sở dữ liệu quốc gia về cán bộ, công chức, viên chức",
    note="Số hiệu và phạm vi đã đối chiếu; tên ghi vắn tắt, ngày có hiệu lực và các điều chưa tìm được.",
)
PERSONAL_DATA_2023 = LegalText(
    "13/2023/NĐ-CP",
    "Nghị định về bảo vệ dữ liệu cá nhân",
    since=date(2023, 7, 1),
    until=date(2026, 1, 1),
)
PERSONAL_DATA_2025 = LegalText("91/2025/QH15", "Luật Bảo vệ dữ liệu cá nhân", since=date(2026, 1, 1))
