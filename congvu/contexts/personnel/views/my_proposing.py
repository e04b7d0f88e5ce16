"""Soạn đề nghị từ điện thoại: one form for one group, which keeps whatever was typed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from congvu.contexts.personnel.actions import proposals as actions
from congvu.contexts.personnel.actions.proposals import Asked
from congvu.contexts.personnel.forms.proposals import ProposedForm, day_as_kept, typed
from congvu.contexts.personnel.models import FileItem, Person, ProposalItem, Study
from congvu.contexts.personnel.queries import proposals as queries
from congvu.contexts.personnel.states import ProposedAct
from congvu.contexts.personnel.views import scan
from congvu.contexts.personnel.views.my_file import me
from congvu.kernel.documents import scans
from congvu.law.personal_file import BASICS, STUDY, Group, proposable, said
from congvu.web import access, formats
from congvu.web.clock import today
from congvu.web.parts import FieldGroup, FormPage
from congvu.web.refusals import TooLarge
from congvu.web.request import Request

AT_ONCE = 30 * 2**20
"""So many bytes one sending may weigh, whatever the number of its files."""
_WRAPPING = 64 * 1024
_methods = require_http_methods(["GET", "HEAD", "POST"])
_BUTTONS = {
    ProposedAct.FILE: "Lưu vào đề nghị",
    ProposedAct.NONE: "Lưu vào đề nghị",
    ProposedAct.CHANGE: "Lưu thay đổi vào đề nghị",
    ProposedAct.CORRECT: "Lưu đính chính vào đề nghị",
    ProposedAct.END: "Lưu vào đề nghị",
}


@access.own
@csrf_exempt  # only so that a body that is too large is refused before it is read; the view below is protected
@_methods
def propose(request: Request, group: str) -> HttpResponse:
    """Đề nghị về một mục: the form, and what it keeps."""
    _bounded(request)
    response: HttpResponse = _propose(request, group)
    return response


@csrf_protect
def _propose(request: Request, group: str) -> HttpResponse:
    person, kind = me(request), _kind(group)
    act = _act(request, kind)
    target, study = _target(request, person, kind), _study(request, person, kind)
    if act in (ProposedAct.CHANGE, ProposedAct.CORRECT, ProposedAct.END) and not (target or study or kind is BASICS):
        raise Http404
    held = _held(person, kind, target, study)
    form = ProposedForm(initial=typed(kind, held), kind=kind, act=act)
    if request.method == "POST":
        form = ProposedForm(request.POST, kind=kind, act=act)
        keys = {"target_id": target.pk if target else None, "study_id": study.pk if study else None}
        return _kept(request, person, form, keys, item=None)
    return _shown(request, form, kind, act, held)


@access.own
@csrf_exempt
@_methods
def edit(request: Request, pk: int) -> HttpResponse:
    """Sửa một nội dung đang soạn; what is still wrong stands beside its field."""
    _bounded(request)
    response: HttpResponse = _edit(request, pk)
    return response


@csrf_protect
def _edit(request: Request, pk: int) -> HttpResponse:
    person = me(request)
    item = get_object_or_404(queries.open_items_of(person.pk), pk=pk)
    kind, act = proposable(item.group), ProposedAct(item.act)
    if request.method == "POST":
        form = ProposedForm(request.POST, kind=kind, act=act)
        return _kept(request, person, form, {"target_id": item.target_id, "study_id": item.study_id}, item=item)
    values = {**typed(kind, item.values), "since": _day(item.since), "reason": item.reason}
    form = ProposedForm(values, kind=kind, act=act, faults=queries.faults_of(item, on=today()))
    return _shown(request, form, kind, act, item.before, item=item)


def _kept(
    request: Request, person: Person, form: ProposedForm, keys: dict[str, int | None], *, item: ProposalItem | None
) -> HttpResponse:
    """Everything typed is kept; a scan that cannot be taken is told of, and the rest stays."""
    since, reason = day_as_kept(str(form.data.get("since", ""))), str(form.data.get("reason", ""))
    asked = Asked(form.kind.name, form.act, form.told, since, reason, **keys)
    kept = actions.propose(person, asked, item=item, by=request.officer, on=today())
    for each in [*request.FILES.getlist("photos"), *request.FILES.getlist("scans")]:
        try:
            actions.attach(kept, each.read(), name=each.name or "", by=request.officer)
        except scans.NotAScan as wrong:
            messages.error(request, str(wrong))
    if queries.faults_of(kept, on=today()):
        messages.warning(request, _("Đã lưu những gì bạn ghi; còn chỗ cần sửa trước khi gửi."))
        return redirect("personnel:edit_proposed", kept.pk)
    return redirect("personnel:my_proposal", kept.proposal_id)


def _shown(
    request: Request,
    form: ProposedForm,
    kind: Group,
    act: ProposedAct,
    held: dict[str, Any],
    *,
    item: ProposalItem | None = None,
) -> HttpResponse:
    reads = [(field.label, said(field, held.get(field.name))) for field in kind.fields]
    page = FormPage(
        f"{kind.label}: {ProposedAct(act).label[:1].lower()}{ProposedAct(act).label[1:]}",
        _BUTTONS[ProposedAct(act)],
        cancel=reverse("personnel:my_file")
        if item is None
        else reverse("personnel:my_proposal", args=[item.proposal_id]),
        groups=_groups(form, kind),
        lead=kind.hint,
        after="Chưa gửi ngay: bạn xem lại cả đề nghị rồi mới gửi.",
        upload=True,
    )
    context = {
        "form": form,
        "page": page,
        "reads": [(label, words) for label, words in reads if words] if act != ProposedAct.FILE else [],
        "papers": scan.shown_papers(queries.evidence_of(item), "personnel:my_scan") if item else [],
    }
    return render(request, "personnel/own/propose.html", context)


def _groups(form: ProposedForm, kind: Group) -> tuple[FieldGroup, ...]:
    told = [each.name for each in form.told_fields]
    told += ["since"] if "since" in form.fields and "since" not in told else []
    proof = "Mục này cần ít nhất một giấy tờ chứng minh." if form.fields["photos"].required else "Kèm nếu có."
    listed = [FieldGroup("Nội dung", tuple(told))] if told else []
    return (*listed, FieldGroup("Giấy tờ chứng minh", ("photos", "scans"), proof), FieldGroup("", ("reason",)))


def _bounded(request: Request) -> None:
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    if size > AT_ONCE + _WRAPPING:
        told, most = formats.number(size / 2**20, 0), formats.number(AT_ONCE / 2**20, 0)
        raise TooLarge(f"Các tệp nặng {told} MB; mỗi lần gửi nhận đến {most} MB. Hãy gửi từng tệp một.")


def _kind(name: str) -> Group:
    try:
        return proposable(name)
    except KeyError:
        raise Http404 from None


def _act(request: Request, kind: Group) -> ProposedAct:
    asked = request.GET.get("viec", ProposedAct.FILE.value)
    offered = {BASICS.name: ("correct",), STUDY.name: ("file", "correct")}.get(kind.name, tuple(ProposedAct.values))
    if asked not in offered or asked == ProposedAct.NONE and not kind.may_be_none:
        raise Http404
    return ProposedAct(asked)


def _target(request: Request, person: Person, kind: Group) -> FileItem | None:
    key = request.GET.get("noi-dung", "")
    listed = queries.targets(person, kind, on=request.as_of) if key else []
    found: FileItem | None = _chosen(listed, key)
    return found


def _study(request: Request, person: Person, kind: Group) -> Study | None:
    key = request.GET.get("van-bang", "") if kind is STUDY else ""
    found: Study | None = _chosen(queries.studies_of(person) if key else [], key)
    return found


def _chosen(listed: list[Any], key: str) -> Any:
    if not key:
        return None
    found = next((one for one in listed if str(one.pk) == key), None)
    if found is None:
        raise Http404
    return found


def _held(person: Person, kind: Group, target: FileItem | None, study: Study | None) -> dict[str, Any]:
    if kind is BASICS:
        return queries.person_values(person)
    return queries.study_values(study) if study else queries.item_values(target) if target else {}


def _day(kept: str) -> str:
    return "/".join(reversed(kept.split("-"))) if len(kept) == 10 else kept
