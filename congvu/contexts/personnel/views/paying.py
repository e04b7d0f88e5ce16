"""Rank, step and kind of staff at the desk: shown as a sentence before they are written."""

from dataclasses import replace

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from congvu.contexts.personnel import actions
from congvu.contexts.personnel.forms.papers import PAPER
from congvu.contexts.personnel.forms.pay import RankForm, ServiceForm
from congvu.contexts.personnel.queries.file import person_file, rank_words
from congvu.contexts.personnel.states import StaffKind
from congvu.contexts.personnel.views import desk
from congvu.web import formats
from congvu.web.access import allow
from congvu.web.clock import today
from congvu.web.parts import FieldGroup, FormPage
from congvu.web.request import Request

_form = require_http_methods(["GET", "HEAD", "POST"])
_SEE_FIRST = "Bấm nút để xem lại điều sẽ ghi; chưa ghi gì vào hồ sơ ở bước này."


@allow(desk.MANAGE)
@_form
def record_rank(request: Request, pk: int) -> HttpResponse:
    """Xếp ngạch, nâng bậc: by a decision with its number and day."""
    file = _beside(request, desk.opened(request, pk))
    form = RankForm(desk.posted(request), initial={"version": file.version})
    page = FormPage(
        "Xếp ngạch, nâng bậc",
        "Xem lại trước khi ghi",
        cancel=desk.page_of(file.person),
        groups=(FieldGroup("Ngạch, bậc", ("rank", "step", "coefficient", "since")), FieldGroup("Quyết định", PAPER)),
        after=_SEE_FIRST,
    )

    def deed() -> desk.Deed:
        spell = form.spell
        step = f", bậc {spell.step}" if spell.step else ""
        paid = f", hệ số {formats.number(spell.coefficient, 2)}" if spell.coefficient else ""
        whom = desk.titled(file.person)
        words = f"Từ ngày {formats.day(spell.since)}, {whom} hưởng {rank_words(spell.rank)}{step}{paid}."
        return desk.Deed(
            lambda: actions.record_rank(file.person, spell, by=request.officer, on=today()), words, [words]
        )

    return desk.answer(request, form, page, deed, file=file, confirm="Ghi ngạch, bậc")


@allow(desk.MANAGE)
@_form
def record_service(request: Request, pk: int) -> HttpResponse:
    """Ghi loại cán bộ, công chức, viên chức: by a decision with its number and day."""
    file = _beside(request, desk.opened(request, pk))
    form = ServiceForm(desk.posted(request), initial={"version": file.version})
    page = FormPage(
        "Ghi loại cán bộ, công chức, viên chức",
        "Xem lại trước khi ghi",
        cancel=desk.page_of(file.person),
        groups=(FieldGroup("Loại", ("kind", "since")), FieldGroup("Quyết định", PAPER)),
        after=_SEE_FIRST,
    )

    def deed() -> desk.Deed:
        spell = form.spell
        label = str(StaffKind(spell.kind).label).lower()
        words = f"Từ ngày {formats.day(spell.since)}, {desk.titled(file.person)} là {label}."
        return desk.Deed(
            lambda: actions.record_service(file.person, spell, by=request.officer, on=today()), words, [words]
        )

    return desk.answer(request, form, page, deed, file=file, confirm="Ghi loại")


def _beside(request: Request, file: desk.Opened) -> desk.Opened:
    told = person_file(file.person, on=request.as_of)
    rows = [("Loại", told.staff_kind or "Chưa rõ loại")]
    rows += [(f"Từ {formats.day(rank.starts_on)}", rank_words(rank.rank)) for rank in told.ranks[:3]]
    return replace(file, beside=rows, heading="Đang ghi trong hồ sơ")
