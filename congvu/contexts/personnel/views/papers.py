"""Giấy tờ: the papers and the photograph of a file; shown, downloaded, handed in, withdrawn."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods

from congvu.contexts.personnel import actions, queries
from congvu.contexts.personnel.actions import PaperEntry
from congvu.contexts.personnel.forms.changes import WithdrawForm
from congvu.contexts.personnel.forms.file_papers import PaperForm, PictureForm
from congvu.contexts.personnel.models import FilePaper, Person
from congvu.contexts.personnel.queries.file import level_words, person_file
from congvu.contexts.personnel.rules import LARGEST_PAPER
from congvu.contexts.personnel.views import desk
from congvu.contexts.personnel.views.head import head, may_change, opened
from congvu.contexts.personnel.views.sections import title as title_of
from congvu.kernel.documents import files
from congvu.kernel.documents.media import ENDINGS, PICTURES
from congvu.law.personal_file import PICTURE, group
from congvu.law.sensitivity import Sensitivity
from congvu.web import formats, refusals
from congvu.web.access import allow
from congvu.web.clock import today
from congvu.web.parts import Action, FieldGroup, FormPage
from congvu.web.request import Request
from congvu.web.uploads import refuse_too_large

_VIEW = "personnel.view_person"
_form = require_http_methods(["GET", "HEAD", "POST"])
_ALONE = "default-src 'none'; sandbox"  # a picture that is opened as a page can do nothing


@dataclass(frozen=True)
class Kept:
    """Giấy tờ trên trang."""

    paper: FilePaper
    kind: str
    proves: str
    size: str
    url: str
    withdraw: str

    @property
    def label(self) -> str:
        """The class of data that it belongs to."""
        return Sensitivity(self.paper.sensitivity).label

    @property
    def mark(self) -> str:
        """The first letters of its hash."""
        return self.paper.file.sha256[:12]


@allow(_VIEW)
@require_GET
def papers(request: Request, pk: int) -> HttpResponse:
    """Giấy tờ trong hồ sơ: those whose class the reader sees; the others are named by class."""
    person = opened(request, pk)
    changes = may_change(request, person)
    seen = queries.sees(person, to=request.officer, on=request.as_of)
    held = queries.picture(person)
    context = {
        **head(request, person, "papers"),
        "papers": [_kept(paper, changes=changes) for paper in queries.papers(person)],
        "unseen": [kind.label for kind in Sensitivity if kind not in seen],
        "actions": _offered(person, held) if changes else [],
        "may_change": changes,
    }
    return render(request, "personnel/papers.html", context)


@allow(_VIEW)
@require_GET
def paper(request: Request, pk: int, paper: int) -> HttpResponse:
    """Tải giấy tờ: always as an attachment, under the title that the file gives it."""
    person = opened(request, pk)
    found = queries.paper_of(person, paper)
    if found is None or found.withdrawn_on:
        raise Http404
    return _sent(found, attached=True)


@allow(_VIEW)
@require_GET
def picture(request: Request, pk: int) -> HttpResponse:
    """Ảnh chân dung."""
    person = get_object_or_404(Person, pk=pk)
    found = queries.picture(person)
    if found is None or found.file.media_type not in PICTURES:
        raise Http404
    return _sent(found, attached=False)


@allow(desk.MANAGE)
@csrf_exempt  # only so that a body that is too large is refused before it is read; the view below is protected
@_form
def file_paper(request: Request, pk: int) -> HttpResponse:
    """Đưa giấy tờ vào hồ sơ."""
    refuse_too_large(request, limit=LARGEST_PAPER)
    response: HttpResponse = _file_paper(request, pk)
    return response


@csrf_protect
def _file_paper(request: Request, pk: int) -> HttpResponse:
    file = _opened(request, pk)
    proofs = _proofs(request, file.person)
    choices = [(key, label) for key, label, _ in proofs]
    asked = {"proves": request.GET.get("cho", ""), "version": file.version}
    form = PaperForm(desk.posted(request), _files(request), proofs=choices, initial=asked)
    page = FormPage(
        "Đưa giấy tờ vào hồ sơ",
        "Đưa vào hồ sơ",
        cancel=file.back,
        groups=(FieldGroup("Giấy tờ", ("kind", "title", "proves", "file")),),
        lead="Ai xem được giấy tờ tùy theo nội dung mà giấy tờ chứng minh.",
        upload=True,
    )

    def deed() -> desk.Deed:
        said = form.cleaned_data
        proof = {key: record for key, _, record in proofs}.get(said["proves"])
        entry = PaperEntry(said["kind"], said["title"], said["file"].read(), said["file"].name, **_proved(proof))
        return desk.Deed(
            lambda: actions.file_paper(file.person, entry, by=request.officer, on=today()),
            f"Đã đưa “{said['title']}” vào hồ sơ của {desk.titled(file.person)}.",
        )

    return desk.answer(request, form, page, deed, file=file)


@allow(desk.MANAGE)
@csrf_exempt  # as above
@_form
def file_picture(request: Request, pk: int) -> HttpResponse:
    """Thêm, thay ảnh chân dung."""
    refuse_too_large(request, limit=LARGEST_PAPER)
    response: HttpResponse = _file_picture(request, pk)
    return response


@csrf_protect
def _file_picture(request: Request, pk: int) -> HttpResponse:
    file = _opened(request, pk)
    form = PictureForm(desk.posted(request), _files(request), initial={"version": file.version})
    page = FormPage("Ảnh chân dung", "Đưa ảnh vào hồ sơ", cancel=file.back, upload=True, after="Ảnh cũ được giữ lại.")

    def deed() -> desk.Deed:
        sent = form.cleaned_data["file"]
        entry = PaperEntry(PICTURE, "Ảnh chân dung", sent.read(), sent.name)
        return desk.Deed(
            lambda: actions.file_paper(file.person, entry, by=request.officer, on=today()),
            f"Đã thay ảnh chân dung trong hồ sơ của {desk.titled(file.person)}.",
        )

    return desk.answer(request, form, page, deed, file=file)


@allow(desk.MANAGE)
@_form
def withdraw_paper(request: Request, pk: int, paper: int) -> HttpResponse:
    """Rút giấy tờ khỏi hồ sơ."""
    file = _opened(request, pk)
    found = queries.paper_of(file.person, paper)
    if found is None:
        raise Http404
    if found.withdrawn_on:
        raise refusals.Done(f"“{found.title}” đã được rút khỏi hồ sơ ngày {formats.day(found.withdrawn_on)}.")
    form = WithdrawForm(desk.posted(request), initial={"version": file.version})
    page = FormPage(
        "Rút giấy tờ khỏi hồ sơ",
        "Rút giấy tờ này",
        cancel=file.back,
        lead=f"{_kind(found)}: {found.title}.",
        after="Giấy tờ đã rút không còn tải về được từ hồ sơ; việc rút và lý do được giữ trong nhật ký.",
    )

    def deed() -> desk.Deed:
        reason = form.cleaned_data["reason"]
        return desk.Deed(
            lambda: actions.withdraw_paper(found, reason=reason, by=request.officer, on=today()),
            f"Đã rút “{found.title}” khỏi hồ sơ của {desk.titled(file.person)}.",
        )

    return desk.answer(request, form, page, deed, file=file)


def _opened(request: Request, pk: int) -> desk.Opened:
    return replace(desk.opened(request, pk), back=reverse("personnel:papers", args=[pk]))


def _files(request: Request) -> Any:
    return request.FILES if request.method == "POST" else None


def _sent(found: FilePaper, *, attached: bool) -> HttpResponse:
    """The bytes as they came; gone from the disk, one sentence under the title of the paper."""
    try:
        content = files.content_of(found.file)
    except files.FileMissing:
        raise refusals.Done(
            f"Tệp của “{found.title}” không còn nguyên vẹn trong kho tệp của hệ thống; đề nghị nộp lại bản quét, và "
            "báo người quản trị kiểm tra thư mục dữ liệu."
        ) from None
    kind = found.file.media_type
    response = HttpResponse(content, content_type=kind)
    name = f"{found.title}.{ENDINGS.get(kind, 'bin')}"
    response["Content-Disposition"] = content_disposition_header(attached, name) or "attachment"
    response["Content-Security-Policy"] = _ALONE
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _kept(paper: FilePaper, *, changes: bool) -> Kept:
    at = [paper.person_id, paper.pk]
    return Kept(
        paper,
        _kind(paper),
        _proves(paper),
        f"{formats.number(paper.file.size / 1024, 0)} KB" if paper.file.size < 2**20 else _megabytes(paper.file.size),
        reverse("personnel:paper", args=at),
        reverse("personnel:withdraw_paper", args=at) if changes else "",
    )


def _kind(paper: FilePaper) -> str:
    label = paper.get_kind_display()
    return label[:1].upper() + label[1:]


def _megabytes(size: int) -> str:
    return f"{formats.number(size / 2**20, 1)} MB"


def _proves(paper: FilePaper) -> str:
    if paper.item is not None:
        return f"{group(paper.item.group).label}: {title_of(paper.item, group(paper.item.group))}"
    return level_words(paper.study) if paper.study else ""


def _offered(person: Person, held: FilePaper | None) -> list[Action]:
    label = "Thay ảnh" if held else "Thêm ảnh"
    return [
        Action("Đưa giấy tờ vào", reverse("personnel:file_paper", args=[person.pk]), icon="file-plus"),
        Action(label, reverse("personnel:file_picture", args=[person.pk]), icon="photo"),
    ]


def _proofs(request: Request, person: Person) -> list[tuple[str, str, Any]]:
    """What a paper may prove: the items in sight and the studies, with the key that the form gives each."""
    items = [item for item in queries.items(person, on=request.as_of) if not item.none]
    studies = person_file(person, on=request.as_of).studies
    named = [(f"muc-{item.pk}", f"{item}: {title_of(item, group(item.group))}", item) for item in items]
    return [*named, *((f"hoc-{study.pk}", level_words(study), study) for study in studies)]


def _proved(proof: Any) -> dict[str, Any]:
    if proof is None:
        return {}
    return {"study": proof} if hasattr(proof, "subject") else {"item": proof}
