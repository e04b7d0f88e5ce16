"""Nhóm nguồn cán bộ: conditions kept under a name, renamed, changed, put aside."""

from datetime import date

from django.db import IntegrityError, transaction

from congvu.contexts.personnel.facts.cohorts import CohortChanged, CohortRenamed, CohortSaved, CohortWithdrawn
from congvu.contexts.personnel.models import Cohort
from congvu.contexts.personnel.queries.cohorts import Chosen, Unsound
from congvu.contexts.personnel.queries.cohorts.saved import locked_cohort
from congvu.kernel import names
from congvu.kernel.access import Officer
from congvu.kernel.audit import record

MANAGE_COHORTS = "personnel.manage_cohorts"
_NAME = next(each for each in Cohort._meta.constraints if each.name == "cohort_one_name_in_use")


@transaction.atomic
def save_cohort(name: str, chosen: Chosen, *, unit_id: int, by: Officer, on: date) -> Cohort:
    """Lập nhóm: the conditions under a name that the unit uses for no other. Raises Unsound."""
    by.demand(MANAGE_COHORTS, over=unit_id, on=on)
    _refuse_empty(chosen)
    cohort = Cohort(unit_id=unit_id, name=_named(name), conditions=chosen.saved(), made_by_id=by.user_id, made_on=on)
    _write(cohort)
    asks = ", ".join(chosen.clauses)
    record(CohortSaved(unit_id, cohort.pk, cohort.name, asks, cohort.conditions), by=by, on=on)
    return cohort


@transaction.atomic
def rename_cohort(pk: int, name: str, *, by: Officer, on: date) -> Cohort:
    """Đổi tên nhóm. Raises Unsound."""
    cohort = _held(pk, by=by, on=on)
    before, cohort.name = cohort.name, _named(name)
    if cohort.name == before:
        return cohort
    _write(cohort)
    record(CohortRenamed(cohort.unit_id, cohort.pk, before, cohort.name), by=by, on=on)
    return cohort


@transaction.atomic
def change_cohort(pk: int, chosen: Chosen, *, by: Officer, on: date) -> Cohort:
    """Đổi điều kiện của nhóm. Raises Unsound."""
    cohort = _held(pk, by=by, on=on)
    _refuse_empty(chosen)
    before, cohort.conditions = cohort.conditions, chosen.saved()
    if cohort.conditions == before:
        return cohort
    cohort.save(update_fields=["conditions"])
    record(CohortChanged(cohort.unit_id, cohort.pk, before, cohort.conditions), by=by, on=on)
    return cohort


@transaction.atomic
def withdraw_cohort(pk: int, *, by: Officer, on: date) -> Cohort:
    """Thôi dùng nhóm: its name is free again. Raises Unsound for the second of two officers."""
    cohort = _held(pk, by=by, on=on)
    cohort.withdrawn_on = on
    cohort.save(update_fields=["withdrawn_on"])
    record(CohortWithdrawn(cohort.unit_id, cohort.pk, cohort.name), by=by, on=on)
    return cohort


def _held(pk: int, *, by: Officer, on: date) -> Cohort:
    cohort = locked_cohort(pk)
    by.demand(MANAGE_COHORTS, over=cohort.unit_id, on=on)
    if cohort.withdrawn_on is not None:
        day = f"{cohort.withdrawn_on:%d/%m/%Y}"
        raise Unsound([("", f"Nhóm «{cohort.name}» đã thôi dùng từ ngày {day} nên không sửa được; hãy lập nhóm mới.")])
    return cohort


def _named(name: str) -> str:
    named = names.normalise(name)
    if not named:
        raise Unsound([("name", "Chưa đặt tên nhóm; hãy ghi một tên ngắn để lần sau tìm lại.")])
    return named


def _refuse_empty(chosen: Chosen) -> None:
    if not chosen:
        raise Unsound([("", "Chưa chọn điều kiện nào nên chưa có nhóm để lưu; hãy chọn ít nhất một điều kiện.")])


def _write(cohort: Cohort) -> None:
    """One name per unit in use: the constraint decides between two who save at once."""
    try:
        with transaction.atomic():
            cohort.save()
    except IntegrityError as error:
        if getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) != _NAME.name:
            raise
        raise Unsound([("name", str(_NAME.violation_error_message))]) from error
