import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import actions, queries
from congvu.contexts.personnel.actions import CourseSpell, Ground, StudySpell
from congvu.contexts.personnel.indicators import INDICATORS, asked, review
from congvu.contexts.personnel.models import Assignment, Person, Study, StudyClass
from congvu.contexts.personnel.queries.completeness import with_score
from congvu.contexts.personnel.queries.file import person_file
from congvu.contexts.personnel.queries.whole_lists import told
from congvu.contexts.personnel.tables import PEOPLE
from congvu.contexts.personnel.tests import make
from congvu.kernel import scope
from congvu.kernel.audit.models import Fact
from congvu.kernel.indicators import measure, named, split

pytestmark = pytest.mark.django_db
SENT = Ground("7/QĐ-UBND", date(2014, 9, 1), "Ủy ban nhân dân quận")


@pytest.fixture
def place():
    with scope.within(["900000"]):
        yield make.place()


def _figure(place, name, *, on=make.DAY):
    return measure(named(INDICATORS, name), asked(place.district, on=on))


def test_the_gap_list_names_who_falls_short_of_the_post_and_nobody_else(place):
    make.person(place, "Trần Thị Bảy", studies=(make.COLLEGE,))
    make.person(place, "Lê Văn Tám", studies=(make.BACHELOR,))
    make.person(place, "Võ Thị Chín", post=place.ward_clerk, studies=(make.COLLEGE,))

    found = [
        (row.person.full_name, row.subject, row.required, row.held) for row in queries.gaps(place.district, on=make.DAY)
    ]

    assert found == [("Trần Thị Bảy", "professional", 4, 3)]


def test_a_standard_that_rises_makes_a_gap_from_its_day(place):
    make.person(place, "Võ Thị Chín", post=place.ward_clerk, studies=(make.COLLEGE,))
    higher = organisations.Standard("professional", 4, "NĐ 33/2023/NĐ-CP")
    organisations.set_standard(place.ward_clerk, higher, by=place.by, on=date(2023, 8, 1))

    assert queries.gaps(place.district, on=date(2023, 7, 31)).count() == 0
    assert queries.gaps(place.district, on=date(2023, 8, 1)).count() == 1


def test_a_share_moves_by_exactly_the_person_whose_record_changes(place):
    person = make.person(place, "Trần Thị Bảy", studies=(make.COLLEGE,))
    make.person(place, "Lê Văn Tám", studies=(make.BACHELOR,))
    before = _figure(place, "district_university")

    actions.record_study(person, make.BACHELOR, by=place.by, on=make.DAY)

    after = _figure(place, "district_university")
    assert (before.numerator, before.denominator, before.text) == (1, 2, "50,00 %")
    assert (after.numerator, after.denominator, after.text) == (2, 2, "100,00 %")


def test_being_sent_to_study_counts_from_the_day_of_the_decision(place):
    person = make.person(place, "Lê Văn Tám", studies=(make.BACHELOR,))
    actions.record_study(person, StudySpell("professional", 5, sent_by=SENT), by=place.by, on=make.DAY)

    assert _figure(place, "sent_to_postgraduate", on=date(2014, 8, 31)).numerator == 0
    assert _figure(place, "sent_to_postgraduate", on=date(2014, 9, 1)).numerator == 1
    assert _figure(place, "sent_to_degree").numerator == 1
    assert _figure(place, "sent_to_university").numerator == 0


def test_a_class_and_its_trainees_are_records(place):
    opened = StudyClass(
        code="TC-01",
        title="Trung cấp lý luận chính trị – hành chính khóa 1",
        subject="political_theory",
        level=2,
        unit=place.district.identity,
        opened_on=date(2013, 9, 5),
    )
    actions.open_class(opened, ground=SENT, by=place.by, on=make.DAY)
    spell = StudySpell("political_theory", 2, study_class_id=opened.pk, awarded_on=date(2014, 8, 1))
    make.person(place, "Lê Văn Tám", studies=(spell,))

    assert _figure(place, "theory_classes").text == "1 lớp"
    assert _figure(place, "theory_trainees").text == "1 người"


def test_the_parts_of_a_breakdown_add_up_to_the_figure(place):
    make.person(place, "Trần Thị Bảy", studies=(make.COLLEGE,), sex="female")
    make.person(place, "Lê Văn Tám", studies=(make.BACHELOR,))
    indicator = named(INDICATORS, "district_university")

    for by in indicator.breakdowns:
        parts = split(indicator, asked(place.district, on=make.DAY), by)

        assert sum(figure.denominator or 0 for _, figure in parts) == 2, by.name
        assert sum(figure.numerator for _, figure in parts) == 1, by.name


def test_a_figure_with_nobody_behind_it_is_not_zero_percent(place):
    assert _figure(place, "theory_party").text == "chưa có số liệu"


def test_the_review_costs_the_same_queries_for_one_person_and_for_many(place, django_assert_num_queries):
    make.person(place, "Trần Thị Bảy", studies=(make.COLLEGE,))
    with django_assert_num_queries(9):
        review(asked(place.district, on=make.DAY))

    for number in range(5):
        make.person(place, f"Trần Thị {number}", studies=(make.COLLEGE,))
    with django_assert_num_queries(9):
        review(asked(place.district, on=make.DAY))


@pytest.mark.parametrize("large", [False, True])
def test_a_list_holds_the_same_people_as_the_figures_in_a_small_branch_and_in_a_large_one(place, large):
    make.person(place, "Trần Thị Bảy")
    make.person(place, "Lê Văn Tám", post=place.ward_clerk)
    reach = organisations.reach(place.ward, on=make.DAY)

    listed = queries.roll(replace(reach, units=None) if large else reach).order_by("pk")

    assert reach.small
    assert [row.person.full_name for row in listed] == ["Lê Văn Tám"]
    assert list(listed) == list(queries.staff(place.ward, on=make.DAY).order_by("pk"))


@pytest.mark.parametrize("paths", [["900000"], ["900001"], []])
def test_a_survey_sees_the_same_people_as_a_page(place, paths):
    make.person(place, "Lê Văn Tám", studies=(make.BACHELOR,))
    tables = (Person, Assignment, Study, Fact)

    with scope.within(paths):
        seen = [table.objects.count() for table in tables]
        with scope.surveying():
            joined = [table.objects.count() for table in tables]
        scope.survey()
        surveyed = [table.objects.count() for table in tables]

    assert surveyed == joined == seen
    assert all(seen) is (paths == ["900000"])


def test_an_export_tells_of_each_person_what_the_list_shows(place):
    make.person(place, "Trần Thị Bảy", studies=(make.COLLEGE, make.BACHELOR, make.INTERMEDIATE_THEORY))
    make.person(place, "Lê Văn Tám", post=place.ward_clerk, born_on=None, sex="male")
    rows = with_score(queries.staff(place.district, on=make.DAY)).order_by("-person__sort_key", "pk")

    with scope.surveying():
        exported = list(told(rows, on=make.DAY))

    assert [[column.of(row) for column in PEOPLE.columns] for row in exported] == [
        [column.of(row) for column in PEOPLE.columns] for row in rows
    ]
    assert [row.person.full_name for row in exported] == ["Lê Văn Tám", "Trần Thị Bảy"]


def test_a_survey_ends_where_it_is_left(place):
    def settings():
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('enable_nestloop'), current_setting('congvu.survey', true)")
            return cursor.fetchone()

    with scope.surveying():
        assert settings() == ("off", "on")

    assert settings() == ("on", "")


def test_beginnings_of_words_find_people_after_those_with_the_whole_word(place):
    for name in ("Lê Văn Anh", "Trần Văn An", "Phạm Thị Oanh"):
        make.person(place, name)

    assert [person.full_name for person in queries.search("an", most=1)] == ["Trần Văn An"]
    assert [person.full_name for person in queries.search("van an")] == ["Trần Văn An", "Lê Văn Anh"]
    assert [person.full_name for person in queries.search("oan")] == ["Phạm Thị Oanh"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "asked_for", ["Đặng Thị Ước", "dang thi uoc", "uoc", "ước", "ĐẶNG ước", "uoc dang", "đặng", "thi  uoc "]
)
def test_a_person_is_found_with_or_without_marks_and_family_name(place, asked_for, form):
    make.person(place, "Đặng Thị Ước")
    make.person(place, "Lê Văn Tám")

    found = queries.search(unicodedata.normalize(form, asked_for))

    assert [person.full_name for person in found] == ["Đặng Thị Ước"]


def test_whole_words_come_before_beginnings_of_words(place):
    for name in ("Lê Văn Anh", "Trần Văn An", "Phạm Thị Ân"):
        make.person(place, name)

    assert [person.full_name for person in queries.search("an")][-1] == "Lê Văn Anh"


def test_a_search_never_leaves_the_scope(place):
    make.person(place, "Đặng Thị Ước", personnel_number="CB9")

    with scope.within([f"{place.path}.1"]):
        assert queries.search("uoc") == []
        assert queries.search("CB9") == []
        assert queries.taken_elsewhere(["CB9", "CB10"]) == {"CB9"}


@pytest.mark.parametrize("asked_for", ["", "   ", "%", "_", "'; DROP TABLE personnel_person; --", "\\"])
def test_signs_that_mean_something_to_the_database_find_nobody(place, asked_for):
    make.person(place, "Lê Văn Tám")

    assert queries.search(asked_for) == []


def test_people_stand_in_the_order_of_their_given_names(place):
    for name in ("Nguyễn Văn Ước", "Nguyễn Văn An", "Trần Thị Đào", "Lê Văn Dũng", "Nguyễn Thị Ân"):
        make.person(place, name)

    order = Person.objects.order_by("sort_key").values_list("full_name", flat=True)

    assert list(order) == ["Nguyễn Văn An", "Nguyễn Thị Ân", "Lê Văn Dũng", "Trần Thị Đào", "Nguyễn Văn Ước"]


def test_a_file_as_of_a_day_knows_nothing_of_the_day_after(place):
    person = make.person(place, "Lê Văn Tám", studies=(make.BACHELOR, make.INTERMEDIATE_THEORY))

    before = person_file(person, on=date(2014, 6, 30))
    after = person_file(person, on=date(2014, 7, 1))

    assert (before.levels["political_theory"], after.levels["political_theory"]) == (0, 2)
    assert len(after.events()) == len(before.events()) + 1


def test_a_study_counts_from_its_first_day_whether_finished_or_not(place):
    begun = StudySpell("political_theory", 2, started_on=date(2015, 9, 7))
    make.person(place, "Lê Văn Tám", studies=(begun,))
    make.person(place, "Trần Thị Bảy", studies=(StudySpell("political_theory", 2, sent_by=SENT),))

    assert _figure(place, "studied_intermediate_theory", on=date(2015, 9, 6)).numerator == 1
    assert _figure(place, "studied_intermediate_theory", on=date(2015, 9, 7)).numerator == 2
    assert _figure(place, "studied_advanced_theory").numerator == 0


def test_attendances_of_short_courses_are_counted_one_by_one(place):
    courses = tuple(CourseSpell("Tập huấn văn thư", day, day) for day in (date(2014, 3, 4), date(2015, 3, 4)))
    person = make.person(place, "Lê Văn Tám", courses=courses)

    assert _figure(place, "course_attendances").text == "2 lượt"
    assert [course.started_on.year for course in person_file(person, on=date(2014, 12, 31)).courses] == [2014]
