"""What the files of invented people say beyond career and studies; some files leave some of it out, as real ones do."""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from congvu.contexts.personnel.actions import ItemEntry
from congvu.demo.lives import Life
from congvu.demo.names import full_name
from congvu.demo.plan import Plan
from congvu.kernel.names import search_key

_RATED = range(3)  # years before the day of the plan
_NOBODY = "0000"  # no telephone number begins so


def items_of(plan: Plan, life: Life) -> tuple[ItemEntry, ...]:
    """Các mục hồ sơ của một người hư cấu: the same each time."""
    told = _Told(plan, life)
    return tuple(entry for tell, share in _SHARES if told.says(tell.__name__, share) for entry in tell(told))


class _Told:
    """Một người kể về mình: what depends on the same chance is drawn once."""

    def __init__(self, plan: Plan, life: Life) -> None:
        self.plan, self.life = plan, life
        self.luck = plan.luck("items", life.key)
        self.words: dict[str, list[str]] = _data()["words"]
        self.age = life.age_on(plan.day)
        self.married = self.luck.random() < (0.9 if self.age > 32 else 0.55)
        self.home = self.luck.choice(self._of_place("homes"))

    def says(self, name: str, share: float) -> bool:
        """Whether the file says it at all."""
        return self.plan.luck("says", name, self.life.key).random() < share

    def origin(self) -> Iterator[ItemEntry]:
        """Lai lịch."""
        native = self.luck.choice(self._of_place("places"))
        born = native if self.luck.random() < 0.7 else self.luck.choice(self._of_place("places"))
        values = {"birth_name": self.life.name, "birthplace": born, "native_place": native}
        yield self._entry("origin", values | {"class_origin": self._word("origins")})

    def belief(self) -> Iterator[ItemEntry]:
        """Tôn giáo."""
        kinds = ("none", "buddhist", "hoa_hao", "catholic")
        yield self._entry("belief", {"religion": self.luck.choices(kinds, (88, 8, 2, 2))[0]})

    def residence(self) -> Iterator[ItemEntry]:
        """Nơi ở."""
        present = f"Số {self.luck.randint(2, 398)}, đường {self._word('streets')}, {self.home}"
        registered = present if self.luck.random() < 0.8 else self.luck.choice(self._of_place("places"))
        since = str(max(self.life.born.year + 20, 1990) + self.luck.randint(0, 6))
        yield ItemEntry("residence", {"since": since, "registered": registered, "present": present})

    def contact(self) -> Iterator[ItemEntry]:
        """Liên lạc."""
        values = {"mobile": f"{_NOBODY} {self.luck.randint(100, 999)} {self.luck.randint(100, 999)}"}
        if self.luck.random() < 0.6:
            values["email"] = f"{search_key(self.life.name).replace(' ', '')}@vidu.example"
        yield self._entry("contact", values)

    def recruitment(self) -> Iterator[ItemEntry]:
        """Tuyển dụng."""
        official = self.life.seat.post.category in ("key_official", "commune_official")
        values = {
            "occupation": self._word("before"),
            "recruited_on": self.life.served_since.isoformat(),
            "body": _of(_data()["bodies"], self.plan.seed if self.life.served_since >= self.plan.begins else ""),
            "form": "election" if official else self.luck.choice(("exam", "selection", "selection")),
        }
        yield self._entry("recruitment", values)

    def duty(self) -> Iterator[ItemEntry]:
        """Công việc được giao."""
        work = _data()["work"].get(self.life.seat.post.category, self.life.seat.post.title)
        yield ItemEntry("duty", {"main_work": work, "strength": self._word("strengths")}, since=self.life.joined)

    def schooling(self) -> Iterator[ItemEntry]:
        """Giáo dục phổ thông."""
        values = {"grade": 12, "system": "12", "year": self.life.born.year + 18}
        yield self._entry("schooling", values)

    def union(self) -> Iterator[ItemEntry]:
        """Tổ chức chính trị – xã hội."""
        joined = {"trade_union": self.life.served_since.year}
        if self.luck.random() < 0.7:
            joined["youth"] = self.life.born.year + 16
        for organisation, year in joined.items():
            yield ItemEntry("union", {"organisation": organisation, "joined_on": str(year)})

    def military(self) -> Iterator[ItemEntry]:
        """Quân ngũ."""
        if self.life.sex == "female" or self.luck.random() < 0.85:
            yield self._entry("military", none=True)
            return
        enlisted = self.life.born.year + 18
        yield ItemEntry("military", {"enlisted_on": str(enlisted), "discharged_on": str(enlisted + 2)})

    def commendation(self) -> Iterator[ItemEntry]:
        """Khen thưởng."""
        served = range(self.life.served_since.year + 1, self.plan.day.year)
        years = sorted(self.luck.sample(served, min(len(served), self.luck.randint(0, 3))))
        for year in years:
            form = self.luck.choices(("certificate", "advanced_worker", "grassroots_fighter", "province"), (4, 5, 3, 1))
            decided = date(year, self.luck.randint(1, 12), self.luck.randint(1, 28)).isoformat()
            yield ItemEntry("commendation", {"decided_on": decided, "form": form[0], "reason": self._word("deeds")})
        if not years:
            yield self._entry("commendation", none=True)

    def discipline(self) -> Iterator[ItemEntry]:
        """Kỷ luật: invented people have none."""
        yield self._entry("discipline", none=True)

    def rating(self) -> Iterator[ItemEntry]:
        """Xếp loại chất lượng hằng năm."""
        for back in _RATED:
            year = self.plan.day.year - 1 - back
            if self.life.served_since < date(year, 7, 1) and self.life.left > date(year, 12, 31):
                grade = self.luck.choices(("excellent", "good", "done"), (18, 70, 12))[0]
                yield ItemEntry("rating", {"year": year, "grade": grade}, since=date(year, 12, 20))

    def health(self) -> Iterator[ItemEntry]:
        """Sức khỏe."""
        tall = 158 if self.life.sex == "female" else 167
        height = tall + self.luck.randint(-7, 8)
        values = {
            "examined_on": date(self.plan.day.year - 1, self.luck.randint(3, 11), self.luck.randint(1, 28)).isoformat(),
            "state": self.luck.choices(("1", "2", "3"), (3, 6, 1))[0],
            "height": height,
            "weight": height - 105 + self.luck.randint(-5, 9),
            "blood": self.luck.choice(("A", "B", "AB", "O", "O")),
        }
        yield ItemEntry("health", values)

    def marriage(self) -> Iterator[ItemEntry]:
        """Hôn nhân."""
        values = {"state": "married" if self.married else "single"}
        if self.married:
            values["since"] = str(self.life.born.year + self.luck.randint(23, 29))
        yield self._entry("marriage", values)

    def family(self) -> Iterator[ItemEntry]:
        """Quan hệ gia đình: parents, the partner, children of one name with their father."""
        surname = self.life.name.split()[0]
        parents = self.life.born.year - self.luck.randint(21, 34)
        yield self._relative("father", "male", parents, "parents", surname=surname)
        yield self._relative("mother", "female", parents + self.luck.randint(-2, 4), "parents")
        if not self.married:
            return
        partner, sex = ("wife", "female") if self.life.sex == "male" else ("husband", "male")
        married = self._relative(partner, sex, self.life.born.year + self.luck.randint(-4, 4), "partners")
        yield married
        fathers = surname if self.life.sex == "male" else str(married.values["name"]).split()[0]
        for place in range(self.luck.choice((0, 1, 1, 2, 2))):
            born = self.life.born.year + 26 + 4 * place
            if born < self.plan.day.year:
                yield self._relative("child", self.luck.choice(("male", "female")), born, "", surname=fathers)

    def _relative(self, relation: str, sex: str, born: int, work: str, *, surname: str = "") -> ItemEntry:
        drawn = full_name(self.luck, sex=sex, born_in=born, ethnicity=self.life.ethnicity, never=())
        name = f"{surname} {drawn.partition(' ')[2]}" if surname else drawn
        values: dict[str, Any] = {"side": "own", "relation": relation, "name": name, "born": born}
        if work:
            values |= {"occupation": self._word(work), "residence": self.home}
        if self.plan.day.year - born > 70 and self.luck.random() < 0.5:
            values["dead"] = True
        return ItemEntry("family", values, since=max(self.life.born, date(born, 1, 1)))

    def _entry(self, group: str, values: dict[str, Any] | None = None, *, none: bool = False) -> ItemEntry:
        return ItemEntry(group, values or {}, none=none, since=self.life.served_since)

    def _word(self, name: str) -> str:
        return self.luck.choice(self.words[name])

    def _of_place(self, name: str) -> list[str]:
        found: list[str] = _of(_data()[name], self.plan.seed)
        return found


_SHARES = (
    (_Told.origin, 0.97),
    (_Told.belief, 0.9),
    (_Told.residence, 0.95),
    (_Told.contact, 0.93),
    (_Told.recruitment, 0.92),
    (_Told.duty, 0.8),
    (_Told.schooling, 0.95),
    (_Told.union, 0.85),
    (_Told.military, 0.8),
    (_Told.commendation, 0.8),
    (_Told.discipline, 0.7),
    (_Told.rating, 0.95),
    (_Told.health, 0.75),
    (_Told.marriage, 0.92),
    (_Told.family, 0.88),
)
"""What is told, and in how many of the files."""


def _of(told: dict[str, Any], seed: str) -> Any:
    """What holds for the locality, else what holds anywhere."""
    return told.get(seed, told["default"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "items.toml").read_text("utf-8"))
