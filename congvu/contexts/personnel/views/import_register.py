"""The register of imports as a workbook."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from congvu.contexts.personnel.queries.imports import IMPORT, MANAGE, batches
from congvu.contexts.personnel.tables.imports import IMPORTS
from congvu.web.access import allow
from congvu.web.request import Request
from congvu.web.workbook import excel


@allow(IMPORT, MANAGE)
@require_GET
def imports_excel(request: Request) -> HttpResponse:
    """Các đợt nhập và kết quả kiểm tra ra Excel, with the tab and the unit of the page."""
    rows, unit = batches(request.officer), request.GET.get("don-vi", "")
    listing = IMPORTS.read(request, rows.filter(unit=int(unit)) if unit.isdecimal() and len(unit) < 19 else rows)
    return excel(listing, title="Các đợt nhập dữ liệu", name="dot-nhap", on=request.as_of)
