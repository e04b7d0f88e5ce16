"""Các bước: of a workbook from the desk into the files, and of a proposal from its author into his file."""

from dataclasses import dataclass
from datetime import date

from congvu.contexts.personnel import rules
from congvu.contexts.personnel.rules import PROPOSING, Proposed
from congvu.contexts.personnel.states import ImportState, ProposalState
from congvu.kernel.workflow import Guard, Step, Workflow
from congvu.law import Finding, LegalText, Standing

_IMPORT, _MANAGE = "personnel.import_people", "personnel.manage_records"
HOUSE = LegalText(
    "",
    "Quy tắc nhập danh sách của hệ thống",
    note="Quy tắc của phần mềm để không ghi nhầm hồ sơ; không phải văn bản quy phạm pháp luật.",
).as_a_whole(standing=Standing.VERIFIED)


@dataclass(frozen=True)
class Found:
    """All that the steps may know of an import."""

    faulty: int = 0
    writable: int = 0
    accept_good: bool = False


def nothing_wrong(known: Found, /, *, on: date) -> Finding[bool]:
    """Không còn dòng sai, or the officer takes the good rows alone."""
    says = (
        f"Danh sách còn {known.faulty} dòng sai; đề nghị sửa tệp rồi nộp lại, trả lời các câu hỏi về đơn vị, "
        "hoặc chọn chỉ ghi các dòng đúng."
    )
    return Finding(known.accept_good or not known.faulty, says, HOUSE)


def something_to_write(known: Found, /, *, on: date) -> Finding[bool]:
    """Có điều để ghi."""
    return Finding(known.writable > 0, "Danh sách không có hồ sơ mới hay thay đổi nào để ghi.", HOUSE)


def _step(name: str, label: str, source: ImportState, target: ImportState, may: str, *guards: object) -> Step[Found]:
    return Step(name, label, source.value, target.value, may, HOUSE, guards)  # type: ignore[arg-type]


IMPORT: Workflow[Found] = Workflow(
    _step("check", "Kiểm tra", ImportState.RECEIVED, ImportState.CHECKED, _IMPORT),
    _step("refuse", "Không đọc được", ImportState.RECEIVED, ImportState.REFUSED, _IMPORT),
    _step("answer", "Trả lời và kiểm tra lại", ImportState.CHECKED, ImportState.RECEIVED, _IMPORT),
    _step(
        "confirm", "Xác nhận", ImportState.CHECKED, ImportState.CONFIRMED, _MANAGE, nothing_wrong, something_to_write
    ),
    _step("write", "Ghi vào hồ sơ", ImportState.CONFIRMED, ImportState.WRITTEN, _MANAGE),
    _step("return", "Trả lại để xem lại", ImportState.CONFIRMED, ImportState.CHECKED, _MANAGE),
    _step("withdraw", "Hủy", ImportState.RECEIVED, ImportState.DISCARDED, _IMPORT),
    _step("discard", "Hủy", ImportState.CHECKED, ImportState.DISCARDED, _IMPORT),
)


OWN = "personnel.own_file"
"""What a person may do with his own file; no role gives it."""


def _proposal_step(
    name: str, label: str, source: ProposalState, target: ProposalState, may: str, *guards: Guard[Proposed]
) -> Step[Proposed]:
    return Step(name, label, source.value, target.value, may, PROPOSING, guards)


_READY = (rules.something_proposed, rules.everything_fits, rules.proven)
_DRAFT, _SENT, _RETURNED = ProposalState.DRAFT, ProposalState.SENT, ProposalState.RETURNED

PROPOSAL: Workflow[Proposed] = Workflow(
    _proposal_step("send", "Gửi đề nghị", _DRAFT, _SENT, OWN, *_READY),
    _proposal_step("discard", "Bỏ bản soạn", _DRAFT, ProposalState.WITHDRAWN, OWN),
    _proposal_step("send_again", "Gửi lại đề nghị", _RETURNED, _SENT, OWN, *_READY),
    _proposal_step("give_up", "Rút đề nghị", _RETURNED, ProposalState.WITHDRAWN, OWN, rules.nothing_decided),
    _proposal_step("withdraw", "Rút đề nghị", _SENT, ProposalState.WITHDRAWN, OWN, rules.nothing_decided),
    _proposal_step("judge", "Duyệt hoặc không duyệt từng nội dung", _SENT, _SENT, _MANAGE, rules.not_ones_own),
    _proposal_step("return", "Trả lại để bổ sung", _SENT, _RETURNED, _MANAGE, rules.not_ones_own, rules.request_told),
    _proposal_step("conclude", "Kết thúc", _SENT, ProposalState.DECIDED, _MANAGE, rules.nothing_left),
)
