"""Tài khoản: an administrator sees and changes the accounts of his own branch, and of no other."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from congvu.kernel import scope
from congvu.kernel.access.models import RoleGrant, User
from congvu.kernel.audit.models import Fact
from congvu.kernel.scope.models import UnitIdentity
from congvu.kernel.temporal.models import span
from congvu.web.units import Directory

pytestmark = pytest.mark.django_db
SINCE = date(2010, 1, 1)


@pytest.fixture
def district():
    UnitIdentity.objects.create(path="980000", slug="tinh-thu")
    return UnitIdentity.objects.create(path="980000.980001", slug="quan-thu")


@pytest.fixture
def ward(district):
    return UnitIdentity.objects.create(path="980000.980001.980003", slug="phuong-thu")


@pytest.fixture
def beside(district):
    return UnitIdentity.objects.create(path="980000.980002", slug="quan-ben-thu")


def _account(username, full_name, role, unit, valid=None) -> User:
    user = User.objects.create_user(username, "mot-mat-khau-dai", full_name=full_name)
    RoleGrant.objects.create(user=user, role=role, unit=unit, valid=valid or span(SINCE))
    return user


@pytest.fixture
def dung(district):
    return _account("dung", "Lê Văn Dũng", "administrator", district)


@pytest.fixture
def client(dung):
    client = Client()
    client.force_login(dung)
    return client


@pytest.fixture(autouse=True)
def names_by_slug(settings):
    """The configuration of a house that calls its units by their slugs."""
    settings.CONGVU_UNITS = f"{__name__}.BY_SLUG"


def _names(units, on):
    return dict(UnitIdentity.objects.filter(pk__in=units).values_list("pk", "slug"))


def _below(paths, on):
    found = [UnitIdentity.objects.filter(path__under=path).values_list("pk", "slug") for path in paths]
    return [unit for units in found for unit in units]


BY_SLUG = Directory(_names, _below)


def _soup(response):
    return BeautifulSoup(response.content, "html.parser")


def _opening(unit, **changes):
    given = {"username": "nguyen.van.an", "full_name": "Nguyễn Văn An", "role": "clerk", "unit": str(unit.pk)}
    return {**given, "password": "", "basis": "QĐ 5/QĐ-UBND", **changes}


def test_the_register_shows_accounts_of_the_branch_and_no_other(client, ward, beside):
    _account("an", "Nguyễn Văn An", "clerk", ward)
    _account("binh", "Trần Thị Bình", "clerk", beside)

    text = _soup(client.get(reverse("web:accounts"))).select_one("main").get_text()

    assert "Nguyễn Văn An" in text
    assert "Trần Thị Bình" not in text


def test_whoever_held_a_role_once_stays_in_the_register(client, ward):
    _account("cu", "Phạm Thị Cũ", "clerk", ward, span(SINCE, date(2016, 1, 1)))

    page = _soup(client.get(reverse("web:accounts"), {"the": "khong-vai-tro"}))

    assert "Phạm Thị Cũ" in page.select_one("tbody").get_text()
    assert "Phạm Thị Cũ" in _soup(client.get(reverse("web:accounts"), {"q": "pham thi cu"})).get_text()


def test_the_register_asks_the_database_as_often_for_one_account_as_for_many(
    client, ward, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as first:
        client.get(reverse("web:accounts"))
    for number in range(9):
        _account(f"an{number}", f"Nguyễn Văn {number}", "clerk", ward)

    with django_assert_num_queries(len(first)):
        client.get(reverse("web:accounts"))


@pytest.mark.parametrize("name", ["account", "grant_role", "close_account"])
def test_an_account_of_a_foreign_unit_is_not_found(client, beside, name):
    foreign = _account("binh", "Trần Thị Bình", "clerk", beside)

    assert client.get(reverse(f"web:{name}", args=[foreign.pk])).status_code == 404
    assert client.post(reverse(f"web:{name}", args=[foreign.pk])).status_code in (404, 405)


def test_a_role_over_a_foreign_unit_cannot_be_ended(client, beside):
    foreign = _account("binh", "Trần Thị Bình", "clerk", beside)

    answer = client.post(reverse("web:end_role", args=[foreign.grants.get().pk]), {"day": "10/04/2026"})

    assert answer.status_code == 404
    assert foreign.grants.get().valid.upper is None


def test_whoever_does_not_manage_accounts_opens_none_of_these_pages(ward):
    client = Client()
    client.force_login(_account("an", "Nguyễn Văn An", "head", ward))

    assert client.get(reverse("web:accounts")).status_code == 403
    assert client.post(reverse("web:open_account"), _opening(ward)).status_code == 403


def test_an_account_is_opened_with_a_password_shown_once(client, ward):
    answer = client.post(reverse("web:open_account"), _opening(ward))

    user = User.objects.get(username="nguyen.van.an")
    shown = [code.get_text() for code in _soup(answer).select("code")]
    assert shown[0] == "nguyen.van.an"
    assert user.check_password(shown[1])
    assert [(grant.role, grant.unit_id) for grant in user.grants.all()] == [("clerk", ward.pk)]
    assert shown[1] not in client.get(reverse("web:account", args=[user.pk])).content.decode()


def test_opening_an_account_leaves_its_facts_without_the_password(client, ward, dung):
    client.post(reverse("web:open_account"), _opening(ward, password="mot-mat-khau-rat-dai"))

    with scope.within(["980000"]):
        facts = list(Fact.objects.order_by("pk"))
    assert [fact.label for fact in facts] == ["Mở tài khoản", "Phân quyền"]
    assert all("mat-khau" not in str(fact.content) for fact in facts)


def test_a_unit_outside_of_the_branch_cannot_be_chosen(client, ward, beside):
    answer = client.post(reverse("web:open_account"), _opening(beside))

    assert answer.status_code == 422
    assert not User.objects.filter(username="nguyen.van.an").exists()


@pytest.mark.parametrize(
    ("change", "says"),
    [({"username": "Nguyễn An"}, "chữ thường không dấu"), ({"password": "12345"}, "10"), ({"role": "vua"}, "")],
)
def test_what_is_filled_in_wrongly_is_said_beside_the_field(client, ward, change, says):
    answer = client.post(reverse("web:open_account"), _opening(ward, **change))

    assert answer.status_code == 422
    assert says in _soup(answer).select_one("#form-errors").get_text()


def test_a_user_name_already_taken_is_refused_in_a_sentence(client, ward):
    answer = client.post(reverse("web:open_account"), _opening(ward, username="dung"))

    assert answer.status_code == 409
    assert "đã có; hãy chọn tên khác" in answer.content.decode()


def test_a_role_is_granted_and_refused_the_second_time(client, ward):
    user = _account("an", "Nguyễn Văn An", "clerk", ward)
    address, given = reverse("web:grant_role", args=[user.pk]), {"role": "officer", "unit": str(ward.pk)}

    first, second = client.post(address, given), client.post(address, given)

    assert first.status_code == 302
    assert second.status_code == 409
    assert "đã giữ vai trò này" in second.content.decode()


def test_a_role_ends_on_the_day_that_is_written(client, ward):
    granted = _account("an", "Nguyễn Văn An", "clerk", ward).grants.get()

    answer = client.post(reverse("web:end_role", args=[granted.pk]), {"day": "10/04/2026"})

    granted.refresh_from_db()
    assert answer.status_code == 302
    assert granted.valid.upper == date(2026, 4, 10)
    assert "09/04/2026" in client.get(answer.url).content.decode()


def test_a_role_does_not_end_before_it_began(client, ward):
    granted = _account("an", "Nguyễn Văn An", "clerk", ward).grants.get()

    answer = client.post(reverse("web:end_role", args=[granted.pk]), {"day": "31/12/2009"})

    assert answer.status_code == 422
    assert "có từ ngày 01/01/2010" in answer.content.decode()


def test_a_closed_account_leaves_its_session_at_once(client, ward):
    user = _account("an", "Nguyễn Văn An", "officer", ward)
    other = Client()
    other.force_login(user)

    client.post(reverse("web:close_account", args=[user.pk]))

    assert not User.objects.get(pk=user.pk).is_active
    assert other.get("/").status_code == 302


def test_nobody_closes_the_account_in_use_or_ends_the_own_role(client, dung):
    granted = dung.grants.get()

    closing = client.post(reverse("web:close_account", args=[dung.pk]))
    ending = client.post(reverse("web:end_role", args=[granted.pk]), {"day": "10/04/2026"})

    assert (closing.status_code, ending.status_code) == (409, 409)
    assert "nhờ một người quản trị khác" in closing.content.decode()
    assert User.objects.get(pk=dung.pk).is_active


def test_an_account_with_a_role_elsewhere_is_not_closed_from_here(client, ward, beside):
    user = _account("an", "Nguyễn Văn An", "clerk", ward)
    RoleGrant.objects.create(user=user, role="head", unit=beside, valid=span(SINCE))

    answer = client.post(reverse("web:close_account", args=[user.pk]))

    assert answer.status_code == 409
    assert "ngoài phạm vi của bạn" in answer.content.decode()
    assert "Lãnh đạo cơ quan Nội vụ" not in client.get(reverse("web:account", args=[user.pk])).content.decode()


def test_the_pages_of_accounts_speak_english_once_it_is_chosen(client, ward):
    user = _account("an", "Nguyễn Văn An", "clerk", ward)
    client.post("/ngon-ngu/", {"language": "en"})

    text = _soup(client.get(reverse("web:account", args=[user.pk]))).select_one("main").get_text()

    assert all(words in text for words in ("Nguyễn Văn An", "Data entry clerk of the unit", "Grant a role"))
    assert all(words not in text for words in ("Vai trò", "Đơn vị", "Người nhập liệu", "Khóa tài khoản"))
