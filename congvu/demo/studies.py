"""What each invented person has studied: before service, in service, in the plan's classes, when sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from congvu.contexts.personnel.actions import StudySpell
from congvu.demo.lives import Life
from congvu.demo.papers import COMMITTEE, PARTY, Papers, working_day
from congvu.demo.plan import Plan, Schools
from congvu.demo.quotas import DONE, Learning
from congvu.kernel.documents.decisions import Ground

_SENT = "send_to_course"
_FIELDS = {
    "political_theory": "Lý luận chính trị – hành chính",
    "state_management": "Quản lý hành chính nhà nước",
    "language": "Tiếng Anh",
    "informatics": "Tin học ứng dụng",
}


@dataclass(frozen=True)
class Schooling:
    """Sổ học tập: what all studies of the locality have in common."""

    plan: Plan
    papers: Papers
    sendings: tuple[Ground, ...]
    class_ids: Mapping[str, int]

    @property
    def schools(self) -> Schools:
        """Where people of the locality study."""
        return self.plan.schools

    @classmethod
    def of(cls, plan: Plan, papers: Papers, class_ids: Mapping[str, int]) -> "Schooling":
        """The decisions that sent people to the classes are signed once, for all of a class."""
        luck = plan.luck("classes")
        sendings = tuple(
            papers.decision(plan, _SENT, held.opened, f"Cử cán bộ học: {held.title}", issuer=PARTY, luck=luck)
            for held in plan.classes
        )
        return cls(plan, papers, sendings, class_ids)

    def studies(self, life: Life, learning: Learning) -> tuple[StudySpell, ...]:
        """Quá trình đào tạo, bồi dưỡng của một người."""
        luck = self.plan.luck("studies", life.key)
        return (
            *self._professional(life, learning, luck),
            *self._theory(life, learning, luck),
            *self._courses(life, luck),
            *self._told(life, learning, luck),
        )

    def _professional(self, life: Life, learning: Learning, luck: Random) -> Iterator[StudySpell]:
        field = luck.choice(life.seat.post.fields)
        in_service = learning.sent_to_university == DONE and life.seat.in_commune
        graduated = date(life.born.year + luck.choice((22, 22, 23)), luck.randint(6, 9), luck.randint(1, 28))
        recent = life.served_since >= date(2008, 1, 1)
        if recent:
            graduated = min(graduated, life.served_since - timedelta(days=30))
        straight = learning.university and not in_service and graduated <= life.served_since
        if straight and (recent or life.age_on(self.plan.day) < 42 or luck.random() < 0.5):
            yield _degree(4, field, luck.choice(self.schools.universities), "full_time", graduated, 4, luck)
        else:
            level = luck.choice((2, 3))
            before = date(life.born.year + 20 + level // 3, 7, luck.randint(1, 28))
            before = min(before, life.served_since - timedelta(days=30))
            yield _degree(level, field, luck.choice(self.schools.colleges[level]), "full_time", before, level, luck)
            if learning.university and not in_service:
                yield self._evening(life, field, luck)
        yield from self._higher(life, learning, field, luck)

    def _evening(self, life: Life, field: str, luck: Random) -> StudySpell:
        """Vừa làm vừa học, on one's own initiative or sent before the plan's years."""
        earliest = life.served_since.year + 3
        last = self.plan.since.year - 1
        year = min(self.plan.day.year - 1, max(earliest, luck.randint(1998, last)))
        school = self.schools.universities[0]
        spell = _degree(4, field, school, "in_service", date(year, 11, 20), 4, luck)
        if year - 4 <= self.plan.begins.year or year > last or luck.random() < 0.5 or spell.started_on is None:
            return spell
        return _sent(spell, self._sending(spell.started_on, "Cử đi đào tạo đại học", COMMITTEE, luck))

    def _higher(self, life: Life, learning: Learning, field: str, luck: Random) -> Iterator[StudySpell]:
        if learning.master:
            last = self.plan.since.year - 1
            year = luck.randint(max(2006, min(last, life.served_since.year + 3)), last)
            yield _degree(5, field, self.schools.master, "full_time", date(year, 10, luck.randint(1, 28)), 2, luck)
        if state := learning.sent_to_university:
            again = not life.seat.in_commune and learning.university
            mode = "second_degree" if again else "bridging"
            title = f"Cử đi đào tạo đại học, ngành {field}"
            yield self._sent_away(4, field, self.schools.master, mode, (state, 30), title, luck)
        if state := learning.sent_to_postgraduate:
            title = f"Cử đi đào tạo sau đại học, ngành {field}"
            yield self._sent_away(5, field, self.schools.master, "full_time", (state, 24), title, luck)

    def _sent_away(
        self, level: int, field: str, school: str, mode: str, taking: tuple[str, int], title: str, luck: Random
    ) -> StudySpell:
        """Sent in the plan's years: back before the article's day, or still studying."""
        state, months = taking
        first = self.plan.since.year
        started = (
            date(first, luck.choice((3, 4, 9)), 1) if state == DONE else date(luck.choice((first + 1, first + 2)), 9, 1)
        )
        awarded = _after(started, months)
        subject = "political_theory" if level == 3 else "professional"
        spell = StudySpell(
            subject=subject,
            level=level,
            field=field,
            school=school,
            mode=mode,
            started_on=started,
            ended_on=awarded - timedelta(days=45),
            awarded_on=awarded,
            certificate_number=_number(luck),
        )
        return _sent(spell, self._sending(started, title, PARTY if level == 3 else COMMITTEE, luck))

    def _theory(self, life: Life, learning: Learning, luck: Random) -> Iterator[StudySpell]:
        held, last = learning.theory, self.plan.since.year - 1
        if learning.class_number is not None:
            yield self._in_class(learning.class_number, luck)
        elif held >= 2:
            earliest = max(life.served_since.year + 2, 1993)
            yield _certificate("political_theory", 2, self.schools.politics, self._day(luck, earliest, last), luck)
        if held == 1:
            awarded = self._day(luck, life.served_since.year, self.plan.day.year - 1)
            yield _certificate("political_theory", 1, self.schools.centre, awarded, luck)
        if held >= 3:
            earliest = min(max(life.served_since.year + 5, 1999), last - 2)
            awarded = self._day(luck, earliest, last)
            yield _certificate("political_theory", held, self.schools.academy, awarded, luck)
        if state := learning.sent_to_advanced_theory:
            title = "Cử đi học cao cấp lý luận chính trị"
            field = _FIELDS["political_theory"]
            yield self._sent_away(3, field, self.schools.academy, "in_service", (state, 24), title, luck)

    def _in_class(self, number: int, luck: Random) -> StudySpell:
        held = self.plan.classes[number]
        return StudySpell(
            subject="political_theory",
            level=2,
            field=_FIELDS["political_theory"],
            school=self.schools.politics,
            mode="in_service",
            started_on=held.opened,
            ended_on=held.closed,
            awarded_on=working_day(held.closed + timedelta(days=20)),
            certificate_number=_number(luck),
            sent_by=self.sendings[number],
            study_class_id=self.class_ids[held.code],
        )

    def _courses(self, life: Life, luck: Random) -> Iterator[StudySpell]:
        """State management, language, informatics: most have what the post asks for, some do not."""
        level = _state_management(life, self.plan, luck)
        if level:
            latest = min(self.plan.day.year - 1, life.left.year - 1)
            awarded = self._day(luck, life.joined.year, latest)
            course = _certificate("state_management", level, self.schools.politics, awarded, luck)
            if luck.random() < 0.5 and course.started_on and course.started_on > date(self.plan.begins.year + 1, 1, 1):
                title = "Cử đi bồi dưỡng kiến thức quản lý nhà nước"
                course = _sent(course, self._sending(course.started_on, title, COMMITTEE, luck))
            yield course
        young = life.born.year > 1978
        district = not life.seat.in_commune
        last = self.plan.day.year - 3
        study_years = (max(1992, life.born.year + 20), max(1998, min(last, life.born.year + 30)))
        if luck.random() < (0.9 if district else 0.65):
            level = luck.choice((2, 2, 2, 3)) if young or luck.random() < 0.75 else 1
            yield _certificate("language", level, self.schools.language, self._day(luck, *study_years), luck)
        if luck.random() < (0.94 if young else 0.82 if district else 0.6):
            level = luck.choice((1, 2)) if young else 1
            yield _certificate("informatics", level, self.schools.informatics, self._day(luck, *study_years), luck)

    def _told(self, life: Life, learning: Learning, luck: Random) -> Iterator[StudySpell]:
        """Studies that the file tells of, each begun on one of its days."""
        for number, state in learning.sent:
            row = self.plan.sent[number]
            started = luck.choice(row.done_from if state == DONE else row.running_from)
            awarded = _after(started, row.months)
            field = _FIELDS.get(row.subject) or luck.choice(life.seat.post.fields)
            spell = StudySpell(
                subject=row.subject,
                level=row.level,
                field=field,
                school=row.school,
                mode=row.mode,
                started_on=started,
                ended_on=awarded - timedelta(days=45),
                awarded_on=awarded,
                certificate_number=_number(luck),
            )
            issuer = PARTY if row.subject == "political_theory" else COMMITTEE
            yield _sent(spell, self._sending(started, row.title, issuer, luck))

    def _day(self, luck: Random, earliest: int, latest: int) -> date:
        """A working day in one of the years, never after the last award."""
        year = luck.randint(min(earliest, latest), latest)
        return min(working_day(date(year, luck.randint(3, 12), luck.randint(1, 28))), self.plan.last_award)

    def _sending(self, started: date, title: str, issuer: str, luck: Random) -> Ground:
        return self.papers.decision(self.plan, _SENT, started, title, issuer=issuer, luck=luck)


def _state_management(life: Life, plan: Plan, luck: Random) -> int:
    if max(life.served_since, plan.begins) > date(plan.day.year - 2, 6, 1):
        return 0
    post = life.seat.post
    if post.kind in ("district_leader", "province_leader"):
        senior = life.age_on(plan.day) > 40 and luck.random() < 0.5
        return 3 if senior else 2 if luck.random() < 0.95 else 1
    chance = {
        "district_specialist": 0.84,
        "province_specialist": 0.9,
        "party_specialist": 0.5,
        "public_employee": 0.3,
    }.get(post.kind, 0.55)
    return 2 if luck.random() < chance else luck.choice((0, 0, 1))


def _degree(level: int, field: str, school: str, mode: str, awarded: date, years: int, luck: Random) -> StudySpell:
    return StudySpell(
        subject="professional",
        level=level,
        field=field,
        school=school,
        mode=mode,
        started_on=date(awarded.year - years, 9, 5),
        ended_on=awarded - timedelta(days=20),
        awarded_on=awarded,
        certificate_number=_number(luck),
    )


def _certificate(subject: str, level: int, school: str, awarded: date, luck: Random) -> StudySpell:
    return StudySpell(
        subject=subject,
        level=level,
        field=_FIELDS[subject],
        school=school,
        mode="in_service",
        started_on=awarded - timedelta(days=540 if subject == "political_theory" and level > 1 else 100),
        ended_on=awarded - timedelta(days=12),
        awarded_on=awarded,
        certificate_number=_number(luck),
    )


def _sent(spell: StudySpell, ground: Ground) -> StudySpell:
    return StudySpell(**{**vars(spell), "sent_by": ground})


def _after(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return working_day(date(count // 12, count % 12 + 1, 15))


def _number(luck: Random) -> str:
    return f"{luck.randrange(1_000_000):06}"
