"""What the page of one import shows: where it stands, what was found, what may be done now."""

from collections import defaultdict
from typing import Any

from django.urls import reverse

from congvu.contexts.personnel.actions import imports as actions
from congvu.contexts.personnel.forms.imports import AnswersForm
from congvu.contexts.personnel.queries import imports as queries
from congvu.contexts.personnel.states import ImportState
from congvu.contexts.personnel.tables.imports import result, state_badge
from congvu.contexts.personnel.workflow import IMPORT, Found
from congvu.kernel.workflow import Offer, Refused
from congvu.web import formats
from congvu.web.clock import today
from congvu.web.parts import Action, Choice, Download, Fact, StepMark
from congvu.web.request import Request

SHOWN = 200
_LINE = (
    (ImportState.RECEIVED, "Nộp tệp"),
    (ImportState.CHECKED, "Kiểm tra"),
    (ImportState.CONFIRMED, "Xác nhận"),
    (ImportState.WRITTEN, "Ghi vào hồ sơ"),
)


def is_under_way(batch: Any) -> bool:
    """Whether the background work is at it."""
    return batch.state in (ImportState.RECEIVED, ImportState.CONFIRMED)


def case_context(
    batch: Any, request: Request, *, refused: Refused | None = None, answers: AnswersForm | None = None
) -> dict[str, Any]:
    """Everything that the page shows."""
    found = queries.as_read_by(batch, to=request.officer)
    examined = "digest" in found and batch.state != ImportState.RECEIVED
    return {
        "batch": batch,
        "badge": state_badge(batch),
        "facts": _facts(batch),
        "steps": _steps(batch),
        "choices": _choices(batch, request),
        "refused": refused,
        "under_way": is_under_way(batch),
        "percent": _percent(batch),
        "progress_url": reverse("personnel:import_progress", args=[batch.pk]),
        "resume": reverse("personnel:import_resume", args=[batch.pk]),
        "examined": examined,
        "refusal": found.get("refusal", ""),
        "notice": found.get("notice", ""),
        "done": _done(found) if batch.state == ImportState.WRITTEN else "",
        "downloads": _downloads(batch, found) if examined and queries.may_open_file(batch, to=request.officer) else [],
        "actions": [Action("Các đợt nhập", reverse("personnel:imports"), icon="list")],
        **(_findings(batch, found, answers) if examined else {}),
    }


def _facts(batch: Any) -> list[Fact]:
    handed_in = batch.handed_in_by.full_name if batch.handed_in_by else "Người vận hành máy chủ"
    return [
        Fact("Đơn vị", batch.unit_name or ""),
        Fact("Tệp", batch.file.name, detail=_size(batch.file.size)),
        Fact("Số liệu tính đến", formats.day(batch.on)),
        Fact("Người nộp", handed_in, detail=formats.moment(batch.handed_in_at)),
        Fact("Kết quả", result(batch) or "Đang kiểm tra"),
    ]


def _size(size: int) -> str:
    return f"{formats.number(size / 1024, 0)} KB" if size < 2**20 else f"{formats.number(size / 2**20, 1)} MB"


def _steps(batch: Any) -> list[StepMark]:
    states = [state for state, _ in _LINE]
    if batch.state not in states:
        return [StepMark("Nộp tệp", "done"), StepMark(batch.get_state_display(), "current")]
    reached = states.index(batch.state)
    return [
        StepMark(label, "done" if place <= reached else "current" if place == reached + 1 else "ahead")
        for place, (_, label) in enumerate(_LINE)
    ]


def _percent(batch: Any) -> int:
    return batch.rows_done * 100 // batch.rows_total if batch.rows_total else 0


def _choices(batch: Any, request: Request) -> list[Choice]:
    """The buttons; each says what will have happened when it was pressed."""
    found = batch.summary or {}
    known = Found(found.get("faulty", 0), found.get("new", 0) + found.get("changed", 0))
    offers = IMPORT.offers(batch, knowing=known, to=request.officer, on=today())
    named = {offer.step.name: offer for offer in offers}
    choices: list[Choice] = []
    if confirm := named.get("confirm"):
        choices += _confirmations(batch, confirm, known)
    if discard := named.get("discard") or named.get("withdraw"):
        url = reverse("personnel:import_discard", args=[batch.pk])
        choices.append(Choice("Hủy đợt nhập", url, discard.held_back_by, danger=True))
    return choices


def _confirmations(batch: Any, offer: Offer[Found], known: Found) -> list[Choice]:
    found = batch.summary
    what = _what(found)
    all_of_it = Choice(f"Ghi {what}", reverse("personnel:import_confirm", args=[batch.pk]), offer.held_back_by)
    if not known.faulty or not known.writable:
        return [all_of_it]
    right = formats.number(found["new"] + found["changed"] + found["unchanged"])
    good = f"Ghi {right} dòng đúng, trả lại {formats.number(known.faulty)} dòng sai"
    return [Choice(good, reverse("personnel:import_confirm_good", args=[batch.pk])), all_of_it]


def _what(found: dict[str, Any]) -> str:
    """«228 hồ sơ mới và 12 thay đổi»; what there is none of is not spoken of."""
    parts = ((found["new"], "hồ sơ mới"), (found["changed"], "thay đổi"))
    return " và ".join(f"{formats.number(count)} {word}" for count, word in parts if count) or "danh sách"


def _done(found: dict[str, Any]) -> str:
    """What the files have now, and what is left to do."""
    told = f"Đã ghi {_what(found)} vào hồ sơ."
    if not found["faulty"]:
        return told
    left = formats.number(found["faulty"])
    return f"{told} {left} dòng sai chưa được ghi; tải về “Chỉ các dòng sai”, sửa rồi nộp lại."


def _downloads(batch: Any, found: dict[str, Any]) -> list[Download]:
    original = Download("Tệp đã nộp", reverse("personnel:import_file", args=[batch.pk]), "file")
    if not found.get("faults"):
        return [original]
    return [
        Download("Tệp có đánh dấu lỗi", reverse("personnel:import_marked", args=[batch.pk])),
        Download("Chỉ các dòng sai", reverse("personnel:import_faulty", args=[batch.pk])),
        original,
    ]


def _findings(batch: Any, found: dict[str, Any], answers: AnswersForm | None) -> dict[str, Any]:
    asked = batch.state == ImportState.CHECKED
    posts = found["posts"]
    create = batch.answers.get(actions.CREATES_POSTS, True)
    needs_answer = asked and bool(found["questions"] or posts or not create)
    return {
        "counts": [
            ("Hồ sơ mới", found["new"], "info"),
            ("Thay đổi", found["changed"], "soon"),
            ("Không đổi", found["unchanged"], "plain"),
            ("Dòng sai", found["faulty"], "late" if found["faulty"] else "plain"),
        ],
        "answers": answers or (_answers(found, create) if needs_answer else None),
        "answer_url": reverse("personnel:import_answer", args=[batch.pk]),
        "posts": posts,
        "faults": _by_column(found),
        "faults_total": found["faults_total"],
        "faults_left": max(0, found["faults_total"] - SHOWN),
        "warnings": found["warnings"][:SHOWN],
        "warnings_left": max(0, len(found["warnings"]) - SHOWN),
        "changes": found["changes"][:SHOWN],
        "changes_left": max(0, found["changed"] - SHOWN),
        "newcomers": found["newcomers"][:SHOWN],
        "newcomers_left": max(0, found["new"] - SHOWN),
        "ignored": found["ignored"],
    }


def _answers(found: dict[str, Any], create: bool) -> AnswersForm:
    return AnswersForm(questions=found["questions"], posts=True, initial={"create_posts": create})


def _by_column(found: dict[str, Any]) -> list[tuple[str, int, list[dict[str, Any]]]]:
    """The first faults, under the column that they stand in; the columns with the most of them first."""
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for fault in found["faults"][:SHOWN]:
        grouped[fault["column"]].append(fault)
    return [(column, total, grouped[column]) for column, total in found["by_column"] if column in grouped]


__all__ = ["case_context", "is_under_way"]
