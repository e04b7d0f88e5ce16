"""Numbers on paper: decisions by issuer and day, personnel numbers, citizen numbers that belong to nobody."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from congvu.demo.plan import Plan
from congvu.kernel.documents.decisions import Ground

COMMITTEE, PARTY, ABOVE = "committee", "party", "above"  # the issuers that a data file names

# The first three digits are the place where the birth was registered: 001 to 096 for provinces, none is 999.
_NOBODY = "999"


@dataclass
class Papers:
    """Sổ số quyết định: no number twice in a year of one issuer, whichever localities it decides for."""

    given: set[tuple[str, int, int]] = field(default_factory=set)

    def decision(
        self, plan: Plan, kind: str, effective: date, title: str, *, issuer: str = COMMITTEE, luck: Random
    ) -> Ground:
        """Quyết định: signed on a working day shortly before it takes effect; by those above until the bodies stood."""
        signer = plan.issuers[ABOVE if effective <= plan.begins else issuer]
        signed = working_day(effective - timedelta(days=luck.randint(3, 17)))
        number = signed.timetuple().tm_yday * signer.a_day + luck.randrange(signer.a_day)
        while (signer.name, signed.year, number) in self.given:
            number += 1
        self.given.add((signer.name, signed.year, number))
        return Ground(
            number=f"{number}{signer.symbol}",
            signed_on=signed,
            issuer=signer.name,
            kind=kind,
            title=title,
            effective_on=max(effective, signed),
        )


def working_day(day: date) -> date:
    """The day, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def personnel_number(prefix: str, number: int) -> str:
    """Số hiệu cán bộ."""
    return f"{prefix}{number:05}"


def citizen_number(number: int, *, sex: str, born_in: int) -> str:
    """Số định danh: shaped like a real one (place, sex and century, year, running number) of no place at all."""
    century = (0 if sex == "male" else 1) + 2 * (born_in // 100 - 19)
    return f"{_NOBODY}{century}{born_in % 100:02}{number:06}"
