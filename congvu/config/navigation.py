"""Trình đơn: the places of the system in the order of the menu; shown where the address exists and the role allows."""

from django.utils.translation import gettext_noop as _

from congvu.config import boards
from congvu.web.navigation import Entry

_PEOPLE, _BASIS = _("Con người và tổ chức"), _("Tra cứu")

ENTRIES: tuple[Entry, ...] = (
    Entry(_("Việc của tôi"), "web:home", "inbox", "v"),
    Entry(_("Hồ sơ của tôi"), "personnel:my_file", "user", "m", own=True),
    Entry(_("Bảng hạn việc"), "web:due_board", "calendar-due", "h", "agenda.view_board"),
    Entry(_("Cán bộ, công chức, viên chức"), "personnel:people", "users", "c", "personnel.view_person", _PEOPLE),
    Entry(_("Nguồn cán bộ"), "personnel:cohorts", "users-group", "u", "personnel.view_person", _PEOPLE),
    Entry(_("Rà soát trình độ"), "personnel:review", "certificate", "r", "personnel.view_report", _PEOPLE),
    Entry(_("Rà soát hồ sơ"), "personnel:completeness", "list-check", "s", "personnel.view_gaps", _PEOPLE),
    Entry(_("Tổ chức, đơn vị"), "organisations:units", "sitemap", "t", "organisations.view_unit", _PEOPLE),
    Entry(_("Nhập dữ liệu"), "personnel:imports", "file-import", "n", "personnel.import_people", _PEOPLE),
    Entry(_("Đề nghị cập nhật hồ sơ"), "personnel:proposals", "mail", "d", "personnel.manage_records", _PEOPLE),
    Entry(_("Đợt cập nhật hồ sơ"), "personnel:update_rounds", "refresh", "p", "personnel.manage_records", _PEOPLE),
    Entry(_("Báo cáo"), "personnel:report", "report-analytics", "b", "personnel.view_report", _PEOPLE),
    Entry(_("Căn cứ pháp lý"), "web:sources", "scale", "l", "web.view_sources", _BASIS),
    Entry(_("Nhật ký"), "web:facts", "history", "k", "audit.view_facts", _BASIS),
    Entry(_("Tài khoản"), "web:accounts", "user-cog", "a", "access.manage_accounts", _BASIS),
)

BOARDS = (boards.qualifications,)
"""Figures on the home page: each function answers for the officer, as of a day."""

DUTIES = (boards.duties, boards.own_notices)
"""What waits for the officer: each function answers from one agenda."""
