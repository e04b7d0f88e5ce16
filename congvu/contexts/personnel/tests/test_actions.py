from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import actions, queries
from congvu.contexts.personnel.actions import CourseSpell, Ground, PostSpell, StudySpell
from congvu.contexts.personnel.models import Assignment, Attendance, Person, Study
from congvu.contexts.personnel.tests import make
from congvu.kernel import scope
from congvu.kernel.access import NotPermitted, Officer
from congvu.kernel.audit.models import Fact
from congvu.kernel.documents.models import Decision
from tests import cast

pytestmark = pytest.mark.django_db
PAPER = Ground("12/QĐ-UBND", date(2016, 3, 1), "Ủy ban nhân dân quận")


@pytest.fixture
def place():
    with scope.within(["900000"]):
        yield make.place()


def _post_of(person, *, on):
    held = queries.principal_post(person, on=on)
    assert held is not None
    return held.post


def test_opening_a_file_writes_the_person_the_post_and_one_fact(place):
    person = make.person(place, "Nguyễn  Thị  Ánh", studies=(make.BACHELOR,))

    assert person.full_name == "Nguyễn Thị Ánh"
    assert _post_of(person, on=make.DAY) == place.specialist
    assert [fact.kind for fact in Fact.objects.filter(person=person.identity)] == ["personnel.PersonEnrolled"]


def test_taking_another_post_ends_the_one_held_until_then(place):
    person = make.person(place, "Lê Văn Tám")
    spell = PostSpell(place.ward_clerk.pk, place.ward.pk, "Văn phòng – thống kê", date(2016, 4, 1), ground=PAPER)

    actions.take_post(person, spell, by=place.by, on=make.DAY)

    assert _post_of(person, on=date(2016, 3, 31)) == place.specialist
    assert _post_of(person, on=date(2016, 4, 1)) == place.ward_clerk
    assert str(Assignment.objects.get(person=person, post=place.ward_clerk).ground) == str(
        Decision.objects.get(number="12/QĐ-UBND")
    )
    told = Fact.objects.filter(person=person.identity).order_by("pk").values_list("kind", flat=True)
    assert list(told)[1:] == ["personnel.PostLeft", "personnel.PostTaken"]


def test_a_future_decision_is_simply_true_later(place):
    person = make.person(place, "Lê Văn Tám")
    spell = PostSpell(place.ward_clerk.pk, place.ward.pk, "Văn phòng – thống kê", date(2016, 7, 1), ground=PAPER)

    actions.take_post(person, spell, by=place.by, on=make.DAY)

    assert _post_of(person, on=make.DAY) == place.specialist
    assert _post_of(person, on=date(2016, 7, 1)) == place.ward_clerk


def test_nobody_holds_a_post_longer_than_it_lasts(place):
    organisations.abolish_post(place.specialist, by=place.by, on=date(2020, 1, 1))

    person = make.person(place, "Lê Văn Tám")

    assert Assignment.objects.get(person=person).valid.upper == date(2020, 1, 1)


def test_a_withdrawn_study_counts_for_nothing_and_stays_readable(place):
    person = make.person(place, "Lê Văn Tám", studies=(make.BACHELOR,))
    study = Study.objects.get(person=person)

    actions.withdraw_study(study, reason="văn bằng không xác minh được", by=place.by, on=make.DAY)

    assert queries.staff(place.district, on=make.DAY).get().professional == 0
    assert Study.objects.get(person=person).withdrawn_on == make.DAY


def test_a_correction_keeps_the_value_before_and_after(place):
    person = make.person(place, "Lê Văn Tam")

    actions.correct(person, {"full_name": "Lê Văn Tám"}, by=place.by, on=make.DAY, source="giấy khai sinh")

    fact = Fact.objects.get(person=person.identity, kind="personnel.PersonCorrected")
    assert fact.content["changes"] == {"full_name": ["Lê Văn Tam", "Lê Văn Tám"]}
    assert queries.search("le van tam")[0].full_name == "Lê Văn Tám"


def test_correcting_nothing_leaves_no_trace(place):
    person = make.person(place, "Lê Văn Tám")

    actions.correct(person, {"sex": "male"}, by=place.by, on=make.DAY, source="")

    assert not Fact.objects.filter(kind="personnel.PersonCorrected").exists()


def test_an_officer_of_another_unit_may_not_open_a_file(place):
    stranger = cast.binh(place.ward.identity)
    entry = actions.PersonEntry(home_id=place.office.pk, full_name="Phạm Văn Sáu", sex="male")

    with pytest.raises(NotPermitted), transaction.atomic():
        actions.enrol([entry], by=stranger, on=make.DAY)

    assert Person.objects.count() == 0


def test_a_personal_number_belongs_to_one_person(place):
    make.person(place, "Lê Văn Tám", personnel_number="CB001")

    with pytest.raises(IntegrityError), transaction.atomic():
        make.person(place, "Lê Văn Chín", personnel_number="CB001")


@pytest.mark.django_db(transaction=True)
def test_two_officers_moving_one_person_at_once_leave_one_principal_post():
    with scope.within(["900000"]):
        place = make.place()
        person = make.person(place, "Lê Văn Tám")
    together = Barrier(2)

    def move(by: Officer) -> None:
        together.wait()
        spell = PostSpell(place.ward_clerk.pk, place.ward.pk, "Văn phòng – thống kê", date(2016, 4, 1), ground=PAPER)
        try:
            with scope.within(["900000"]):
                actions.take_post(person, spell, by=by, on=make.DAY)
        except IntegrityError:
            pass
        connection.close()

    threads = [Thread(target=move, args=(place.by,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with scope.within(["900000"]):
        assert Assignment.objects.on(date(2016, 4, 2)).filter(person=person, kind="principal").count() == 1


def test_a_study_counts_from_the_day_its_certificate_was_awarded(place):
    person = make.person(place, "Lê Văn Tám")
    degree = StudySpell("professional", 5, awarded_on=date(2016, 4, 10), sent_by=PAPER)

    actions.record_study(person, degree, by=place.by, on=make.DAY)

    assert queries.staff(place.district, on=date(2016, 4, 9)).get().professional == 0
    assert queries.staff(place.district, on=date(2016, 4, 10)).get().professional == 5


COURSE = CourseSpell("Tập huấn văn thư", date(2016, 3, 7), date(2016, 3, 8), days=2, ground=PAPER)


def test_one_short_course_enters_the_file_of_everybody_who_attended_it(place):
    people = [make.person(place, "Trần Văn An"), make.person(place, "Lê Thị Bình")]

    rows = actions.record_attendances(people, COURSE, by=place.by, on=make.DAY)

    assert [row.person for row in rows] == people
    assert Attendance.objects.filter(ground__number=PAPER.number).count() == 2
    assert Fact.objects.filter(kind="personnel.AttendanceRecorded").count() == 2


def test_the_same_short_course_is_recorded_once_for_a_person(place):
    person = make.person(place, "Trần Văn An", courses=(COURSE,))

    with pytest.raises(IntegrityError), transaction.atomic():
        actions.record_attendances([person], COURSE, by=place.by, on=make.DAY)

    assert Attendance.objects.count() == 1


def test_who_may_not_write_the_file_records_no_short_course(place):
    person = make.person(place, "Trần Văn An")

    with pytest.raises(NotPermitted):
        actions.record_attendances([person], COURSE, by=Officer(None, "Ai đó", ()), on=make.DAY)

    assert not Attendance.objects.exists()
