"""Each locality in the database: its people in their posts on the day, and living offices today."""

from datetime import date

import pytest
from django.test import Client

from congvu import demo
from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Assignment, Attendance, Person
from congvu.demo.plan import plans
from congvu.kernel.access.models import User
from congvu.kernel.scope import within

pytestmark = pytest.mark.demo
TODAY = date(2026, 7, 1)
LOCALITIES = {
    "xuan-khanh": (date(2015, 11, 1), 33),
    "an-hai-bac": (date(2014, 12, 15), 25),
    "hau-giang": (date(2023, 1, 18), 343),
    "chau-thanh-a": (date(2023, 1, 18), 197),
    "da-nang": (date(2023, 11, 6), 142),  # with those who still serve in An Hải Bắc
}
LIVING = ("31168", "31135", "20275", "31360")


def _serving(unit, day):
    with within([unit.identity.path]):
        return (
            Assignment.objects.on(day)
            .filter(kind="principal", post__unit__in=organisations.branch(unit, on=day).values("pk"))
            .count()
        )


@pytest.mark.parametrize("slug", LOCALITIES)
def test_the_people_of_a_locality_serve_on_the_day_of_its_article(slug):
    day, people = LOCALITIES[slug]
    assert _serving(organisations.resolve_unit(slug, on=day), day) == people


@pytest.mark.parametrize("slug", LOCALITIES)
def test_nobody_serves_in_the_old_bodies_after_june_2025(slug):
    day, _ = LOCALITIES[slug]
    unit = organisations.resolve_unit(slug, on=day)
    assert _serving(unit, date(2025, 6, 30))
    assert not _serving(unit, date(2025, 7, 1))


@pytest.mark.parametrize("code", LIVING)
def test_a_commune_of_today_has_living_offices_with_people(code):
    unit = organisations.resolve_unit(code, on=TODAY)
    names = set(organisations.UnitRecord.objects.on(TODAY).filter(parent__isnull=False).values_list("name", flat=True))
    record = organisations.record_of(unit, on=TODAY)
    assert _serving(unit, TODAY) == 32
    assert any(name.startswith("Phòng Văn hóa – Xã hội") and record.short_name in name for name in names)


@pytest.mark.parametrize("code", LIVING)
def test_some_of_the_people_of_today_come_from_the_bodies_before(code):
    unit = organisations.resolve_unit(code, on=TODAY)
    with within([unit.identity.path]):
        assert Assignment.objects.on(date(2025, 6, 30)).count() >= 5


def test_eight_health_offices_and_five_ethnic_affairs_offices_were_dissolved():
    province = organisations.resolve_unit("hau-giang", on=date(2023, 1, 18))
    before = organisations.branch(province, on=date(2022, 6, 30)).values("pk")
    ended = organisations.UnitRecord.objects.filter(unit__in=before, unit__dissolved_on=date(2022, 7, 1))
    assert ended.filter(name__startswith="Phòng Y tế").count() == 8
    assert ended.filter(name__startswith="Phòng Dân tộc").count() == 5


def test_three_bodies_became_one_centre_at_two_units():
    merged = organisations.Succession.objects.filter(on=date(2022, 7, 2))
    assert merged.values("successor").distinct().count() == 2
    assert merged.count() == 6


def test_ten_one_stop_desks_have_five_counters_each():
    district = organisations.resolve_unit("chau-thanh-a", on=date(2023, 1, 18))
    desks = organisations.Post.objects.on(date(2023, 1, 18)).filter(
        unit__in=organisations.branch(district, on=date(2023, 1, 18)).values("pk"), title__startswith="Quầy "
    )
    assert desks.values("unit").distinct().count() == 10
    assert desks.count() == 50


def test_people_of_the_ward_went_to_short_courses_hundreds_of_times():
    ward = organisations.resolve_unit("xuan-khanh", on=date(2015, 11, 1))
    with within([ward.identity.path]):
        assert Attendance.objects.filter(started_on__range=(date(2012, 1, 1), date(2015, 11, 1))).count() >= 200


def test_an_account_of_a_civil_servant_is_tied_to_an_invented_person_and_has_no_role():
    for username in ("bt-congchuc", "xk-congchuc", "nk-giaovien"):
        user = User.objects.get(username=username)
        assert user.person_id and not user.grants.exists()
        assert not Person.objects.filter(pk=user.person_id).exists()  # the file is seen only under its scope


def test_the_log_in_page_groups_the_accounts_by_locality():
    page = Client().get("/dang-nhap/").content.decode()
    for plan in plans():
        assert page.count(f"<summary>{plan.title}</summary>") == 1
    assert all(f"<code>{account.username}</code>" in page for account in demo.demo_accounts())


def test_no_more_than_fifteen_hundred_people_are_made():
    with within([unit.identity.path for unit in organisations.Unit.objects.filter(identity__path__regex=r"^\d+$")]):
        assert Person.objects.count() <= 1500
