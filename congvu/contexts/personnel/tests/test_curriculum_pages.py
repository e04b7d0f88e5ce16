"""Form 2C at the desk: who opens it, who takes a copy, and what the trail keeps."""

import io

import openpyxl
import pytest
from django.test import Client

from congvu.contexts.personnel import queries
from congvu.contexts.personnel.indicators import UNSEEN
from congvu.contexts.personnel.queries.curriculum import curriculum
from congvu.contexts.personnel.queries.file import person_file
from congvu.contexts.personnel.tables.file_book import file_book
from congvu.contexts.personnel.tests import make, make_file
from congvu.contexts.personnel.tests.at_the_desk import address, facts, seated, words
from congvu.kernel import scope
from congvu.kernel.access import Grant, Officer, Role
from congvu.kernel.audit.models import Fact, Reading
from congvu.law.personal_file import GROUPS
from congvu.law.sensitivity import Sensitivity
from tests import cast

pytestmark = pytest.mark.django_db
KEEPER = Role("keeper", "Người giữ hồ sơ", frozenset({"personnel.view_person", "personnel.export_people"}))


@pytest.fixture
def at():
    with scope.within(scope.everything(["900000"])):
        return make.place()


@pytest.fixture
def person(at):
    with scope.within(scope.everything(["900000"])):
        return make_file.whole(at)


def _page(person) -> str:
    return f"{address(person, '2c')}?ngay=2016-04-10"


def test_the_page_shows_the_paper_of_the_day_with_its_copies(at, person):
    page = seated("an", "Nguyễn Văn An", at.district).get(_page(person))

    assert "SƠ YẾU LÝ LỊCH" in words(page) and "nội dung tính đến ngày 10/04/2016" in words(page)
    assert "không hiển thị theo quyền" not in words(page)
    for form in ("pdf", "docx", "xlsx"):
        assert f"{address(person, '2c', form)}?ngay=2016-04-10".encode() in page.content


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")])
def test_a_copy_is_handed_out_and_the_trail_keeps_it(at, person, form, begins):
    client = seated("an", "Nguyễn Văn An", at.district)

    copy = client.post(f"{address(person, '2c', form)}?ngay=2016-04-10")

    assert copy.content.startswith(begins)
    assert copy["Content-Disposition"] == f'attachment; filename="2c-nguyen-thi-thuy-duong-2016-04-10.{form}"'
    with scope.within(["900000"]):
        fact = Fact.objects.filter(person=person.pk).order_by("-pk")[0]
        assert (fact.content["form"], fact.content["as_of"]) == (form, "2016-04-10")
        assert Reading.objects.get(person=person.pk).actor_name == "Nguyễn Văn An"
    assert facts(person)[-1].endswith("CurriculumPrinted")


def test_whoever_may_look_but_not_export_sees_the_paper_without_copies_and_without_what_is_withheld(at, person):
    client = seated("hoa", "Lê Thị Hoa", at.district, role="clerk")

    page = client.get(_page(person))
    copy = client.post(address(person, "2c", "pdf"))

    assert "(không hiển thị theo quyền của người xem)" in words(page)
    assert "chỉ có những gì tài khoản của bạn được xem" in words(page)
    assert b"2c/pdf" not in page.content
    assert copy.status_code == 403
    assert not [kind for kind in facts(person) if kind.endswith("CurriculumPrinted")]


def test_the_person_himself_opens_and_takes_his_own_paper_and_nobody_elses(at, person):
    with scope.within(scope.everything(["900000"])):
        other = make.person(at, "Lê Văn Tám")
    user = cast.account("duong", "Nguyễn Thị Thùy Dương")
    user.person_id = person.pk
    user.save(update_fields=["person"])
    client = Client()
    client.force_login(user)

    page, copy = client.get(_page(person)), client.post(address(person, "2c", "pdf"))

    assert "không hiển thị theo quyền" not in words(page)
    assert copy.content.startswith(b"%PDF")
    assert client.get(_page(other)).status_code == client.post(address(other, "2c", "pdf")).status_code == 404


def test_the_whole_file_leaves_as_a_workbook_with_a_sheet_for_every_group_in_sight(at, person):
    client = seated("an", "Nguyễn Văn An", at.district)
    button = f"{address(person, 'excel')}?ngay=2016-04-10"

    page, copy = client.get(address(person) + "?ngay=2016-04-10"), client.post(button)

    book = openpyxl.load_workbook(io.BytesIO(copy.content))
    said = {
        sheet.title: " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
        for sheet in book.worksheets
    }
    assert button.encode() in page.content
    assert book.sheetnames[:3] == ["Tóm tắt", "Quá trình công tác", "Đào tạo, bồi dưỡng"]
    assert {group.label[:31] for group in GROUPS} <= set(said)
    assert "Trường Đại học Cần Thơ" in said["Đào tạo, bồi dưỡng"] and "Chuyên viên" in said["Ngạch, bậc"]
    assert "Loại I (rất khỏe)" in said["Sức khỏe"] and "NGUYỄN" in said["Tóm tắt"].upper()
    assert facts(person)[-1].endswith("FileExported")


def test_the_workbook_of_one_who_sees_less_has_no_sheet_of_what_is_withheld(at, person):
    with scope.within(scope.everything(["900000"])):
        keeper = Officer(None, "Bình", (Grant(KEEPER, at.district.pk, at.path),))
        with scope.within(keeper.sight):
            seen = queries.sections(person, to=keeper, on=cast.DAY)
            found = curriculum(person, to=keeper, on=cast.DAY)
            tables = list(file_book(found, person_file(person, on=cast.DAY), seen, unseen=UNSEEN))

    assert "Sức khỏe" not in {layout.sheet for layout, _ in tables}
    assert {group.label for group in GROUPS if group.sensitivity is Sensitivity.OPEN} <= {
        layout.sheet for layout, _ in tables
    }
    assert "092185001234" not in str(tables)


def test_a_copy_is_not_taken_by_following_a_link_and_not_in_a_form_that_does_not_exist(at, person):
    client = seated("an", "Nguyễn Văn An", at.district)

    assert client.get(address(person, "2c", "pdf")).status_code == 405
    assert client.post(address(person, "2c", "odt")).status_code == 404
