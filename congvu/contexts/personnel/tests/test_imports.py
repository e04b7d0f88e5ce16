from datetime import date
from decimal import Decimal

import pytest

from congvu.contexts.personnel.actions import imports
from congvu.contexts.personnel.models import Assignment, PartyMembership, Person, RankHolding, Service, Study
from congvu.contexts.personnel.queries import imports as queries
from congvu.contexts.personnel.tests import make
from congvu.contexts.personnel.tests.make_lists import AN, BINH, called, checked, counted, faults, workbook, written
from congvu.kernel import scope
from congvu.kernel.audit.models import Fact
from congvu.kernel.workflow import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    with scope.within(["900000"]):
        at = make.place()
    with scope.within([at.path]):
        yield at


def test_nothing_is_written_before_somebody_confirms(place):
    batch = checked(place, workbook(AN, BINH))

    assert counted(batch) == (2, 0, 0, 0)
    assert not Person.objects.exists()


def test_a_confirmed_list_opens_a_file_for_each_person_with_all_that_it_tells(place):
    batch = written(place, workbook(AN, BINH))

    person = called("Nguyễn Văn An")
    assert batch.state == "written"
    assert (person.born_on, person.sex, person.personnel_number) == (date(1980, 3, 5), "male", "BT-001")
    held = Assignment.objects.select_related("ground").get(person=person)
    assert (held.post_id, held.starts_on, held.ground.number) == (
        place.specialist.pk,
        date(2010, 6, 1),
        "12/QĐ-UBND",
    )
    rank = RankHolding.objects.get(person=person)
    assert (rank.rank, rank.step, rank.coefficient) == ("01.003", 3, Decimal("3.00"))
    assert Service.objects.get(person=person).kind == "civil_servant"
    assert PartyMembership.objects.get(person=person).official_on == date(2013, 2, 3)
    levels = dict(Study.objects.filter(person=person).values_list("subject", "level"))
    assert levels == {
        "professional": 4,
        "political_theory": 2,
        "state_management": 2,
        "language": 3,
        "informatics": 1,
    }


def test_a_year_alone_is_kept_as_a_year(place):
    written(place, workbook(BINH))

    person = called("Trần Thị Bình")
    assert (person.born_on, person.born_precision) == (date(1985, 1, 1), "year")


def test_the_same_list_again_changes_nothing(place):
    written(place, workbook(AN, BINH))

    batch = checked(place, workbook(AN, BINH))

    assert counted(batch) == (0, 0, 2, 0)
    with pytest.raises(Refused):
        imports.confirm(batch.pk, accept_good=False, by=place.by, on=make.DAY)


def test_a_changed_cell_changes_that_and_nothing_else(place):
    written(place, workbook(AN, BINH))

    batch = written(place, workbook(AN | {"Lý luận chính trị": "Cao cấp"}, BINH))

    assert counted(batch) == (0, 1, 1, 0)
    shown = batch.summary["changes"][0]["fields"]
    assert shown == [{"column": "Lý luận chính trị", "before": "Trung cấp", "after": "Cao cấp"}]
    assert Study.objects.filter(person=called("Nguyễn Văn An"), subject="political_theory").count() == 2


def test_faults_hold_the_whole_list_back(place):
    batch = checked(place, workbook(AN, BINH | {"Ngày sinh": "31/02/1980"}))

    assert faults(batch) == [(3, "Ngày sinh")]
    with pytest.raises(Refused):
        imports.confirm(batch.pk, accept_good=False, by=place.by, on=make.DAY)
    assert not Person.objects.exists()


def test_the_good_rows_are_written_when_the_officer_says_so(place):
    written(place, workbook(AN, BINH | {"Ngày sinh": "31/02/1980"}), accept_good=True)

    assert [person.full_name for person in Person.objects.order_by("pk")] == ["Nguyễn Văn An"]


def test_a_written_list_leaves_one_fact_besides_those_of_its_people(place):
    written(place, workbook(AN, BINH))

    kinds = list(Fact.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds.count("personnel.ImportWritten") == 1
    assert kinds.count("personnel.PersonEnrolled") == 2


def test_a_second_officer_who_confirms_is_refused(place):
    batch = checked(place, workbook(AN))
    imports.confirm(batch.pk, accept_good=False, by=place.by, on=make.DAY)

    with pytest.raises(Refused):
        imports.confirm(batch.pk, accept_good=False, by=place.by, on=make.DAY)


def test_a_post_that_the_unit_does_not_have_is_created_with_its_standard(place):
    batch = written(place, workbook(AN | {"Chức vụ": "Phó Trưởng phòng"}))

    held = Assignment.objects.select_related("post").get(person=called("Nguyễn Văn An"))
    assert batch.summary["posts"][0]["title"] == "Phó Trưởng phòng"
    assert (held.post.title, held.post.category) == ("Phó Trưởng phòng", "deputy")
    assert held.post.standards.count() > 0


def test_what_is_exported_can_be_imported_again_and_changes_nothing(place):
    written(place, workbook(AN, BINH))

    back = checked(place, queries.exported(place.district.pk, on=make.DAY))

    assert faults(back) == []
    assert counted(back) == (0, 0, 2, 0)


def test_the_template_can_be_read_and_its_samples_are_nobody(place):
    sheet = queries.opened(queries.template(place.district.pk, on=make.DAY))

    assert "unit" in sheet.present
    assert list(sheet.rows()) == []


def test_a_list_that_the_database_refuses_waits_for_a_person_and_not_for_ever(place):
    batch = checked(place, workbook(AN))
    imports.confirm(batch.pk, accept_good=False, by=place.by, on=make.DAY)

    given_back = imports.give_back(batch.pk, by=place.by, on=make.DAY)

    assert given_back.state == "checked"
    assert "chưa ghi gì" in given_back.summary["notice"]
    assert not Person.objects.exists()
