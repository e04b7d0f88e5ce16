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
from congvu.demo.plan import DISTRICT, Plan, binh_thuy
from congvu.kernel import audit
from congvu.kernel.access import Officer, operator
from congvu.kernel.access.models import User
from congvu.kernel.scope import everything, within
from congvu.kernel.scope.models import UnitIdentity

_SOURCE = "Dữ liệu mẫu"
_ORGANISERS = "Trung tâm Bồi dưỡng Chính trị quận Bình Thủy phối hợp với Trường Chính trị thành phố Cần Thơ"
_ROLES_SINCE = date(2013, 1, 1)


def load_all(*, echo: Echo) -> None:
    """Nạp: the administrative lists, then the district with its people, then the accounts."""
    plan = binh_thuy()
    echo("Danh mục đơn vị hành chính…")
    _load_lists(plan)
    district = organisations.resolve_unit(plan.district, on=plan.day)
    with within(everything([str(district.identity.path)])):
        UnitIdentity.objects.select_for_update().get(pk=district.pk)  # two who load take turns
        if User.objects.filter(is_demo=True, username__in=[account.username for account in plan.accounts]).exists():
            echo("Dữ liệu mẫu đã có; không thay đổi gì.")
        else:
            _load_district(plan, district, echo=echo)


def _load_district(plan: Plan, district: organisations.Unit, *, echo: Echo) -> None:
    by = operator(over=district.pk)
    echo("Cơ quan, vị trí việc làm và tiêu chuẩn của quận Bình Thủy và tám phường…")
    homes = _homes(plan, district)
    founded = bodies.found(plan, homes, by=by)
    echo("Hồ sơ cán bộ, công chức, viên chức…")
    people = _enrol(plan, homes, founded, by=by)
    bodies.end(plan, founded, by=by)
    opened = accounts.open_accounts(plan, _scopes(plan, homes), since=_ROLES_SINCE)
    fact = DemonstrationLoaded(district.pk, people, len(founded.posts), opened)
    audit.record(fact, by=by, on=plan.day)
    echo(f"Đã nạp {people} hồ sơ, {len(founded.posts)} vị trí việc làm, {opened} tài khoản mẫu.")


def _load_lists(plan: Plan) -> None:
    by = Officer(user_id=None, name="Người vận hành máy chủ", grants=())
    organisations.load_administrative_lists(by=by, on=plan.ends)


def _homes(plan: Plan, district: organisations.Unit) -> dict[str, organisations.Unit]:
    """The units that keep the files: the district for its own staff, each ward for its own."""
    wards = {code: organisations.resolve_unit(code, on=plan.day) for code in plan.wards}
    return {DISTRICT: district, **wards}


def _enrol(plan: Plan, homes: dict[str, organisations.Unit], founded: bodies.Bodies, *, by: Officer) -> int:
    places = Places(
        homes={name: unit.pk for name, unit in homes.items()},
        posts={key: (post.pk, post.unit_id) for key, post in founded.posts.items()},
        classes=_open_classes(plan, homes[DISTRICT], by=by),
    )
    people = personnel.enrol(entries(plan, places), by=by, on=plan.day, source=_SOURCE)
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
            organiser=_ORGANISERS,
            unit_id=district.pk,
            opened_on=held.opened,
            closed_on=held.closed,
        )
        ground = Papers().decision("other", held.opened, f"Mở {held.title}", issuer=COMMITTEE, luck=luck)
        opened[held.code] = personnel.open_class(made, ground=ground, by=by, on=held.opened).pk
    return opened


def _scopes(plan: Plan, homes: dict[str, organisations.Unit]) -> dict[str, int]:
    """The units that accounts work over, by code."""
    known = {plan.district: homes[DISTRICT].pk, **{code: homes[code].pk for code in plan.wards}}
    asked = {account.unit for account in plan.accounts} - set(known)
    return known | {code: organisations.resolve_unit(code, on=plan.day).pk for code in sorted(asked)}
