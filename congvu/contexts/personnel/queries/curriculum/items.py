"""Các mục đánh số của mẫu 2C-BNV/2008: from which part of the file each of them is answered.

The numbers are those of the catalogue; the form was not at hand, so its order and words stand from memory.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from congvu.contexts.personnel.models import FileItem, PartyMembership, Person, RankHolding, Study
from congvu.contexts.personnel.queries.curriculum.answers import (
    NONE,
    Answer,
    Ask,
    Known,
    day_words,
    named,
    of_entries,
    of_field,
    of_record,
)
from congvu.contexts.personnel.queries.file import level_words, rank_label
from congvu.contexts.personnel.rules import subject_label
from congvu.contexts.personnel.states import AssignmentKind
from congvu.law import code_lists
from congvu.law.personal_file import group, said
from congvu.law.sensitivity import Sensitivity

_ALLOWANCE = group("allowance")
_LEADERSHIP, _OTHER = "leadership", "other"
_HIGHEST_TITLE = "state_title"


@dataclass(frozen=True)
class Item:
    """Mục của mẫu: its number and its blanks with their answers."""

    place: str
    answers: tuple[Answer, ...]


def _name(known: Known) -> Answer:
    """The name at birth where the file tells it and the reader sees it, else the name in use."""
    told = of_field("origin", "birth_name")(known)
    label = f"{told.label} (viết chữ in hoa)"
    return Answer(label, (told.words or known.person.full_name).upper())


def _born(known: Known) -> str:
    return day_words(known.person.born_on, known.person.born_precision)


def _ethnicity(known: Known) -> str:
    return code_lists.ETHNIC_GROUPS.label_of(known.person.ethnicity)


def _posts(known: Known) -> str:
    """The principal post, then those held beside it."""
    held = [post for post in known.file.posts if known.on in post.valid]
    held.sort(key=lambda post: post.kind != AssignmentKind.PRINCIPAL)
    beside = [f"kiêm {post.post.title}" for post in held if post.kind == AssignmentKind.CONCURRENT]
    return ", ".join([*(post.post.title for post in held if post.kind == AssignmentKind.PRINCIPAL), *beside])


def _rank(label: str, words: Callable[[RankHolding], str]) -> Ask:
    return of_record(label, lambda known: words(known.file.rank) if known.file.rank else "")


def _number(value: int | Decimal | None) -> str:
    return "" if value is None else str(value).replace(".", ",")


_RANK = (
    _rank("Ngạch công chức (chức danh viên chức)", lambda held: rank_label(held.rank)),
    _rank(named(RankHolding, "rank"), lambda held: held.rank),
    _rank(named(RankHolding, "step"), lambda held: _number(held.step)),
    _rank(named(RankHolding, "coefficient"), lambda held: _number(held.coefficient)),
    _rank("Ngày hưởng", lambda held: day_words(held.starts_on)),
)


def _leadership(known: Known) -> Answer:
    """Phụ cấp chức vụ, by its coefficient or its percentage and the day it is paid from."""
    kind = _ALLOWANCE.field("kind")
    answer = of_entries("allowance", label=said(kind, _LEADERSHIP), only=_is_leadership)(known)
    return Answer(answer.label, answer.words.removeprefix(f"{answer.label}, "), answer.seen)


def _is_leadership(item: FileItem) -> bool:
    return bool(item.values["kind"] == _LEADERSHIP)


def _highest(subject: str) -> Ask:
    def words(known: Known) -> str:
        counted = [study for study in known.file.studies if study.subject == subject and _counts(study, known)]
        return level_words(max(counted, key=lambda study: study.level)) if counted else ""

    return of_record(subject_label(subject), words)


def _counts(study: Study, known: Known) -> bool:
    return study.awarded_on is not None and study.awarded_on <= known.on


def _joined(known: Known) -> str:
    member = known.file.member
    if member is None:
        return NONE if known.sections["party"].seen and known.sections["party"].none else ""
    return day_words(member.starts_on)


def _official(known: Known) -> str:
    member = known.file.member
    official = member.official_on if member else None
    return day_words(official) if official and official <= known.on else ""


def _citizen_number(known: Known) -> str:
    return known.person.citizen_number or ""


ITEMS: tuple[tuple[str, tuple[Ask, ...]], ...] = (
    ("1", (_name,)),
    ("2", (of_field("origin", "other_names"),)),
    (
        "3",
        (
            of_record(named(Person, "born_on"), _born),
            of_record(named(Person, "sex"), lambda known: known.person.get_sex_display()),
        ),
    ),
    ("4", (of_field("origin", "birthplace"),)),
    ("5", (of_field("origin", "native_place"),)),
    ("6", (of_record(named(Person, "ethnicity"), _ethnicity),)),
    ("7", (of_field("belief", "religion"),)),
    ("8", (of_field("residence", "registered"),)),
    ("9", (of_field("residence", "present"),)),
    ("10", (of_field("recruitment", "occupation"),)),
    ("11", (of_field("recruitment", "recruited_on"), of_field("recruitment", "body"))),
    ("12", (of_record("Chức vụ (chức danh) hiện tại", _posts),)),
    ("13", (of_field("duty", "main_work"),)),
    (
        "14",
        (
            *_RANK,
            _leadership,
            of_entries(
                "allowance",
                label=said(_ALLOWANCE.field("kind"), _OTHER),
                only=lambda item: not _is_leadership(item),
            ),
        ),
    ),
    ("15.1", (of_field("schooling", "grade"), of_field("schooling", "system"))),
    ("15.2", (_highest("professional"),)),
    ("15.3", (_highest("political_theory"),)),
    ("15.4", (_highest("state_management"),)),
    ("15.5", (_highest("language"),)),
    ("15.6", (_highest("informatics"),)),
    (
        "16",
        (
            of_record("Ngày vào Đảng Cộng sản Việt Nam", _joined),
            of_record(named(PartyMembership, "official_on"), _official),
            of_field("party", "card"),
            of_field("party", "admitted_at"),
        ),
    ),
    ("17", (of_entries("union", label="Tham gia tổ chức chính trị – xã hội"),)),
    ("18", tuple(of_field("military", name) for name in ("enlisted_on", "discharged_on", "rank"))),
    (
        "19",
        (
            of_entries(
                "commendation",
                label="Danh hiệu được phong tặng cao nhất",
                only=lambda item: item.values["form"] == _HIGHEST_TITLE,
            ),
        ),
    ),
    ("20", (of_field("duty", "strength"),)),
    ("21", (of_entries("commendation"),)),
    ("22", (of_entries("discipline"),)),
    ("23", tuple(of_field("health", name) for name in ("state", "height", "weight", "blood"))),
    ("24", (of_field("policy", "invalid_grade"), of_field("policy", "family"))),
    (
        "25",
        (
            of_record(named(Person, "citizen_number"), _citizen_number, kind=Sensitivity.IDENTITY),
            of_field("identity", "issued_on"),
            of_field("identity", "issued_by"),
        ),
    ),
    ("26", (of_field("identity", "insurance"),)),
    ("29", (of_field("history", "arrests"), of_field("history", "old_regime"))),
    ("30", (of_entries("foreign_tie"), of_entries("relative_abroad"))),
)
