"""The register of imports as a workbook."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from congvu.contexts.personnel.queries.imports import IMPORT, MANAGE, batches, unit_exists
from congvu.contexts.personnel.tables.imports import IMPORTS
from congvu.web.access import allow
from congvu.web.clock import today
from congvu.web.request import Request
from congvu.web.workbook import excel


@allow(IMPORT, MANAGE)
@require_GET
def imports_excel(request: Request) -> HttpResponse:
    """Các đợt nhập và kết quả kiểm tra ra Excel, with the tab and the unit of the page."""
    rows, unit = batches(request.officer), _unit(request)
    listing = IMPORTS.read(request, rows.filter(unit=unit) if unit else rows)
    return excel(listing, title="Các đợt nhập dữ liệu", name="dot-nhap", on=request.as_of)


def _unit(request: Request) -> int | None:
    """The unit in the address, if it names one over which the officer may import."""
    asked = request.GET.get("don-vi", "")
    if not asked:
        return None
    if not asked.isdecimal() or len(asked) > 18 or not unit_exists(int(asked)):
        raise Http404
    request.officer.demand(IMPORT, over=int(asked), on=today())
    return int(asked)
