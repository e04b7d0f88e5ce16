"""Roles and what they may do; the contexts declare the capability strings, this list hands them out."""

from congvu.kernel.access import Role
from congvu.law.sensitivity import GUARDED, Sensitivity

_LOOK = frozenset(
    {
        "organisations.view_unit",
        "agenda.view_board",
        "personnel.view_person",
        "personnel.view_gaps",
        "personnel.view_report",
        "web.view_home",
        "web.view_sources",
    }
)
_KEEP = frozenset(
    {
        "personnel.import_people",
        "personnel.manage_records",
        "personnel.export_people",
        "personnel.manage_reviews",
        "personnel.answer_review",
        "personnel.manage_cohorts",
    }
)

_WHOLE_FILE = frozenset(kind.permission for kind in GUARDED)

ROLES = (
    Role(
        "head",
        "Lãnh đạo cơ quan Nội vụ",
        _LOOK
        | _KEEP
        | _WHOLE_FILE
        | {"organisations.manage_units", "personnel.sign_report", "audit.view_facts"}
        | {"agenda.oversee_duties", "agenda.urge_duty"},
    ),
    Role("officer", "Chuyên viên tổ chức cán bộ", _LOOK | _KEEP | _WHOLE_FILE | {"organisations.manage_units"}),
    Role("clerk", "Người nhập liệu của đơn vị", _LOOK | {"personnel.import_people", "personnel.answer_review"}),
    Role(
        "inspector",
        "Người kiểm tra công vụ",
        _LOOK | {"audit.view_facts", "agenda.oversee_duties", Sensitivity.DISCIPLINE.permission},
    ),
    Role(
        "administrator", "Quản trị hệ thống", frozenset({"web.view_home", "web.view_sources", "access.manage_accounts"})
    ),
)
