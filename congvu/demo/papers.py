"""Numbers on paper: decisions by issuer and day, personnel numbers, citizen numbers that belong to nobody."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from congvu.kernel.documents.decisions import Ground

COMMITTEE = "Ủy ban nhân dân quận Bình Thủy"
PARTY = "Ban Thường vụ Quận ủy Bình Thủy"
CITY = "Ủy ban nhân dân thành phố Cần Thơ"
_SYMBOLS = {COMMITTEE: "/QĐ-UBND", PARTY: "-QĐ/QU", CITY: "/QĐ-UB"}
_A_YEAR = {COMMITTEE: 16, PARTY: 2, CITY: 9}  # numbers given out on a working day, roughly
_FOUNDED = date(2004, 7, 8)

# The first three digits are the place where the birth was registered: 001 to 096 for provinces, none is 999.
_NOBODY = "999"


@dataclass
class Papers:
    """Sổ số quyết định: no number twice in a year of one issuer."""

    given: set[tuple[str, int, int]] = field(default_factory=set)

    def decision(self, kind: str, effective: date, title: str, *, issuer: str = COMMITTEE, luck: Random) -> Ground:
        """Quyết định: signed on a working day shortly before it takes effect."""
        issuer = CITY if effective <= _FOUNDED else issuer
        signed = working_day(effective - timedelta(days=luck.randint(3, 17)))
        number = signed.timetuple().tm_yday * _A_YEAR[issuer] + luck.randrange(_A_YEAR[issuer])
        while (issuer, signed.year, number) in self.given:
            number += 1
        self.given.add((issuer, signed.year, number))
        return Ground(
            number=f"{number}{_SYMBOLS[issuer]}",
            signed_on=signed,
            issuer=issuer,
            kind=kind,
            title=title,
            effective_on=max(effective, signed),
        )


def working_day(day: date) -> date:
    """The day, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def personnel_number(number: int) -> str:
    """Số hiệu cán bộ."""
    return f"BT{number:05}"


def citizen_number(number: int, *, sex: str, born_in: int) -> str:
    """Số định danh: shaped like a real one (place, sex and century, year, running number) of no place at all."""
    century = (0 if sex == "male" else 1) + 2 * (born_in // 100 - 19)
    return f"{_NOBODY}{century}{born_in % 100:02}{number:06}"
