"""The parts of the demonstration records, in order; each in one transaction, each only when it is missing."""

from datetime import date

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import actions as personnel
from congvu.contexts.personnel.models import StudyClass
from congvu.contexts.personnel.states import Subject, Theory
from congvu.demo import Echo, accounts, bodies
from congvu.demo.facts import DemonstrationLoaded
from congvu.demo.papers import COMMITTEE, Papers
from congvu.demo.people import Places, entries
from congvu.demo.plan import DISTRICT, Plan, plans
from congvu.kernel import audit
from congvu.kernel.access import Officer, operator
from congvu.kernel.access.models import User
from congvu.kernel.scope import everything, within
from congvu.kernel.scope.models import UnitIdentity

_SOURCE = "Dữ liệu mẫu"
_ROLES_SINCE = date(2013, 1, 1)


def load_all(*, echo: Echo) -> None:
    """Nạp: the administrative lists, then each locality with its people and accounts."""
    echo("Danh mục đơn vị hành chính…")
    _load_lists()
    papers = Papers()
    founded: dict[str, bodies.Bodies] = {}
    for plan in plans():
        root = organisations.resolve_unit(plan.root, on=plan.begins)
        with within(everything([str(root.identity.path)])):
            UnitIdentity.objects.select_for_update().get(pk=root.pk)  # two who load take turns
            if User.objects.filter(is_demo=True, username__in=[account.username for account in plan.accounts]).exists():
                echo(f"{plan.title}: đã có; không thay đổi gì.")
            else:
                founded[plan.seed] = _load(plan, root, papers, founded, echo=echo)


def _load(
    plan: Plan, root: organisations.Unit, papers: Papers, founded: dict[str, bodies.Bodies], *, echo: Echo
) -> bodies.Bodies:
    by = operator(over=root.pk)
    homes = _homes(plan, root)
    here = bodies.found(plan, homes, by=by)
    before = founded.get(plan.follows.seed) if plan.follows else None
    people = _enrol(plan, homes, here, before, papers, by=by)
    bodies.end(plan, here, by=by)
    opened = accounts.open_accounts(plan, here, _scopes(plan, homes), since=_ROLES_SINCE)
    fact = DemonstrationLoaded(root.pk, people, len(here.posts), opened)
    audit.record(fact, by=by, on=plan.day)
    echo(f"{plan.title}: {people} hồ sơ, {len(here.posts)} vị trí việc làm, {opened} tài khoản mẫu.")
    return here


def _load_lists() -> None:
    by = Officer(user_id=None, name="Người vận hành máy chủ", grants=())
    organisations.load_administrative_lists(by=by, on=organisations.TWO_TIERS_FROM)


def _homes(plan: Plan, root: organisations.Unit) -> dict[str, organisations.Unit]:
    """The units that keep the files: the root for its own staff, each place below it for its own."""
    places = {code: organisations.resolve_unit(code, on=plan.begins) for code in plan.wards}
    return {DISTRICT: root, **places}


def _enrol(
    plan: Plan,
    homes: dict[str, organisations.Unit],
    here: bodies.Bodies,
    before: bodies.Bodies | None,
    papers: Papers,
    *,
    by: Officer,
) -> int:
    posts = {**(before.posts if before else {}), **here.posts}
    places = Places(
        homes={name: unit.pk for name, unit in homes.items()},
        posts={key: (post.pk, post.unit_id) for key, post in posts.items()},
        classes=_open_classes(plan, homes[DISTRICT], by=by),
    )
    people = personnel.enrol(entries(plan, places, papers), by=by, on=plan.day, source=_SOURCE)
    return len(people)


def _open_classes(plan: Plan, district: organisations.Unit, *, by: Officer) -> dict[str, int]:
    opened = {}
    luck = plan.luck("opening")
    for held in plan.classes:
        made = StudyClass(
            code=held.code,
            title=held.title,
            subject=Subject.POLITICAL_THEORY,
            level=Theory.INTERMEDIATE,
            organiser=f"{plan.schools.centre} phối hợp với {plan.schools.politics}",
            unit_id=district.pk,
            opened_on=held.opened,
            closed_on=held.closed,
        )
        ground = Papers().decision(plan, "other", held.opened, f"Mở {held.title}", issuer=COMMITTEE, luck=luck)
        opened[held.code] = personnel.open_class(made, ground=ground, by=by, on=held.opened).pk
    return opened


def _scopes(plan: Plan, homes: dict[str, organisations.Unit]) -> dict[str, int]:
    """The units that accounts work over, by code."""
    known = {plan.root: homes[DISTRICT].pk, **{code: homes[code].pk for code in plan.wards}}
    asked = {account.unit for account in plan.accounts if account.unit} - set(known)
    return known | {code: organisations.resolve_unit(code, on=plan.day).pk for code in sorted(asked)}
