"""Một đợt nhập như người đọc được thấy: citizen numbers of a list only to whoever typed them or may see them."""

from typing import Any

from congvu.contexts.personnel.models import ImportBatch
from congvu.contexts.personnel.queries.imports.layout import title_of
from congvu.contexts.personnel.queries.numbers import HIDDEN
from congvu.kernel.access import Officer
from congvu.law.sensitivity import Sensitivity

_WHOSE = " là của "
_CHECK_NUMBER = "Số CCCD của dòng này cần kiểm tra lại."


def may_open_file(batch: ImportBatch, *, to: Officer) -> bool:
    """Được mở tệp: one's own list, or one of a branch whose citizen numbers one sees."""
    own = to.user_id is not None and batch.handed_in_by_id == to.user_id
    return own or _sees_numbers(batch, to)


def as_read_by(batch: ImportBatch, *, to: Officer) -> dict[str, Any]:
    """Biên bản kiểm tra: what is stored is never shown without the class; what was typed, to whoever typed it."""
    found: dict[str, Any] = batch.summary or {}
    if not found.get("digest") or _sees_numbers(batch, to):
        return found
    typed = may_open_file(batch, to=to)
    kept = {key: [_fault(each, typed) for each in found[key]] for key in ("faults", "warnings")}
    return {**found, **kept, "changes": [_change(each, typed) for each in found["changes"]]}


def _sees_numbers(batch: ImportBatch, to: Officer) -> bool:
    place = f"{batch.unit.path}."
    return any(place.startswith(f"{path}.") for path in to.sight.seeing[Sensitivity.IDENTITY])


def _fault(fault: dict[str, Any], typed: bool) -> dict[str, Any]:
    tells_whose = _WHOSE in fault["message"]  # as when somebody who sees the numbers ordered the check again
    if fault["column"] != title_of("citizen_number") or (typed and not tells_whose):
        return fault
    return {**fault, "message": _CHECK_NUMBER, "value": fault["value"] if typed else HIDDEN}


def _change(change: dict[str, Any], typed: bool) -> dict[str, Any]:
    return {**change, "fields": [_field(each, typed) for each in change["fields"]]}


def _field(told: dict[str, Any], typed: bool) -> dict[str, Any]:
    if told["column"] != title_of("citizen_number"):
        return told
    before = HIDDEN if told["before"] else ""
    return {**told, "before": before, "after": told["after"] if typed else HIDDEN}
