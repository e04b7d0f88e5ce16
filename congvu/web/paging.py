"""Trang của sổ: key-set paging, so that the last page of a million rows costs what the first does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core import signing
from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, Model, OrderBy, Q, QuerySet

_SEAL = signing.Signer(salt="congvu.web.paging")  # without a time, so that an address stays what it was


@dataclass(frozen=True)
class Place:
    """Chỗ đang đứng: the order, the key of the row at the edge, its number, and which way to go from it."""

    order: tuple[str, ...]
    key: tuple[Any, ...] = ()
    number: int = 0
    back: bool = False

    def token(self) -> str:
        """The place as it travels in an address."""
        return _SEAL.sign_object([list(self.order), list(self.key), self.number, self.back], compress=True)


@dataclass(frozen=True)
class Page:
    """Một trang: its rows, the number of the first, and the addresses' tokens to both sides."""

    rows: list[Any]
    first: int
    before: str = ""
    after: str = ""


def place_from(token: str, *, order: tuple[str, ...]) -> Place:
    """The place that a token names; a token of another order, or spoiled, leads to the first page."""
    try:
        known, key, number, back = _SEAL.unsign_object(token)
    except (signing.BadSignature, ValueError):
        return Place(order)
    return Place(order, tuple(key), number, back) if tuple(known) == order else Place(order)


def page(rows: "QuerySet[Any] | Sequence[Any]", place: Place, *, size: int) -> Page:
    """The rows from the place on; lists are cut by number, querysets by key."""
    if isinstance(rows, QuerySet):
        return _by_key(rows, place, size=size)
    start = max(0, place.number - size - 1 if place.back else place.number)
    return _page(list(rows[start : start + size]), start, more=len(rows) > start + size, place=place)


def _by_key(rows: "QuerySet[Any]", place: Place, *, size: int) -> Page:
    steps = [_Step.of(rows.model, name, back=place.back) for name in place.order]
    if place.key:
        rows = rows.filter(_from(steps[0], place.key[0]), _beyond(steps, place.key))
    rows = rows.order_by(*(step.ordering() for step in steps))
    shown = rows.values("pk")[: size + 1]  # first which rows, by what their order takes; then all that is said of them
    found = list(rows.filter(pk__in=shown)[: size + 1])
    more, found = len(found) > size, found[:size]
    if not place.back:
        return _page(found, place.number, more=more, place=place)
    found.reverse()
    start = max(0, place.number - 1 - len(found))
    return _page(found, start if more else 0, more=True, place=place, first=not more)


def _page(rows: list[Any], start: int, *, more: bool, place: Place, first: bool | None = None) -> Page:
    at_first = start == 0 if first is None else first
    before = Place(place.order, _key(rows[0], place.order), start + 1, back=True) if rows and not at_first else None
    after = Place(place.order, _key(rows[-1], place.order), start + len(rows)) if rows and more else None
    return Page(rows, start + 1, before.token() if before else "", after.token() if after else "")


@dataclass(frozen=True)
class _Step:
    """One field of the order, in the direction of the walk; nulls stand last, or first when going back."""

    field: str
    descending: bool
    nullable: bool
    back: bool

    @classmethod
    def of(cls, model: type[Model], name: str, *, back: bool) -> "_Step":
        field = name.lstrip("-")
        return cls(field, name.startswith("-") != back, _nullable(model, field), back)

    def ordering(self) -> OrderBy:
        nulls: dict[str, bool] = {"nulls_first" if self.back else "nulls_last": True} if self.nullable else {}
        return OrderBy(F(self.field), descending=self.descending, **nulls)

    def is_null(self, answer: bool) -> Q:
        return Q(**{f"{self.field}__isnull": answer})

    def passed(self, value: Any, *, same: bool = False) -> Q:
        return Q(**{f"{self.field}__{'lt' if self.descending else 'gt'}{'e' if same else ''}": value})


def _nullable(model: type[Model], field: str) -> bool:
    if field == "pk":
        return False
    try:
        found = model._meta.get_field(field)
    except FieldDoesNotExist:  # an annotation, or a field of a joined table
        return True
    return bool(getattr(found, "null", True))


def _from(first: _Step, value: Any) -> Q:
    """Where an index may begin: implied by the condition that follows it."""
    return Q() if first.nullable else first.passed(value, same=True)


def _beyond(steps: Sequence[_Step], key: Sequence[Any]) -> Q:
    """Rows after the key in the order."""
    step, value = steps[0], key[0]
    here = step.is_null(True) if value is None else Q(**{step.field: value})
    beyond = here & _beyond(steps[1:], key[1:]) if len(steps) > 1 else Q(pk__in=[])
    if value is None:
        return beyond | step.is_null(False) if step.back else beyond
    beyond |= step.passed(value)
    return beyond | step.is_null(True) if step.nullable and not step.back else beyond


def _key(row: Any, order: Sequence[str]) -> tuple[Any, ...]:
    return tuple(_plain(attribute(row, name.lstrip("-"))) for name in order)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def attribute(row: Any, path: str) -> Any:
    """What `a__b` or `a.b` names in the row; None where something on the way is missing."""
    for name in path.replace("__", ".").split("."):
        row = row.get(name) if isinstance(row, dict) else getattr(row, name, None)
        if row is None:
            return None
    return row
