import io
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from congvu.contexts.personnel import jobs
from congvu.contexts.personnel.models import ImportBatch, Person
from congvu.contexts.personnel.queries.imports import list_layout
from congvu.contexts.personnel.tests import make
from congvu.contexts.personnel.tests.make_lists import AN, BINH, workbook
from congvu.kernel import scope
from congvu.kernel.agenda.models import Obligation
from congvu.kernel.sheets import read
from tests import cast

pytestmark = pytest.mark.django_db
TASKS: dict[str, Callable[..., None]] = {
    jobs.check_import.name: jobs.check_import,
    jobs.write_import.name: jobs.write_or_give_back,
}
NEW = "/nhap-du-lieu/tep/"
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


@pytest.fixture
def place():
    with scope.within(["900000"]):
        return make.place()


@pytest.fixture
def officer(place) -> Client:
    return _client("an", "Nguyễn Văn An", "officer", place.district)


def _client(username, full_name, role, unit) -> Client:
    client = Client()
    client.force_login(cast.account(username, full_name, role, unit.identity))
    return client


def _hand_in(client, place, content, *, name="danh-sach.xlsx", unit=None):
    file = SimpleUploadedFile(name, content)
    return client.post(NEW, {"unit": (unit or place.district).pk, "day": "10/04/2016", "file": file})


def _worked():
    """What the background work does with the last order, as the officer who gave it."""
    ordered = ProcrastinateJob.objects.order_by("-pk")[0]
    TASKS[ordered.task_name](**ordered.args)
    return f"/nhap-du-lieu/{ordered.args['batch']}/"


def _text(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


def _people():
    with scope.within(["900000"]):
        return [person.full_name for person in Person.objects.order_by("pk")]


def test_a_list_goes_from_the_form_into_the_files(place, officer):
    answer = _hand_in(officer, place, workbook(AN, BINH))
    page = _worked()
    shown = _text(officer.get(page))
    confirmed = officer.post(page + "ghi/")
    _worked()

    assert (answer.status_code, answer["Location"]) == (302, page)
    assert "Ghi 2 hồ sơ mới" in shown
    assert (confirmed.status_code, confirmed["Location"]) == (302, page)
    assert _people() == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert "Đã ghi" in _text(officer.get(page))


def test_a_list_that_is_being_checked_says_so_and_renews_itself(place, officer):
    page = _hand_in(officer, place, workbook(AN))["Location"]

    shown = BeautifulSoup(officer.get(page).content, "html.parser")

    assert [part["hx-get"] for part in shown.select("#progress")] == [page + "tien-do/"]
    assert "HX-Refresh" not in officer.get(page + "tien-do/", headers={"HX-Request": "true"})
    _worked()
    assert officer.get(page + "tien-do/", headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_a_faulty_list_shows_each_fault_under_its_column_and_cannot_be_confirmed(place, officer):
    _hand_in(officer, place, workbook(AN, BINH | {"Ngày sinh": "31/02/1980"}))
    page = _worked()

    shown = BeautifulSoup(officer.get(page).content, "html.parser")
    refused = officer.post(page + "ghi/")

    assert [head.get_text(" ", strip=True) for head in shown.select("#faults summary")] == ["Ngày sinh 1"]
    assert "không có trong lịch" in shown.get_text()
    assert refused.status_code == 409
    assert _people() == []


def test_the_workbook_comes_back_with_its_faults_marked(place, officer):
    _hand_in(officer, place, workbook(AN, BINH | {"Ngày sinh": "31/02/1980"}))
    page = _worked()

    whole = officer.get(page + "danh-dau-loi/")
    rest = officer.get(page + "dong-sai/")

    assert "attachment" in whole["Content-Disposition"]
    assert len(list(read(whole.content, list_layout()).rows())) == 2
    assert [row.values["full_name"] for row in read(rest.content, list_layout()).rows()] == ["Trần Thị Bình"]


def test_only_the_good_rows_are_written_when_the_officer_chooses_so(place, officer):
    _hand_in(officer, place, workbook(AN, BINH | {"Ngày sinh": "31/02/1980"}))
    page = _worked()

    assert "Ghi 1 dòng đúng, trả lại 1 dòng sai" in _text(officer.get(page))
    officer.post(page + "ghi-dong-dung/")
    _worked()

    assert _people() == ["Nguyễn Văn An"]


def test_an_unclear_unit_is_asked_about_and_the_answer_decides(place, officer):
    _hand_in(officer, place, workbook(AN | {"Đơn vị": "Phòng"}))
    page = _worked()
    asked = BeautifulSoup(officer.get(page).content, "html.parser").select_one("#questions")

    officer.post(page + "tra-loi/", {"question_1": place.office.pk, "create_posts": "on"})
    _worked()

    assert asked is not None and "“Phòng” là đơn vị nào?" in asked.get_text()
    assert "Ghi 1 hồ sơ mới" in _text(officer.get(page))


def test_a_checked_list_waits_in_the_inbox_until_it_is_written(place, officer):
    _hand_in(officer, place, workbook(AN))
    page = _worked()
    with scope.within([place.path]):
        waiting = Obligation.objects.get(closed_on=None)

    officer.post(page + "ghi/")
    _worked()

    assert (waiting.address, waiting.permission) == (page, "personnel.manage_records")
    with scope.within([place.path]):
        assert not Obligation.objects.filter(closed_on=None).exists()


def test_a_discarded_list_is_not_written(place, officer):
    _hand_in(officer, place, workbook(AN))
    page = _worked()

    officer.post(page + "huy/")

    assert officer.post(page + "ghi/").status_code == 409
    assert _people() == []


def test_a_clerk_hands_lists_in_and_another_confirms_them(place):
    clerk = _client("chi", "Phạm Thị Chi", "clerk", place.district)
    _hand_in(clerk, place, workbook(AN))
    page = _worked()

    assert clerk.get(page).status_code == 200
    assert clerk.post(page + "ghi/").status_code == 403


def test_an_officer_of_another_unit_does_not_find_the_list(place, officer):
    page = _hand_in(officer, place, workbook(AN))["Location"]
    other = _client("binh", "Trần Thị Bình", "officer", place.ward)

    assert other.get(page).status_code == 404
    assert "danh-sach.xlsx" not in _text(other.get("/nhap-du-lieu/"))
    assert "danh-sach.xlsx" in _text(officer.get("/nhap-du-lieu/"))


def test_a_list_for_a_unit_outside_the_scope_is_not_taken(place):
    other = _client("binh", "Trần Thị Bình", "officer", place.ward)

    assert _hand_in(other, place, workbook(AN), unit=place.office).status_code == 403
    with scope.within(["900000"]):
        assert not ImportBatch.objects.exists()


def test_a_gigabyte_is_refused_before_it_is_read(place, officer):
    class Body(io.RawIOBase):
        def readable(self):
            return True

        def read(self, size=-1):
            raise AssertionError("the body was read")

    answer = officer.generic(
        "POST",
        NEW,
        b"",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(2**30),
        **{
            "wsgi.input": Body(),
        },
    )

    assert answer.status_code == 413
    assert "1.024 MB" in _text(answer)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"%PDF-1.7 ...", "PDF", id="another type"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu", id="encrypted"
        ),
        pytest.param(b" ", "trống", id="nothing in it"),
        pytest.param(b"A;B\n1;2\n", "tiêu đề", id="no heading"),
        pytest.param("Họ và tên;Đơn vị\n".encode(), "không có dòng nào", id="no rows"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_one_sentence(place, officer, content, says):
    answer = _hand_in(officer, place, content)

    errors = BeautifulSoup(answer.content, "html.parser").select("#form-errors li")
    assert answer.status_code == 422
    assert len(errors) == 1 and says in errors[0].get_text()
    with scope.within(["900000"]):
        assert not ImportBatch.objects.exists()


def test_the_template_offers_the_units_of_the_officer(place, officer):
    answer = officer.get("/nhap-du-lieu/mau/")

    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]


def test_a_list_of_a_day_on_which_the_unit_did_not_exist_is_not_taken(place, officer):
    file = SimpleUploadedFile("ds.xlsx", workbook(AN))

    answer = officer.post(NEW, {"unit": place.district.pk, "day": "10/04/2001", "file": file})

    assert answer.status_code == 422
    assert "Quận Mẫu không hoạt động vào ngày 10/04/2001" in _text(answer)
