"""Workbooks that go back to people: their own with the faults marked, the template, the list as it stands."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.queries.imports.layout import STUDIED, list_layout
from congvu.contexts.personnel.queries.imports.places import places
from congvu.contexts.personnel.queries.imports.register import Known, known_of
from congvu.contexts.personnel.queries.imports.report import kept_faults
from congvu.contexts.personnel.queries.staff import staff
from congvu.contexts.personnel.states import Precision, StaffKind, Subject
from congvu.kernel import sheets
from congvu.kernel.sheets import PartialDate
from congvu.law import code_lists

_BATCH = 2000
_DEPTHS = {
    Precision.DAY.value: sheets.Precision.DAY,
    Precision.MONTH.value: sheets.Precision.MONTH,
    Precision.YEAR.value: sheets.Precision.YEAR,
}


def marked(content: bytes, kept: dict[str, Any]) -> bytes:
    """Tệp đã nộp, with each faulty cell marked and told of."""
    return sheets.mark_faults(content, kept_faults(kept), list_layout())


def faulty_rows(content: bytes, kept: dict[str, Any]) -> bytes:
    """Các dòng sai: what is left to correct after the good rows were written."""
    return sheets.mark_faults(content, kept_faults(kept), list_layout(), only_faulty=True)


def template(unit: Any, *, on: date) -> bytes:
    """Tệp mẫu: the units and posts of the branch to choose from, and two sample rows."""
    branch = places(unit, on=on)
    units = [each.name for each in branch.units.values()]
    posts = sorted({post.title for held in branch.posts.values() for post in held.values()})
    samples = (_sample(units[-1], posts[0] if posts else "Chuyên viên"), _short_sample(units[0]))
    return sheets.write_template(list_layout(), samples, {"unit": units, "post": posts})


def exported(unit: Any, *, on: date) -> bytes:
    """Danh sách hiện có, in the columns of the template: what is exported can be imported again."""
    above = [organisations.record_of(unit, on=on).name]
    return sheets.write_table(_rows(unit, on=on), list_layout(), as_of=on, above=above)


def _rows(unit: Any, *, on: date) -> Iterator[Mapping[str, Any]]:
    held = list(staff(unit, on=on).values_list("person_id", "unit_name"))
    for at in range(0, len(held), _BATCH):
        part = held[at : at + _BATCH]
        known = known_of([person for person, _ in part], on=on)
        yield from (_row(known[person], unit_name or "") for person, unit_name in part)


def _row(known: Known, unit_name: str) -> dict[str, Any]:
    person = known.person
    return {
        "full_name": person.full_name,
        "born_on": _partial(person.born_on, person.born_precision),
        "sex": person.sex or None,
        "ethnicity": _capital(code_lists.ETHNIC_GROUPS.label_of(person.ethnicity)) if person.ethnicity else None,
        "personnel_number": person.personnel_number,
        "citizen_number": person.citizen_number if known.number_seen else None,
        "unit": unit_name,
        **_place(known),
        **_rank(known),
        **_studies(known),
        "admitted_on": known.party.starts_on if known.party else None,
        "official_on": _reached(known.party.official_on, known.on) if known.party else None,
    }


def _reached(day: date | None, on: date) -> date | None:
    """A day that is still to come on the day of the list is not in the list."""
    return day if day and day <= on else None


def _place(known: Known) -> dict[str, Any]:
    post, service = known.post, known.service
    ground = post.ground if post else None
    return {
        "post": post.post.title if post else None,
        "staff_kind": StaffKind(service.kind).label if service else None,
        "since": post.starts_on if post else None,
        "decision_number": ground.number if ground else None,
        "decision_on": ground.signed_on if ground else None,
        "recruited_on": service.starts_on if service else None,
    }


def _rank(known: Known) -> dict[str, Any]:
    rank = known.rank
    if rank is None:
        return {}
    return {"rank": rank.rank, "step": rank.step, "coefficient": rank.coefficient, "rank_since": rank.starts_on}


def _studies(known: Known) -> dict[str, Any]:
    """The highest of each subject; the list has room for one."""
    found: dict[str, Any] = {}
    for subject, key in STUDIED.items():
        best = next((each for each in known.studies if each.subject == subject and _counts(each, known.on)), None)
        if best is None:
            continue
        found[key] = _capital(code_lists.level_label(subject, best.level))
        awarded = _partial(best.awarded_on, best.awarded_precision)
        if subject == Subject.PROFESSIONAL:
            found |= {"field": best.field, "school": best.school, "mode": _mode(best.mode), "graduated_on": awarded}
        if subject == Subject.POLITICAL_THEORY:
            found["theory_on"] = awarded
    return found


def _counts(study: Any, on: date) -> bool:
    return study.awarded_on is not None and study.awarded_on <= on


def _mode(code: str) -> str | None:
    known = {entry.code: entry.label for entry in code_lists.TRAINING_MODES.entries}
    return _capital(known.get(code, code)) if code else None


def _partial(day: date | None, precision: str) -> PartialDate | None:
    return PartialDate(day, _DEPTHS[precision]) if day and precision in _DEPTHS else None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sample(unit: str, post: str) -> dict[str, Any]:
    return {
        "full_name": "Nguyễn Văn Mẫu",
        "born_on": PartialDate.of(1980, 3, 5),
        "sex": "male",
        "ethnicity": "Kinh",
        "personnel_number": "CB-0001",
        "unit": unit,
        "post": post,
        "staff_kind": "Công chức",
        "since": PartialDate.of(2010, 6, 1),
        "decision_number": "12/QĐ-UBND",
        "decision_on": PartialDate.of(2010, 5, 25),
        "recruited_on": PartialDate.of(2008, 6, 1),
        "rank": "01.003",
        "step": 3,
        "professional": "Đại học",
        "field": "Luật",
        "mode": "Chính quy",
        "graduated_on": PartialDate.of(2003),
        "theory": "Trung cấp",
    }


def _short_sample(unit: str) -> dict[str, Any]:
    """What a list needs at least."""
    return {"full_name": "Trần Thị Mẫu", "born_on": PartialDate.of(1985), "unit": unit, "post": "Chuyên viên"}
