from datetime import date

import pytest
from django.db import transaction

from congvu.kernel import scope
from congvu.kernel.access import NotPermitted, accounts, officer_of, operator
from congvu.kernel.access.models import User
from congvu.kernel.audit.models import Fact
from congvu.kernel.scope.tests import make

pytestmark = pytest.mark.django_db
DAY = date(2016, 4, 10)


@pytest.fixture
def tree():
    tree = make.tree()
    with scope.within(["t1"]):
        yield tree


def _opened(tree, username="an"):
    by = operator(over=tree.district.pk)
    return by, accounts.open_account(username, "Nguyễn Văn An", "mot-mat-khau-dai", unit=tree.district, by=by, on=DAY)


def test_opening_an_account_and_granting_a_role_leave_facts(tree):
    by, user = _opened(tree)

    accounts.grant(user, "officer", unit=tree.district, basis="QĐ 5/QĐ-UBND", by=by, on=DAY)

    assert [fact.label for fact in Fact.objects.order_by("pk")] == ["Mở tài khoản", "Phân quyền"]
    assert officer_of(user, on=DAY).may("personnel.view_person", over=tree.ward.pk, on=DAY)


def test_a_user_name_belongs_to_one_account(tree):
    by, _ = _opened(tree)

    with pytest.raises(accounts.Impossible, match="đã có"), transaction.atomic():
        accounts.open_account("an", "Người khác", None, unit=tree.district, by=by, on=DAY)


def test_a_role_that_nobody_knows_is_refused(tree):
    by, user = _opened(tree)

    with pytest.raises(accounts.Impossible, match="Không có vai trò"), transaction.atomic():
        accounts.grant(user, "vua", unit=tree.district, by=by, on=DAY)


def test_a_role_ends_on_the_day_it_is_taken_away(tree):
    by, user = _opened(tree)
    granted = accounts.grant(user, "officer", unit=tree.district, by=by, on=DAY)

    accounts.end(granted, by=by, on=date(2016, 5, 1))

    assert officer_of(user, on=date(2016, 4, 30)).grants
    assert not officer_of(user, on=date(2016, 5, 1)).grants


def test_a_closed_account_stays_and_cannot_log_in(tree):
    by, user = _opened(tree)

    accounts.close_account(user, unit=tree.district, by=by, on=DAY)

    assert not User.objects.get(pk=user.pk).is_active


def test_whoever_may_not_manage_accounts_opens_none(tree):
    _, user = _opened(tree)
    by = officer_of(user, on=DAY)

    with pytest.raises(NotPermitted), transaction.atomic():
        accounts.open_account("binh", "Trần Thị Bình", None, unit=tree.district, by=by, on=DAY)
