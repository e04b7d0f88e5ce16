"""Forms around one person's file: what each writes, what each refuses and how it says so."""

from datetime import date

import pytest
from django.test import Client

from congvu.contexts.personnel.models import Assignment, PartyMembership, Person, Study
from congvu.contexts.personnel.tests import at_the_desk, make
from congvu.kernel import scope
from congvu.kernel.audit.models import Fact

pytestmark = pytest.mark.django_db
PAPER = {"number": "12/QĐ-UBND", "signed_on": "28/03/2016", "issuer": "UBND quận Mẫu", "paper_kind": "transfer"}
WHO = {"full_name": "Trần Thị Bảy", "born": "05/1985", "sex": "female", "ethnicity": "01"}


@pytest.fixture
def place():
    with scope.within(["900000"]):
        return make.place()


@pytest.fixture
def officer(place) -> Client:
    return at_the_desk.seated("an", "Nguyễn Văn An", place.district)


@pytest.fixture
def person(place):
    with scope.within(["900000"]):
        return make.person(place, "Lê Văn Tám", studies=(make.BACHELOR, make.COLLEGE))


# Lập hồ sơ


def _newcomer(place, **changes):
    return {**WHO, "post": str(place.specialist.pk), "since": "01/04/2016", **changes}


def test_one_person_is_enrolled_with_all_that_the_form_tells(place, officer):
    said = _newcomer(
        place,
        personnel_number="CB007",
        citizen_number="092185000007",
        staff_kind="civil_servant",
        recruited_on="01/02/2012",
        professional="professional:4",
        field="Luật",
        professional_awarded="2008",
        admitted_on="03/02/2015",
        **PAPER,
    )

    told = at_the_desk.told(officer, at_the_desk.sent(officer, "/can-bo/them/", said))

    assert "Đã lập hồ sơ của bà Trần Thị Bảy, giữ vị trí Chuyên viên, Phòng Nội vụ từ ngày 01/04/2016." in told
    assert "Công chức" in told and "Đại học Luật" in told and "05/1985" in told and "Đảng viên" in told
    with scope.within(["900000"]):
        found = Person.objects.get(personnel_number="CB007")
        assert str(Assignment.objects.get(person=found).ground) == "Quyết định số 12/QĐ-UBND ngày 28/03/2016"


def test_posts_show_how_many_seats_are_free(place, officer, person):
    page = at_the_desk.words(officer.get("/can-bo/them/?ngay=2016-04-10"))

    assert "Chuyên viên (còn 8 trên 9 chỗ)" in page and "Văn phòng – thống kê (còn 9 trên 9 chỗ)" in page


def test_the_same_name_and_birth_day_ask_before_a_second_file(place, officer):
    with scope.within(["900000"]):
        make.person(place, "Trần Thị Bảy")
    said = _newcomer(place, born="20/05/1985")

    asked = at_the_desk.sent(officer, "/can-bo/them/", said)

    assert asked.status_code == 409
    assert "Đã có hồ sơ của ông Trần Thị Bảy, sinh 20/05/1985, Phòng Nội vụ" in at_the_desk.words(asked)
    with scope.within(["900000"]):
        assert Person.objects.count() == 1
    assert at_the_desk.confirmed(officer, "/can-bo/them/", said).status_code == 302


def test_a_number_is_refused_with_its_holder_inside_the_scope(place, officer):
    with scope.within(["900000"]):
        make.person(place, "Lê Văn Tám", personnel_number="CB007")

    refused = at_the_desk.sent(officer, "/can-bo/them/", _newcomer(place, personnel_number="CB007"))

    assert refused.status_code == 409
    assert "Số hiệu cán bộ CB007 đang ghi trong hồ sơ của ông Lê Văn Tám, Phòng Nội vụ" in at_the_desk.words(refused)


def test_a_number_taken_outside_the_scope_is_refused_without_telling_whose(place):
    with scope.within(["900000"]):
        make.person(place, "Lê Văn Tám", citizen_number="092185000007")
    ward = at_the_desk.seated("binh", "Trần Thị Bình", place.ward)
    said = _newcomer(place, post=str(place.ward_clerk.pk), citizen_number="092185000007")

    refused = at_the_desk.sent(ward, "/can-bo/them/", said)

    assert refused.status_code == 409
    assert "ngoài phạm vi của bạn" in at_the_desk.words(refused) and "Lê Văn Tám" not in at_the_desk.words(refused)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"full_name": "Bảy"}, "Họ và tên cần có ít nhất họ và tên gọi"),
        ({"born": "31/02/1985"}, "không có trong lịch"),
        ({"born": "2005"}, "nhận vị trí khi 11 tuổi"),
        ({"born": "01/04/2017"}, "Ngày sinh sau ngày giữ vị trí"),
        ({"citizen_number": "12345"}, "Số định danh có 12 chữ số"),
        ({"post": ""}, "Chưa chọn vị trí"),
        ({"since": "01/04/2009"}, "Vị trí này không có vào ngày đã ghi"),
        ({"professional": "professional:4"}, "Chưa ghi ngày cấp"),
        ({"number": "12/QĐ-UBND"}, "có số mà chưa có ngày ký"),
        ({"recruited_on": "01/05/2016", "staff_kind": "civil_servant"}, "Ngày tuyển dụng sau ngày giữ vị trí"),
    ],
)
def test_what_cannot_be_true_is_told_beside_the_field(place, officer, wrong, sentence):
    answer = at_the_desk.sent(officer, "/can-bo/them/", _newcomer(place, **wrong))

    assert answer.status_code == 422 and sentence in at_the_desk.words(answer)
    with scope.within(["900000"]):
        assert Person.objects.count() == 0


def test_nobody_is_enrolled_into_a_post_outside_the_branch(place):
    ward = at_the_desk.seated("binh", "Trần Thị Bình", place.ward)

    answer = at_the_desk.sent(ward, "/can-bo/them/", _newcomer(place))

    assert answer.status_code == 422 and "ngoài phạm vi của bạn" in at_the_desk.words(answer)
    assert ward.get(f"/can-bo/them/?don-vi={place.office.pk}").status_code == 404


# Đính chính


def _as_it_is(**changes):
    return {"full_name": "Lê Văn Tám", "born": "20/05/1985", "sex": "male", "ethnicity": "01", **changes}


def test_a_correction_says_what_was_and_what_is(officer, person):
    said = _as_it_is(born="05/1985", personnel_number="CB1", source="Giấy khai sinh số 15/2016")

    told = at_the_desk.told(officer, at_the_desk.sent(officer, at_the_desk.address(person, "dinh-chinh"), said))

    assert "ngày sinh 20/05/1985 → 05/1985; số hiệu cán bộ chưa ghi → CB1" in told
    with scope.within(["900000"]):
        fact = Fact.objects.get(kind="personnel.PersonCorrected")
    assert fact.content["source"] == "Giấy khai sinh số 15/2016"
    assert fact.content["changes"]["personnel_number"] == [None, "CB1"]


def test_a_correction_without_a_paper_or_without_a_change_is_refused(officer, person):
    bare = at_the_desk.sent(officer, at_the_desk.address(person, "dinh-chinh"), _as_it_is(full_name="Lê Văn Tạm"))
    idle = at_the_desk.sent(officer, at_the_desk.address(person, "dinh-chinh"), _as_it_is(source="Giấy khai sinh"))

    assert bare.status_code == 422 and "Chưa ghi giấy tờ chứng minh" in at_the_desk.words(bare)
    assert idle.status_code == 409 and "Không có điều nào khác" in at_the_desk.words(idle)
    assert at_the_desk.facts(person) == ["personnel.PersonEnrolled"]


def test_a_birth_day_of_a_child_is_refused(officer, person):
    said = _as_it_is(born="20/05/2085", source="Giấy khai sinh")

    refused = at_the_desk.sent(officer, at_the_desk.address(person, "dinh-chinh"), said)

    assert refused.status_code == 409 and "chưa đủ 16 tuổi" in at_the_desk.words(refused)


def test_an_address_of_nobody_is_not_found(officer):
    for key in ("999999", "9" * 30):
        assert officer.get(f"/can-bo/{key}/bo-tri/").status_code == 404


# Đảng


def test_membership_is_recorded_once(officer, person):
    said = {"admitted_on": "03/02/2015", "official_on": "03/02/2016"}

    told = at_the_desk.told(officer, at_the_desk.sent(officer, at_the_desk.address(person, "dang"), said))
    again = at_the_desk.sent(officer, at_the_desk.address(person, "dang"), said)

    assert "Ông Lê Văn Tám là đảng viên từ ngày 03/02/2015, chính thức từ ngày 03/02/2016." in told
    assert again.status_code == 409 and "Người này đã là đảng viên trong thời gian đó." in at_the_desk.words(again)
    with scope.within(["900000"]):
        assert PartyMembership.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "status", "sentence"),
    [
        ({"admitted_on": "03/02/2015", "official_on": "02/02/2015"}, 422, "Ngày chính thức trước ngày vào Đảng"),
        ({"admitted_on": "03/02/2090"}, 422, "còn ở phía trước"),
        ({"admitted_on": "03/02/1980"}, 409, "trước ngày sinh"),
    ],
)
def test_a_membership_that_cannot_be_is_refused(officer, person, said, status, sentence):
    answer = at_the_desk.sent(officer, at_the_desk.address(person, "dang"), said)

    assert answer.status_code == status and sentence in at_the_desk.words(answer)


def test_who_was_on_probation_becomes_official_by_a_decision(officer, person):
    page = at_the_desk.address(person, "dang")
    at_the_desk.sent(officer, page, {"admitted_on": "03/02/2015"})

    early = at_the_desk.sent(officer, page, {"official_on": "02/02/2015", "source": "45-QĐ/QU"})
    told = at_the_desk.told(
        officer, at_the_desk.sent(officer, page, {"official_on": "03/02/2016", "source": "45-QĐ/QU"})
    )

    assert early.status_code == 422 and "trước ngày vào Đảng ghi trong hồ sơ (03/02/2015)" in at_the_desk.words(early)
    assert "Ông Lê Văn Tám là đảng viên từ ngày 03/02/2015, chính thức từ ngày 03/02/2016." in told
    assert at_the_desk.facts(person)[-1] == "personnel.PersonCorrected"


# Trình độ


def test_a_certificate_is_recorded_and_counts_from_its_day(officer, person):
    said = {"level": "political_theory:2", "school": "Trường Chính trị", "awarded": "07/2014", "mode": "in_service"}

    told = at_the_desk.told(officer, at_the_desk.sent(officer, at_the_desk.address(person, "trinh-do"), said))

    assert "lý luận chính trị trung cấp, cấp tháng 07/2014." in told
    with scope.within(["900000"]):
        study = Study.objects.get(subject="political_theory")
    assert (study.awarded_on, study.awarded_precision) == (date(2014, 7, 1), "month")


def test_the_same_level_twice_is_asked_about(officer, person):
    said = {"level": "professional:4", "awarded": "01/07/2008"}

    asked = at_the_desk.sent(officer, at_the_desk.address(person, "trinh-do"), said)

    assert asked.status_code == 409
    assert "Hồ sơ đã ghi trình độ chuyên môn đại học, cấp ngày 01/07/2008" in at_the_desk.words(asked)
    assert at_the_desk.confirmed(officer, at_the_desk.address(person, "trinh-do"), said).status_code == 302


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Chưa chọn trình độ"),
        ({"level": "professional:5", "started": "2015", "ended": "2014"}, "Ngày học xong trước ngày bắt đầu"),
        ({"level": "professional:5", "awarded": "2098"}, "Ngày cấp còn ở phía trước"),
        ({"level": "professional:5", "awarded": "hôm qua"}, "không phải là ngày"),
    ],
)
def test_a_study_that_cannot_be_is_refused(officer, person, said, sentence):
    answer = at_the_desk.sent(officer, at_the_desk.address(person, "trinh-do"), said)

    assert answer.status_code == 422 and sentence in at_the_desk.words(answer)
    assert at_the_desk.facts(person) == ["personnel.PersonEnrolled"]


def test_withdrawing_says_beforehand_what_will_be_true(officer, person):
    with scope.within(["900000"]):
        study = Study.objects.get(level=4)
    address = at_the_desk.address(person, "trinh-do", study.pk, "rut")

    page = at_the_desk.words(officer.get(address))
    told = at_the_desk.told(officer, at_the_desk.sent(officer, address, {"reason": "Văn bằng không xác minh được"}))

    assert "Trình độ chuyên môn cao nhất trong hồ sơ là cao đẳng." in page
    assert "yêu cầu đại học trở lên, nên người này sẽ nằm trong danh sách chưa đạt tiêu chuẩn" in page
    assert "Đã rút ghi nhận trình độ chuyên môn đại học" in told
    again = officer.get(address)
    assert again.status_code == 409 and "đã được rút ngày" in at_the_desk.words(again)


def test_withdrawing_asks_for_a_reason(officer, person):
    with scope.within(["900000"]):
        study = Study.objects.get(level=4)

    answer = at_the_desk.sent(officer, at_the_desk.address(person, "trinh-do", study.pk, "rut"), {"reason": " "})

    assert answer.status_code == 422 and "Chưa ghi lý do" in at_the_desk.words(answer)
