"""The curriculum vitae on form 2C: as it will be printed, and as a file to take along."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from congvu.contexts.personnel import actions
from congvu.contexts.personnel.indicators import UNSEEN, curriculum_paper, rendered_curriculum
from congvu.contexts.personnel.models import Person
from congvu.contexts.personnel.queries.curriculum import Curriculum, curriculum
from congvu.contexts.personnel.queries.file import person_file
from congvu.contexts.personnel.queries.items import sections
from congvu.contexts.personnel.tables.file_book import file_book
from congvu.kernel import names
from congvu.kernel.documents.papers import preview
from congvu.web.access import signed_in
from congvu.web.as_of import PARAMETER, day_from
from congvu.web.clock import today
from congvu.web.parts import Action
from congvu.web.request import Request
from congvu.web.workbook import book

FORMS = {
    "pdf": ("PDF", "application/pdf"),
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
_VIEW = "personnel.view_person"


@signed_in
@require_GET
def curriculum_page(request: Request, pk: int) -> HttpResponse:
    """Sơ yếu lý lịch mẫu 2C as it will be printed, for officers who see the file and for the person himself."""
    person = _person(request, pk)
    if request.officer.person_id != pk:
        request.officer.demand(_VIEW, over=person.identity.home_id, on=request.as_of)
    found = curriculum(person, to=request.officer, on=request.as_of)
    shown = preview.render(curriculum_paper(found))
    context = {
        "person": person,
        "preview": shown,
        "back": reverse("personnel:person", args=[pk]),
        "downloads": [],
        "actions": _copies(request, found),
        "unseen": UNSEEN if UNSEEN in shown else "",
    }
    return render(request, "personnel/curriculum.html", context)


@signed_in
@require_POST
def curriculum_file(request: Request, pk: int, form: str) -> HttpResponse:
    """Một bản 2C: the paper as a file; the trail keeps who took it."""
    if form not in FORMS:
        raise Http404
    person, on = _person(request, pk), _day(request)
    actions.print_curriculum(person, form=form, as_of=on, by=request.officer, on=today())
    made = rendered_curriculum(curriculum(person, to=request.officer, on=on), form=form)
    response = HttpResponse(made, content_type=FORMS[form][1])
    response["Content-Disposition"] = f'attachment; filename="2c-{_plain(person.full_name)}-{on:%Y-%m-%d}.{form}"'
    return response


@signed_in
@require_POST
def file_excel(request: Request, pk: int) -> HttpResponse:
    """Cả hồ sơ ra Excel: what the reader sees of it, a sheet for each group; the trail keeps who took it."""
    person, on = _person(request, pk), _day(request)
    actions.export_file(person, as_of=on, by=request.officer, on=today())
    found = curriculum(person, to=request.officer, on=on)
    groups = sections(person, to=request.officer, on=on)
    tables = file_book(found, person_file(person, on=on), groups, unseen=UNSEEN)
    return book(tables, name=f"ho-so-{_plain(person.full_name)}", on=on)


def _day(request: Request) -> date:
    """The day that the button speaks of, else that of the page."""
    asked = request.GET.get(PARAMETER, "")
    return day_from(asked) if asked else request.as_of


def _person(request: Request, pk: int) -> Person:
    found: Person = get_object_or_404(Person.objects.select_related("identity"), pk=pk)
    request.opened = found.pk
    return found


def _copies(request: Request, found: Curriculum) -> list[Action]:
    if not actions.may_print(found.person, by=request.officer, on=request.as_of):
        return []
    day = f"?{PARAMETER}={found.on.isoformat()}"
    return [
        Action(label, reverse("personnel:curriculum_file", args=[found.person.pk, form]) + day, "download", post=True)
        for form, (label, _) in FORMS.items()
    ]


def _plain(name: str) -> str:
    """A name as the name of a file: letters and figures without marks."""
    plain = (letter if letter.isascii() and letter.isalnum() else " " for letter in names.search_key(name))
    return "-".join("".join(plain).split())
