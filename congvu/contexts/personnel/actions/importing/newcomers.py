"""From a row of a list to the file of a person who is not yet known."""

from datetime import date

from congvu.contexts.personnel.actions.entries import (
    PartySpell,
    PersonEntry,
    PostSpell,
    RankSpell,
    ServiceSpell,
    StudySpell,
)
from congvu.contexts.personnel.actions.importing.posts import Created
from congvu.contexts.personnel.queries import imports
from congvu.contexts.personnel.states import Precision
from congvu.kernel.names import search_key


def entry_of(said: imports.Told, created: Created, *, on: date) -> PersonEntry:
    """Hồ sơ của người mới: what has no day is known to hold on the day of the list."""
    assert said.unit is not None  # the examination lets no newcomer through without a unit and a post
    precision = imports.PRECISIONS[said.born.precision] if said.born else Precision.UNKNOWN
    return PersonEntry(
        home_id=said.unit.pk,
        full_name=said.full_name,
        born_on=said.born.date if said.born else None,
        born_precision=precision,
        sex=said.sex,
        ethnicity=said.ethnicity or PersonEntry.ethnicity,
        personnel_number=said.personnel_number or None,
        citizen_number=said.citizen_number or None,
        posts=(post_spell(said, created, on=on),),
        studies=tuple(study_spell(study, on=on) for study in said.studies),
        ranks=(rank_spell(said, on=on),) if said.rank else (),
        services=_services(said, on=on),
        party=PartySpell(said.admitted_on, said.official_on) if said.admitted_on else None,
    )


def post_spell(said: imports.Told, created: Created, *, on: date) -> PostSpell:
    """Thời gian giữ vị trí."""
    assert said.unit is not None
    post_id = said.post.pk if said.post else created[said.unit.pk, search_key(said.title)]
    return PostSpell(
        post_id=post_id, unit_id=said.unit.pk, title=said.title, since=said.since or on, ground=said.decision
    )


def study_spell(study: imports.ToldStudy, *, on: date) -> StudySpell:
    """Quá trình học: without a year, held on the day of the list and awarded nobody knows when."""
    awarded = study.awarded
    return StudySpell(
        subject=study.subject,
        level=study.level,
        field=study.field,
        school=study.school,
        mode=study.mode,
        awarded_on=awarded.date if awarded else on,
        awarded_precision=imports.PRECISIONS[awarded.precision] if awarded else Precision.UNKNOWN,
    )


def rank_spell(said: imports.Told, *, on: date) -> RankSpell:
    """Ngạch, bậc."""
    return RankSpell(rank=said.rank, since=said.rank_since or on, step=said.step, coefficient=said.coefficient)


def _services(said: imports.Told, *, on: date) -> tuple[ServiceSpell, ...]:
    since = said.recruited_on or said.since or on
    return (ServiceSpell(kind=said.staff_kind, since=since),) if said.staff_kind else ()
