"""Nguồn cán bộ trên trang: chosen in the address, kept under a name, seen by those who may."""

import threading
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection
from django.test import Client

from congvu.contexts.personnel.actions import StudySpell
from congvu.contexts.personnel.actions import cohorts as actions
from congvu.contexts.personnel.models import Cohort
from congvu.contexts.personnel.queries import cohorts as asking
from congvu.contexts.personnel.tests import make
from congvu.contexts.personnel.tests.at_the_desk import seated, told, words
from congvu.contexts.personnel.tests.test_english import _left
from congvu.kernel import scope
from congvu.kernel.access import NotPermitted
from congvu.kernel.audit.models import Fact
from tests import cast

pytestmark = pytest.mark.django_db
WOMEN = "gioi=female&tuoi-duoi=40"
NEW, SAVE = "/nguon-can-bo/moi/", "/nguon-can-bo/luu/"


@pytest.fixture
def place():
    with scope.within(["900000"]):
        at = make.place()
        make.person(at, "Trần Thị Bảy", sex="female", studies=(make.BACHELOR,))
        make.person(at, "Lê Văn Tám", born_on=date(1960, 1, 1))
        make.person(at, "Võ Thị Chín", sex="female", post=at.ward_clerk, born_on=date(1975, 6, 1))
        return at


@pytest.fixture
def officer(place) -> Client:
    client = seated("an", "Nguyễn Văn An", place.district)
    client.cookies["ngay"] = "2016-04-10"
    return client


def _saved(client, name="Nữ trẻ", asked=WOMEN) -> Cohort:
    told(client, client.post(f"{SAVE}?{asked}", {"name": name}))
    with scope.within(["900000"]):
        return Cohort.objects.get(name=name, withdrawn_on=None)


def _facts() -> list[str]:
    with scope.within(["900000"]):
        kinds = Fact.objects.filter(kind__startswith="personnel.Cohort").order_by("pk").values_list("kind", flat=True)
        return [kind.removeprefix("personnel.Cohort") for kind in kinds]


def test_the_conditions_in_the_address_are_the_form_the_sentence_and_the_names(officer):
    answer = officer.get(f"{NEW}?{WOMEN}")
    page = BeautifulSoup(answer.content, "html.parser")

    assert len(page.select("#conditions input[name=gioi][value=female][checked]")) == 1
    assert len(page.select("#conditions input[name=tuoi-duoi][value='40']")) == 1
    assert "1 người Nữ, dưới 40 tuổi" in words(answer)
    assert "Trần Thị Bảy" in words(answer) and "Võ Thị Chín" not in words(answer)


def test_choosing_in_place_shows_what_a_reload_would(officer):
    swapped = officer.get(f"{NEW}?{WOMEN}&dang=", headers={"HX-Request": "true", "HX-Target": "cohort"})
    reloaded = officer.get(swapped["HX-Push-Url"])

    parts = [BeautifulSoup(answer.content, "html.parser").select("#cohort") for answer in (swapped, reloaded)]
    assert swapped["HX-Push-Url"] == f"{NEW}?{WOMEN}"
    assert [part.get_text() for part in parts[0]] == [part.get_text() for part in parts[1]] != []


def test_each_year_leads_to_its_people(officer):
    page = BeautifulSoup(officer.get(f"{NEW}?{WOMEN}").content, "html.parser")
    years = [(link.get_text(), str(link["href"])) for link in page.select(".cv-cohort-years li a")]

    assert [number for number, _url in years] == ["2", "2", "2", "2", "2", "1"]  # Chín turned forty in June 2015
    assert "Võ Thị Chín" in words(officer.get(years[-2][1]))


def test_what_cannot_be_asked_is_told_in_place_of_a_result(officer):
    answer = officer.get(f"{NEW}?tuoi-tu=50&tuoi-duoi=40")

    assert answer.status_code == 422
    assert "từ đủ 50 mà lại dưới 40 thì không có ai" in words(answer)
    assert "Danh sách" not in words(answer)


def test_a_page_of_a_cohort_costs_the_same_for_few_and_for_many(place, officer, django_assert_max_num_queries):
    with django_assert_max_num_queries(26) as few:
        officer.get(f"{NEW}?{WOMEN}")
    with scope.within(["900000"]):
        for number in range(8):
            make.person(place, f"Trần Thị {number}", sex="female")
    with django_assert_max_num_queries(26) as many:
        officer.get(f"{NEW}?{WOMEN}")

    assert len(few) == len(many)


def test_the_list_costs_the_same_for_one_cohort_and_for_many(officer, django_assert_max_num_queries):
    _saved(officer)
    officer.get("/nguon-can-bo/")
    with django_assert_max_num_queries(28) as one:
        officer.get("/nguon-can-bo/")
    for number in range(4):
        _saved(officer, f"Nhóm {number}", f"tuoi-tu={number + 20}")
    with django_assert_max_num_queries(28) as many:
        listed = officer.get("/nguon-can-bo/")

    assert len(one) == len(many)
    assert "Nữ trẻ Nữ, dưới 40 tuổi Quận Mẫu 1 2 Nguyễn Văn An" in words(listed)


def test_a_cohort_is_saved_read_back_renamed_changed_and_put_aside(officer):
    cohort = _saved(officer)
    page = f"/nguon-can-bo/{cohort.pk}/"

    assert "Nữ, dưới 40 tuổi" in words(officer.get(page))
    assert "Nữ dưới bốn mươi" in told(officer, officer.post(f"{page}doi-ten/", {"name": " Nữ  dưới bốn mươi "}))
    assert "Nữ, dưới 45 tuổi" in told(officer, officer.post(f"{page}dieu-kien/?gioi=female&tuoi-duoi=45"))
    assert "Đã thôi dùng" in told(officer, officer.post(f"{page}thoi-dung/"))
    assert "đã thôi dùng từ ngày" in told(officer, officer.post(f"{page}dieu-kien/?gioi=male"))
    assert _facts() == ["Saved", "Renamed", "Changed", "Withdrawn"]
    assert _saved(officer, "Nữ dưới bốn mươi").pk != cohort.pk


@pytest.mark.parametrize(
    ("asked", "name", "says"),
    [
        (WOMEN, "  ", "Chưa đặt tên nhóm"),
        (WOMEN, "x" * 121, "dài quá 120 ký tự"),
        ("", "Mọi người", "Chưa chọn điều kiện nào"),
        ("tuoi-tu=50&tuoi-duoi=40", "Không ai", "không có ai"),
        (WOMEN, "Nữ trẻ", "đã có một nhóm đang dùng mang tên này"),
    ],
)
def test_what_cannot_be_saved_is_told_and_leaves_nothing_written(officer, asked, name, says):
    _saved(officer)

    answer = officer.post(f"{SAVE}?{asked}", {"name": name})

    assert answer.status_code == 422 and says in words(answer)
    assert _facts() == ["Saved"]


def test_a_saved_form_that_was_spoiled_is_told_on_its_page_and_in_the_list(officer):
    cohort = _saved(officer)
    with scope.within(["900000"]):
        Cohort.objects.filter(pk=cohort.pk).update(conditions={"version": 1, "conditions": {"cao": {"cao": ["2"]}}})

    assert "mà hệ thống không còn dùng" in words(officer.get(f"/nguon-can-bo/{cohort.pk}/"))
    assert "mà hệ thống không còn dùng" in words(officer.get("/nguon-can-bo/"))


def test_who_came_in_and_who_went_out_is_named_with_the_reason(place, officer):
    with scope.within(["900000"]):
        make.person(place, "Mai Thị Mười", studies=(StudySpell("professional", 4, awarded_on=date(2015, 9, 1)),))
    cohort = _saved(officer, "Đại học dưới 40", "chuyen-mon-tu=4&tuoi-duoi=40")
    page = f"/nguon-can-bo/{cohort.pk}/so-sanh/"

    assert "Mai Thị Mười Chuyên viên 20/05/1985 Phòng Nội vụ đại học trở lên" in words(officer.get(page))
    assert "Không có ai ở mục này" in words(officer.get(f"{page}?the=ra"))
    women = _saved(officer)
    against = words(officer.get(f"{page}?voi={women.pk}&the=ca-hai"))
    assert "Trần Thị Bảy" in against and "Mai Thị Mười" not in against


def test_the_names_go_into_a_workbook_under_the_permission_to_export(place, officer):
    clerk = seated("chi", "Phạm Thị Chi", place.district, "clerk")

    book = openpyxl.load_workbook(BytesIO(officer.get(f"{NEW}excel/?{WOMEN}").content))

    assert "Trần Thị Bảy" in {cell.value for row in book.active for cell in row}
    assert clerk.get(f"{NEW}excel/?{WOMEN}").status_code == 403


def test_who_may_only_look_sees_cohorts_and_keeps_none(place, officer):
    cohort = _saved(officer)
    clerk = seated("chi", "Phạm Thị Chi", place.district, "clerk")

    assert clerk.get(f"/nguon-can-bo/{cohort.pk}/").status_code == 200
    assert "Lưu thành nhóm" not in words(clerk.get(f"{NEW}?{WOMEN}"))
    assert clerk.post(f"{SAVE}?{WOMEN}", {"name": "Khác"}).status_code == 403
    with scope.within(["900000"]), pytest.raises(NotPermitted):
        by = cast.binh(place.ward.identity)
        actions.withdraw_cohort(cohort.pk, by=by, on=make.DAY)


def test_a_cohort_of_another_unit_is_not_found(place, officer):
    cohort = _saved(officer)
    with scope.within(["900000"]):
        beside = make.place_beside(place)
    stranger = seated("binh", "Trần Thị Bình", beside)

    assert {stranger.get(f"/nguon-can-bo/{cohort.pk}/{part}").status_code for part in ("", "so-sanh/", "excel/")} == {
        404
    }


@pytest.mark.parametrize(
    "address", ["", f"moi/?{WOMEN}&chuyen-mon-tu=4&nghi-huu-trong=12", f"luu/?{WOMEN}", "{}/", "{}/so-sanh/"]
)
def test_the_pages_of_cohorts_speak_english_but_for_data(officer, address):
    cohort = _saved(officer, "Lê Văn Tám")  # a name that the test knows as data
    officer.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = BeautifulSoup(officer.get("/nguon-can-bo/" + address.format(cohort.pk)).content, "html.parser")
    kept = "select[name=dan-toc] option:nth-of-type(n+3), select[name=ngach] option:nth-of-type(n+2)"
    for names in page.select(f"{kept}, select[name^=quan-ly] option:nth-of-type(n+2)"):
        names.decompose()

    assert _left(str(page).encode()) == []


@pytest.mark.django_db(transaction=True)
def test_two_who_save_one_name_at_once_leave_one_cohort(place):
    chosen = asking.chosen({"gioi": ["female"]})
    start, said = threading.Barrier(2), []

    def save() -> None:
        try:
            with scope.within(["900000"]):
                start.wait()
                actions.save_cohort("Nữ", chosen, unit_id=place.district.pk, by=place.by, on=make.DAY)
            said.append("saved")
        except asking.Unsound as refused:
            said.append(str(refused))
        finally:
            connection.close()

    threads = [threading.Thread(target=save) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert said.count("saved") == 1 and "mang tên này" in "".join(said)
    assert _facts() == ["Saved"]
