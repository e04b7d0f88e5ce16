"""What an officer corrects and adds in one person's file: identity, membership of the Party."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from congvu.contexts.personnel import actions
from congvu.contexts.personnel.actions.membership import make_official
from congvu.contexts.personnel.forms.changes import IDENTITY, CorrectForm, OfficialForm, PartyForm
from congvu.contexts.personnel.forms.papers import age_on
from congvu.contexts.personnel.models import PartyMembership, Person
from congvu.contexts.personnel.queries import changes
from congvu.contexts.personnel.queries.imports.plausible import YOUNGEST
from congvu.contexts.personnel.queries.numbers import sees_number
from congvu.contexts.personnel.states import Sex
from congvu.contexts.personnel.views import desk
from congvu.law import code_lists
from congvu.web import formats
from congvu.web.access import allow
from congvu.web.clock import today
from congvu.web.parts import FieldGroup, FormPage
from congvu.web.request import Request

_form = require_http_methods(["GET", "HEAD", "POST"])


@allow(desk.MANAGE)
@_form
def correct(request: Request, pk: int) -> HttpResponse:
    """Đính chính hồ sơ: names, days and numbers, by the paper that proves them."""
    file = desk.opened(request, pk)
    person = file.person
    typed = {"version": file.version, **_as_typed(person)}
    seen = sees_number(person, to=request.officer, on=today())
    form = CorrectForm(desk.posted(request), initial=typed, number_seen=seen)
    page = FormPage(
        "Đính chính hồ sơ",
        "Ghi đính chính",
        cancel=desk.page_of(person),
        groups=(
            FieldGroup("Điều được đính chính", IDENTITY, "Sửa điều sai, giữ nguyên điều đúng."),
            FieldGroup("Căn cứ", ("source",)),
        ),
        after="Giá trị trước và sau khi đính chính đều được giữ trong nhật ký của hồ sơ.",
    )

    def deed() -> desk.Deed:
        known = _different(form, person)
        if not known:
            raise desk.Conflict(None, "Không có điều nào khác với hồ sơ hiện nay; hãy sửa ô cần đính chính rồi gửi.")
        _refuse_children(known.get("born_on"))
        desk.refuse_taken_numbers(known, besides=person, on=request.as_of)
        said = _before_and_after(person, known)
        source = form.cleaned_data["source"]
        return desk.Deed(
            lambda: actions.correct(person, known, by=request.officer, on=today(), source=source),
            f"Đã đính chính hồ sơ của {desk.titled(person)}: {said}.",
        )

    return desk.answer(request, form, page, deed, file=file)


@allow(desk.MANAGE)
@_form
def join_party(request: Request, pk: int) -> HttpResponse:
    """Ghi nhận đảng viên; of one still on probation, the day of becoming official."""
    file = desk.opened(request, pk)
    held = changes.membership_of(file.person)
    if held is not None and held.official_on is None:
        return _make_official(request, file, held)
    form = PartyForm(desk.posted(request), initial={"version": file.version}, today=today())
    page = FormPage(
        "Ghi nhận đảng viên",
        "Ghi vào hồ sơ",
        cancel=desk.page_of(file.person),
        lead=f"Hồ sơ đã ghi: {_member(file.person, held.starts_on, held.official_on)}" if held else "",
    )

    def deed() -> desk.Deed:
        spell, admitted_on = form.spell, form.cleaned_data["admitted_on"]
        if file.person.born_on and admitted_on <= file.person.born_on:
            raise desk.Conflict("admitted_on", "Ngày vào Đảng trước ngày sinh ghi trong hồ sơ; đề nghị kiểm tra lại.")
        return desk.Deed(
            lambda: actions.join_party(file.person, spell, by=request.officer, on=today()),
            _member(file.person, admitted_on, spell.official_on),
        )

    return desk.answer(request, form, page, deed, file=file)


def _make_official(request: Request, file: desk.Opened, held: PartyMembership) -> HttpResponse:
    version = {"version": file.version}
    form = OfficialForm(desk.posted(request), initial=version, admitted_on=held.starts_on, today=today())
    page = FormPage(
        "Công nhận đảng viên chính thức",
        "Ghi vào hồ sơ",
        cancel=desk.page_of(file.person),
        lead=_member(file.person, held.starts_on, None),
    )

    def deed() -> desk.Deed:
        official_on, source = form.cleaned_data["official_on"], form.cleaned_data["source"]
        return desk.Deed(
            lambda: make_official(held, official_on, by=request.officer, on=today(), source=source),
            _member(file.person, held.starts_on, official_on),
        )

    return desk.answer(request, form, page, deed, file=file)


def _member(person: Person, admitted_on: date | None, official_on: date | None) -> str:
    since = f"từ ngày {formats.day(admitted_on)}" if admitted_on else "(chưa ghi ngày vào Đảng)"
    official = f"chính thức từ ngày {formats.day(official_on)}" if official_on else "chưa ghi ngày chính thức"
    return f"{desk.titled(person, capital=True)} là đảng viên {since}, {official}."


def _as_typed(person: Person) -> dict[str, str]:
    born = formats.partial_day(person.born_on, person.born_precision) if person.born_on else ""
    return {
        "full_name": person.full_name,
        "born": born,
        "sex": person.sex,
        "ethnicity": person.ethnicity,
        "personnel_number": person.personnel_number or "",
        "citizen_number": person.citizen_number or "",
    }


def _different(form: CorrectForm, person: Person) -> dict[str, Any]:
    known = form.known
    if "born" not in form.changed_data:
        del known["born_on"], known["born_precision"]
    return {name: value for name, value in known.items() if getattr(person, name) != value}


def _refuse_children(born_on: date | None) -> None:
    if born_on and age_on(today(), born=born_on) < YOUNGEST:
        sentence = f"Theo ngày sinh này, người này chưa đủ {YOUNGEST} tuổi; đề nghị kiểm tra lại năm sinh."
        raise desk.Conflict("born", sentence)


_LABELS = {
    "full_name": "họ và tên",
    "born": "ngày sinh",
    "sex": "giới tính",
    "ethnicity": "dân tộc",
    "personnel_number": "số hiệu cán bộ",
    "citizen_number": "số định danh cá nhân",
}


def _before_and_after(person: Person, known: dict[str, Any]) -> str:
    """Trước → sau, in the words of the page."""
    after = Person(**{name: getattr(person, name) for name in _FIELDS} | known)
    one, other = _read(person), _read(after)
    return "; ".join(f"{_LABELS[name]} {one[name]} → {other[name]}" for name in _LABELS if one[name] != other[name])


_FIELDS = ("full_name", "born_on", "born_precision", "sex", "ethnicity", "personnel_number", "citizen_number")


def _read(person: Person) -> dict[str, str]:
    typed = _as_typed(person)
    sex = Sex(person.sex).label if person.sex else ""
    words = {**typed, "sex": str(sex), "ethnicity": code_lists.ETHNIC_GROUPS.label_of(person.ethnicity)}
    return {name: value or "chưa ghi" for name, value in words.items()}
