"""Trang chủ: what waits for the officer, and the figures that concern him; each from the context that owns it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from congvu.config.units import UNITS
from congvu.contexts.personnel import api as personnel
from congvu.kernel.access import Officer
from congvu.kernel.agenda import queries as agenda
from congvu.kernel.agenda.timing import read
from congvu.kernel.calendar import WorkingCalendar, local, working_days_left
from congvu.kernel.calendar.queries import calendars_of
from congvu.web.parts import Figure
from congvu.web.views.home import Duty


def duties(officer: Officer, on: date) -> list[Duty]:
    """Việc phải làm của cán bộ, from the one agenda."""
    inbox = agenda.mine(officer)
    every = [*inbox.duties, *inbox.waiting]
    calendars = calendars_of(owed.unit_id for owed in every)
    names = UNITS.names({owed.unit_id for owed in every}, on)
    asked = {owed.pk for owed in inbox.waiting}
    return [
        _duty(owed, calendars[owed.unit_id], names.get(owed.unit_id, ""), asked=owed.pk in asked, on=on)
        for owed in every
    ]


def _duty(owed: Any, calendar: WorkingCalendar, unit: str, *, asked: bool, on: date) -> Duty:
    due = local(owed.due_at)
    urged = f"{owed.urged_by} nhắc ngày {owed.urged_on:%d/%m/%Y}" if owed.urged_on else ""
    stopped = "đang tạm dừng tính thời hạn" if owed.paused_since else ""
    return Duty(
        owed.title,
        owed.address,
        due.date(),
        detail=" · ".join(part for part in (unit, stopped, urged) if part),
        waiting=asked or bool(owed.paused_since),
        at=due,
        trace=read(owed.trace),
        working=working_days_left(due, calendar, on=on),
        about=reverse("web:duty", args=[owed.pk]),
    )


def own_notices(officer: Officer, on: date) -> list[Duty]:
    """Điều báo cho người có hồ sơ: rounds to answer, and what was decided on his proposals."""
    return [Duty(title, address, due, detail) for title, address, due, detail in personnel.own_notices(officer, on=on)]


def qualifications(officer: Officer, on: date) -> Sequence[Figure]:
    """Con số rà soát trình độ của đơn vị mình."""
    if not officer.may_somewhere("personnel.view_report"):
        return ()
    found = personnel.headline(officer, on=on)
    return [
        Figure(
            figure.indicator.label,
            figure.value,
            figure.indicator.unit,
            places=figure.indicator.decimals,
            url=reverse("personnel:figure", args=[figure.indicator.name]),
            note=f"{figure.numerator} trên {figure.denominator} người, {name}",
            share=None if figure.value is None else float(figure.value),
        )
        for name, figure in found
    ]
