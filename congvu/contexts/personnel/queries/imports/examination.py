"""The whole list examined: what each row would do, what is wrong where, and what must be asked."""

from collections import Counter
from collections.abc import Callable, Iterable

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.queries.imports.examiner import Examiner
from congvu.contexts.personnel.queries.imports.layout import list_layout
from congvu.contexts.personnel.queries.imports.outcomes import (
    CHANGED,
    FAULTY,
    NEW,
    Ask,
    Examination,
    MissingPost,
    Outcome,
)
from congvu.contexts.personnel.queries.imports.places import places
from congvu.contexts.personnel.queries.imports.register import register
from congvu.kernel.names import search_key
from congvu.kernel.sheets import Row, Sheet, read

Progress = Callable[[int, int], None]
_EVERY = 250
_LEADING = (
    organisations.PostCategory.LEADER.value,
    organisations.PostCategory.KEY_OFFICIAL.value,
)


def opened(content: bytes) -> Sheet:
    """Mở tệp: the sheet with the list. Raises UnreadableSheet."""
    return read(content, list_layout())


def examine(content: bytes, ask: Ask, *, progress: Progress = lambda done, total: None) -> Examination:
    """Kiểm tra danh sách: reads only; a fixed number of queries. Raises UnreadableSheet."""
    sheet = opened(content)
    rows = _read(sheet, progress)
    with ask.scoped():
        branch = places(ask.unit, on=ask.on, answers=ask.answers)
    examiner = Examiner(ask, branch)
    readings = [examiner.read(row) for row in rows]
    with ask.scoped():
        known = register([said for _, said in readings], on=ask.on)
    outcomes = [examiner.judge(reading, said, known) for reading, said in readings]
    progress(len(rows), len(rows))
    _crowded(outcomes)
    return Examination(
        sheet.name, tuple(sheet.ignored), tuple(outcomes), examiner.questions(), _missing_posts(outcomes)
    )


def _read(sheet: Sheet, progress: Progress) -> list[Row]:
    """Reading takes most of the time: whoever waits is told after every few hundred rows."""
    total = max(0, sum(1 for _ in sheet.grid.rows()) - sheet.header.last - 1)
    progress(0, total)
    rows: list[Row] = []
    for row in sheet.rows():
        rows.append(row)
        if len(rows) % _EVERY == 0:
            progress(len(rows), total)
    return rows


def _missing_posts(outcomes: Iterable[Outcome]) -> tuple[MissingPost, ...]:
    found: dict[tuple[int, str], MissingPost] = {}
    for outcome in outcomes:
        said = outcome.said
        if outcome.kind not in (NEW, CHANGED) or said.unit is None or not said.title or said.post:
            continue
        key = (said.unit.pk, search_key(said.title))
        before = found.get(key)
        people = before.people + 1 if before else 1
        kind = before.staff_kind if before else said.staff_kind
        found[key] = MissingPost(said.unit, before.title if before else said.title, people, kind)
    return tuple(found.values())


def _crowded(outcomes: Iterable[Outcome]) -> None:
    """Two people in a leading post of one seat: a remark, for one of them may be leaving."""
    held = [o for o in outcomes if o.kind != FAULTY and o.said.post and o.said.post.category in _LEADING]
    people = Counter(outcome.said.post.pk for outcome in held if outcome.said.post)
    for outcome in held:
        post = outcome.said.post
        if post and people[post.pk] > post.seats:
            outcome.reading.warn(
                "post", f"Vị trí “{post.title}” có {post.seats} chỗ, danh sách ghi {people[post.pk]} người."
            )
