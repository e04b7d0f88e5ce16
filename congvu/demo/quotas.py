"""Who has learned what by the article's day: just as many as the targets say, chosen by place, age and luck."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from congvu.demo.lives import Life
from congvu.demo.plan import Plan
from congvu.demo.units import SentPlan
from congvu.law import standards as law

DONE, STUDYING = "done", "studying"


@dataclass
class Learning:
    """Trình độ vào ngày của bài báo, and how it came about."""

    university: bool = True
    theory: int = 0
    class_number: int | None = None
    sent_to_university: str = ""
    sent_to_postgraduate: str = ""
    sent_to_advanced_theory: str = ""
    master: bool = False
    sent: tuple[tuple[int, str], ...] = ()  # rows of the plan's list of those sent, each with how far it has come


class Allotment:
    """Phân bổ: the targets, shared out over the people."""

    def __init__(self, plan: Plan, people: Iterable[Life]) -> None:
        everybody = list(people)
        self.plan = plan
        self.luck = plan.luck("quotas")
        self.of = {life.key: Learning() for life in everybody}
        self.here = [life for life in everybody if not life.gone]
        self.gone = [life for life in everybody if life.gone]

    def shared_out(self) -> dict[str, Learning]:
        """Trình độ của từng người, by the person's key."""
        self._degrees()
        self._theory()
        if self.plan.meets_standards:
            self._meet_standards()
        self._advanced()
        if self.plan.classes:
            self._first_classes()
            self._running_class()
        if "sent_to_university" in self.plan.targets:
            self._sent_to_university()
            self._sent_to_postgraduate()
        self._sent()
        return self.of

    def _degrees(self) -> None:
        district = [life for life in self.here if not life.seat.in_commune]
        without = len(district) - self._wanted("district_university", district)
        junior = [life for life in district if life.seat.post.category == "public_employee" and self._young(life)]
        for life in self.luck.sample(junior, without):
            self.of[life.key].university = False
        ward = [life for life in self.here if life.seat.in_commune]
        for life in self._best(ward, self._wanted("ward_university", ward), self._degree_score, last=True):
            self.of[life.key].university = False
        for life in self.here:
            if life.seat.post.staff == "part_time_worker":
                self.of[life.key].university = self.luck.random() < 0.25

    def _degree_score(self, life: Life) -> float:
        return 0.35 * life.seat.leads - life.age_on(self.plan.day) / 60

    def _theory(self) -> None:
        administrative = [life for life in self.here if life.seat.block == "administrative"]
        party = [life for life in self.here if life.seat.block == "party"]
        key = [life for life in self.here if life.seat.in_commune and life.seat.leads]
        others = [life for life in self.here if life.seat.in_commune and not life.seat.leads]
        for people, wanted in (
            (administrative, self._wanted("theory_administrative", administrative)),
            (party, self._wanted("theory_party", party)),
            (key, self._wanted("theory_key", key)),
            (others, self.plan.targets.get("theory_others", len(others) * 2 // 5)),
        ):
            for life in self._best(people, wanted, self._theory_score):
                self.of[life.key].theory = 2
        for life in self.here:
            self._elementary(life)

    def _theory_score(self, life: Life) -> float:
        asked = 9 * (life.seat.post.kind == "ward_leader")
        fresh = 9 * (life.served_since > date(self.plan.since.year, 6, 1))
        return asked - fresh + 0.9 * life.seat.leads + life.age_on(self.plan.day) / 70

    def _elementary(self, life: Life) -> None:
        learning = self.of[life.key]
        if not learning.theory and (life.seat.post.kind == "ward_official" or self.luck.random() < 0.35):
            learning.theory = 1

    def _best(
        self, people: list[Life], wanted: int, score: Callable[[Life], float], *, last: bool = False
    ) -> list[Life]:
        drawn = sorted(((score(life) + self.luck.random() * 0.6, life.key, life) for life in people), reverse=True)
        ranked = [life for _, _, life in drawn]
        return ranked[wanted:] if last else ranked[:wanted]

    def _advanced(self) -> None:
        leaders = [life for life in self.here if life.seat.leads and self.of[life.key].theory == 2]
        fit = [life for life in leaders if life.age_on(self.plan.day) <= 50 and life.joined < self.plan.settled]
        for number, life in enumerate(self.luck.sample(fit, self.plan.targets.get("sent_to_advanced_theory", 0))):
            learning = self.of[life.key]
            learning.sent_to_advanced_theory = STUDYING if number % 5 in (1, 3) else DONE
        for life in leaders:
            learning = self.of[life.key]
            early = life.served_since < date(self.plan.since.year - 11, 1, 1) and not learning.sent_to_advanced_theory
            if early and self.luck.random() < (0.2 if life.seat.in_commune else 0.5):
                learning.theory = 4 if self.luck.random() < 0.06 else 3

    def _first_classes(self) -> None:
        first, second, _ = self.plan.classes
        for life in self.gone:
            for number, held in ((1, second), (0, first)):
                if life.left >= held.closed and life.joined < held.opened and life.age_on(held.opened) < 46:
                    self.of[life.key].class_number = number
                    break
        for number in (0, 1):
            self._fill(number, [life for life in self.here if self._may_join(life, number)])

    def _may_join(self, life: Life, number: int) -> bool:
        learning = self.of[life.key]
        held = self.plan.classes[number]
        free = learning.theory == 2 and learning.class_number is None and not learning.sent_to_advanced_theory
        return free and life.joined < held.opened and life.age_on(held.opened) < 50

    def _fill(self, number: int, fit: list[Life]) -> None:
        sitting = sum(learning.class_number == number for learning in self.of.values())
        hurried = date(
            self.plan.since.year - 4, 6, 1
        )  # who came later had no time for a class before those of the plan
        late = [life for life in fit if life.served_since > hurried]
        early = [life for life in fit if life.served_since <= hurried]
        wanted = self.plan.targets["class_size"] - sitting - len(late)
        for life in (*late, *self.luck.sample(early, wanted)):
            self.of[life.key].class_number = number

    def _running_class(self) -> None:
        running = self.plan.classes[2]
        fit = [
            life
            for life in self.here
            if self.of[life.key].theory < 2 and life.joined < running.opened and life.age_on(running.opened) < 52
        ]
        for life in self.luck.sample(fit, self.plan.targets["class_size"]):
            self.of[life.key].class_number = 2

    def _sent_to_university(self) -> None:
        wanted = self.plan.targets["sent_to_university"]
        settled = [life for life in self.here if life.joined < self.plan.settled and self._young(life)]
        without = [life for life in settled if not self.of[life.key].university]
        district = [life for life in without if not life.seat.in_commune]
        wards = [life for life in without if life.seat.in_commune]
        finished = [life for life in settled if life.seat.in_commune and self.of[life.key].university]
        again = [life for life in settled if not life.seat.in_commune and self.of[life.key].university]
        chosen = [(life, STUDYING) for life in (*district, *self.luck.sample(wards, 10))]
        chosen += [(life, DONE) for life in self.luck.sample(finished, 5)]
        chosen += [(life, DONE) for life in self.luck.sample(again, wanted - len(chosen))]
        for life, state in chosen:
            self.of[life.key].sent_to_university = state

    def _sent_to_postgraduate(self) -> None:
        fit = [life for life in self.here if self._may_go_on(life)]
        district = [life for life in fit if not life.seat.in_commune]
        key = [life for life in fit if life.seat.in_commune and life.seat.leads]
        sent = self.luck.sample(key, 3)
        sent += self.luck.sample(district, self.plan.targets["sent_to_postgraduate"] - len(sent))
        for number, life in enumerate(sent):
            self.of[life.key].sent_to_postgraduate = DONE if number % 2 else STUDYING
        for life in fit:
            if life not in sent and not life.seat.in_commune:
                self.of[life.key].master = self.luck.random() < 0.12

    def _meet_standards(self) -> None:
        """Nobody of the commune falls short of what the law asked of the post on the article's day."""
        for life in self.here:
            for standard in law.default_standards(life.seat.post.kind, self.plan.day):
                learning = self.of[life.key]
                if standard.subject == "professional" and standard.minimum_level >= 4:
                    learning.university = True
                if standard.subject == "political_theory":
                    learning.theory = max(learning.theory, standard.minimum_level)

    def _sent(self) -> None:
        """Those whom the file sends to study: nobody twice in one subject, the young before the old."""
        sent: set[tuple[str, str]] = set()
        for number, row in enumerate(self.plan.sent):
            fit = [life for life in self.here if (life.key, row.subject) not in sent and self._may_study(life, row)]
            chosen = sorted(fit, key=lambda life: (life.born, life.key), reverse=True)[: row.people]
            if len(chosen) < row.people:
                raise ValueError(f"the data file has too few people for {row.title}")
            for place, life in enumerate(chosen):
                learning = self.of[life.key]
                state = DONE if place < row.done else STUDYING
                self.of[life.key] = replace(learning, sent=(*learning.sent, (number, state)))
                sent.add((life.key, row.subject))

    def _may_study(self, life: Life, row: SentPlan) -> bool:
        """A level that the person does not hold yet, on top of the one below it."""
        learning = self.of[life.key]
        if not life.seat.in_commune:
            return False
        if row.subject == "political_theory":
            return learning.theory < row.level and (row.level < 3 or learning.theory == 2)
        return learning.university == (row.level > 4)

    def _wanted(self, target: str, people: list[Life]) -> int:
        """As many as the file says; everybody where it says nothing."""
        return self.plan.targets.get(target, len(people))

    def _may_go_on(self, life: Life) -> bool:
        learning = self.of[life.key]
        free = learning.university and not learning.sent_to_university and not learning.sent_to_advanced_theory
        return free and life.joined < date(self.plan.since.year - 1, 1, 1) and life.age_on(self.plan.day) < 44

    def _young(self, life: Life) -> bool:
        return life.age_on(self.plan.day) < 46


def learnings(plan: Plan, people: Iterable[Life]) -> dict[str, Learning]:
    """Trình độ của từng người."""
    return Allotment(plan, people).shared_out()


__all__ = ["DONE", "STUDYING", "Learning", "learnings"]
