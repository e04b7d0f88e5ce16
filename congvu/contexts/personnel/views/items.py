"""What an officer writes into a group of the file: filed, changed, corrected, ended, withdrawn, or said to be none."""

from dataclasses import replace
from datetime import date

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from congvu.contexts.personnel import actions, queries
from congvu.contexts.personnel.actions import ItemEntry
from congvu.contexts.personnel.forms import items as forms
from congvu.contexts.personnel.forms.changes import WithdrawForm
from congvu.contexts.personnel.models import FileItem, Person
from congvu.contexts.personnel.views import desk
from congvu.contexts.personnel.views.sections import group_or_404, pairs, spoken, title, when
from congvu.kernel.access import NotPermitted
from congvu.law.personal_file import Group
from congvu.law.personal_file import group as group_of
from congvu.web import formats, refusals
from congvu.web.access import allow
from congvu.web.clock import today
from congvu.web.parts import FieldGroup, FormPage
from congvu.web.request import Request

_form = require_http_methods(["GET", "HEAD", "POST"])
_KEPT = "Nội dung cũ được giữ lại và vẫn xem được trong lịch sử của mục."


@allow(desk.MANAGE)
@_form
def file_item(request: Request, pk: int, group: str) -> HttpResponse:
    """Ghi mục hồ sơ."""
    kind = group_or_404(group)
    file = _opened(request, pk, kind)
    form = forms.FileItemForm(desk.posted(request), group=kind, initial={"version": file.version})
    page = _page(f"Ghi mục {spoken(kind)}", "Ghi vào hồ sơ", file, kind, ("since", "source"))

    def deed() -> desk.Deed:
        said = form.cleaned_data
        entry = ItemEntry(kind.name, form.told, since=said.get("since"))
        return desk.Deed(
            lambda: actions.file_item(
                file.person, entry, by=request.officer, on=today(), source=form.cleaned_data["source"]
            ),
            f"Đã ghi mục {spoken(kind)} vào hồ sơ của {desk.titled(file.person)}.",
        )

    return desk.answer(request, form, page, deed, file=file)


@allow(desk.MANAGE)
@_form
def file_none(request: Request, pk: int, group: str) -> HttpResponse:
    """Ghi “không có”: the file says that the person has none of it."""
    kind = group_or_404(group)
    if not kind.may_be_none:
        raise Http404
    file = _opened(request, pk, kind)
    form = forms.NoneForm(desk.posted(request), initial={"version": file.version})
    afterwards = [f"Hồ sơ nói rõ {desk.titled(file.person)} không có nội dung nào ở mục {spoken(kind)}."]
    page = FormPage(f"Ghi “không có” ở mục {spoken(kind)}", "Ghi “không có”", cancel=file.back)

    def deed() -> desk.Deed:
        entry = ItemEntry(kind.name, none=True, since=form.cleaned_data["since"])
        return desk.Deed(
            lambda: actions.file_item(file.person, entry, by=request.officer, on=today()),
            f"Đã ghi “không có” ở mục {spoken(kind)} trong hồ sơ của {desk.titled(file.person)}.",
        )

    return desk.answer(request, form, page, deed, file=file, extra=lambda: {"shows": afterwards})


@allow(desk.MANAGE)
@_form
def change_item(request: Request, pk: int, item: int) -> HttpResponse:
    """Thay đổi mục từ một ngày: what will be true is shown before it is written."""
    file, held, kind = _held(request, pk, item)
    form = forms.ChangeItemForm(
        desk.posted(request), group=kind, held=held.values, initial={"version": file.version, "since": today()}
    )
    page = _page(
        f"Thay đổi mục {spoken(kind)}", "Xem lại trước khi ghi", file, kind, ("since", "source"), lead=_as_it_is(held)
    )

    def deed() -> desk.Deed:
        since = form.cleaned_data["since"]
        source = form.cleaned_data["source"]
        words = f"Từ ngày {formats.day(since)}, mục {spoken(kind)} ghi nội dung mới: {_afterwards(form, kind)}."
        return desk.Deed(
            lambda: actions.change_item(held, form.told, since=since, by=request.officer, on=today(), source=source),
            f"Đã ghi thay đổi mục {spoken(kind)} trong hồ sơ của {desk.titled(file.person)}.",
            [words, f"Trước ngày đó hồ sơ vẫn ghi: {title(held, kind)}."],
        )

    return desk.answer(request, form, page, deed, file=file, confirm="Ghi thay đổi")


@allow(desk.MANAGE)
@_form
def correct_item(request: Request, pk: int, item: int) -> HttpResponse:
    """Đính chính mục: the file is read as if it had always said so."""
    file, held, kind = _held(request, pk, item)
    form = forms.CorrectItemForm(desk.posted(request), group=kind, held=held.values, initial={"version": file.version})
    page = replace(
        _page(f"Đính chính mục {spoken(kind)}", "Ghi đính chính", file, kind, ("source",), lead=_as_it_is(held)),
        after=_KEPT,
    )

    def deed() -> desk.Deed:
        source = form.cleaned_data["source"]
        return desk.Deed(
            lambda: actions.correct_item(held, form.told, by=request.officer, on=today(), source=source),
            f"Đã đính chính mục {spoken(kind)} trong hồ sơ của {desk.titled(file.person)}.",
        )

    return desk.answer(request, form, page, deed, file=file)


@allow(desk.MANAGE)
@_form
def end_item(request: Request, pk: int, item: int) -> HttpResponse:
    """Kết thúc mục: the last day is shown before it is written."""
    file, held, kind = _held(request, pk, item)
    form = forms.EndItemForm(desk.posted(request), initial={"version": file.version})
    page = FormPage(
        f"Kết thúc nội dung của mục {spoken(kind)}", "Xem lại trước khi ghi", cancel=file.back, lead=_as_it_is(held)
    )

    def deed() -> desk.Deed:
        until: date = form.cleaned_data["until"]
        words = f"Từ ngày {formats.day(until)}, hồ sơ không còn ghi: {title(held, kind)}."
        return desk.Deed(
            lambda: actions.end_item(held, until=until, by=request.officer, on=today()),
            f"Đã kết thúc nội dung của mục {spoken(kind)} từ ngày {formats.day(until)}.",
            [words],
        )

    return desk.answer(request, form, page, deed, file=file, confirm="Ghi việc kết thúc")


@allow(desk.MANAGE)
@_form
def withdraw_item(request: Request, pk: int, item: int) -> HttpResponse:
    """Rút mục: it stays readable with its reason and counts for nothing."""
    file, held, kind = _held(request, pk, item)
    form = WithdrawForm(desk.posted(request), initial={"version": file.version})
    afterwards = [f"Mục {spoken(kind)} không còn ghi: {title(held, kind)}, kể cả khi xem hồ sơ ở những ngày trước."]
    page = FormPage(
        f"Rút nội dung của mục {spoken(kind)}", "Rút nội dung này", cancel=file.back, lead=_as_it_is(held), after=_KEPT
    )

    def deed() -> desk.Deed:
        reason = form.cleaned_data["reason"]
        return desk.Deed(
            lambda: actions.withdraw_item(held, reason=reason, by=request.officer, on=today()),
            f"Đã rút nội dung của mục {spoken(kind)} khỏi hồ sơ của {desk.titled(file.person)}.",
        )

    return desk.answer(request, form, page, deed, file=file, extra=lambda: {"shows": afterwards})


def _opened(request: Request, pk: int, kind: Group) -> desk.Opened:
    """The file, for an officer who both keeps it and sees the group."""
    file = desk.opened(request, pk)
    if kind.sensitivity not in queries.sees(file.person, to=request.officer, on=today()):
        raise NotPermitted(kind.sensitivity.permission)
    back = f"{reverse('personnel:sections', args=[pk])}#muc-{kind.name}"
    held = [item for item in queries.items(file.person, on=request.as_of) if item.group == kind.name]
    beside = [(when(item) or "Không rõ từ ngày nào", title(item, kind)) for item in held]
    return replace(file, back=back, beside=beside or [(kind.label, "Chưa ghi")], heading="Đang ghi trong hồ sơ")


def _held(request: Request, pk: int, item: int) -> tuple[desk.Opened, FileItem, Group]:
    """The item of the address, of a person whose file the officer keeps; one that was withdrawn says so."""
    person = Person(pk=pk)
    found = queries.item_of(person, item)
    if found is None:
        raise Http404
    kind = group_of(found.group)
    file = _opened(request, pk, kind)
    if found.withdrawn_on:
        because = f"Nội dung này của mục {spoken(kind)} đã được rút ngày {formats.day(found.withdrawn_on)}."
        raise refusals.Done(because)
    return file, found, kind


def _page(
    heading: str, button: str, file: desk.Opened, kind: Group, rest: tuple[str, ...], *, lead: str = ""
) -> FormPage:
    groups = (FieldGroup(kind.label, forms.names_of(kind), kind.hint), FieldGroup("Thời gian và căn cứ", rest))
    return FormPage(heading, button, cancel=file.back, groups=groups, lead=lead)


def _as_it_is(held: FileItem) -> str:
    """What the file says now."""
    return f"Hồ sơ đang ghi: {title(held, group_of(held.group))}" + (f" ({when(held)})." if when(held) else ".")


def _afterwards(form: forms.ItemForm, kind: Group) -> str:
    new = FileItem(group=kind.name, values=forms.kept(form))
    return "; ".join(f"{label.lower()} {words}" for label, words in pairs(new, kind))
