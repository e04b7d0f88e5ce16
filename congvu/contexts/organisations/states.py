"""Choices of units and posts, in the words that officials use."""

from django.db.models import TextChoices

VIEW_UNIT = "organisations.view_unit"
MANAGE_UNITS = "organisations.manage_units"


class Level(TextChoices):
    """Cấp, loại tổ chức."""

    PROVINCE = "province", "Cấp tỉnh"
    DISTRICT = "district", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"
    AGENCY = "agency", "Cơ quan chuyên môn"
    DIVISION = "division", "Phòng, bộ phận"
    PUBLIC_SERVICE_UNIT = "public_service_unit", "Đơn vị sự nghiệp công lập"
    SCHOOL = "school", "Trường học"
    HEALTH_STATION = "health_station", "Trạm y tế"
    PARTY_BODY = "party_body", "Cơ quan Đảng"
    MASS_ORGANISATION = "mass_organisation", "Mặt trận, đoàn thể"
    NEIGHBOURHOOD = "neighbourhood", "Thôn, tổ dân phố, khu vực"


TERRITORIAL = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)


class UnitKind(TextChoices):
    """Loại hình đơn vị hành chính."""

    PROVINCE = "province", "tỉnh"
    CENTRAL_CITY = "central_city", "thành phố trực thuộc trung ương"
    URBAN_DISTRICT = "urban_district", "quận"
    RURAL_DISTRICT = "rural_district", "huyện"
    TOWN = "town", "thị xã"
    CITY = "city", "thành phố thuộc tỉnh"
    WARD = "ward", "phường"
    RURAL_COMMUNE = "rural_commune", "xã"
    TOWNSHIP = "township", "thị trấn"
    SPECIAL_ZONE = "special_zone", "đặc khu"


class Block(TextChoices):
    """Khối công tác."""

    ADMINISTRATIVE = "administrative", "Khối hành chính – sự nghiệp"
    PARTY = "party", "Khối Đảng – đoàn thể"
    COMMUNE = "commune", "Khối xã, phường"


class Extent(TextChoices):
    """Phần kế thừa."""

    WHOLE = "whole", "toàn bộ"
    PART = "part", "một phần"
    UNKNOWN = "unknown", "chưa rõ phần"


class PostCategory(TextChoices):
    """Nhóm vị trí việc làm."""

    LEADER = "leader", "Cấp trưởng"
    DEPUTY = "deputy", "Cấp phó"
    SPECIALIST = "specialist", "Chuyên môn, nghiệp vụ"
    PUBLIC_EMPLOYEE = "public_employee", "Viên chức"
    KEY_OFFICIAL = "key_official", "Cán bộ chủ chốt xã, phường"
    COMMUNE_OFFICIAL = "commune_official", "Cán bộ chuyên trách xã, phường"
    COMMUNE_CIVIL_SERVANT = "commune_civil_servant", "Công chức xã, phường"
    WORKER = "worker", "Hỗ trợ, phục vụ"


class KindOfPost(TextChoices):
    """Loại vị trí: chooses the standard that the law asks for."""

    PROVINCE_LEADER = "province_leader", "Lãnh đạo, quản lý cấp tỉnh"
    PROVINCE_SPECIALIST = "province_specialist", "Chuyên môn cấp tỉnh"
    DISTRICT_LEADER = "district_leader", "Lãnh đạo, quản lý cấp huyện"
    DISTRICT_SPECIALIST = "district_specialist", "Chuyên môn cấp huyện"
    PUBLIC_EMPLOYEE = "public_employee", "Viên chức sự nghiệp"
    PARTY_SPECIALIST = "party_specialist", "Chuyên môn Đảng, đoàn thể"
    WARD_LEADER = "ward_leader", "Lãnh đạo xã, phường"
    WARD_OFFICIAL = "ward_official", "Cán bộ xã, phường"
    WARD_CIVIL_SERVANT = "ward_civil_servant", "Công chức xã, phường"
    WORKER = "worker", "Hỗ trợ, phục vụ"


class Subject(TextChoices):
    """Nội dung tiêu chuẩn trình độ."""

    PROFESSIONAL = "professional", "Chuyên môn"
    POLITICAL_THEORY = "political_theory", "Lý luận chính trị"
    STATE_MANAGEMENT = "state_management", "Quản lý nhà nước"
    LANGUAGE = "language", "Ngoại ngữ"
    INFORMATICS = "informatics", "Tin học"
