"""Every address as every role, over the own unit and over a foreign one, generated from the routes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from congvu.config.roles import ROLES
from congvu.contexts.personnel.tests import make
from congvu.kernel import scope
from congvu.kernel.access.models import User
from congvu.web.access import OWN, PUBLIC, SIGNED_IN
from tests import cast

pytestmark = pytest.mark.django_db
REFUSED = {403, 404}


@dataclass(frozen=True)
class Route:
    """One address of the system: how it is written, and who is let in."""

    pattern: str
    parameters: tuple[str, ...]
    allows: Any
    view: Any


def routes() -> list[Route]:
    """Every address of ours; those of allauth are covered by its own middleware and listed as public."""
    return list(_walk(get_resolver().url_patterns, "/"))


def _walk(patterns: Any, before: str) -> Iterator[Route]:
    for pattern in patterns:
        text = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, text)
        elif isinstance(pattern, URLPattern):
            view = pattern.callback
            yield Route(text, tuple(pattern.pattern.converters), getattr(view, "allows", None), view)


def test_every_route_says_who_may_enter():
    assert [route.pattern for route in routes() if route.allows is None] == []


@pytest.fixture
def two_places():
    """Two districts under one province, each with a person."""
    with scope.within(["900000"]):
        here = make.place()
        yield here, make.person(here, "Lê Văn Tám", studies=(make.COLLEGE,))


def _address(route: Route, person_id: int, unit_id: int) -> str:
    values: dict[str, dict[str, Any]] = {
        "personnel": {"pk": person_id, "name": "district_university", "form": "pdf", "group": "residence"},
        "organisations": {"pk": unit_id},
    }
    context = route.view.__module__.split(".")[2] if ".contexts." in route.view.__module__ else "web"
    address = route.pattern
    for name, converter in _converters(route).items():
        value = values.get(context, {}).get(name, 1 if converter == "int" else "x")
        address = address.replace(f"<{converter}:{name}>", str(value))
    return address


def _converters(route: Route) -> dict[str, str]:
    found = {}
    for part in route.pattern.split("<")[1:]:
        converter, _, name = part.split(">")[0].partition(":")
        found[name] = converter
    return found


@pytest.mark.parametrize("role", [*(role.name for role in ROLES), "no role"])
def test_a_role_enters_where_its_permissions_lead_and_nowhere_else(role, two_places, client: Client):
    at, person = two_places
    client.force_login(cast.account("an", "Nguyễn Văn An", "" if role == "no role" else role, at.district.identity))
    held = next((one.permissions for one in ROLES if one.name == role), frozenset())

    wrong = []
    for route in routes():
        if not isinstance(route.allows, tuple) or not route.allows or route.allows in (PUBLIC, SIGNED_IN):
            continue
        status = client.get(_address(route, person.pk, at.district.pk), follow=False).status_code
        admitted = route.allows != OWN and bool(held & set(route.allows))
        if status >= 500 or (status == 403) == admitted:
            wrong.append((route.pattern, status, admitted))
    assert wrong == []


def test_an_account_of_a_person_enters_his_own_pages_and_nothing_else(two_places, client: Client):
    _, person = two_places
    client.force_login(User.objects.create(username="tam", full_name="Lê Văn Tám", person_id=person.pk))

    wrong = []
    for route in routes():
        if isinstance(route.allows, tuple) and route.allows and route.allows not in (PUBLIC, SIGNED_IN):
            status = client.get(_address(route, person.pk, 1), follow=False).status_code
            if status >= 500 or (status == 403) == (route.allows == OWN):
                wrong.append((route.pattern, status))
    assert wrong == []


def test_an_account_of_a_person_reaches_nobody_elses_pages(two_places, client: Client):
    at, person = two_places
    other = make.person(at, "Nguyễn Thị Hoa")
    client.force_login(User.objects.create(username="hoa", full_name="Nguyễn Thị Hoa", person_id=other.pk))

    for route in routes():
        if route.allows == OWN:
            answer = client.get(_address(route, person.pk, at.district.pk))
            assert "Lê Văn Tám" not in answer.content.decode(errors="ignore"), route.pattern
            assert "<int:pk>" not in route.pattern or answer.status_code in {404, 405}, route.pattern


def test_whoever_is_not_logged_in_is_sent_to_log_in(two_places, client: Client):
    at, person = two_places

    for route in routes():
        if isinstance(route.allows, tuple) and route.allows and route.allows not in (PUBLIC, SIGNED_IN):
            answer = client.get(_address(route, person.pk, at.district.pk))
            assert answer.status_code == 302 and "/dang-nhap/" in answer["Location"], route.pattern


@pytest.mark.parametrize("role", [role.name for role in ROLES])
def test_nobody_reaches_people_of_a_foreign_unit(role, two_places, client: Client):
    at, person = two_places
    elsewhere = make.place_beside(at)
    client.force_login(cast.account("binh", "Trần Thị Bình", role, elsewhere.identity))

    for route in routes():
        if ".personnel." in route.view.__module__ and isinstance(route.allows, tuple):
            address = _address(route, person.pk, at.district.pk)
            answer = client.get(f"{address}?don-vi={at.district.pk}")
            assert "Lê Văn Tám" not in answer.content.decode(errors="ignore"), route.pattern
            assert answer.status_code in REFUSED | {400, 405}, (route.pattern, answer.status_code)
