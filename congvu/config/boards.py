"""Trang chủ: what waits for the officer, and the figures that concern him; each from the context that owns it."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from congvu.contexts.personnel import api as personnel
from congvu.kernel import agenda
from congvu.kernel.access import Officer
from congvu.web.parts import Figure
from congvu.web.views.home import Duty


def duties(officer: Officer, on: date) -> list[Duty]:
    """Việc phải làm của cán bộ, from the one agenda."""
    return [Duty(duty.title, duty.address, duty.due_at.date()) for duty in agenda.mine(officer, on=on)]


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
