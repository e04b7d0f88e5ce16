"""The import: handing a list in, what the check found, and the steps into the files."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from congvu.contexts.personnel import jobs
from congvu.contexts.personnel.actions import imports as actions
from congvu.contexts.personnel.forms.imports import AnswersForm, ImportForm
from congvu.contexts.personnel.models import ImportBatch
from congvu.contexts.personnel.queries import imports as queries
from congvu.contexts.personnel.states import ImportState
from congvu.contexts.personnel.tables.imports import IMPORTS
from congvu.contexts.personnel.views import import_files
from congvu.contexts.personnel.views.import_case import case_context, is_under_way
from congvu.contexts.personnel.views.import_files import asked, day_of, seen
from congvu.kernel.sheets import UnreadableSheet
from congvu.kernel.workflow import Refused
from congvu.web.access import allow
from congvu.web.clock import today
from congvu.web.formats import number
from congvu.web.parts import Action, FieldGroup, FormPage
from congvu.web.request import Request
from congvu.web.uploads import refuse_too_large

_IMPORT, _MANAGE, _EXPORT = queries.IMPORT, queries.MANAGE, import_files.EXPORT


@allow(_IMPORT, _MANAGE)
@require_GET
def imports(request: Request) -> HttpResponse:
    """Nhập dữ liệu: the lists of the officer's units, the latest first."""
    unit = asked(request, _IMPORT)
    rows = queries.batches(request.officer)
    rows, export = rows.filter(unit=unit) if unit else rows, reverse("personnel:imports_excel")
    listing = IMPORTS.read(request, rows, actions=_offered(request), excel=export)
    return listing.response("personnel/imports.html")


def _offered(request: Request) -> list[Action]:
    """What may be begun from the list."""
    places = (
        (_EXPORT, Action("Tải danh sách hiện có", reverse("personnel:import_export"), icon="file-spreadsheet")),
        (_IMPORT, Action("Tải tệp mẫu", reverse("personnel:import_template"), icon="file-download")),
        (_IMPORT, Action("Nộp danh sách", reverse("personnel:import_new"), icon="upload", main=True)),
    )
    return [action for permission, action in places if request.officer.may_somewhere(permission)]


@allow(_IMPORT)
@csrf_exempt  # only so that a body that is too large is refused before it is read; the view below is protected
@require_http_methods(["GET", "POST"])
def import_new(request: Request) -> HttpResponse:
    """Nộp danh sách."""
    refuse_too_large(request, limit=actions.size_limit())
    response: HttpResponse = _hand_in(request)
    return response


@csrf_protect
def _hand_in(request: Request) -> HttpResponse:
    units = queries.units_to_choose(request.officer, on=request.as_of)
    form = ImportForm(
        request.POST or None,
        request.FILES or None,
        units=units,
        initial={"day": day_of(request), "unit": asked(request, _IMPORT)},
    )
    if request.method == "POST" and form.is_valid() and (batch := _received(request, form)):
        return redirect("personnel:import", batch.pk)
    context = {"form": form, "page": _new_page(), "template": reverse("personnel:import_template")}
    return render(request, "personnel/import_new.html", context, status=422 if form.errors else 200)


def _received(request: Request, form: ImportForm) -> ImportBatch | None:
    """The import, and the order to check it; a file that cannot be read is told of beside the field."""
    sent, on = form.cleaned_data, today()
    try:
        batch = actions.receive(
            sent["file"].read(),
            name=sent["file"].name,
            unit_id=int(sent["unit"]),
            day=sent["day"],
            by=request.officer,
            on=on,
        )
    except UnreadableSheet as refused:
        form.add_error("file", str(refused))
        return None
    except queries.NotStanding as refused:
        form.add_error("day", str(refused))
        return None
    jobs.order_check(batch.pk, by=request.officer, on=on)
    return batch


@allow(_IMPORT, _MANAGE)
@require_GET
def import_case(request: Request, pk: int) -> HttpResponse:
    """Một đợt nhập: where it stands, what was found, what may be done."""
    batch = seen(request, pk)
    return render(request, "personnel/import.html", case_context(batch, request))


@allow(_IMPORT, _MANAGE)
@require_GET
def import_progress(request: Request, pk: int) -> HttpResponse:
    """Tiến độ: the part of the page that renews itself; when the work is done the page is loaded anew."""
    batch = seen(request, pk)
    response = render(request, "personnel/parts/import_progress.html", case_context(batch, request))
    if not is_under_way(batch):
        response["HX-Refresh"] = "true"
    return response


@allow(_IMPORT, _MANAGE)
@require_POST
def import_answer(request: Request, pk: int) -> HttpResponse:
    """Trả lời câu hỏi, then check again."""
    batch = seen(request, pk)
    found = batch.summary
    form = AnswersForm(request.POST, questions=found.get("questions", ()), posts=True)
    form.full_clean()
    if not form.is_valid():
        return render(request, "personnel/import.html", case_context(batch, request, answers=form), status=422)
    create = form.cleaned_data["create_posts"]
    actions.answer(pk, form.units, create_posts=create, by=request.officer, on=today())
    jobs.order_check(pk, by=request.officer, on=today())
    return redirect("personnel:import", pk)


@allow(_MANAGE)
@require_POST
def import_confirm(request: Request, pk: int) -> HttpResponse:
    """Xác nhận: everything is written."""
    return _confirm(request, pk, accept_good=False)


@allow(_MANAGE)
@require_POST
def import_confirm_good(request: Request, pk: int) -> HttpResponse:
    """Xác nhận các dòng đúng; the faulty ones go back."""
    return _confirm(request, pk, accept_good=True)


def _confirm(request: Request, pk: int, *, accept_good: bool) -> HttpResponse:
    batch = seen(request, pk)
    try:
        actions.confirm(pk, accept_good=accept_good, by=request.officer, on=today())
    except Refused as refused:
        context = case_context(batch, request, refused=refused)
        return render(request, "personnel/import.html", context, status=409)
    jobs.order_writing(pk, by=request.officer, on=today())
    return redirect("personnel:import", pk)


@allow(_IMPORT)
@require_POST
def import_discard(request: Request, pk: int) -> HttpResponse:
    """Hủy đợt nhập."""
    seen(request, pk)
    actions.discard(pk, by=request.officer, on=today())
    messages.success(request, "Đã hủy đợt nhập; hồ sơ không có gì thay đổi.")
    return redirect("personnel:imports")


@allow(_IMPORT, _MANAGE)
@require_POST
def import_resume(request: Request, pk: int) -> HttpResponse:
    """Làm tiếp việc bị ngắt: the check or the writing is ordered once more; both may safely be ordered twice."""
    batch = seen(request, pk)
    if batch.state == ImportState.CONFIRMED:
        request.officer.demand(_MANAGE, over=batch.unit_id, on=today())
        jobs.order_writing(pk, by=request.officer, on=today())
    elif batch.state == ImportState.RECEIVED:
        request.officer.demand(_IMPORT, over=batch.unit_id, on=today())
        jobs.order_check(pk, by=request.officer, on=today())
    return redirect("personnel:import", pk)


def _new_page() -> FormPage:
    return FormPage(
        "Nộp danh sách cán bộ, công chức, viên chức",
        button="Nộp và kiểm tra tệp",
        cancel=reverse("personnel:imports"),
        upload=True,
        groups=(FieldGroup("Danh sách", ("file", "unit", "day")),),
        lead="Hệ thống kiểm tra từng ô rồi cho xem kết quả; chưa ghi gì vào hồ sơ ở bước này.",
        after=f"Tệp nặng không quá {number(actions.size_limit() / 2**20, 0)} MB.",
    )


urlpatterns = [
    path("nhap-du-lieu/", imports, name="imports"),
    path("nhap-du-lieu/tep/", import_new, name="import_new"),
    path("nhap-du-lieu/mau/", import_files.import_template, name="import_template"),
    path("nhap-du-lieu/danh-sach-hien-co/", import_files.import_export, name="import_export"),
    path("nhap-du-lieu/<int:pk>/", import_case, name="import"),
    path("nhap-du-lieu/<int:pk>/tien-do/", import_progress, name="import_progress"),
    path("nhap-du-lieu/<int:pk>/tra-loi/", import_answer, name="import_answer"),
    path("nhap-du-lieu/<int:pk>/ghi/", import_confirm, name="import_confirm"),
    path("nhap-du-lieu/<int:pk>/ghi-dong-dung/", import_confirm_good, name="import_confirm_good"),
    path("nhap-du-lieu/<int:pk>/huy/", import_discard, name="import_discard"),
    path("nhap-du-lieu/<int:pk>/lam-tiep/", import_resume, name="import_resume"),
    path("nhap-du-lieu/<int:pk>/danh-dau-loi/", import_files.import_marked, name="import_marked"),
    path("nhap-du-lieu/<int:pk>/dong-sai/", import_files.import_faulty, name="import_faulty"),
    path("nhap-du-lieu/<int:pk>/tep-goc/", import_files.import_file, name="import_file"),
]
