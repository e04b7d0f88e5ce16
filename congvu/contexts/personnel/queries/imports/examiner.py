"""Judging the rows of a list one by one: places, repetitions, whose file it is, what would change."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.queries.imports.differences import difference
from congvu.contexts.personnel.queries.imports.layout import title_of
from congvu.contexts.personnel.queries.imports.outcomes import CHANGED, FAULTY, NEW, UNCHANGED, Ask, Outcome, Question
from congvu.contexts.personnel.queries.imports.places import Places, UnitPlace
from congvu.contexts.personnel.queries.imports.plausible import implausible
from congvu.contexts.personnel.queries.imports.register import Known, Register, same_birth
from congvu.contexts.personnel.queries.imports.told import Reading, Told, told
from congvu.kernel.names import same_name, search_key
from congvu.kernel.sheets import Row


class Examiner:
    """Người kiểm tra: remembers what it has seen while it goes through the rows."""

    def __init__(self, ask: Ask, branch: Places) -> None:
        self.ask, self.branch = ask, branch
        self.seen: dict[tuple[str, Any], int] = {}
        self.asked: dict[str, Question] = {}
        self.creatable: dict[int, bool] = {}

    def read(self, row: Row) -> tuple[Reading, Told]:
        """Hiểu một dòng, places included."""
        reading = Reading(row, faults=list(row.faults))
        said = told(reading)
        implausible(reading, said, on=self.ask.on)
        unit = self._unit(reading)
        post = self.branch.post(unit, said.title) if unit and said.title else None
        if unit and said.title and post is None:
            self._missing(reading, unit, said.title)
        said = replace(said, unit=unit, post=post, title=post.title if post else said.title)
        self._block(reading, said)
        self._repeated(reading, said)
        return reading, said

    def judge(self, reading: Reading, said: Told, known: Register) -> Outcome:
        """Xếp loại một dòng: new, changed, unchanged or faulty."""
        self._taken_elsewhere(reading, said, known)
        person = self._person(reading, said, known)
        found = difference(reading, said, person) if person else None
        if person is None:
            self._enough_for_a_file(reading, said)
        else:
            self._once(reading, person)
        if reading.faults:
            return Outcome(FAULTY, said, reading, person, found)
        if person is None or found is None:
            return Outcome(NEW, said, reading)
        return Outcome(CHANGED if found.shown else UNCHANGED, said, reading, person, found)

    def questions(self) -> tuple[Question, ...]:
        """Các câu hỏi về đơn vị, in the order of the list."""
        return tuple(self.asked.values())

    def _unit(self, reading: Reading) -> UnitPlace | None:
        words = reading.shown("unit") or reading.row.section
        if not words:
            return self.branch.top if len(self.branch.units) == 1 else None
        understood = self.branch.unit(words)
        if understood.unit:
            if understood.nearly:
                reading.warn("unit", f"Hiểu “{words}” là “{understood.unit.label}”.")
            return understood.unit
        if understood.options:
            self._ask(reading, words, understood.options)
        else:
            reading.fault("unit", f"“{words}” không có trong {self.branch.top.name}; đề nghị ghi đúng tên đơn vị.")
        return None

    def _ask(self, reading: Reading, words: str, options: tuple[UnitPlace, ...]) -> None:
        key = search_key(words)
        before = self.asked.get(key)
        rows = (*(before.rows if before else ()), reading.row.number)
        self.asked[key] = Question(key, words, rows, options)
        named = " hay ".join(f"“{unit.label}”" for unit in options)
        reading.fault("unit", f"“{words}” có thể là {named}; đề nghị chọn đơn vị đúng.")

    def _missing(self, reading: Reading, unit: UnitPlace, title: str) -> None:
        if unit.pk not in self.creatable:
            self.creatable[unit.pk] = self.ask.may_create(unit.pk)
        if not self.ask.creates_posts:
            reading.fault(
                "post", f"{unit.name} chưa có vị trí “{title}”; đề nghị chọn tạo vị trí còn thiếu, hoặc sửa tên."
            )
        elif not self.creatable[unit.pk]:
            reading.fault("post", f"{unit.name} chưa có vị trí “{title}”; {_ASK_MANAGER}")

    def _block(self, reading: Reading, said: Told) -> None:
        if said.block and said.unit and said.unit.block:
            label = organisations.Block(said.unit.block).label
            if not set(search_key(said.block).split()) & set(search_key(label).split()) - {"khoi"}:
                reading.warn(
                    "block", f"{said.unit.name} thuộc {label} theo hồ sơ đơn vị; danh sách ghi “{said.block}”."
                )

    def _repeated(self, reading: Reading, said: Told) -> None:
        for key, value in self._marks(said):
            first = self.seen.setdefault((key, value), said.row)
            if first != said.row:
                what = "Người" if key == "full_name" else title_of(key)
                reading.fault(key, f"{what} này đã có ở dòng {first} của tệp; đề nghị bỏ dòng thừa hoặc sửa cho đúng.")
                return

    def _marks(self, said: Told) -> Iterable[tuple[str, Any]]:
        if said.personnel_number:
            yield "personnel_number", said.personnel_number
        if said.citizen_number:
            yield "citizen_number", said.citizen_number
        if said.full_name and not (said.personnel_number or said.citizen_number):
            yield "full_name", (search_key(said.full_name), said.born, said.unit.pk if said.unit else None)

    def _taken_elsewhere(self, reading: Reading, said: Told, known: Register) -> None:
        for key in ("personnel_number", "citizen_number"):
            if getattr(said, key) and getattr(said, key) in known.taken:
                reading.fault(key, f"{title_of(key)} này đã thuộc một hồ sơ ngoài phạm vi của bạn; {_ASK_ABOVE}")

    def _person(self, reading: Reading, said: Told, known: Register) -> Known | None:
        by_number = known.by_number.get(said.personnel_number)
        by_citizen = known.by_citizen.get(said.citizen_number)
        if by_number and by_citizen and by_number is not by_citizen:
            names = by_number.person.full_name, by_citizen.person.full_name
            reading.fault("citizen_number", _TWO_FILES.format(*names) if by_citizen.number_seen else _ANOTHER_FILE)
            return None
        if numbered := by_number or by_citizen:
            self._same_person(reading, said, numbered, key="personnel_number" if by_number else "citizen_number")
            return numbered
        namesakes = [each for each in known.called(said) if not _other_number(each, said)]
        if len(namesakes) > 1:
            reading.fault("full_name", _NAMESAKES.format(len(namesakes)))
        return namesakes[0] if namesakes else None

    def _same_person(self, reading: Reading, said: Told, known: Known, *, key: str) -> None:
        person = known.person
        blind = key == "citizen_number" and not known.number_seen
        other_name = bool(said.full_name) and not same_name(said.full_name, person.full_name)
        if blind and (other_name or not said.full_name):
            reading.fault(key, _ANOTHER_FILE)
        elif other_name and not same_birth(person, said):
            reading.fault(key, f"{title_of(key)} này là của {person.full_name} trong hồ sơ; đề nghị kiểm tra lại.")
        elif not self.ask.may_change(str(person.identity.path)):
            reading.fault(key, f"Hồ sơ này do đơn vị khác quản lý nên bạn chưa sửa được; {_ASK_ABOVE}")

    def _once(self, reading: Reading, known: Known) -> None:
        first = self.seen.setdefault(("file", known.person.pk), reading.row.number)
        if first != reading.row.number:
            reading.fault("full_name", f"Dòng này và dòng {first} cùng nói về một hồ sơ; đề nghị bỏ dòng thừa.")

    def _enough_for_a_file(self, reading: Reading, said: Told) -> None:
        told_of = {fault.column for fault in reading.faults}
        if said.unit is None and title_of("unit") not in told_of:
            reading.fault("unit", "Thiếu đơn vị; đề nghị ghi đơn vị để biết người này công tác ở đâu.")
        if not said.title and title_of("post") not in told_of:
            reading.fault("post", "Thiếu chức vụ hoặc vị trí việc làm; đề nghị bổ sung.")
        if not (said.born or said.personnel_number or said.citizen_number) and title_of("born_on") not in told_of:
            reading.fault(
                "born_on", "Cần ngày sinh, số hiệu hoặc số CCCD để phân biệt người trùng tên; đề nghị bổ sung."
            )


_TICK_OR_MEND = "đề nghị chọn tạo vị trí còn thiếu, hoặc sửa tên vị trí."
_ASK_MANAGER = "đề nghị người quản lý đơn vị lập vị trí này trước."
_ASK_ABOVE = "đề nghị liên hệ cơ quan Nội vụ cấp trên để kiểm tra."
_TWO_FILES = "Số hiệu là của {0} nhưng số CCCD là của {1} trong hồ sơ; đề nghị kiểm tra lại hai số này."
_ANOTHER_FILE = "Số CCCD này đang ghi trong một hồ sơ khác; đề nghị kiểm tra lại số và họ tên."
_NAMESAKES = "Có {0} hồ sơ cùng họ tên và ngày sinh tại đơn vị; đề nghị ghi số hiệu hoặc số CCCD để phân biệt."


def _other_number(known: Known, said: Told) -> bool:
    """A namesake whose file bears another number is somebody else."""
    pairs = (
        (said.personnel_number, known.person.personnel_number),
        (said.citizen_number, known.person.citizen_number),
    )
    return any(one and other and one != other for one, other in pairs)
