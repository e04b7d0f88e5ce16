"""Nhật ký: what was written, by whom, for which day; within the reader's part of the tree."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from congvu.kernel.audit.models import Fact, Seal
from congvu.web import formats
from congvu.web.access import allow
from congvu.web.parts import Badge, Empty
from congvu.web.register import Column, Register, Tab
from congvu.web.request import Request
from congvu.web.workbook import excel


def _sealed(row: Any) -> Badge:
    return Badge("Đã niêm phong", "done") if row.sealed else Badge("Chờ niêm phong", "soon")


FACTS = Register(
    name="audit.facts",
    columns=(
        Column("viec", "Việc", lambda row: row.label.rstrip("."), main=True),
        Column("luc", "Ghi lúc", lambda row: formats.moment(row.recorded_at), kind="date"),
        Column("ngay", "Ngày hiệu lực", "on", kind="date"),
        Column("ai", "Người thực hiện", "actor_name"),
        Column("ve", "Về", lambda row: row.content.get("full_name") or row.content.get("name") or ""),
        Column("niem-phong", "Niêm phong", _sealed),
    ),
    tabs=(
        Tab("tat-ca", "Tất cả"),
        Tab("cho", "Chờ niêm phong", lambda rows, on: rows.filter(seal=None), count=True),
    ),
    search=lambda rows, words, on: rows.filter(actor_name__icontains=words),
    search_hint="Tìm theo người thực hiện…",
    order=("-pk",),
    noun="sự kiện",
    empty=Empty("Chưa có sự kiện nào.", "Mọi thay đổi hồ sơ, đơn vị, vị trí đều hiện ở đây.", icon="history"),
)


@allow("audit.view_facts")
@require_GET
def facts(request: Request) -> HttpResponse:
    """Nhật ký sự kiện."""
    return FACTS.read(request, _rows(), excel=reverse("web:facts_excel")).response("web/facts.html", {})


@allow("audit.view_facts")
@require_GET
def facts_excel(request: Request) -> HttpResponse:
    """Nhật ký sự kiện ra Excel, with the search and the tab of the page."""
    return excel(FACTS.read(request, _rows()), title="Nhật ký sự kiện", name="nhat-ky", on=request.as_of)


def _rows() -> Any:
    return Fact.objects.annotate(sealed=Exists(Seal.objects.filter(fact=OuterRef("pk"))))
