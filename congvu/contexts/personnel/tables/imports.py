"""The imports of the officer's units."""

from typing import Any

from django.urls import reverse

from congvu.contexts.personnel.states import ImportState
from congvu.web import formats
from congvu.web.parts import Action, Badge, Empty, Tone
from congvu.web.register import Column, Register, Tab

TONES: dict[str, Tone] = {
    ImportState.RECEIVED: "info",
    ImportState.CHECKED: "soon",
    ImportState.CONFIRMED: "info",
    ImportState.WRITTEN: "done",
    ImportState.DISCARDED: "closed",
    ImportState.REFUSED: "late",
}
_OPEN = (ImportState.RECEIVED, ImportState.CHECKED, ImportState.CONFIRMED)


def state_badge(batch: Any) -> Badge:
    """Where the import stands, as a word."""
    return Badge(batch.get_state_display(), TONES[batch.state])


def result(batch: Any) -> str:
    """What the check found, in one line."""
    found = batch.summary or {}
    if "new" not in found:
        return str(found.get("refusal", ""))
    words = {"new": "hồ sơ mới", "changed": "thay đổi", "unchanged": "không đổi", "faulty": "dòng sai"}
    return ", ".join(f"{formats.number(found[name])} {word}" for name, word in words.items())


IMPORTS = Register(
    name="personnel.imports",
    columns=(
        Column(
            "tep",
            "Tệp",
            "file.name",
            main=True,
            link=lambda batch: reverse("personnel:import", args=[batch.pk]),
            detail=lambda batch: batch.unit_name or "",
        ),
        Column("trang-thai", "Trạng thái", state_badge),
        Column("ket-qua", "Kết quả", result),
        Column("ngay", "Số liệu tính đến", lambda batch: formats.day(batch.on), kind="date"),
        Column("nop", "Nộp lúc", lambda batch: formats.moment(batch.handed_in_at), kind="date"),
        Column("nguoi", "Người nộp", lambda batch: batch.handed_in_by.full_name if batch.handed_in_by else "Máy chủ"),
    ),
    tabs=(
        Tab("tat-ca", "Tất cả"),
        Tab("cho", "Đang chờ", lambda rows, on: rows.filter(state__in=_OPEN), count=True),
        Tab("da-ghi", "Đã ghi", lambda rows, on: rows.filter(state=ImportState.WRITTEN)),
    ),
    order=("-pk",),
    noun="đợt nhập",
    empty=Empty(
        "Chưa có danh sách nào được nhập.",
        "Tải tệp mẫu, điền danh sách của đơn vị, rồi nộp tệp; hệ thống kiểm tra từng ô trước khi ghi.",
        icon="file-import",
        action=Action("Nộp danh sách", "/nhap-du-lieu/tep/", icon="upload", main=True),
    ),
)
