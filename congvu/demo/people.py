"""The files of all invented people, and of those whom the article names, ready to be enrolled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from congvu.contexts.personnel.actions import PartySpell, PersonEntry, PostSpell, ServiceSpell
from congvu.demo.continuity import come_from
from congvu.demo.courses import Courses
from congvu.demo.items import items_of
from congvu.demo.lives import Life, lives
from congvu.demo.moves import APPOINT, CHANGE, RECRUIT, ROTATE, TRANSFER, moves
from congvu.demo.papers import COMMITTEE, PARTY, Papers, citizen_number, personnel_number
from congvu.demo.plan import DISTRICT, Plan
from congvu.demo.quotas import Learning, learnings
from congvu.demo.ranks import ranks
from congvu.demo.studies import Schooling
from congvu.kernel.documents.decisions import Ground

_TITLES = {
    RECRUIT: "Tuyển dụng, bố trí công tác",
    APPOINT: "Bổ nhiệm, bố trí chức vụ",
    TRANSFER: "Điều động, bố trí công tác",
    ROTATE: "Luân chuyển cán bộ",
    CHANGE: "Chuyển đổi vị trí công tác",
}
_MEMBERS = {"specialist": 0.55, "public_employee": 0.38, "commune_civil_servant": 0.6, "commune_official": 0.95}
_COUNCIL_ELECTED = date(2011, 7, 1)


@dataclass(frozen=True)
class Places:
    """Nơi chốn: the keys of units, posts and classes, under the names that the plan gives them."""

    homes: Mapping[str, int]
    posts: Mapping[str, tuple[int, int]]
    classes: Mapping[str, int]


def entries(plan: Plan, places: Places, papers: Papers | None = None) -> list[PersonEntry]:
    """Mọi hồ sơ: the same people, papers and numbers each time."""
    registry = _Registry(plan, places, papers if papers is not None else Papers())
    return [*_named(plan, places), *registry.invented()]


class _Registry:
    """Văn phòng: writes one file after another, with numbers that nobody else has."""

    def __init__(self, plan: Plan, places: Places, papers: Papers) -> None:
        self.plan = plan
        self.places = places
        self.papers = papers
        self.schooling = Schooling.of(plan, papers, places.classes)
        self.courses = Courses.of(plan, papers)

    def invented(self) -> Iterator[PersonEntry]:
        people = lives(self.plan, moves(self.plan))
        learned = learnings(self.plan, people)
        if self.plan.follows:
            come_from(self.plan, self.plan.follows, people)
        for number, life in enumerate(people, start=self.plan.numbers_from + 1):
            yield self._entry(number, life, learned[life.key])

    def _entry(self, number: int, life: Life, learning: Learning) -> PersonEntry:
        studies = self.schooling.studies(life, learning)
        luck = self.plan.luck("file", life.key)
        posts = tuple(self._posts(life))
        year_only = life.born < date(1966, 1, 1) and life.born.month == 1 and luck.random() < 0.5
        return PersonEntry(
            home_id=self.places.homes[life.seat.ward],
            full_name=life.name,
            born_on=date(life.born.year, 1, 1) if year_only else life.born,
            born_precision="year" if year_only else "day",
            sex=life.sex,
            ethnicity=life.ethnicity,
            personnel_number=personnel_number(self.plan.number_prefix, number - self.plan.numbers_from),
            citizen_number=citizen_number(number, sex=life.sex, born_in=life.born.year),
            invented=True,
            posts=(*posts, *self._council(life)),
            studies=studies,
            ranks=ranks(self.plan, life, studies, self.papers),
            services=tuple(self._services(life, posts)),
            party=self._party(life, learning),
            courses=self.courses.attended(life),
            items=items_of(self.plan, life),
        )

    def _posts(self, life: Life) -> Iterator[PostSpell]:
        luck = self.plan.luck("posts", life.key)
        for stay in life.stays:
            title = f"{_TITLES[stay.kind]}: {stay.seat.post.title}"
            issuer = PARTY if stay.kind != RECRUIT and (stay.seat.leads or stay.seat.block == "party") else COMMITTEE
            ground = self.papers.decision(self.plan, stay.kind, stay.since, title, issuer=issuer, luck=luck)
            until = None if self.plan.living and stay.until == self.plan.ends else stay.until
            yield _spell(self.places, stay.seat.post.key, stay.since, until, ground)

    def _council(self, life: Life) -> Iterator[PostSpell]:
        """In some wards the Party secretary chairs the council too."""
        key = f"{life.seat.ward}-uy-ban/Chủ tịch Hội đồng nhân dân"
        chairs = (
            life.seat.post.key == f"{life.seat.ward}-dang-uy/Bí thư Đảng ủy"
            and self.plan.wards.index(life.seat.ward) % 2 == 0
        )
        if chairs and not life.gone and key in self.places.posts:
            since = max(life.stays[-1].since, _COUNCIL_ELECTED)
            yield _spell(self.places, key, since, life.left, None, kind="concurrent")

    def _services(self, life: Life, posts: tuple[PostSpell, ...]) -> Iterator[ServiceSpell]:
        luck = self.plan.luck("services", life.key)
        end = life.left if life.is_away else life.retires if life.retires <= self.plan.ends else None
        kinds = _kinds(life, trial=luck.random() < 0.2)
        for (kind, since), following in zip(kinds, [*kinds[1:], None], strict=True):
            title = "Ký hợp đồng lao động" if kind == "contract_worker" else "Tuyển dụng, xếp loại cán bộ"
            begun = next((spell.ground for spell in posts if spell.since == since), None)
            ground = begun or self.papers.decision(self.plan, RECRUIT, since, title, luck=luck)
            yield ServiceSpell(kind, since, following[1] if following else end, ground)

    def _party(self, life: Life, learning: Learning) -> PartySpell | None:
        luck = self.plan.luck("party", life.key)
        leads = life.seat.leads or life.seat.block == "party" or learning.theory > 1
        if luck.random() > (0.97 if leads else _MEMBERS.get(life.seat.post.category, 1)):
            return None
        year = max(life.born.year + 20, life.served_since.year + luck.randint(0, 6))
        admitted = date(year, luck.randint(1, 12), luck.randint(1, 28))
        if admitted >= min(self.plan.day, life.left):
            return None
        return PartySpell(admitted, admitted.replace(year=year + 1))


def _kinds(life: Life, *, trial: bool) -> list[tuple[str, date]]:
    """Kinds of staff with the day each began: a year of contract for some, then as the posts say."""
    found = [(life.stays[0].seat.post.staff, life.served_since)]
    first = life.served_since
    if trial and found[0][0] != "elected_official" and first.year < life.joined.year:
        found = [("contract_worker", first), (found[0][0], first.replace(year=first.year + 1))]
    for stay in life.stays[1:]:
        if stay.seat.post.staff != found[-1][0]:
            found.append((stay.seat.post.staff, stay.since))
    return found


def _spell(
    places: Places, key: str, since: date, until: date | None, ground: Ground | None, *, kind: str = "principal"
) -> PostSpell:
    post_id, unit_id = places.posts[key]
    return PostSpell(post_id, unit_id, key.partition("/")[2], since, until, kind, ground)


def _named(plan: Plan, places: Places) -> Iterator[PersonEntry]:
    """Those whom the article names: what it says of them, and nothing else."""
    for row in plan.named:
        yield PersonEntry(
            home_id=places.homes[row.get("home", DISTRICT)],
            full_name=row["name"],
            born_precision="unknown",
            ethnicity="",
            posts=tuple(
                _spell(
                    places,
                    f"{told['unit']}/{told['title']}",
                    told["since"],
                    told["until"],
                    _told_change(plan, told["since"]) if told.get("changed_position") else None,
                    kind="concurrent" if told.get("concurrent") else "principal",
                )
                for told in row["posts"]
            ),
            party=PartySpell(None, until=row["party_until"]) if "party_until" in row else None,
        )


def _told_change(plan: Plan, since: date) -> Ground:
    """The article tells of the decision, its issuer and its month, but of no number and no day."""
    return Ground(
        number="không rõ số",
        signed_on=since,
        issuer=plan.issuers[COMMITTEE].name,
        kind=CHANGE,
        title=f"Chuyển đổi vị trí công tác (theo bài báo; chỉ biết tháng {since:%m/%Y}, không rõ số và ngày)",
    )
