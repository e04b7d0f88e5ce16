"""Posts that a list names and that its unit does not have yet."""

from collections.abc import Sequence
from datetime import date

from congvu.contexts.organisations import api as organisations
from congvu.contexts.organisations.api import Block, KindOfPost, Level, PostCategory
from congvu.contexts.personnel.queries import imports
from congvu.contexts.personnel.states import StaffKind
from congvu.kernel.access import Officer
from congvu.kernel.names import search_key
from congvu.law.standards import default_standards

Created = dict[tuple[int, str], int]

_HEADS = ("truong phong", "chanh van phong", "chanh thanh tra", "hieu truong", "giam doc", "truong ban", "truong tram")
_CHIEFS = ("bi thu", "chu tich", "truong")
_DEPUTIES = ("pho ",)
_KEY = ("bi thu", "pho bi thu", "chu tich", "pho chu tich")


def create_missing(posts: Sequence[imports.MissingPost], *, by: Officer, on: date) -> Created:
    """Lập vị trí còn thiếu: from the day of the list, with the standard that the law gives such a post."""
    if not posts:
        return {}
    entries = [entry_of(post, on=on) for post in posts]
    made = organisations.create_posts(entries, by=by, on=on)
    return {(post.unit.pk, search_key(post.title)): row.pk for post, row in zip(posts, made, strict=True)}


def entry_of(post: imports.MissingPost, *, on: date) -> organisations.PostEntry:
    """Vị trí cần lập: its group and kind as far as title, unit and kind of staff tell."""
    category = _category(post)
    kind = _kind(post, category)
    standards = tuple(
        organisations.Standard(asked.subject, asked.minimum_level, str(asked.cites), asked.cites.caveat)
        for asked in default_standards(kind, on)
    )
    seats = 1 if category in (PostCategory.LEADER, PostCategory.KEY_OFFICIAL) else max(1, post.people)
    return organisations.PostEntry(post.unit.pk, post.title, category, kind, seats=seats, standards=standards)


def _category(post: imports.MissingPost) -> PostCategory:
    title = search_key(post.title)
    if post.staff_kind == StaffKind.CONTRACT_WORKER:
        return PostCategory.WORKER
    if post.unit.level == Level.COMMUNE:
        return _commune(title, post.staff_kind)
    if title.startswith(_DEPUTIES):
        return PostCategory.DEPUTY
    if title.startswith((*_HEADS, *_CHIEFS)):
        return PostCategory.LEADER
    return PostCategory.PUBLIC_EMPLOYEE if post.staff_kind == StaffKind.PUBLIC_EMPLOYEE else PostCategory.SPECIALIST


def _commune(title: str, staff_kind: str) -> PostCategory:
    if title.startswith(_KEY):
        return PostCategory.KEY_OFFICIAL
    official = staff_kind in (StaffKind.ELECTED_OFFICIAL, StaffKind.PART_TIME_WORKER)
    return PostCategory.COMMUNE_OFFICIAL if official else PostCategory.COMMUNE_CIVIL_SERVANT


_KINDS = {
    PostCategory.WORKER: KindOfPost.WORKER,
    PostCategory.KEY_OFFICIAL: KindOfPost.WARD_LEADER,
    PostCategory.COMMUNE_OFFICIAL: KindOfPost.WARD_OFFICIAL,
    PostCategory.COMMUNE_CIVIL_SERVANT: KindOfPost.WARD_CIVIL_SERVANT,
    PostCategory.PUBLIC_EMPLOYEE: KindOfPost.PUBLIC_EMPLOYEE,
}
_OF_SERVICE = (Level.PUBLIC_SERVICE_UNIT, Level.SCHOOL, Level.HEALTH_STATION)


def _kind(post: imports.MissingPost, category: PostCategory) -> KindOfPost:
    if category in _KINDS:
        return _KINDS[category]
    if post.unit.level in _OF_SERVICE:
        return KindOfPost.PUBLIC_EMPLOYEE
    if category in (PostCategory.LEADER, PostCategory.DEPUTY):
        return KindOfPost.DISTRICT_LEADER
    return KindOfPost.PARTY_SPECIALIST if post.unit.block == Block.PARTY else KindOfPost.DISTRICT_SPECIALIST
