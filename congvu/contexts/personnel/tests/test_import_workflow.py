from dataclasses import dataclass
from datetime import date

import pytest

from congvu.contexts.personnel.states import ImportState
from congvu.contexts.personnel.workflow import IMPORT, Found
from congvu.kernel.workflow import NotTaken, Refused

DAY = date(2016, 4, 10)
READY = Found(faulty=0, writable=5)
STEPS = {
    "check": ("received", "checked"),
    "refuse": ("received", "refused"),
    "answer": ("checked", "received"),
    "confirm": ("checked", "confirmed"),
    "write": ("confirmed", "written"),
    "return": ("confirmed", "checked"),
    "withdraw": ("received", "discarded"),
    "discard": ("checked", "discarded"),
}


@dataclass(frozen=True)
class Batch:
    state: str
    unit_id: int = 1


@dataclass(frozen=True)
class Officer:
    holds: tuple[str, ...] = ("personnel.import_people", "personnel.manage_records")

    def may(self, permission: str, *, over: int, on: date) -> bool:
        return permission in self.holds


@pytest.mark.parametrize("state", list(ImportState))
@pytest.mark.parametrize("name", list(STEPS))
def test_each_step_leads_from_its_own_state_and_from_no_other(name, state):
    source, target = STEPS[name]

    if state == source:
        assert IMPORT.take(name, Batch(state), knowing=READY, by=Officer(), on=DAY) == target
    else:
        with pytest.raises(Refused, match="không còn ở bước"):
            IMPORT.take(name, Batch(state), knowing=READY, by=Officer(), on=DAY)


@pytest.mark.parametrize("name", ["confirm", "write", "return"])
def test_only_who_manages_records_lets_a_list_into_the_files(name):
    clerk = Officer(("personnel.import_people",))

    with pytest.raises(NotTaken):
        IMPORT.take(name, Batch(STEPS[name][0]), knowing=READY, by=clerk, on=DAY)


@pytest.mark.parametrize(
    ("known", "says"),
    [
        pytest.param(Found(faulty=2, writable=5), "còn 2 dòng sai", id="faults"),
        pytest.param(Found(faulty=0, writable=0), "không có hồ sơ mới", id="nothing new"),
        pytest.param(Found(faulty=2, writable=0, accept_good=True), "không có hồ sơ mới", id="nothing good"),
    ],
)
def test_a_list_is_held_back_with_the_reason(known, says):
    with pytest.raises(Refused, match=says):
        IMPORT.take("confirm", Batch("checked"), knowing=known, by=Officer(), on=DAY)


def test_the_good_rows_alone_may_be_confirmed():
    known = Found(faulty=2, writable=5, accept_good=True)

    assert IMPORT.take("confirm", Batch("checked"), knowing=known, by=Officer(), on=DAY) == "confirmed"
