from datetime import date

import pytest

from congvu.kernel.access import NotPermitted, officer_of, operator
from congvu.kernel.access.models import RoleGrant, User
from congvu.kernel.scope.tests import make
from congvu.kernel.temporal.models import span

pytestmark = pytest.mark.django_db
VIEW = "personnel.view_person"


def _granted(unit, role="officer", valid=None) -> User:
    user = User.objects.create_user("an", full_name="Nguyễn Văn An")
    RoleGrant.objects.create(user=user, role=role, unit=unit, valid=valid or span(date(2015, 1, 1), date(2016, 1, 1)))
    return user


@pytest.mark.parametrize(
    ("day", "held"),
    [
        pytest.param(date(2014, 12, 31), False, id="the day before"),
        pytest.param(date(2015, 1, 1), True, id="the first day"),
        pytest.param(date(2015, 12, 31), True, id="the last day"),
        pytest.param(date(2016, 1, 1), False, id="the day after"),
    ],
)
def test_a_role_gives_its_rights_only_within_its_span(day, held):
    tree = make.tree()
    officer = officer_of(_granted(tree.district), on=day)

    assert officer.may(VIEW, over=tree.district.pk, on=day) is held


def test_a_role_over_a_unit_reaches_below_it_and_not_beside_it():
    tree = make.tree()
    day = date(2015, 6, 1)
    officer = officer_of(_granted(tree.district), on=day)

    assert officer.may(VIEW, over=tree.ward.pk, on=day)
    assert not officer.may(VIEW, over=tree.other.pk, on=day)


def test_what_no_role_gives_is_refused():
    tree = make.tree()
    day = date(2015, 6, 1)
    officer = officer_of(_granted(tree.district, role="clerk"), on=day)

    with pytest.raises(NotPermitted):
        officer.demand("organisations.manage_units", over=tree.district.pk, on=day)


def test_the_operator_of_the_server_may_do_everything_over_the_unit_he_names():
    tree = make.tree()

    officer = operator(over=tree.district.pk)

    assert officer.may("personnel.manage_records", over=tree.ward.pk, on=date(2016, 4, 10))
    assert not officer.may("personnel.manage_records", over=tree.other.pk, on=date(2016, 4, 10))
