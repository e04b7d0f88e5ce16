"""Sổ việc: the rows behind every number of the board of due times."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from congvu.kernel.agenda import Kind, queries
from congvu.kernel.agenda.states import State
from congvu.kernel.agenda.timing import start_of
from congvu.web import as_of, formats
from congvu.web.parts import Badge, Empty, Tone
from congvu.web.register import Choices, Column, Filter, Register, Tab
from congvu.web.request import Request
from congvu.web.units import directory

DAY = "han"
_TONES: dict[str, Tone] = {
    State.AHEAD: "plain",
    State.SOON: "soon",
    State.OVERDUE: "late",
    State.PAUSED: "info",
    State.ON_TIME: "done",
    State.LATE: "late",
    State.WITHDRAWN: "closed",
}
GROUPS: dict[str, tuple[str, str]] = {
    "overdue": ("qua-han", "Quá hạn"),
    "today": ("hom-nay", "Hôm nay"),
    "week": ("trong-tuan", "Trong tuần này"),
    "later": ("sau-tuan", "Sau tuần này"),
    "paused": ("tam-dung", "Đang tạm dừng"),
    "on_time": ("dung-han", "Đúng hạn năm nay"),
    "late": ("tre-han", "Trễ hạn năm nay"),
}
"""The groups of the board: the name of the tab behind each, and its words."""


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of duties that the configuration lists."""
    listed: Iterable[Kind] = import_string(settings.CONGVU_DUTY_KINDS)
    return tuple(listed)


def kind_label(name: str) -> str:
    """The kind in the words of the office; one that the configuration does not list keeps its name."""
    return next((kind.label for kind in kinds() if kind.name == name), name)


def state_badge(row: Any) -> Badge:
    """Tình trạng of a duty."""
    return Badge(str(State(row.state).label), _TONES[row.state])


def name_units(rows: Iterable[Any], on: date) -> None:
    """Each row learns what its unit is called, in one question."""
    listed = list(rows)
    names = directory().names({row.unit_id for row in listed}, on)
    for row in listed:
        row.unit_name = names.get(row.unit_id, "")


def _units(request: Request) -> Choices:
    seen = queries.board(request.officer, on=request.as_of).order_by("unit_id").values_list("unit_id", flat=True)
    names = directory().names(set(seen.distinct()), request.as_of)
    return [(str(key), name) for key, name in sorted(names.items(), key=lambda pair: (pair[1], pair[0]))]


def _days(request: Request) -> Choices:
    """Today and tomorrow, and the day that the address asks for."""
    listed = {request.as_of, request.as_of + timedelta(days=1)}
    try:
        listed.add(as_of.day_from(request.GET.get(DAY, "")))
    except as_of.BadDay:
        pass  # the register says that the value is none of its choices
    return [(day.isoformat(), formats.day(day)) for day in sorted(listed)]


def _due_on(rows: Any, value: str, on: date) -> Any:
    day = date.fromisoformat(value)
    return rows.filter(
        queries.still_open(on=on),
        paused_since=None,
        due_at__gte=start_of(day),
        due_at__lt=start_of(day + timedelta(days=1)),
    )


def _group(name: str) -> Callable[[Any, date], Any]:
    return lambda rows, on: rows.filter(queries.groups(on=on)[name])


DUTIES = Register(
    name="agenda.duties",
    columns=(
        Column(
            "viec",
            "Việc",
            "title",
            link=lambda row: reverse("web:duty", args=[row.pk]),
            detail=lambda row: kind_label(row.kind),
            main=True,
        ),
        Column("don-vi", "Đơn vị", "unit_name"),
        Column("giao", "Giao ngày", "since", kind="date"),
        Column("han", "Hạn", lambda row: formats.moment(row.due_at), sort=("due_at",), kind="date"),
        Column("tinh-trang", "Tình trạng", state_badge),
        Column("xong", "Kết thúc ngày", "closed_on", kind="date"),
    ),
    filters=(
        Filter(
            "loai",
            "Loại việc",
            lambda request: [(kind.name, kind.label) for kind in kinds()],
            lambda rows, value, on: rows.filter(kind=value),
        ),
        Filter("don-vi", "Đơn vị", _units, lambda rows, value, on: rows.filter(unit=int(value))),
        Filter(DAY, "Đến hạn ngày", _days, _due_on),
    ),
    tabs=(
        Tab("dang-mo", "Đang mở", lambda rows, on: rows.filter(queries.still_open(on=on)), count=True),
        *(Tab(tab, words, _group(name)) for name, (tab, words) in GROUPS.items()),
        Tab("tat-ca", "Tất cả"),
    ),
    search=lambda rows, words, on: rows.filter(title__icontains=words),
    search_hint="Tìm theo tên việc…",
    order=("due_at",),
    noun="việc",
    empty=Empty("Không có việc nào ở đây.", "Việc do từng vụ việc giao; xong vụ việc thì việc tự khép lại.", "inbox"),
)
