"""The records in the database, counted row by row without the indicators."""

from collections import Counter
from datetime import date

import pytest

from congvu import demo
from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.models import Assignment, Person, Study, StudyClass
from congvu.demo.plan import binh_thuy
from congvu.kernel.access import officer_of
from congvu.kernel.access.models import User
from congvu.kernel.scope import within

pytestmark = pytest.mark.demo
DAY = date(2016, 4, 10)
SINCE = date(2013, 1, 1)
ENDED = date(2025, 7, 1)


@pytest.fixture
def district():
    unit = organisations.resolve_unit("binh-thuy", on=DAY)
    with within([unit.identity.path]):
        yield unit


@pytest.fixture
def held(district):
    """Principal posts on the day, with the block of each."""
    blocks = dict(organisations.UnitRecord.objects.on(DAY).order_by("pk").values_list("unit", "block"))
    posts = Assignment.objects.on(DAY).filter(kind="principal").select_related("post").order_by("pk")
    return [(one, blocks[one.post.unit_id]) for one in posts]


def _levels(subject: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for study in Study.objects.filter(subject=subject, awarded_on__lte=DAY, withdrawn_on=None).order_by("pk"):
        found[study.person_id] = max(study.level, found.get(study.person_id, 0))
    return found


def _share(people, levels, least):
    return sum(levels.get(one.person_id, 0) >= least for one in people), len(people)


def _sent(**which):
    return Study.objects.filter(sent_by__signed_on__range=(SINCE, DAY), **which)


def test_32_people_were_sent_to_university_or_postgraduate_study(district):
    assert _sent(subject="professional", level=4).values("person").distinct().count() == 19
    assert _sent(subject="professional", level__gte=5).values("person").distinct().count() == 13
    assert _sent(subject="professional", level__gte=4).count() == 32


def test_24_people_were_sent_to_advanced_political_theory(district):
    assert _sent(subject="political_theory", level=3).values("person").distinct().count() == 24


def test_240_different_people_studied_in_three_intermediate_classes(district):
    assert StudyClass.objects.filter(opened_on__range=(SINCE, DAY)).count() == 3
    learned = Study.objects.filter(study_class__isnull=False)
    assert learned.count() == learned.values("person").distinct().count() == 240
    assert set(Counter(learned.values_list("study_class", flat=True)).values()) == {80}


def test_some_who_studied_in_the_classes_have_left_since(district):
    serving = Assignment.objects.on(DAY).values("person")
    assert Study.objects.filter(study_class__isnull=False).exclude(person__in=serving).exists()


def test_over_99_percent_of_the_district_hold_a_university_degree(held):
    people = [one for one, block in held if block in ("administrative", "party")]
    assert _share(people, _levels("professional"), 4) == (410, 414)


def test_69_percent_of_the_wards_hold_a_university_degree(held):
    people = [one for one, block in held if block == "commune"]
    assert _share(people, _levels("professional"), 4) == (126, 182)


def test_everybody_in_the_wards_meets_the_standard_of_the_post(held):
    levels = {subject: _levels(subject) for subject in organisations.Subject.values}
    asked = 0
    for one, block in held:
        if block == "commune":
            for standard in organisations.standards_of(one.post_id, on=DAY):
                asked += 1
                assert levels[standard.subject].get(one.person_id, 0) >= standard.minimum_level, one.post.title
    assert asked > 182


def test_some_in_the_district_fall_short_of_their_posts_standards(held):
    theory, state = _levels("political_theory"), _levels("state_management")
    people = [one for one, block in held if block == "administrative"]
    assert any(state.get(one.person_id, 0) < 2 for one in people if one.post.kind_of_post == "district_specialist")
    assert any(theory.get(one.person_id, 0) == 0 for one in people)


@pytest.mark.parametrize(
    ("block", "category", "share"),
    [
        pytest.param("administrative", None, (212, 340), id="administrative and public-service block"),
        pytest.param("party", None, (65, 74), id="Party and mass organisations"),
        pytest.param("commune", "key_official", (65, 71), id="key officials of the wards"),
    ],
)
def test_political_theory_of_each_block_is_as_published(held, block, category, share):
    people = [one for one, where in held if where == block and category in (None, one.post.category)]
    assert _share(people, _levels("political_theory"), 2) == share


def test_56_people_were_appointed_transferred_or_rotated_and_36_changed_position(district):
    moved = Assignment.objects.filter(ground__signed_on__range=(SINCE, DAY))
    assert moved.filter(ground__kind__in=("appoint", "transfer", "rotate")).values("person").distinct().count() == 56
    assert moved.filter(ground__kind="change_position").values("person").distinct().count() == 36


def test_no_post_and_no_unit_of_the_district_outlives_it(district):
    plan = binh_thuy()
    assert not organisations.branch(district, on=ENDED).exclude(pk=district.pk).exists()
    units = organisations.branch(district, on=DAY).values("pk")
    posts = organisations.Post.objects.filter(unit__in=units, title__in={post.title for post in plan.posts()})
    assert posts.count() == len(list(plan.posts()))
    assert not posts.on(ENDED).exists()
    assert not Assignment.objects.on(ENDED).exists()


def test_loading_again_changes_nothing(district):
    before = Person.objects.count(), Assignment.objects.count(), User.objects.count()

    demo.load(echo=lambda words: None)

    assert (Person.objects.count(), Assignment.objects.count(), User.objects.count()) == before


def test_each_demo_account_logs_in_with_the_password_shown_and_works_over_its_unit():
    for account in demo.demo_accounts():
        user = User.objects.get(username=account.username)
        assert user.is_demo and user.check_password(account.password)
        held = [grant.role.label for grant in officer_of(user, on=DAY).grants]
        assert held == ([account.label] if account.label else [])
        assert account.label or user.person_id


def test_an_officer_of_another_district_sees_nobody_of_this_one():
    officer = officer_of(User.objects.get(username="ninhkieu"), on=DAY)
    here = organisations.resolve_unit("binh-thuy", on=DAY).identity.path
    with within(officer.paths):
        assert Person.objects.exists()
        assert not Person.objects.filter(identity__path__under=here).exists()


def test_a_clerk_of_one_ward_sees_the_people_of_that_ward_only():
    officer = officer_of(User.objects.get(username="nhaplieu"), on=DAY)
    with within(officer.paths):
        serving = Assignment.objects.on(DAY).filter(kind="principal")
        assert serving.count() == 23


def test_without_a_scope_nobody_is_seen():
    assert not Person.objects.exists()
