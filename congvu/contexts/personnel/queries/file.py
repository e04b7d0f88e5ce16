"""One person's file as of a day: the summary, the career as a line of events, what was studied."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import Any, Literal

from django.db.models import OuterRef, Q, Subquery

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import (
    Assignment,
    Attendance,
    PartyMembership,
    Person,
    RankHolding,
    Service,
    Study,
)
from congvu.contexts.personnel.states import AssignmentKind, Precision, Sex, StaffKind, Subject
from congvu.law import code_lists
from congvu.law.retirement import Retirement, retirement


@dataclass(frozen=True)
class Event:
    """Mốc trong quá trình công tác: a day, what began or ended, and the paper behind it."""

    day: date
    precision: str
    what: str
    detail: str
    ground: str


@dataclass(frozen=True)
class PersonFile:
    """Hồ sơ một người tính đến một ngày."""

    person: Person
    on: date
    posts: tuple[Assignment, ...]
    studies: tuple[Study, ...]
    ranks: tuple[RankHolding, ...]
    services: tuple[Service, ...]
    party: tuple[PartyMembership, ...]
    courses: tuple[Attendance, ...]

    @property
    def principal(self) -> Assignment | None:
        """The principal post on the day."""
        held = [post for post in self.posts if post.kind == AssignmentKind.PRINCIPAL and self.on in post.valid]
        return held[0] if held else None

    @property
    def staff_kind(self) -> str:
        """Cán bộ, công chức or viên chức on the day."""
        held = [service.kind for service in self.services if self.on in service.valid]
        return StaffKind(held[0]).label if held else ""

    @property
    def rank(self) -> RankHolding | None:
        """The rank on the day."""
        held = [rank for rank in self.ranks if self.on in rank.valid]
        return held[0] if held else None

    @property
    def member(self) -> PartyMembership | None:
        """Party membership on the day."""
        held = [membership for membership in self.party if self.on in membership.valid]
        return held[0] if held else None

    @property
    def levels(self) -> dict[str, int]:
        """The highest level of each subject that counts on the day."""
        counted = [study for study in self.studies if study.awarded_on and study.awarded_on <= self.on]
        return {
            subject: max((study.level for study in counted if study.subject == subject), default=0)
            for subject in Subject.values
        }

    @property
    def retires(self) -> Retirement | None:
        """When the law retires the person; unknown without birth day and sex."""
        born = self.person.born_on
        if born is None or not self.person.sex:
            return None
        return retirement(born, _sex(self.person), precision=_precision(self.person))

    def events(self) -> list[Event]:
        """The career up to the day, the newest first."""
        found = [*self._post_events(), *self._study_events(), *self._other_events()]
        return sorted((event for event in found if event.day <= self.on), key=lambda event: event.day, reverse=True)

    def _post_events(self) -> list[Event]:
        began = [
            Event(post.starts_on, Precision.DAY, post.post.title, post.unit_name or "", _paper(post))  # type: ignore[attr-defined]
            for post in self.posts
            if post.starts_on
        ]
        ended = [
            Event(post.valid.upper, Precision.DAY, f"Thôi giữ vị trí {post.post.title}", post.unit_name or "", "")  # type: ignore[attr-defined]
            for post in self.posts
            if post.valid.upper and not any(other.starts_on == post.valid.upper for other in self.posts)
        ]
        return began + ended

    def _study_events(self) -> list[Event]:
        awarded = [
            Event(study.awarded_on, study.awarded_precision, level_words(study), study.school, _certificate(study))
            for study in self.studies
            if study.awarded_on
        ]
        sent = [
            Event(paper.signed_on, Precision.DAY, f"Được cử đi học: {level_words(study)}", study.school, str(paper))
            for study in self.studies
            if (paper := study.sent_by)
        ]
        return awarded + sent

    def _other_events(self) -> list[Event]:
        ranks = [
            Event(rank.starts_on, Precision.DAY, f"Xếp ngạch {rank_words(rank.rank)}", _step(rank), _paper(rank))
            for rank, before in zip_longest(self.ranks, self.ranks[1:])
            if rank.starts_on and (before is None or before.rank != rank.rank)
        ]
        party = [
            Event(membership.starts_on, Precision.DAY, "Vào Đảng Cộng sản Việt Nam", "", "")
            for membership in self.party
            if membership.starts_on
        ]
        return ranks + party


def person_file(person: Person, *, on: date) -> PersonFile:
    """Hồ sơ tính đến ngày: everything of the person that had begun by the day, in seven queries."""
    begun: dict[str, Any] = {"person": person, "valid__startswith__lte": on}
    studies = Study.objects.filter(person=person, withdrawn_on=None).select_related("sent_by", "study_class")
    return PersonFile(
        person=person,
        on=on,
        posts=tuple(_posts(person).filter(valid__startswith__lte=on)),
        studies=tuple(studies.order_by("subject", "-level", "-awarded_on", "pk")),
        ranks=tuple(RankHolding.objects.filter(**begun).select_related("ground").order_by("-valid")),
        services=tuple(Service.objects.filter(**begun).select_related("ground").order_by("-valid")),
        party=tuple(_memberships(person, on=on)),
        courses=tuple(_courses(person, on=on)),
    )


def _certificate(study: Study) -> str:
    return f"Số hiệu {study.certificate_number}" if study.certificate_number else ""


def _courses(person: Person, *, on: date) -> Any:
    begun = Attendance.objects.filter(person=person, started_on__lte=on).select_related("ground")
    return begun.order_by("-started_on", "pk")


def _memberships(person: Person, *, on: date) -> Any:
    """Membership whose first day is not known has begun all the same."""
    begun = Q(valid__startswith__lte=on) | Q(valid__lower_inf=True)
    return PartyMembership.objects.filter(begun, person=person).order_by("-valid")


def _posts(person: Person) -> Any:
    named = organisations.UnitRecord.objects.filter(
        unit=OuterRef("post__unit"), valid__contains=OuterRef("valid__startswith")
    )
    return (
        Assignment.objects.filter(person=person)
        .annotate(unit_name=Subquery(named.order_by("pk").values("name")[:1]))
        .select_related("post", "ground")
        .order_by("-valid", "pk")
    )


def level_words(study: Study) -> str:
    """ "Thạc sĩ Quản lý công", "Trung cấp lý luận chính trị"."""
    level = code_lists.level_label(study.subject, study.level)
    topic = study.field or ("" if study.subject == Subject.PROFESSIONAL else study.get_subject_display().lower())
    words = f"{level} {topic}".strip()
    return words[:1].upper() + words[1:]


def rank_words(code: str) -> str:
    """ "Chuyên viên (01.003)"; a code that no list knows stays a code."""
    label = rank_label(code)
    return f"{label} ({code})" if label else code


def rank_label(code: str) -> str:
    """ "Chuyên viên"; nothing for a code that no list knows."""
    return _rank_labels().get(code, "")


@cache
def _rank_labels() -> dict[str, str]:
    return {entry.code: entry.label for entry in (*code_lists.RANKS, *code_lists.TITLES)}


def _paper(record: Any) -> str:
    return str(record.ground) if record.ground else ""


def _step(rank: RankHolding) -> str:
    step = f"bậc {rank.step}" if rank.step else ""
    coefficient = f"hệ số {rank.coefficient}".replace(".", ",") if rank.coefficient else ""
    return ", ".join(part for part in (step, coefficient) if part)


def _sex(person: Person) -> Literal["male", "female"]:
    return "male" if person.sex == Sex.MALE else "female"


def _precision(person: Person) -> Any:
    return person.born_precision if person.born_precision != Precision.UNKNOWN else Precision.YEAR
