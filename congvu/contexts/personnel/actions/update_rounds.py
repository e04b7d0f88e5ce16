"""Rounds of updating: opened by the office, answered by people, reminded of, closed."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from django.db import transaction

from congvu.contexts.personnel.actions.standing import keeping
from congvu.contexts.personnel.facts.proposals import (
    RoundAnswered,
    UpdateRoundClosed,
    UpdateRoundOpened,
    UpdateRoundReminded,
)
from congvu.contexts.personnel.models import Person, RoundAnswer, UpdateRound, UpdateRoundUnit
from congvu.contexts.personnel.queries import locked
from congvu.contexts.personnel.queries import update_rounds as queries
from congvu.contexts.personnel.rules import PROPOSING
from congvu.contexts.personnel.states import RoundWord
from congvu.contexts.personnel.workflow import OWN
from congvu.kernel.access import NotPermitted, Officer
from congvu.kernel.agenda import Duty, Holder
from congvu.kernel.agenda import actions as agenda
from congvu.kernel.audit import record
from congvu.kernel.calendar import ZONE
from congvu.kernel.workflow import Refused
from congvu.law import Finding
from congvu.law.personal_file import proposable

CLOSING = "personnel.close_update_round"


@transaction.atomic
def open_round(
    title: str, *, unit_id: int, units: Sequence[int], groups: Sequence[str], due_on: date, by: Officer, on: date
) -> UpdateRound:
    """Mở đợt cập nhật hồ sơ: everybody who serves in the units is asked about the groups. Raises Refused."""
    for each in {unit_id, *units}:
        by.demand(queries.MANAGE, over=each, on=on)
    if not units or not groups:
        raise _refused("Đợt cập nhật cần ít nhất một đơn vị và một mục hồ sơ; hãy chọn thêm.")
    if due_on < on:
        raise _refused("Hạn trả lời đã qua; hãy chọn hôm nay hoặc một ngày sau.")
    named = [proposable(name).name for name in groups]
    opened = UpdateRound.objects.create(unit_id=unit_id, title=title, groups=named, opened_on=on, due_on=due_on)
    UpdateRoundUnit.objects.bulk_create(UpdateRoundUnit(round=opened, unit_id=each) for each in dict.fromkeys(units))
    record(UpdateRoundOpened(unit_id, opened.pk, tuple(units), tuple(named), due_on), by=by, on=on)
    duty = Duty(
        kind=CLOSING,
        case=_case(opened),
        title=f"Đóng đợt cập nhật hồ sơ “{title}”",
        address=f"/dot-cap-nhat/{opened.pk}/",
        holder=Holder(unit_id),
        since=datetime.combine(on, time(), ZONE),
        by_when=datetime.combine(due_on, time(17), ZONE),
        permission=queries.MANAGE,
        why="Hạn trả lời do đơn vị mở đợt ấn định.",
    )
    agenda.open_duty(duty, by=by, on=on)
    return opened


@transaction.atomic
def remind(asked: UpdateRound, *, by: Officer, on: date) -> int:
    """Nhắc những người chưa trả lời đủ, once a day; how many there are. Raises Refused."""
    asked = _open(asked, by=by, on=on)
    if asked.reminded_on == on:
        raise _refused("Hôm nay đã nhắc rồi; mỗi ngày chỉ nhắc một lần.")
    behind = queries.members(asked, on=on).filter(reachable=True, answered__lt=len(asked.groups)).count()
    asked.reminded_on = on
    asked.save(update_fields=["reminded_on"])
    record(UpdateRoundReminded(asked.unit_id, asked.pk, behind), by=by, on=on)
    return behind


@transaction.atomic
def close_round(asked: UpdateRound, *, by: Officer, on: date) -> UpdateRound:
    """Đóng đợt cập nhật hồ sơ: it waits for nobody any longer. Raises Refused."""
    asked = _open(asked, by=by, on=on)
    asked.closed_on = on
    asked.save(update_fields=["closed_on"])
    record(UpdateRoundClosed(asked.unit_id, asked.pk), by=by, on=on)
    agenda.close(CLOSING, _case(asked), on=on)
    return asked


@transaction.atomic
def confirm(asked: UpdateRound, person: Person, group: str, *, by: Officer, on: date) -> RoundAnswer:
    """Xác nhận đúng, không thay đổi: of one group, by the person himself. Raises Refused."""
    if by.person_id != person.pk:
        raise NotPermitted(OWN)
    person = locked(person)
    open_now = {one.pk: one for one in queries.open_for(person, on=on)}
    if asked.pk not in open_now or group not in open_now[asked.pk].groups:
        raise _refused("Đợt cập nhật này đã đóng hoặc không hỏi mục này; không cần trả lời nữa.")
    return _answer(asked, person, group, RoundWord.UNCHANGED, by=by, on=on)


def note_proposed(person: Person, groups: Iterable[str], *, by: Officer, on: date) -> None:
    """Ghi nhận đã đề nghị thay đổi: what was proposed answers every round that asks about it."""
    asked = set(groups)
    for one in queries.open_for(person, on=on):
        for group in asked & set(one.groups):
            _answer(one, person, group, RoundWord.PROPOSED, by=by, on=on)


def _answer(asked: UpdateRound, person: Person, group: str, word: RoundWord, *, by: Officer, on: date) -> RoundAnswer:
    told = {"word": word, "answered_on": on}
    answer, _ = RoundAnswer.objects.update_or_create(round=asked, person=person, group=group, defaults=told)
    with keeping(person):
        record(RoundAnswered(person.pk, asked.pk, group, word.value), by=by, on=on)
    return answer


def _open(asked: UpdateRound, *, by: Officer, on: date) -> UpdateRound:
    asked = queries.locked_round(asked.pk)
    by.demand(queries.MANAGE, over=asked.unit_id, on=on)
    if asked.closed_on is not None:
        raise _refused(f"Đợt này đã đóng ngày {asked.closed_on:%d/%m/%Y}; không cần làm gì thêm.")
    return asked


def _case(asked: UpdateRound) -> str:
    return f"personnel.update_round.{asked.pk}"


def _refused(says: str) -> Refused:
    return Refused([Finding(False, says, PROPOSING)])


__all__ = ["close_round", "confirm", "note_proposed", "open_round", "remind"]
