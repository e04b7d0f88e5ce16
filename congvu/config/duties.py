"""Loại việc: the kinds of duties that the contexts open, in the words people read."""

from django.utils.translation import gettext_noop as _

from congvu.kernel.agenda import Kind

KINDS: tuple[Kind, ...] = (
    Kind("personnel.confirm_import", _("Xác nhận danh sách nhập")),
    Kind("personnel.file_review", _("Rà soát hồ sơ")),
    Kind("personnel.decide_proposal", _("Giải quyết đề nghị cập nhật hồ sơ")),
    Kind("personnel.complete_proposal", _("Bổ sung đề nghị cập nhật hồ sơ")),
    Kind("personnel.close_update_round", _("Đóng đợt cập nhật hồ sơ")),
)
