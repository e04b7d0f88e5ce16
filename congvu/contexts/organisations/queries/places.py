"""Finding places of the old list by the names that the notes give them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from congvu.contexts.organisations.queries.formation import Origin
from congvu.contexts.organisations.queries.sources import Listed
from congvu.contexts.organisations.states import Level, UnitKind
from congvu.kernel.names import same_name, search_key


@cache
def bare(text: str) -> str:
    """Tên trơn: letters and figures without marks, case or spaces, for comparing names of places."""
    key = search_key(text).replace(" ", "")
    return key.lstrip("0") if key.isdigit() else key  # Phường 01 and Phường 1


def rather(found: list[Listed], better: list[Listed]) -> list[Listed]:
    """The better ones when there are any, else all that were found."""
    return better or found


class Places:
    """Danh mục cũ: old communes and districts, found by name inside one old province."""

    def __init__(self, old: Iterable[Listed]) -> None:
        old = tuple(old)
        self.communes = {unit.code: unit for unit in old if unit.level is Level.COMMUNE}
        self.districts = {unit.code: unit for unit in old if unit.level is Level.DISTRICT}
        self.provinces = {unit.code: unit for unit in old if unit.level is Level.PROVINCE}
        self._named: dict[tuple[str, str], list[Listed]] = defaultdict(list)
        for unit in (*self.communes.values(), *self.districts.values()):
            self._named[self.province(unit).code, bare(unit.short_name)].append(unit)

    def province(self, unit: Listed) -> Listed:
        """The old province of a district or commune."""
        district = self.districts[unit.parent_code] if unit.level is Level.COMMUNE else unit
        return self.provinces[district.parent_code]

    def called(self, origin: Origin, *, among: Iterable[str]) -> list[Listed]:
        """Those that a name in a note may mean: exact spelling before bare, then the kind and district given."""
        level = Level.DISTRICT if origin.kind is UnitKind.RURAL_DISTRICT else Level.COMMUNE
        found = [unit for code in among for unit in self._named[code, bare(origin.name)] if unit.level is level]
        found = rather(found, [unit for unit in found if same_name(unit.short_name, origin.name)])
        if level is Level.DISTRICT:
            return found
        found = rather(found, [unit for unit in found if unit.kind is origin.kind])
        hint = bare(origin.district)
        return rather(found, [u for u in found if hint and bare(self.districts[u.parent_code].name) in hint])

    def inside(self, district: Listed) -> list[Listed]:
        """The communes of a district; the district itself when it had none."""
        return [unit for unit in self.communes.values() if unit.parent_code == district.code] or [district]
