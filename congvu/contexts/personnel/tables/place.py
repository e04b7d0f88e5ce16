"""Which unit a page is about, and the day it can answer for."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.queries.place import answering_day
from congvu.web import formats
from congvu.web.register import Filter
from congvu.web.request import Request

PARAMETER = "don-vi"


@dataclass(frozen=True)
class Place:
    """Nơi được hỏi: the unit and its name, the day of the figures, a remark when that is not the day asked."""

    unit: Any
    name: str
    on: date
    note: str

    @property
    def query(self) -> str:
        """What an address carries to stay at the place."""
        return f"{PARAMETER}={self.unit.pk}"


def place_of(request: Request, permission: str) -> Place:
    """Nơi của trang: the unit in the address, if the officer holds the permission over it, else the officer's own."""
    place: Place = request.found.get(permission) or _looked_up(request, permission)
    request.found[permission] = place
    return place


def _looked_up(request: Request, permission: str) -> Place:
    own = [grant.unit_id for grant in request.officer.grants if permission in grant.role.permissions]
    asked = request.GET.get(PARAMETER, "")
    if asked and not asked.isdecimal():
        raise Http404
    unit_id = int(asked) if asked else own[0]
    unit = organisations.Unit.objects.select_related("identity").filter(pk=unit_id).first()
    if unit is None or not _holds(request, permission, str(unit.identity.path)):
        raise Http404
    return place_at(unit, on=request.as_of)


def _holds(request: Request, permission: str, path: str) -> bool:
    return any(f"{path}.".startswith(f"{held}.") for held in request.officer.paths_for(permission))


def place_at(unit: Any, *, on: date) -> Place:
    """Nơi được hỏi vào ngày đó, or on the last day that the unit can answer for."""
    day = answering_day(unit, on=on)
    name = organisations.record_of(unit, on=day).name
    note = "" if day == on else _gone(name, unit.dissolved_on, day)
    return Place(unit, name, day, note)


def _gone(name: str, ended: date, day: date) -> str:
    return (
        f"{name} thôi tồn tại từ ngày {formats.day(ended)}; số liệu dưới đây tính đến ngày {formats.day(day)}. "
        "Muốn xem ngày khác, hãy chọn ở ô «Số liệu ngày» phía trên."
    )


def _unit_choices(request: Request) -> list[tuple[str, str]]:
    """The line of units above the place as far as the officer sees, the place, and those directly below it."""
    place = place_of(request, "personnel.view_person")
    path = str(place.unit.identity.path)
    at_the_top = all(not path.startswith(f"{held}.") for held in request.officer.paths_for("personnel.view_person"))
    above = [] if at_the_top else organisations.ancestors(place.unit, on=place.on)
    below = organisations.children(place.unit, on=place.on).values_list("unit_id", "name")
    return [
        *(
            (str(record.unit_id), f"↑ {record.name}")
            for record in above
            if _holds(request, "personnel.view_person", str(record.unit.identity.path))
        ),
        (str(place.unit.pk), place.name),
        *((str(unit_id), f"→ {name}") for unit_id, name in below),
    ]


UNIT = Filter(PARAMETER, "Đơn vị", _unit_choices, lambda rows, value, on: rows, any_label="Đơn vị của tôi")
"""Which unit a list is about: the view reads it, so the rows need no more narrowing."""
