"""The generator alone, over every locality: lives that could have been lived, and no papers or numbers twice."""

from datetime import date, timedelta

import pytest

from congvu.demo.plan import plan_of, plans
from congvu.demo.tests import make

NAMED = {
    "xuan_khanh": {"Lê Thị Hồng Lam": 1, "Trần Trường Phục": 2, "Trịnh Minh Tuân": 1},
    "an_hai_bac": {"Trần Văn Hùng": 1},
    "hau_giang": {"Đồng Văn Thanh": 2, "Võ Thành Chính": 1},
    "chau_thanh_a": {"Trần Anh Tuấn": 1},
    "da_nang": {"Nguyễn Văn Quảng": 1, "Võ Ngọc Đồng": 1},
}
EVERY = pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.seed)


@pytest.mark.parametrize("name", NAMED)
def test_those_whom_an_article_names_hold_the_posts_it_gives_them_on_its_day_and_nothing_else(name):
    plan = plan_of(name)
    named = {person.full_name: person for person in make.everybody()[plan.title] if not person.invented}
    assert {who: len(person.posts) for who, person in named.items()} == NAMED[name]
    for person in named.values():
        assert {(post.since, post.until) for post in person.posts} == {(plan.day, plan.day + timedelta(days=1))}
        assert (person.born_on, person.sex, person.ethnicity, person.born_precision) == (None, "", "", "unknown")
        assert (person.studies, person.ranks, person.services, person.courses) == ((), (), (), ())
        assert (person.personnel_number, person.citizen_number) == (None, None)


def test_nobody_invented_bears_a_name_of_the_article_of_the_place():
    for plan in plans():
        names = {row["name"] for row in plan.named}
        assert not [one for one in make.everybody()[plan.title] if one.invented and one.full_name in names]


def test_no_number_belongs_to_two_people_and_none_to_a_province():
    everybody = [one for people in make.everybody().values() for one in people if one.invented]
    for number in ("citizen_number", "personnel_number"):
        numbers = [getattr(one, number) for one in everybody]
        assert len(set(numbers)) == len(numbers)
    assert all((one.citizen_number or "").startswith("999") for one in everybody)


def test_no_issuer_gives_a_number_twice_in_a_year_to_two_localities():
    papers = {ground.key for people in make.everybody().values() for one in people for ground in one.grounds()}
    numbers = [(number, signed_on.year, issuer) for number, signed_on, issuer in papers if number != "không rõ số"]
    assert len(numbers) == len(set(numbers))


@EVERY
def test_principal_posts_follow_one_another_and_hold_at_least_a_day(plan):
    for person in make.everybody()[plan.title]:
        posts = [post for post in person.posts if post.kind == "principal"]
        assert all(post.until is None or post.since < post.until for post in posts)
        assert all(earlier.until == later.since for earlier, later in zip(posts, posts[1:], strict=False))


@EVERY
def test_no_post_ever_has_more_people_than_seats(plan):
    seats = {make.places(plan).posts[post.key]: max(post.seats, post.people, 1) for post in plan.posts()}
    changes: dict[tuple[int, int], list[tuple[date, int]]] = {}
    for person in make.everybody()[plan.title]:
        for post in person.posts:
            held = changes.setdefault((post.post_id, post.unit_id), [])
            held += [(post.since, 1), (post.until or date.max, -1)]
    for key, days in changes.items():
        held_now = 0
        for _, change in sorted(days):
            held_now += change
            assert held_now <= seats.get(key, held_now)


@EVERY
def test_nothing_is_told_of_the_days_after_the_plan_ends(plan):
    for person in make.everybody()[plan.title]:
        assert all(post.since < plan.ends for post in person.posts)
        assert all(course.started_on <= plan.day for course in person.courses)
        assert all(study.started_on and study.started_on < plan.day for study in person.studies)


@EVERY
def test_everybody_who_serves_is_grown_and_not_yet_retired(plan):
    for person in make.everybody()[plan.title]:
        if person.born_on and not any(post.until and post.until < plan.day for post in person.posts[-1:]):
            assert 20 <= plan.day.year - person.born_on.year <= 61
