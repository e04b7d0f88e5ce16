"""Decisions on paper: filed once under number, day and issuer, however many records stand on them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from congvu.kernel.documents.models import Decision


@dataclass(frozen=True)
class Ground:
    """Căn cứ trên giấy: the decision a record stands on, as its paper names it."""

    number: str
    signed_on: date
    issuer: str = ""
    kind: str = Decision.Kind.OTHER
    title: str = ""
    effective_on: date | None = None
    issuer_unit_id: int | None = None

    @property
    def key(self) -> tuple[str, date, str]:
        """What makes two papers the same."""
        return (self.number, self.signed_on, self.issuer)

    def __str__(self) -> str:
        return f"{self.number} ngày {self.signed_on:%d/%m/%Y}"


def file_decisions(grounds: Iterable[Ground]) -> dict[tuple[str, date, str], int]:
    """Lưu quyết định: the key of each paper's record, opened where it was not yet known."""
    wanted = {ground.key: ground for ground in grounds}
    found = _known(wanted.values())
    missing = [ground for key, ground in wanted.items() if key not in found]
    if not missing:
        return found
    Decision.objects.bulk_create(
        (
            Decision(
                number=ground.number,
                signed_on=ground.signed_on,
                effective_on=ground.effective_on or ground.signed_on,
                issuer=ground.issuer,
                issuer_unit_id=ground.issuer_unit_id,
                kind=ground.kind,
                title=ground.title,
            )
            for ground in missing
        ),
        ignore_conflicts=True,
        batch_size=2000,
    )
    return found | _known(missing)


def _known(grounds: Iterable[Ground]) -> dict[tuple[str, date, str], int]:
    asked = list(grounds)
    keys = {ground.key for ground in asked}
    rows = Decision.objects.filter(
        number__in={ground.number for ground in asked}, signed_on__in={ground.signed_on for ground in asked}
    ).values_list("number", "signed_on", "issuer", "pk")
    return {row[:3]: row[3] for row in rows.order_by("pk") if row[:3] in keys}
