"""The generator alone, in memory: the same people each time, with lives that could have been lived."""

import os
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from congvu.contexts.personnel.actions import PersonEntry
from congvu.demo.plan import binh_thuy
from congvu.demo.tests import make
from congvu.law.retirement import retirement

_DIGEST = """
import django; django.setup()
from congvu.demo.tests import make
print(make.digest(make.people()))
"""


@pytest.fixture(scope="module")
def people() -> list[PersonEntry]:
    return make.people()


@pytest.fixture(scope="module")
def invented(people) -> list[PersonEntry]:
    return [person for person in people if person.invented]


def test_the_same_people_are_made_each_time(people):
    assert make.people() == people


def test_the_people_do_not_hang_on_the_hashes_of_a_process(people):
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "DJANGO_SETTINGS_MODULE": "congvu.config.settings",
        "SECRET_KEY": "khóa của bài thử",
        "DATABASE_URL": "postgresql://khong/khong",
    }

    done = subprocess.run([sys.executable, "-c", _DIGEST], env=environment, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == make.digest(people)


def test_nobody_holds_a_post_before_eighteen_or_after_retirement(invented):
    for person in invented:
        born = person.born_on
        assert born is not None
        grown = date(born.year + 18, born.month, min(born.day, 28))
        # of those whose papers give only the year, the true day of birth decided
        retires = retirement(born, person.sex, precision=person.born_precision).pension_from
        slack = timedelta(days=366 if person.born_precision == "year" else 0)
        for post in person.posts:
            assert grown <= post.since
            assert post.until is not None and post.until <= retires + slack


def test_nobody_holds_a_post_of_the_district_after_it_ended(people):
    assert max(post.until for person in people for post in person.posts if post.until) <= date(2025, 7, 1)


def test_no_post_ever_has_more_people_than_seats(people):
    plan = binh_thuy()
    seats = {key: post.seats for key, post in zip(make.places(plan).posts.values(), plan.posts(), strict=True)}
    changes: defaultdict[tuple[int, int], list[tuple[date, int]]] = defaultdict(list)
    for person in people:
        for post in person.posts:
            assert post.until is not None
            changes[post.post_id, post.unit_id] += [(post.since, 1), (post.until, -1)]
    for post, days in changes.items():
        held = 0
        for _, change in sorted(days):
            held += change
            assert held <= seats[post], post


def test_principal_posts_of_a_person_follow_one_another(invented):
    for person in invented:
        posts = [post for post in person.posts if post.kind == "principal"]
        assert all(earlier.until == later.since for earlier, later in zip(posts, posts[1:], strict=False))


def test_ranks_and_kinds_of_staff_follow_one_another(invented):
    for person in invented:
        for spells in (person.ranks, person.services):
            assert all(spell.until is None or spell.since < spell.until for spell in spells)
            assert all(earlier.until == later.since for earlier, later in zip(spells, spells[1:], strict=False))


def test_careers_begin_in_1985_or_later_and_stand_on_decisions(invented):
    assert min(person.services[0].since for person in invented).year == 1985
    assert all(spell.ground for person in invented for spell in (*person.services, *person.ranks))
    assert all(post.ground for person in invented for post in person.posts if post.kind == "principal")


def test_no_issuer_gives_a_number_twice_in_a_year(people):
    papers = {ground.key for person in people for ground in person.grounds()}
    numbers = [(number, signed_on.year, issuer) for number, signed_on, issuer in papers]
    assert len(numbers) == len(set(numbers))


def test_decisions_are_signed_on_working_days_before_they_take_effect(invented):
    for person in invented:
        for ground in person.grounds():
            assert ground.signed_on.weekday() < 5
            assert ground.effective_on is not None and ground.signed_on <= ground.effective_on


def test_studies_end_after_they_begin_and_nobody_studies_as_a_child(invented):
    for person in invented:
        for study in person.studies:
            assert study.started_on and study.ended_on and study.awarded_on and person.born_on
            assert study.started_on < study.ended_on < study.awarded_on
            assert study.started_on.year - person.born_on.year >= 16


def test_party_members_were_admitted_as_adults_and_became_official_a_year_later(invented):
    for person in invented:
        if person.party and person.born_on:
            assert person.party.admitted_on.year - person.born_on.year >= 18
            assert person.party.official_on is not None
            assert (person.party.official_on - person.party.admitted_on).days in (365, 366)


def test_citizen_numbers_belong_to_no_province_and_to_one_person_each(invented):
    numbers = [person.citizen_number for person in invented]
    assert len(set(numbers)) == len(numbers)
    assert all(number and len(number) == 12 and number.startswith("999") for number in numbers)


def test_most_are_kinh_and_some_are_khmer_or_hoa(invented):
    of = Counter(person.ethnicity for person in invented)
    assert set(of) == {"01", "04", "05"}
    assert of["01"] > 0.9 * len(invented)


def test_those_whom_the_article_names_hold_only_what_it_says(people):
    named = {person.full_name: person for person in people if not person.invented}
    assert set(named) == {"Võ Hoài Phong", "Quách Trọng Thiện", "Lư Diệu Khanh"}
    for person in named.values():
        assert (person.born_on, person.sex, person.ethnicity) == (None, "", "")
        assert (person.studies, person.ranks, person.services) == ((), (), ())
        assert (person.personnel_number, person.citizen_number) == (None, None)
    members = {name for name, person in named.items() if person.party}
    assert members == {"Võ Hoài Phong", "Lư Diệu Khanh"}
    assert all(named[name].party.admitted_on is None for name in members)


def test_no_invented_person_bears_a_name_of_the_article(people):
    named = {person.full_name for person in people if not person.invented}
    assert not [person for person in people if person.invented and person.full_name in named]
