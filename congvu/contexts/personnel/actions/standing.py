"""Who stands before one file, and where the person's own deeds are written down."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date

from congvu.contexts.personnel.models import Person
from congvu.contexts.personnel.workflow import OWN
from congvu.kernel import scope
from congvu.kernel.access import Officer


@dataclass(frozen=True)
class Before:
    """Người trước hồ sơ: what is the person's own is his alone, whatever roles anybody holds."""

    officer: Officer
    person_id: int

    @property
    def own(self) -> bool:
        """Whether it is his own file."""
        return self.officer.person_id == self.person_id

    def may(self, permission: str, *, over: int, on: date) -> bool:
        """Whether he may do it to this file."""
        return self.own if permission == OWN else self.officer.may(permission, over=over, on=on)


def keeping(person: Person) -> AbstractContextManager[None]:
    """Nơi giữ hồ sơ: facts and duties that the person leaves there are written in that unit's sight, not in his own."""
    return scope.within(scope.Sight([str(person.identity.path)], own=person.pk))
