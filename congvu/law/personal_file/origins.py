"""Con người: where somebody comes from, lives and is reached."""

from congvu.law.sensitivity import Sensitivity

from . import lists
from .layout import DATABASE, FORM, Field, Group, Kind

ORIGINS = (
    Group(
        "origin",
        "Lai lịch",
        Sensitivity.PRIVATE,
        FORM,
        (
            Field("birth_name", "Họ và tên khai sinh", required=True, place="1"),
            Field("other_names", "Tên gọi khác", place="2"),
            Field("birthplace", "Nơi sinh", required=True, place="4", hint="Xã, huyện, tỉnh như trong giấy khai sinh."),
            Field("native_place", "Quê quán", required=True, place="5"),
            Field("class_origin", "Thành phần gia đình xuất thân"),
        ),
    ),
    Group(
        "belief",
        "Tôn giáo",
        Sensitivity.POLITICS,
        FORM,
        (
            Field("religion", "Tôn giáo", Kind.CHOICE, lists.RELIGIONS, required=True, place="7"),
            Field("office", "Chức sắc, chức việc"),
        ),
    ),
    Group(
        "identity",
        "Giấy tờ và mã số",
        Sensitivity.IDENTITY,
        FORM,
        (
            Field("issued_on", "Ngày cấp căn cước", Kind.DAY, wanted=True, place="25"),
            Field("issued_by", "Nơi cấp căn cước", wanted=True, place="25"),
            Field("old_number", "Số chứng minh nhân dân cũ", longest=12),
            Field("passport", "Số hộ chiếu", longest=20),
            Field("insurance", "Số sổ bảo hiểm xã hội", wanted=True, longest=20, place="26"),
            Field("health_insurance", "Số thẻ bảo hiểm y tế", longest=20),
            Field("tax_number", "Mã số thuế cá nhân", longest=14),
        ),
        proof=True,
    ),
    Group(
        "residence",
        "Nơi ở",
        Sensitivity.PRIVATE,
        FORM,
        (
            Field("since", "Từ ngày", Kind.DAY),
            Field("registered", "Nơi đăng ký thường trú", required=True, place="8"),
            Field("present", "Nơi ở hiện nay", required=True, place="9"),
        ),
        begins="since",
    ),
    Group(
        "contact",
        "Liên lạc",
        Sensitivity.PRIVATE,
        DATABASE,
        (
            Field("mobile", "Điện thoại di động", required=True, longest=20),
            Field("email", "Thư điện tử", longest=120),
            Field("emergency_name", "Người cần báo khi có việc"),
            Field("emergency_phone", "Điện thoại của người đó", longest=20),
        ),
    ),
    Group(
        "policy",
        "Đối tượng chính sách",
        Sensitivity.HEALTH,
        FORM,
        (
            Field("family", "Là con gia đình chính sách", Kind.CHOICE, lists.POLICY_FAMILIES, place="24"),
            Field("invalid_grade", "Thương binh hạng", Kind.CHOICE, lists.INVALID_GRADES, place="24"),
        ),
        may_be_none=True,
        proof=True,
    ),
)
