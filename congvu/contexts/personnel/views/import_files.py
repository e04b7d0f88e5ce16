"""Workbooks of the import: the template, the list as it stands, a list handed in and its faults."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from congvu.contexts.personnel.facts import ListExported
from congvu.contexts.personnel.models import ImportBatch
from congvu.contexts.personnel.queries import imports as queries
from congvu.contexts.personnel.queries import staff
from congvu.kernel.access import NotPermitted
from congvu.kernel.documents import files
from congvu.law.sensitivity import Sensitivity
from congvu.web.access import allow
from congvu.web.clock import today
from congvu.web.request import Request

EXPORT = "personnel.export_people"
_IMPORT, _MANAGE = queries.IMPORT, queries.MANAGE
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@allow(_IMPORT, _MANAGE)
@require_GET
def import_marked(request: Request, pk: int) -> HttpResponse:
    """Tệp có đánh dấu lỗi."""
    batch = _to_open(request, pk)
    return _workbook(
        queries.marked(files.content_of(batch.file), _read(request, batch)), f"{_stem(batch)}-danh-dau-loi"
    )


@allow(_IMPORT, _MANAGE)
@require_GET
def import_faulty(request: Request, pk: int) -> HttpResponse:
    """Các dòng sai."""
    batch = _to_open(request, pk)
    return _workbook(
        queries.faulty_rows(files.content_of(batch.file), _read(request, batch)), f"{_stem(batch)}-dong-sai"
    )


@allow(_IMPORT, _MANAGE)
@require_GET
def import_file(request: Request, pk: int) -> HttpResponse:
    """Tệp đã nộp, as an attachment."""
    batch = _to_open(request, pk)
    response = HttpResponse(files.content_of(batch.file), content_type="application/octet-stream")
    ending = batch.file.name.rpartition(".")[2]
    response["Content-Disposition"] = f'attachment; filename="{_stem(batch)}.{ending if ending.isalnum() else "bin"}"'
    return response


@allow(_IMPORT)
@require_GET
def import_template(request: Request) -> HttpResponse:
    """Tệp mẫu, with the units and posts of the officer's branch."""
    unit = unit_of(request, _IMPORT)
    return _workbook(queries.template(unit, on=day_of(request)), "mau-danh-sach-can-bo")


@allow(EXPORT)
@require_GET
def import_export(request: Request) -> HttpResponse:
    """Danh sách hiện có theo mẫu nhập: what is exported can be handed in again."""
    unit = unit_of(request, EXPORT)
    day = day_of(request, EXPORT)
    rows = staff(unit, on=day).count()
    request.afterwards.append(ListExported(unit, "Danh sách hiện có theo mẫu nhập", rows, {}))
    return _workbook(queries.exported(unit, on=day), f"danh-sach-can-bo-{day:%Y-%m-%d}")


def seen(request: Request, pk: int) -> Any:
    """One import, among those that the officer may see."""
    return get_object_or_404(queries.batches(request.officer), pk=pk)


def asked(request: Request, permission: str) -> int | None:
    """The unit in the address, if it names one over which the officer holds the permission."""
    words = request.GET.get("don-vi", "")
    if not words:
        return None
    if not words.isdecimal() or len(words) > 18 or not queries.unit_exists(int(words)):
        raise Http404
    request.officer.demand(permission, over=int(words), on=today())
    return int(words)


def unit_of(request: Request, permission: str) -> int:
    """The unit in the address, else the officer's own."""
    own = [grant.unit_id for grant in request.officer.grants if permission in grant.role.permissions]
    return asked(request, permission) or own[0]


def day_of(request: Request, permission: str = _IMPORT) -> date:
    """The day that the page speaks of, as far as the unit can answer for it."""
    return queries.day_of_list(unit_of(request, permission), on=request.as_of)


def _to_open(request: Request, pk: int) -> Any:
    batch = seen(request, pk)
    if not queries.may_open_file(batch, to=request.officer):
        raise NotPermitted(Sensitivity.IDENTITY.permission)
    return batch


def _read(request: Request, batch: ImportBatch) -> dict[str, Any]:
    return queries.as_read_by(batch, to=request.officer)


def _workbook(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=_XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def _stem(batch: ImportBatch) -> str:
    return f"danh-sach-{batch.pk}"
