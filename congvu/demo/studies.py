"""What each invented person has studied: before service, in service, in the plan's classes, when sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from congvu.contexts.personnel.actions import StudySpell
from congvu.demo.lives import Life
from congvu.demo.papers import COMMITTEE, PARTY, Papers, working_day
from congvu.demo.plan import Plan
from congvu.demo.quotas import DONE, Learning
from congvu.kernel.documents.decisions import Ground

_SENT = "send_to_course"
_LAST_AWARD = date(2016, 3, 31)
_POLITICS = "Trường Chính trị thành phố Cần Thơ"
_ACADEMY = "Học viện Chính trị khu vực IV"
_CENTRE = "Trung tâm Bồi dưỡng Chính trị quận Bình Thủy"
_UNIVERSITIES = ("Trường Đại học Cần Thơ",) * 6 + (
    "Trường Đại học Luật Thành phố Hồ Chí Minh",
    "Trường Đại học Kinh tế Thành phố Hồ Chí Minh",
    "Học viện Hành chính",
    "Trường Đại học Tây Đô",
)
_COLLEGES = {
    2: ("Trường Trung cấp Kinh tế – Kỹ thuật Cần Thơ", "Trường Trung cấp nghề Cần Thơ"),
    3: ("Trường Cao đẳng Cần Thơ", "Trường Cao đẳng Kinh tế – Kỹ thuật Cần Thơ"),
}
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

    @classmethod
    def of(cls, plan: Plan, papers: Papers, class_ids: Mapping[str, int]) -> "Schooling":
        """The decisions that sent people to the classes are signed once, for all of a class."""
        luck = plan.luck("classes")
        sendings = tuple(
            papers.decision(_SENT, held.opened, f"Cử cán bộ học: {held.title}", issuer=PARTY, luck=luck)
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
        )

    def _professional(self, life: Life, learning: Learning, luck: Random) -> Iterator[StudySpell]:
        field = luck.choice(life.seat.post.fields)
        in_service = learning.sent_to_university == DONE and bool(life.seat.ward)
        graduated = date(life.born.year + luck.choice((22, 22, 23)), luck.randint(6, 9), luck.randint(1, 28))
        recent = life.served_since >= date(2008, 1, 1)
        if recent:
            graduated = min(graduated, life.served_since - timedelta(days=30))
        straight = learning.university and not in_service and graduated <= life.served_since
        if straight and (recent or life.age_on(self.plan.day) < 42 or luck.random() < 0.5):
            yield _degree(4, field, luck.choice(_UNIVERSITIES), "full_time", graduated, 4, luck)
        else:
            level = luck.choice((2, 3))
            before = date(life.born.year + 20 + level // 3, 7, luck.randint(1, 28))
            before = min(before, life.served_since - timedelta(days=30))
            yield _degree(level, field, luck.choice(_COLLEGES[level]), "full_time", before, level, luck)
            if learning.university and not in_service:
                yield self._evening(life, field, luck)
        yield from self._higher(life, learning, field, luck)

    def _evening(self, life: Life, field: str, luck: Random) -> StudySpell:
        """Vừa làm vừa học, on one's own initiative or sent before the plan's years."""
        earliest = life.served_since.year + 3
        year = min(2015, max(earliest, luck.randint(1998, 2012)))
        spell = _degree(4, field, luck.choice(_UNIVERSITIES[:6]), "in_service", date(year, 11, 20), 4, luck)
        if year - 4 < 2005 or year > 2012 or luck.random() < 0.5 or spell.started_on is None:
            return spell
        return _sent(spell, self._sending(spell.started_on, "Cử đi đào tạo đại học", COMMITTEE, luck))

    def _higher(self, life: Life, learning: Learning, field: str, luck: Random) -> Iterator[StudySpell]:
        if learning.master:
            year = luck.randint(max(2006, min(2012, life.served_since.year + 3)), 2012)
            yield _degree(5, field, "Trường Đại học Cần Thơ", "full_time", date(year, 10, luck.randint(1, 28)), 2, luck)
        if state := learning.sent_to_university:
            again = not life.seat.ward and learning.university
            mode = "second_degree" if again else "bridging"
            title = f"Cử đi đào tạo đại học, ngành {field}"
            yield self._sent_away(4, field, "Trường Đại học Cần Thơ", mode, (state, 30), title, luck)
        if state := learning.sent_to_postgraduate:
            title = f"Cử đi đào tạo sau đại học, ngành {field}"
            yield self._sent_away(5, field, "Trường Đại học Cần Thơ", "full_time", (state, 24), title, luck)

    def _sent_away(
        self, level: int, field: str, school: str, mode: str, taking: tuple[str, int], title: str, luck: Random
    ) -> StudySpell:
        """Sent in the plan's years: back before the article's day, or still studying."""
        state, months = taking
        started = date(2013, luck.choice((3, 4, 9)), 1) if state == DONE else date(luck.choice((2014, 2015)), 9, 1)
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
        held = learning.theory
        if learning.class_number is not None:
            yield self._in_class(learning.class_number, luck)
        elif held >= 2:
            earliest = max(life.served_since.year + 2, 1993)
            yield _certificate("political_theory", 2, _POLITICS, _day(luck, earliest, 2012), luck)
        if held == 1:
            yield _certificate("political_theory", 1, _CENTRE, _day(luck, life.served_since.year, 2015), luck)
        if held >= 3:
            earliest = max(life.served_since.year + 5, 1999)
            yield _certificate("political_theory", held, _ACADEMY, _day(luck, min(earliest, 2010), 2012), luck)
        if state := learning.sent_to_advanced_theory:
            title = "Cử đi học cao cấp lý luận chính trị"
            field = _FIELDS["political_theory"]
            yield self._sent_away(3, field, _ACADEMY, "in_service", (state, 24), title, luck)

    def _in_class(self, number: int, luck: Random) -> StudySpell:
        held = self.plan.classes[number]
        return StudySpell(
            subject="political_theory",
            level=2,
            field=_FIELDS["political_theory"],
            school=_POLITICS,
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
            latest = min(2015, life.left.year - 1)
            course = _certificate("state_management", level, _POLITICS, _day(luck, life.joined.year, latest), luck)
            if luck.random() < 0.5 and course.started_on and course.started_on > date(2005, 1, 1):
                title = "Cử đi bồi dưỡng kiến thức quản lý nhà nước"
                course = _sent(course, self._sending(course.started_on, title, COMMITTEE, luck))
            yield course
        young = life.born.year > 1978
        district = not life.seat.ward
        study_years = (max(1992, life.born.year + 20), max(1998, min(2013, life.born.year + 30)))
        if luck.random() < (0.9 if district else 0.65):
            level = luck.choice((2, 2, 2, 3)) if young or luck.random() < 0.75 else 1
            yield _certificate(
                "language", level, "Trung tâm Ngoại ngữ Trường Đại học Cần Thơ", _day(luck, *study_years), luck
            )
        if luck.random() < (0.94 if young else 0.82 if district else 0.6):
            level = luck.choice((1, 2)) if young else 1
            yield _certificate(
                "informatics", level, "Trung tâm Điện tử – Tin học Cần Thơ", _day(luck, *study_years), luck
            )

    def _sending(self, started: date, title: str, issuer: str, luck: Random) -> Ground:
        return self.papers.decision(_SENT, started, title, issuer=issuer, luck=luck)


def _state_management(life: Life, plan: Plan, luck: Random) -> int:
    if life.joined > date(2014, 6, 1):
        return 0
    post = life.seat.post
    if post.kind == "district_leader":
        senior = life.age_on(plan.day) > 40 and luck.random() < 0.5
        return 3 if senior else 2 if luck.random() < 0.95 else 1
    chance = {"district_specialist": 0.84, "party_specialist": 0.5, "public_employee": 0.3}.get(post.kind, 0.55)
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


def _day(luck: Random, earliest: int, latest: int) -> date:
    """A working day in one of the years, never after the last award."""
    year = luck.randint(min(earliest, latest), latest)
    return min(working_day(date(year, luck.randint(3, 12), luck.randint(1, 28))), _LAST_AWARD)


def _after(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return working_day(date(count // 12, count % 12 + 1, 15))


def _number(luck: Random) -> str:
    return f"{luck.randrange(1_000_000):06}"
