"""A district office and a ward with people, reached through the actions that everybody uses."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import actions
from congvu.contexts.personnel.actions import PersonEntry, PostSpell, StudySpell
from congvu.contexts.personnel.models import Person
from congvu.kernel.access import Officer, operator
from congvu.kernel.scope.models import UnitIdentity
from congvu.kernel.temporal.models import span

SINCE = date(2010, 1, 1)
DAY = date(2016, 4, 10)
BACHELOR = StudySpell("professional", 4, awarded_on=date(2008, 7, 1))
COLLEGE = StudySpell("professional", 3, awarded_on=date(2006, 7, 1))
INTERMEDIATE_THEORY = StudySpell("political_theory", 2, awarded_on=date(2014, 7, 1))


@dataclass(frozen=True)
class Place:
    """A district with one office and one ward."""

    district: Any
    office: Any
    ward: Any
    specialist: Any
    ward_clerk: Any
    by: Officer

    @property
    def path(self) -> str:
        return str(UnitIdentity.objects.get(pk=self.district.pk).path)


def root() -> Any:
    """The province that everything else hangs on; real ones come from the administrative lists."""
    identity = UnitIdentity.objects.create(path="900000")
    unit = organisations.Unit.objects.create(identity=identity)
    organisations.UnitRecord.objects.create(
        unit=unit, name="Tỉnh Mẫu", short_name="Mẫu", level="province", valid=span(SINCE)
    )
    return unit


def place() -> Place:
    """Quận with a Phòng Nội vụ and a phường; posts with their standards."""
    by = operator(over=root().pk)
    district = _unit("Quận Mẫu", "district", by.grants[0].unit_id, by)
    office = _unit("Phòng Nội vụ", "agency", district.pk, by, "administrative")
    ward = _unit("Phường Một", "commune", district.pk, by, "commune")
    standards = (organisations.Standard("professional", 4, "TT 11/2014/TT-BNV"),)
    specialist = _post(office, "Chuyên viên", "specialist", "district_specialist", standards, by)
    lower = (organisations.Standard("professional", 2, "TT 06/2012/TT-BNV"),)
    clerk = _post(ward, "Văn phòng – thống kê", "commune_civil_servant", "ward_civil_servant", lower, by)
    return Place(district, office, ward, specialist, clerk, by)


def person(
    at: Place, full_name: str, *, post: Any = None, studies: tuple[StudySpell, ...] = (), **known: Any
) -> Person:
    """A person in the post since 2010, enrolled like anybody."""
    post = post or at.specialist
    entry = PersonEntry(
        home_id=post.unit_id,
        full_name=full_name,
        born_on=known.pop("born_on", date(1985, 5, 20)),
        sex=known.pop("sex", "male"),
        posts=(PostSpell(post.pk, post.unit_id, post.title, SINCE),),
        studies=studies,
        **known,
    )
    return actions.enrol([entry], by=at.by, on=DAY)[0]


def _unit(name: str, level: str, parent: int, by: Officer, block: str = "") -> Any:
    entry = organisations.UnitEntry(name=name, level=level, parent_id=parent, block=block)
    return organisations.found_unit(entry, by=by, on=SINCE)


def _post(unit: Any, title: str, category: str, kind: str, standards: tuple[Any, ...], by: Officer) -> Any:
    entry = organisations.PostEntry(unit.pk, title, category, kind, seats=9, standards=standards)
    return organisations.create_post(entry, by=by, on=SINCE)


def place_beside(at: Place) -> Any:
    """A district beside the first one."""
    return _unit("Quận Bên", "district", at.by.grants[0].unit_id, at.by)
