"""A teacher with an account of her own, and proposals that reach a state by walking there."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.actions import proposals as actions
from congvu.contexts.personnel.actions.proposals import Asked
from congvu.contexts.personnel.models import Person, Proposal, ProposalItem
from congvu.contexts.personnel.queries import proposals as queries
from congvu.contexts.personnel.tests import make
from congvu.kernel import scope
from congvu.kernel.access import Officer, accounts, officer_of
from congvu.kernel.access.models import User
from congvu.kernel.scope.models import PersonIdentity

DAY = date(2016, 4, 11)
SCAN = b"\xff\xd8\xff\xe0 a photograph of a degree"
DEGREE = {
    "level": "professional:5",
    "field": "Quản lý giáo dục",
    "school": "Trường Đại học Cần Thơ",
    "awarded": "2015-12-20",
    "certificate_number": "ThS 0071",
}
HOME = {"registered": "Phường An Thới", "present": "Phường Bình Thủy"}
CONTACT = {"mobile": "0909 123 456", "email": "lan@mau.vn"}


@dataclass(frozen=True)
class School:
    """A district with a school, its teacher and her account."""

    at: make.Place
    teacher: Person
    user: User
    own: Officer


def school() -> School:
    """Trường mầm non của quận: a teacher in her post since 2010."""
    at = make.place()
    entry = organisations.UnitEntry(
        name="Trường Mầm non Hoa Sen", level="public_service_unit", parent_id=at.district.pk, block="administrative"
    )
    unit = organisations.found_unit(entry, by=at.by, on=make.SINCE)
    post = organisations.create_post(
        organisations.PostEntry(unit.pk, "Giáo viên mầm non", "public_employee", "teacher", seats=9),
        by=at.by,
        on=make.SINCE,
    )
    teacher = make.person(at, "Trần Thị Lan", post=post, studies=(make.BACHELOR,), sex="female")
    user, own = account(teacher, "lan", at.by)
    return School(at, teacher, user, own)


def account(person: Person, username: str, by: Officer) -> tuple[User, Officer]:
    """An account that is the person's own and holds no role."""
    user = User.objects.create(username=username, full_name=person.full_name)
    accounts.link_person(user, PersonIdentity.objects.get(pk=person.pk), by=by, on=make.SINCE)
    user.refresh_from_db()
    return user, officer_of(user, on=DAY)


def proposed(at: School, asked: Asked, *, scan: bytes = SCAN, on: date = DAY) -> ProposalItem:
    """One item in the teacher's draft, with a scan."""
    with scope.within(at.own.sight):
        item = actions.propose(at.teacher, asked, by=at.own, on=on)
        if scan:
            actions.attach(item, scan, name="bang.jpg", by=at.own)
    return item


def sent(at: School, *asked: Asked, on: date = DAY) -> Proposal:
    """A proposal that lies with the office."""
    items = [proposed(at, each, on=on) for each in asked or (Asked("study", "file", DEGREE),)]
    with scope.within(at.own.sight):
        return actions.send(items[0].proposal, by=at.own, on=on)


def only_item(proposal: Proposal) -> ProposalItem:
    """Its first item."""
    return queries.proposals_of(proposal.person_id, drafts=True).get(pk=proposal.pk).listed[0]  # type: ignore[no-any-return]


def seen(item: ProposalItem, *, on: date = DAY) -> str:
    """What the officer's page carries: what the file said when it was opened."""
    return queries.mark_of(queries.now_in_file(item, on=on))


def accepted(proposal: Proposal, *, by: Officer, on: date = DAY) -> Any:
    """The first item, accepted by the officer."""
    item = only_item(proposal)
    return actions.accept(item, seen=seen(item, on=on), by=by, on=on)
