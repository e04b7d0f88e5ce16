"""Hồ sơ của tôi: one's own file as of a day, what is missing in it, and who opened it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from congvu.contexts.personnel import queries as files
from congvu.contexts.personnel.actions import update_rounds as actions
from congvu.contexts.personnel.models import FileItem, Person, UpdateRound
from congvu.contexts.personnel.queries import own as queries
from congvu.contexts.personnel.queries import proposals, update_rounds
from congvu.contexts.personnel.queries.file import PersonFile, level_words, person_file, rank_words
from congvu.contexts.personnel.queries.items import Section
from congvu.contexts.personnel.states import ProposedAct
from congvu.contexts.personnel.views.scan import state_badge
from congvu.law.personal_file import BASICS, STUDY, Group, said
from congvu.web import access, formats
from congvu.web.clock import today
from congvu.web.parts import Due
from congvu.web.request import Request

Links = Sequence[tuple[str, str]]


def me(request: Request) -> Person:
    """Chủ tài khoản; 404 where the file is gone from sight."""
    person = queries.own_person(request.officer)
    if person is None:
        raise Http404
    return person


@access.own
@require_GET
def my_file(request: Request) -> HttpResponse:
    """Hồ sơ của tôi, as of the day."""
    person = me(request)
    file = person_file(person, on=request.as_of)
    sections = files.sections(person, to=request.officer, on=request.as_of)
    context = {
        "person": person,
        "curriculum": reverse("personnel:curriculum", args=[person.pk]),
        "rounds": [_round(one) for one in update_rounds.waiting_for(person, on=today())],
        "proposals": [_proposal(one) for one in proposals.proposals_of(person.pk, drafts=True)[:5]],
        "missing": [(one.group.label, _ask(one.group, ProposedAct.FILE)) for one in queries.missing(sections)],
        "cards": [_basics(person), *_career(file), _studies(file), *(_section(one) for one in sections)],
    }
    return render(request, "personnel/own/file.html", context)


@access.own
@require_GET
def my_proposals(request: Request) -> HttpResponse:
    """Mọi đề nghị của tôi, the latest first."""
    found = proposals.proposals_of(me(request).pk, drafts=True)[:200]
    return render(request, "personnel/own/proposals.html", {"proposals": [_proposal(one) for one in found]})


@access.own
@require_GET
def my_readings(request: Request) -> HttpResponse:
    """Ai đã mở hồ sơ của tôi."""
    return render(request, "personnel/own/readings.html", {"readings": queries.opened_by(me(request))})


@access.own
@require_POST
def confirm(request: Request, pk: int, group: str) -> HttpResponse:
    """Đúng, không thay đổi: the answer to a round about one group."""
    person = me(request)
    asked = next((one for one in update_rounds.open_for(person, on=today()) if one.pk == pk), None)
    if asked is None:
        raise Http404
    actions.confirm(asked, person, group, by=request.officer, on=today())
    return redirect(reverse("personnel:my_file") + "#dot-cap-nhat")


def _round(waiting: update_rounds.Waiting) -> dict[str, Any]:
    asked: UpdateRound = waiting.round
    return {
        "title": asked.title,
        "due": Due(asked.due_on, today()),
        "reminded": asked.reminded_on,
        "answered": f"{waiting.total - len(waiting.left)}/{waiting.total}",
        "groups": [
            (
                group.label,
                f"muc-{group.name}",
                reverse("personnel:confirm_group", args=[asked.pk, group.name]),
                _ask(group, ProposedAct.FILE),
            )
            for group in waiting.left
        ],
    }


def _proposal(proposal: Any) -> dict[str, Any]:
    days = [("gửi", proposal.sent_on), ("soạn", proposal.opened_on)]
    word, day = next((word, day) for word, day in days if day)
    return {
        "title": f"Đề nghị số {proposal.pk}",
        "groups": proposals.groups_named(proposal.listed),
        "url": reverse("personnel:my_proposal", args=[proposal.pk]),
        "badge": state_badge(proposal),
        "when": f"{word} {formats.day(day)}",
    }


def _ask(group: Group, act: ProposedAct, **which: int) -> str:
    """The address of the form for one act upon one group."""
    address = reverse("personnel:propose", args=[group.name])
    asked = {"viec": act.value, **{name.replace("_", "-"): value for name, value in which.items()}}
    return f"{address}?{urlencode(asked)}"


def _card(name: str, label: str, rows: list[Any], links: Links, **more: Any) -> dict[str, Any]:
    brief = rows[0]["title"] if rows else ""
    return {"name": name, "label": label, "rows": rows, "links": links, "brief": brief, "note": "", "place": "", **more}


def _row(title: str, lines: list[tuple[str, str]], links: Links = (), since: str = "") -> dict[str, Any]:
    return {"title": title, "lines": lines, "links": links, "since": since}


def _basics(person: Person) -> dict[str, Any]:
    values = proposals.person_values(person)
    lines = [(field.label, said(field, values.get(field.name)) or "Chưa ghi") for field in BASICS.fields]
    lines += [("Số hiệu cán bộ", person.personnel_number or ""), ("Số định danh cá nhân", person.citizen_number or "")]
    links = [("Đề nghị đính chính", _ask(BASICS, ProposedAct.CORRECT))]
    told = [line for line in lines if line[1]]
    return _card(BASICS.name, BASICS.label, [_row(person.full_name, told)], links)


def _career(file: PersonFile) -> list[dict[str, Any]]:
    posts = [
        _row(
            post.post.title,
            [("Đơn vị", getattr(post, "unit_name", "") or ""), *_paper(post)],
            since=_span(post, file.on),
        )
        for post in file.posts
    ]
    ranks = [
        _row(
            rank_words(rank.rank),
            [("Bậc", str(rank.step or "")), ("Hệ số", formats.number(rank.coefficient, 2) if rank.coefficient else "")],
            since=_span(rank, file.on),
        )
        for rank in file.ranks
    ]
    note = "Vị trí và ngạch chỉ thay đổi bằng quyết định. Nếu thấy sai, hãy báo cơ quan quản lý hồ sơ."
    return [
        _card("cong-tac", "Quá trình công tác", posts, [], note=note),
        _card("ngach-bac", "Ngạch, bậc lương", ranks, [], note=note),
    ]


def _studies(file: PersonFile) -> dict[str, Any]:
    rows = [
        _row(
            level_words(study),
            [
                ("Cơ sở đào tạo", study.school),
                (
                    "Ngày cấp",
                    formats.partial_day(study.awarded_on, study.awarded_precision) if study.awarded_on else "",
                ),
                ("Số hiệu", study.certificate_number),
            ],
            [("Đính chính", _ask(STUDY, ProposedAct.CORRECT, van_bang=study.pk))],
        )
        for study in file.studies
    ]
    return _card(STUDY.name, STUDY.label, rows, [("Thêm văn bằng, chứng chỉ", _ask(STUDY, ProposedAct.FILE))])


def _awarded(study: Any) -> str:
    return formats.partial_day(study.awarded_on, study.awarded_precision) if study.awarded_on else "Đang học"


def _section(section: Section) -> dict[str, Any]:
    group = section.group
    rows = [_row(_title(group, item), _lines(group, item), _acts(group, item), _since(item)) for item in section.told]
    links: list[tuple[str, str]] = []
    if group.own and (group.many or not rows):
        links.append(("Thêm" if rows else "Ghi mục này", _ask(group, ProposedAct.FILE)))
    if group.own and group.may_be_none and not section.items:
        links.append(("Tôi không có mục này", _ask(group, ProposedAct.NONE)))
    note = "" if group.own else "Mục này do cơ quan ghi theo quyết định."
    brief = "Không có" if section.none else rows[0]["title"] if rows else "Chưa ghi"
    return _card(group.name, group.label, rows, links, brief=brief, note=note, place=group.place)


def _title(group: Group, item: FileItem) -> str:
    told = group.told or tuple(field.name for field in group.fields[:2])
    return ", ".join(words for name in told if (words := said(group.field(name), item.values.get(name))))


def _lines(group: Group, item: FileItem) -> list[tuple[str, str]]:
    return [(field.label, words) for field in group.fields if (words := said(field, item.values.get(field.name)))]


def _acts(group: Group, item: FileItem) -> Links:
    if not group.own:
        return []
    acts = [("Thay đổi", ProposedAct.CHANGE), ("Đính chính", ProposedAct.CORRECT)]
    if group.many:
        acts.append(("Không còn đúng", ProposedAct.END))
    return [(label, _ask(group, act, noi_dung=item.pk)) for label, act in acts]


def _since(item: FileItem) -> str:
    return f"từ {formats.day(item.starts_on)}" if item.starts_on else ""


def _span(record: Any, on: date) -> str:
    began = formats.day(record.starts_on)
    ended = record.last_on
    return f"{began} – {formats.day(ended) if ended and ended < on else 'nay'}"


def _paper(record: Any) -> list[tuple[str, str]]:
    return [("Quyết định", str(record.ground))] if record.ground else []
