"""Short courses: which of the plan's courses each person attended."""

from dataclasses import dataclass

from congvu.contexts.personnel.actions import CourseSpell
from congvu.demo.lives import Life
from congvu.demo.papers import Papers
from congvu.demo.plan import Plan
from congvu.kernel.documents.decisions import Ground


@dataclass(frozen=True)
class Courses:
    """Các khóa bồi dưỡng, tập huấn: the decision that called people together is signed once for each."""

    plan: Plan
    callings: tuple[Ground, ...]

    @classmethod
    def of(cls, plan: Plan, papers: Papers) -> "Courses":
        """The courses of the plan with their decisions."""
        luck = plan.luck("courses")
        callings = tuple(
            papers.decision(plan, "send_to_course", held.starts, f"Cử cán bộ dự: {held.title}", luck=luck)
            for held in plan.courses
        )
        return cls(plan, callings)

    def attended(self, life: Life) -> tuple[CourseSpell, ...]:
        """Các lượt của một người: of those held for people like this one, while serving."""
        luck = self.plan.luck("courses", life.key)
        drawn = [(held, calling, luck.random()) for held, calling in zip(self.plan.courses, self.callings, strict=True)]
        return tuple(
            CourseSpell(
                title=held.title,
                kind=held.kind,
                organiser=held.organiser,
                started_on=held.starts,
                ended_on=held.ends,
                days=held.days,
                certificate_number=f"{luck.randrange(1_000_000):06}" if held.certified else "",
                ground=calling,
            )
            for held, calling, chance in drawn
            if life.seat.post.category in held.categories and life.serves(held.starts) and chance < held.share
        )
