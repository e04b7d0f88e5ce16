"""Loại việc: the kinds of duties that the contexts open, in the words people read."""

from django.utils.translation import gettext_noop as _

from congvu.kernel.agenda import Kind

KINDS: tuple[Kind, ...] = (
    Kind("personnel.confirm_import", _("Xác nhận danh sách nhập")),
    Kind("personnel.file_review", _("Rà soát hồ sơ")),
)
