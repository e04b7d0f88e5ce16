"""Studies and certificates of one person: recorded, and withdrawn when they prove wrong."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import actions
from congvu.contexts.personnel.forms.changes import StudyForm, WithdrawForm
from congvu.contexts.personnel.forms.papers import PAPER
from congvu.contexts.personnel.models import Person, Study
from congvu.contexts.personnel.queries import changes
from congvu.contexts.personnel.queries.file import PersonFile, level_words, person_file
from congvu.contexts.personnel.rules import subject_label
from congvu.contexts.personnel.views import desk
from congvu.law import code_lists
from congvu.web import formats, refusals
from congvu.web.access import allow
from congvu.web.clock import today
from congvu.web.parts import FieldGroup, FormPage
from congvu.web.request import Request

_form = require_http_methods(["GET", "HEAD", "POST"])
_UNITS = {"day": "ngày ", "month": "tháng ", "year": "năm ", "unknown": ""}
_CLASSES = 300  # the latest classes that one list shows


@allow(desk.MANAGE)
@_form
def record_study(request: Request, pk: int) -> HttpResponse:
    """Ghi nhận trình độ: a study or certificate."""
    file = _with_studies(request, desk.opened(request, pk))
    person = file.person
    classes = changes.classes_to_choose(most=_CLASSES)
    form = StudyForm(desk.posted(request), initial={"version": file.version}, classes=classes, today=today())
    page = FormPage(
        "Ghi trình độ, văn bằng, chứng chỉ",
        "Ghi vào hồ sơ",
        cancel=desk.page_of(person),
        groups=(
            FieldGroup("Trình độ", ("level", "field", "school", "mode")),
            FieldGroup("Thời gian và văn bằng", ("started", "ended", "awarded", "certificate_number", "study_class")),
            FieldGroup("Quyết định cử đi học", PAPER, "Để trống nếu tự học hoặc học trước khi công tác."),
        ),
    )

    def deed() -> desk.Deed:
        spell = form.spell
        same = changes.same_studies(person, spell.subject, spell.level)
        return desk.Deed(
            lambda: actions.record_study(person, spell, by=request.officer, on=today()),
            f"Đã ghi vào hồ sơ của {desk.titled(person)}: {_described(spell)}.",
            doubts=[f"Hồ sơ đã ghi {_described(one)}; đề nghị kiểm tra xem có ghi trùng không." for one in same],
        )

    return desk.answer(request, form, page, deed, file=file, confirm="Vẫn ghi vào hồ sơ")


@allow(desk.MANAGE)
@_form
def withdraw_study(request: Request, pk: int, study: int) -> HttpResponse:
    """Rút ghi nhận trình độ: the page says what will be true afterwards."""
    file = desk.opened(request, pk)
    person = file.person
    entry = changes.study_of(person, study)
    if entry is None:
        raise Http404
    if entry.withdrawn_on:
        because = f"Ghi nhận “{level_words(entry)}” đã được rút ngày {formats.day(entry.withdrawn_on)}."
        return refusals.page(request, 409, because=because)
    form = WithdrawForm(desk.posted(request), initial={"version": file.version})
    afterwards = _afterwards(person, entry, on=request.as_of)
    page = FormPage(
        "Rút ghi nhận trình độ",
        "Rút ghi nhận này",
        cancel=desk.page_of(person),
        lead=f"{desk.titled(person, capital=True)}: {_described(entry)}.",
        after="Dòng đã rút vẫn được giữ cùng lý do trong nhật ký của hồ sơ.",
    )

    def deed() -> desk.Deed:
        reason = form.cleaned_data["reason"]
        return desk.Deed(
            lambda: actions.withdraw_study(entry, reason=reason, by=request.officer, on=today()),
            f"Đã rút ghi nhận {_described(entry)}. {' '.join(afterwards)}",
        )

    return desk.answer(request, form, page, deed, file=file, extra=lambda: {"shows": afterwards})


def _with_studies(request: Request, file: desk.Opened) -> desk.Opened:
    studies = person_file(file.person, on=request.as_of).studies
    rows = [(f"{subject_label(study.subject)}, {_awarded(study)}", level_words(study)) for study in studies]
    return replace(file, beside=rows or [("Trình độ", "Chưa ghi trình độ nào")], heading="Đã ghi trong hồ sơ")


def _described(study: Any) -> str:
    """ "trình độ chuyên môn đại học Luật, cấp năm 2008"."""
    topic = f" {study.field}" if study.field else ""
    return f"{_lower(subject_label(study.subject))} {_level(study.subject, study.level)}{topic}, {_awarded(study)}"


def _awarded(study: Any) -> str:
    when = formats.partial_day(study.awarded_on, study.awarded_precision)
    return f"cấp {_UNITS[study.awarded_precision]}{when}" if study.awarded_on else "đang học"


def _afterwards(person: Person, entry: Study, *, on: date) -> list[str]:
    """What will be true once the entry counts for nothing."""
    file = person_file(person, on=on)
    left = replace(file, studies=tuple(study for study in file.studies if study.pk != entry.pk))
    before, after = file.levels[entry.subject], left.levels[entry.subject]
    subject = subject_label(entry.subject)
    said = f"Hồ sơ không còn ghi {_lower(subject)} nào đã được cấp bằng, chứng chỉ."
    if after:
        said = f"{subject} cao nhất trong hồ sơ là {_level(entry.subject, after)}."
    counted = "Trình độ đã rút không còn được tính vào số liệu nào, kể cả số liệu của những ngày trước."
    return [said, counted, *_unmet(file, entry.subject, before, after)]


def _unmet(file: PersonFile, subject: str, before: int, after: int) -> list[str]:
    post = file.principal
    if post is None:
        return []
    asked = [one for one in organisations.standards_of(post.post_id, on=file.on) if one.subject == subject]
    return [
        f"Vị trí {post.post.title} yêu cầu {_level(subject, one.minimum_level)} trở lên, nên người này sẽ nằm trong "
        "danh sách chưa đạt tiêu chuẩn."
        for one in asked
        if after < one.minimum_level <= before
    ]


def _level(subject: str, value: int) -> str:
    return _lower(code_lists.level_label(subject, value))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
