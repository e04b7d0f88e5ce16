"""What a row of the list would change in a file that is already there, field by field, before and after."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from congvu.contexts.personnel.models import Assignment, Person, RankHolding, Service, Study
from congvu.contexts.personnel.queries.imports.layout import STUDIED, title_of
from congvu.contexts.personnel.queries.imports.places import PostPlace
from congvu.contexts.personnel.queries.imports.register import Known, in_the_way, same_birth
from congvu.contexts.personnel.queries.imports.told import PRECISIONS, Reading, Told, ToldStudy
from congvu.contexts.personnel.states import AssignmentKind, Precision, Sex, StaffKind, Subject
from congvu.kernel.names import same_name
from congvu.kernel.sheets import PartialDate
from congvu.law import code_lists

_ORDER = {Precision.UNKNOWN.value: 0, Precision.YEAR.value: 1, Precision.MONTH.value: 2, Precision.DAY.value: 3}


@dataclass(frozen=True)
class Shown:
    """Một thay đổi: the column, and what the file says before and after."""

    column: str
    before: str
    after: str


@dataclass
class Difference:
    """Khác biệt: what the actions will do, and what the officer sees of it."""

    fields: dict[str, Any] = field(default_factory=dict)
    takes_post: bool = False
    grounds_post: bool = False
    serves_as: bool = False
    ranked: bool = False
    joins_party: bool = False
    made_official: bool = False
    studies: list[tuple[ToldStudy, Study | None]] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)

    def show(self, key: str, before: Any, after: Any) -> None:
        """Ghi một thay đổi để cán bộ xem."""
        self.shown.append(Shown(title_of(key), str(before or ""), str(after or "")))


def difference(reading: Reading, said: Told, known: Known) -> Difference:
    """So sánh: blank cells say nothing; a coarser date than the file's changes nothing."""
    found = Difference()
    _identity(said, known.person, found)
    _post(reading, said, known, found)
    _service(reading, said, known, found)
    _rank(reading, said, known, found)
    _party(reading, said, known, found)
    for study in said.studies:
        _study(reading, study, known, found)
    return found


def _identity(said: Told, person: Person, found: Difference) -> None:
    if said.full_name and not same_name(said.full_name, person.full_name):
        _field(found, "full_name", person.full_name, said.full_name)
    if said.born and _tells_more(said.born, person):
        found.fields |= {"born_on": said.born.date, "born_precision": PRECISIONS[said.born.precision].value}
        found.show("born_on", shown_day(person.born_on, person.born_precision), said.born)
    if said.sex and said.sex != person.sex:
        found.fields["sex"] = said.sex
        found.show("sex", Sex(person.sex).label if person.sex else "", Sex(said.sex).label)
    if said.ethnicity and said.ethnicity != person.ethnicity:
        found.fields["ethnicity"] = said.ethnicity
        groups = code_lists.ETHNIC_GROUPS
        found.show(
            "ethnicity", groups.label_of(person.ethnicity) if person.ethnicity else "", groups.label_of(said.ethnicity)
        )
    for key in ("personnel_number", "citizen_number"):
        if (after := getattr(said, key)) and after != (before := getattr(person, key)):
            _field(found, key, before, after)


def _field(found: Difference, key: str, before: Any, after: Any) -> None:
    found.fields[key] = after
    found.show(key, before, after)


def _tells_more(born: PartialDate, person: Person) -> bool:
    if person.born_on is None or not same_birth(person, Told(0, born=born)):
        return True
    return int(born.precision) > _ORDER.get(person.born_precision, 0)


def _post(reading: Reading, said: Told, known: Known, found: Difference) -> None:
    held = known.post
    if not said.title or said.unit is None:
        return
    if held and said.post and held.post_id == said.post.pk:
        _same_post(reading, said, known, found)
        return
    if said.since is None:
        reading.fault("since", _NO_DAY)
        return
    if any(_already_told(each, said.post, reading) for each in known.posts):
        reading.warn("post", _OLD_NEWS)
        return
    rivals = [
        each
        for each in known.posts
        if each.kind == AssignmentKind.PRINCIPAL or (said.post and each.post_id == said.post.pk)
    ]
    if rival := in_the_way(rivals, held, said.since):
        reading.fault("since", _IN_THE_WAY.format(what=rival.post.title, day=rival.starts_on))
        return
    found.takes_post = True
    found.show("post", held.post.title if held else "", f"{said.title}, {said.unit.name}, từ {said.since:%d/%m/%Y}")


def _already_told(spell: Assignment, post: PostPlace | None, reading: Reading) -> bool:
    """The list tells of a post that the file has too, and that was left since."""
    same = post is not None and spell.post_id == post.pk
    return same and spell.starts_on is not None and _consistent(reading.values.get("since"), spell.starts_on)


_OLD_NEWS = "Hồ sơ đã ghi điều này và có thông tin mới hơn danh sách; hồ sơ được giữ nguyên."
_NO_DAY = "Vị trí khác với hồ sơ nhưng không có ngày vào vị trí; đề nghị ghi ngày để hồ sơ biết thay đổi từ khi nào."
_IN_THE_WAY = (
    "Ngày này trùng hoặc trước khoảng thời gian đã có trong hồ sơ ({what}, từ {day:%d/%m/%Y}); "
    "đề nghị kiểm tra lại ngày, hoặc sửa quá trình công tác trên trang hồ sơ."
)


def _same_post(reading: Reading, said: Told, known: Known, found: Difference) -> None:
    held = known.post
    assert held is not None
    if said.since and held.starts_on and not _consistent(reading.values.get("since"), held.starts_on):
        kept = f"Hồ sơ ghi ngày {held.starts_on:%d/%m/%Y} và được giữ nguyên"
        reading.warn("since", f"{kept}; ngày này chỉ đổi bằng quyết định.")
    if said.decision and held.ground is None:
        found.grounds_post = True
        found.show("decision_number", "", said.decision)
    elif said.decision and held.ground and said.decision.key[:2] != (held.ground.number, held.ground.signed_on):
        reading.warn("decision_number", f"Hồ sơ ghi {held.ground} và được giữ nguyên.")


def _consistent(told: Any, day: date) -> bool:
    if not isinstance(told, PartialDate):
        return True
    depth = int(told.precision)
    return (told.date.year, told.date.month, told.date.day)[:depth] == (day.year, day.month, day.day)[:depth]


def _service(reading: Reading, said: Told, known: Known, found: Difference) -> None:
    held = known.service
    if not said.staff_kind or (held and held.kind == said.staff_kind):
        return
    if said.recruited_on and any(_begun(each, said.recruited_on, said.staff_kind) for each in known.services):
        reading.warn("staff_kind", _OLD_NEWS)
        return
    if rival := in_the_way(known.services, held, service_since(said, known)):
        reading.fault("staff_kind", _IN_THE_WAY.format(what=rival, day=rival.starts_on))
        return
    found.serves_as = True
    found.show("staff_kind", held or "", StaffKind(said.staff_kind).label)


def _begun(service: Service, day: date, kind: str) -> bool:
    return service.kind == kind and service.starts_on == day


def service_since(said: Told, known: Known) -> date:
    """From when the other kind holds: the day of recruitment when it is later than what the file has, else the day."""
    held = known.service
    if said.recruited_on and (held is None or (held.starts_on and said.recruited_on > held.starts_on)):
        return said.recruited_on
    return known.on


def _rank(reading: Reading, said: Told, known: Known, found: Difference) -> None:
    held = known.rank
    if not said.rank:
        return
    same_step = held is not None and said.step in (None, held.step)
    same_coefficient = held is not None and said.coefficient in (None, held.coefficient)
    if held is not None and held.rank == said.rank and same_step and same_coefficient:
        return
    if said.rank_since and any(_paid_so(each, said) for each in known.ranks if each is not held):
        reading.warn("rank", _OLD_NEWS)
        return
    if rival := in_the_way(known.ranks, held, said.rank_since or known.on):
        reading.fault("rank_since" if said.rank_since else "rank", _IN_THE_WAY.format(what=rival, day=rival.starts_on))
        return
    found.ranked = True
    before = rank_words(held.rank, held.step, held.coefficient) if held else ""
    found.show("rank", before, rank_words(said.rank, said.step, said.coefficient))


def _paid_so(rank: RankHolding, said: Told) -> bool:
    same = rank.rank == said.rank and said.step in (None, rank.step) and said.coefficient in (None, rank.coefficient)
    return same and rank.starts_on == said.rank_since


def _party(reading: Reading, said: Told, known: Known, found: Difference) -> None:
    if said.admitted_on is None:
        return
    held = known.party
    if held is None and in_the_way(known.parties, None, said.admitted_on):
        reading.warn("admitted_on", "Hồ sơ đã có thời gian là đảng viên khác và được giữ nguyên.")
        return
    if held is None:
        found.joins_party = True
        found.show("admitted_on", "", reading.shown("admitted_on"))
        return
    if held.starts_on and not _consistent(reading.values.get("admitted_on"), held.starts_on):
        reading.warn("admitted_on", f"Hồ sơ ghi vào Đảng ngày {held.starts_on:%d/%m/%Y} và được giữ nguyên.")
    if said.official_on and held.official_on is None:
        found.made_official = True
        found.show("official_on", "", reading.shown("official_on"))


def _study(reading: Reading, study: ToldStudy, known: Known, found: Difference) -> None:
    key = STUDIED[Subject(study.subject)]
    held = [each for each in known.studies if each.subject == study.subject]
    same = [each for each in held if each.level == study.level]
    if any(_adds_nothing(study, each) for each in same):
        return
    highest = next((each for each in held if each.awarded_on), None)
    if not same and highest and highest.level > study.level:
        reading.warn(key, f"Hồ sơ đã ghi trình độ cao hơn ({study_words(highest)}) và được giữ nguyên.")
        return
    replaced = next((each for each in same if _fits(study, each)), None)
    found.studies.append((study, replaced))
    before = replaced or highest
    found.show(key, study_words(before) if before else "", study_words(study))


def _adds_nothing(study: ToldStudy, held: Study) -> bool:
    """Everything that the list says is already in the entry."""
    if held.awarded_on is None:
        return False
    said = ((study.field, held.field), (study.school, held.school), (study.mode, held.mode))
    if any(new and new.casefold() != old.casefold() for new, old in said):
        return False
    return study.awarded is None or (_fits_day(study, held) and _depth(held) >= int(study.awarded.precision))


def _fits(study: ToldStudy, held: Study) -> bool:
    """Nothing that the list says contradicts the entry: it only tells more."""
    said = ((study.field, held.field), (study.school, held.school), (study.mode, held.mode))
    return all(not new or not old or new.casefold() == old.casefold() for new, old in said) and _fits_day(study, held)


def _fits_day(study: ToldStudy, held: Study) -> bool:
    if study.awarded is None or held.awarded_on is None or not (depth := _depth(held)):
        return True
    day, told = held.awarded_on, study.awarded.date
    depth = min(depth, int(study.awarded.precision))
    return (day.year, day.month, day.day)[:depth] == (told.year, told.month, told.day)[:depth]


def _depth(held: Study) -> int:
    """How much of the day is known: 0 while the study goes on, or when the paper told no day."""
    return _ORDER.get(held.awarded_precision, 0) if held.awarded_on else 0


def study_words(study: ToldStudy | Study) -> str:
    """«Đại học, Luật, Trường Đại học Cần Thơ, 2010»."""
    label = code_lists.level_label(study.subject, study.level)
    if isinstance(study, ToldStudy):
        year = str(study.awarded or "")
    else:
        year = shown_day(study.awarded_on, study.awarded_precision)
    return ", ".join(part for part in (label[:1].upper() + label[1:], study.field, study.school, year) if part)


def rank_words(rank: str, step: int | None, coefficient: Any) -> str:
    """«01.003, bậc 3, hệ số 3,00»."""
    parts = [rank, f"bậc {step}" if step else "", f"hệ số {coefficient}".replace(".", ",") if coefficient else ""]
    return ", ".join(part for part in parts if part)


def shown_day(day: date | None, precision: str) -> str:
    """05/03/1980, 03/1980, 1980; nothing for what is not known."""
    forms = {Precision.DAY.value: "%d/%m/%Y", Precision.MONTH.value: "%m/%Y", Precision.YEAR.value: "%Y"}
    return day.strftime(forms[precision]) if day and precision in forms else ""
