"""Units in the search box for everything."""

from datetime import date

from django.urls import reverse

from congvu.contexts.organisations import queries
from congvu.contexts.organisations.states import VIEW_UNIT
from congvu.kernel.access import Officer
from congvu.web.search import Hit

_MOST = 20


def units(officer: Officer, query: str, on: date) -> list[Hit]:
    """Đơn vị theo tên hoặc mã: the officer's own branches first."""
    if not officer.may_somewhere(VIEW_UNIT):
        return []
    shown = queries.named_like(queries.units_shown(officer, on=on), query).order_by("level_place", "code", "pk")
    own = list(queries.own(shown, officer)[:_MOST])
    known = {record.pk for record in own}
    rest = [record for record in shown[:_MOST] if record.pk not in known]
    return [
        Hit(
            record.name,
            getattr(record, "parent_name", None) or record.get_level_display(),
            reverse("organisations:unit", args=[record.unit_id]),
            "Đơn vị",
        )
        for record in [*own, *rest][:_MOST]
    ]
