"""Every step of a proposal from every state, who may take it, and what holds it back."""

from dataclasses import dataclass
from datetime import date

import pytest

from congvu.contexts.personnel.rules import Proposed, Wanted
from congvu.contexts.personnel.states import ProposalState
from congvu.contexts.personnel.workflow import OWN, PROPOSAL
from congvu.kernel.workflow import NotTaken, Refused

DAY = date(2016, 4, 11)
ONE = (Wanted("Văn bằng", needs_proof=True, papers=1),)
READY = Proposed(wanted=ONE, total=1, left=1, request="Chụp thêm mặt sau.")
DONE = Proposed(total=1, left=0, request="")
STEPS = {
    "send": ("draft", "sent", READY),
    "discard": ("draft", "withdrawn", READY),
    "send_again": ("returned", "sent", READY),
    "give_up": ("returned", "withdrawn", READY),
    "withdraw": ("sent", "withdrawn", READY),
    "judge": ("sent", "sent", READY),
    "return": ("sent", "returned", READY),
    "conclude": ("sent", "decided", DONE),
}


@dataclass(frozen=True)
class Case:
    state: str
    unit_id: int = 1


@dataclass(frozen=True)
class Actor:
    holds: tuple[str, ...] = (OWN, "personnel.manage_records")

    def may(self, permission: str, *, over: int, on: date) -> bool:
        return permission in self.holds


@pytest.mark.parametrize("state", list(ProposalState))
@pytest.mark.parametrize("name", list(STEPS))
def test_each_step_leads_from_its_own_state_and_from_no_other(name, state):
    source, target, known = STEPS[name]

    if state == source:
        assert PROPOSAL.take(name, Case(state), knowing=known, by=Actor(), on=DAY) == target
    else:
        with pytest.raises(Refused, match="không còn ở bước"):
            PROPOSAL.take(name, Case(state), knowing=known, by=Actor(), on=DAY)


@pytest.mark.parametrize("name", list(STEPS))
def test_the_author_takes_his_steps_and_the_office_takes_its_own(name):
    source, _, known = STEPS[name]
    authors = name in ("send", "discard", "send_again", "give_up", "withdraw")
    other = Actor(("personnel.manage_records",)) if authors else Actor((OWN,))

    with pytest.raises(NotTaken):
        PROPOSAL.take(name, Case(source), knowing=known, by=other, on=DAY)


@pytest.mark.parametrize(
    ("name", "known", "says"),
    [
        pytest.param("send", Proposed(), "chưa có nội dung nào", id="nothing in it"),
        pytest.param("send", Proposed((Wanted("Nơi ở", fits=False),)), "chưa ghi đủ", id="an item that does not fit"),
        pytest.param("send", Proposed((Wanted("Văn bằng", needs_proof=True),)), "giấy tờ", id="no proof"),
        pytest.param("send_again", Proposed(), "chưa có nội dung nào", id="nothing left in it"),
        pytest.param("withdraw", Proposed(ONE, total=2, left=1), "đã có nội dung|Đã có nội dung", id="partly decided"),
        pytest.param("give_up", Proposed(ONE, total=2, left=1), "Đã có nội dung", id="partly decided, returned"),
        pytest.param("judge", Proposed(ONE, own=True), "chính bạn", id="one's own"),
        pytest.param("return", Proposed(ONE, own=True, request="x"), "chính bạn", id="one's own, returned"),
        pytest.param("return", Proposed(ONE), "cần bổ sung gì", id="no request"),
        pytest.param("conclude", Proposed(ONE, total=1, left=1), "Còn 1 nội dung", id="something left"),
    ],
)
def test_a_step_is_held_back_with_the_reason(name, known, says):
    with pytest.raises(Refused, match=says):
        PROPOSAL.take(name, Case(STEPS[name][0]), knowing=known, by=Actor(), on=DAY)
