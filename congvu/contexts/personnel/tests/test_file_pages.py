"""The whole file at the desk: read group by group, written through one form, refused in one sentence."""

from datetime import date

import pytest
from django.test import Client

from congvu.contexts.personnel.models import FileItem
from congvu.contexts.personnel.tests import at_the_desk, make
from congvu.kernel import scope
from congvu.kernel.audit.models import Fact
from congvu.law.personal_file import GROUPS

pytestmark = pytest.mark.django_db
EVERYTHING = scope.everything(["900000"])
HOME = {"value_registered": "Phường An Thới", "value_present": "Phường Bình Thủy"}


@pytest.fixture
def place():
    with scope.within(EVERYTHING):
        return make.place()


@pytest.fixture
def officer(place) -> Client:
    return at_the_desk.seated("an", "Nguyễn Văn An", place.district)


@pytest.fixture
def clerk(place) -> Client:
    return at_the_desk.seated("chi", "Lê Thị Chi", place.district, role="clerk")


@pytest.fixture
def person(place):
    with scope.within(EVERYTHING):
        return make.person(place, "Lê Văn Tám", studies=(make.BACHELOR,))


def _address(person, *parts):
    return at_the_desk.address(person, *parts)


def _filed(officer, person, name, said):
    answer = at_the_desk.sent(officer, _address(person, "ly-lich", name, "ghi"), said)
    assert answer.status_code == 302, at_the_desk.words(answer)
    with scope.within(EVERYTHING):
        return FileItem.objects.filter(person=person, group=name).latest("pk")


def test_every_group_has_its_place_on_the_page(officer, person):
    page = at_the_desk.words(officer.get(_address(person, "ly-lich")))

    assert [group.label for group in GROUPS if group.label not in page] == []
    assert "Bạn không có quyền" not in page and "Chưa ghi." in page


def test_a_group_that_may_not_be_seen_is_named_and_nothing_more(officer, clerk, person):
    _filed(officer, person, "residence", HOME)

    page = at_the_desk.words(clerk.get(_address(person, "ly-lich")))

    assert "Nơi ở Lai lịch, nơi ở, liên lạc Bạn không có quyền xem mục này." in page
    assert "Phường An Thới" not in page
    assert clerk.get(_address(person, "ly-lich", "residence")).status_code == 404


def test_what_is_filed_at_the_desk_is_read_on_the_page(officer, person):
    item = _filed(officer, person, "residence", {**HOME, "value_since": "05/2014", "source": "Sổ hộ khẩu"})

    page = at_the_desk.words(officer.get(_address(person, "ly-lich")))

    assert "Nơi đăng ký thường trú Phường An Thới" in page and "Từ ngày 05/2014" in page
    assert item.starts_on == date(2014, 5, 1)
    assert "Sổ hộ khẩu" in at_the_desk.words(officer.get(_address(person, "ly-lich", "residence")))


@pytest.mark.parametrize(
    ("name", "said", "sentence"),
    [
        ("residence", {"value_registered": "Phường An Thới"}, "Chưa ghi “nơi ở hiện nay”"),
        ("health", {"value_state": "1", "value_height": "99"}, "nhận số từ 100 đến 230 cm"),
        ("allowance", {"value_kind": "duty", "value_since": "năm kia"}, "không phải là ngày, tháng hoặc năm"),
        ("policy", {}, "hãy ghi ít nhất một ô"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(officer, person, name, said, sentence):
    answer = at_the_desk.sent(officer, _address(person, "ly-lich", name, "ghi"), said)

    assert answer.status_code == 422 and sentence in at_the_desk.words(answer)
    with scope.within(EVERYTHING):
        assert not FileItem.objects.exists()


def test_a_change_is_shown_before_it_is_written_and_keeps_yesterday(officer, person):
    item = _filed(officer, person, "residence", {**HOME, "value_since": "2014"})
    page = _address(person, "noi-dung", item.pk, "thay-doi")
    said = {**HOME, "value_since": "2014", "value_present": "Cồn Sơn", "since": "10/04/2016"}

    asked = at_the_desk.sent(officer, page, said)
    at_the_desk.told(officer, at_the_desk.confirmed(officer, page, said))

    assert "Từ ngày 10/04/2016, mục “Nơi ở” ghi nội dung mới" in at_the_desk.words(asked)
    assert "Cồn Sơn" in at_the_desk.words(officer.get(_address(person, "ly-lich") + "?ngay=2016-04-10"))
    assert "Cồn Sơn" not in at_the_desk.words(officer.get(_address(person, "ly-lich") + "?ngay=2016-04-09"))


def test_a_correction_asks_for_its_paper_and_leaves_the_wrong_words_readable(officer, person):
    item = _filed(officer, person, "residence", HOME)
    page = _address(person, "noi-dung", item.pk, "dinh-chinh")
    said = {**HOME, "value_present": "Cồn Sơn"}

    bare = at_the_desk.sent(officer, page, said)
    at_the_desk.told(officer, at_the_desk.sent(officer, page, {**said, "source": "Sổ hộ khẩu số 12"}))
    history = at_the_desk.words(officer.get(_address(person, "ly-lich", "residence")))

    assert bare.status_code == 422 and "Chưa ghi giấy tờ chứng minh" in at_the_desk.words(bare)
    assert "Cồn Sơn" in history and "Phường Bình Thủy" in history and "Sổ hộ khẩu số 12" in history
    assert "Đã rút ngày" in history
    assert officer.get(page).status_code == 409


def test_an_entry_ends_and_another_is_withdrawn_with_its_reason(officer, person):
    item = _filed(officer, person, "union", {"value_organisation": "youth", "value_joined_on": "2005"})
    wrong = _filed(officer, person, "union", {"value_organisation": "farmers", "value_joined_on": "2006"})

    end = _address(person, "noi-dung", item.pk, "ket-thuc")
    at_the_desk.told(officer, at_the_desk.confirmed(officer, end, {"until": "01/01/2015"}))
    withdraw = _address(person, "noi-dung", wrong.pk, "rut")
    at_the_desk.told(officer, at_the_desk.sent(officer, withdraw, {"reason": "Ghi nhầm người"}))

    page = at_the_desk.words(officer.get(_address(person, "ly-lich", "union")))
    assert "đến 31/12/2014" in page and "Ghi nhầm người" in page
    assert at_the_desk.facts(person)[-2:] == ["personnel.ItemEnded", "personnel.ItemWithdrawn"]


def test_a_person_who_has_none_of_it_has_a_file_that_says_so(officer, person):
    page = _address(person, "ly-lich", "discipline", "khong-co")

    at_the_desk.told(officer, at_the_desk.sent(officer, page, {}))
    again = at_the_desk.sent(officer, page, {})

    with scope.within(EVERYTHING):
        assert FileItem.objects.get(person=person).none
    assert again.status_code == 409 and "đã có nội dung từ ngày này" in at_the_desk.words(again)
    assert officer.get(_address(person, "ly-lich", "residence", "khong-co")).status_code == 404


def test_a_file_that_was_changed_meanwhile_is_not_written_over(officer, person):
    page = _address(person, "ly-lich", "residence", "ghi")
    before = at_the_desk.hidden(officer.get(page))
    _filed(officer, person, "duty", {"value_main_work": "Tham mưu tổ chức bộ máy"})

    refused = officer.post(page, {**before, **HOME})

    assert refused.status_code == 409 and "Hồ sơ vừa được Nguyễn Văn An sửa" in at_the_desk.words(refused)
    assert "Phường An Thới" in refused.content.decode()


def test_the_tabs_cost_the_same_however_much_the_file_says(officer, person, django_assert_max_num_queries):
    address = _address(person, "ly-lich")
    with django_assert_max_num_queries(26) as few:
        officer.get(address)
    for year in range(2005, 2012):
        _filed(officer, person, "commendation", {"value_decided_on": str(year), "value_form": "order"})
    with django_assert_max_num_queries(26) as many:
        officer.get(address)

    assert len(few) == len(many)


def test_the_page_of_readings_names_the_tab_that_was_opened(officer, person):
    officer.get(_address(person, "ly-lich"))
    officer.get(_address(person, "giay-to"))

    page = at_the_desk.words(officer.get(_address(person, "nguoi-xem")))

    assert "Nguyễn Văn An Lý lịch" in page and "Nguyễn Văn An Giấy tờ" in page


def test_a_list_that_leaves_as_a_workbook_leaves_a_fact(officer, place, person):
    answer = officer.get("/can-bo/excel/?ngay=2016-04-10&gioi=male")

    assert answer.status_code == 200
    with scope.within(EVERYTHING):
        fact = Fact.objects.get(kind="personnel.ListExported")
    assert (fact.unit_id, fact.content["rows"]) == (place.district.pk, 1)
    assert fact.content["filters"] == {"Giới tính": "Nam"}
