"""One's own file on a phone: what is seen, proposed, sent and decided, page by page."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from congvu.contexts.personnel.actions.proposals import Asked
from congvu.contexts.personnel.models import Proposal, ProposalEvidence, ProposalItem
from congvu.contexts.personnel.queries.file import person_file
from congvu.contexts.personnel.tests import make, make_proposals
from congvu.contexts.personnel.tests.at_the_desk import seated, told, words
from congvu.contexts.personnel.tests.make_proposals import CONTACT, DEGREE, SCAN
from congvu.kernel import scope
from congvu.kernel.access import accounts
from congvu.kernel.access.models import User
from congvu.kernel.scope.models import PersonIdentity
from congvu.web.clock import today

ALL = scope.everything(["900000"])
MINE = "/ho-so-cua-toi/"
TYPED = {**DEGREE, "awarded": "20/12/2015"}


@pytest.fixture
def at(db):
    with scope.within(ALL):
        yield make_proposals.school()


@pytest.fixture
def phone(at):
    client = Client()
    client.force_login(at.user)
    return client


@pytest.fixture
def desk(at):
    return seated("an", "Nguyễn Văn An", at.at.district)


def _scan(name="bang.jpg", content=SCAN):
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def _degree(client, **more):
    return client.post(f"{MINE}muc/study/", {**TYPED, "photos": _scan(), **more})


def _sent(at, client):
    _degree(client)
    proposal = Proposal.objects.get()
    client.post(f"{MINE}de-nghi/{proposal.pk}/gui/")
    return proposal


def test_a_person_without_any_role_sees_his_own_file_and_the_way_to_it(at, phone):
    home, mine = words(phone.get("/")), words(phone.get(MINE))

    assert "Hồ sơ của tôi" in home and "chưa được phân vai trò" not in home
    assert "Trần Thị Lan" in mine and "Giáo viên mầm non" in mine and "Hồ sơ còn thiếu" in mine


@pytest.mark.parametrize("address", ["/can-bo/", "/can-bo/{}/", "/de-nghi-ho-so/", "/dot-cap-nhat/", "/don-vi/"])
def test_nothing_else_opens_for_that_account(at, phone, address):
    assert phone.get(address.format(at.teacher.pk)).status_code == 403


def test_a_degree_goes_from_the_phone_over_the_desk_into_the_file(at, phone, desk):
    proposal = _sent(at, phone)
    page = words(desk.get(f"/de-nghi-ho-so/{proposal.pk}/"))
    assert "Chuyên môn: thạc sĩ" in page and "20/12/2015" in page

    item = ProposalItem.objects.get()
    seen = make_proposals.seen(item, on=today())
    answer = desk.post(f"/de-nghi-ho-so/noi-dung/{item.pk}/duyet/", {"seen": seen})

    assert "Đã duyệt và ghi vào hồ sơ." in told(desk, answer)
    assert person_file(at.teacher, on=make.DAY).levels["professional"] == 5
    assert "Đã duyệt" in words(phone.get(f"{MINE}de-nghi/{proposal.pk}/"))
    assert f"Đề nghị số {proposal.pk} đã có kết quả" in words(phone.get("/"))


def test_the_desk_sees_the_picture_in_place_and_the_person_reads_who_opened_the_file(at, phone, desk):
    proposal = _sent(at, phone)
    evidence = ProposalEvidence.objects.get()
    page = desk.get(f"/de-nghi-ho-so/{proposal.pk}/").content.decode()
    picture = desk.get(f"/de-nghi-ho-so/giay-to/{evidence.pk}/")

    assert f'<img src="/de-nghi-ho-so/giay-to/{evidence.pk}/"' in page
    assert (picture["Content-Type"], picture.content) == ("image/jpeg", SCAN)
    assert "sandbox" in picture["Content-Security-Policy"] and picture["X-Content-Type-Options"] == "nosniff"
    read = words(phone.get(f"{MINE}nguoi-xem/"))
    assert "Nguyễn Văn An Chuyên viên tổ chức cán bộ" in read and "Giấy tờ" in read


def test_what_is_wrong_stays_typed_and_stands_beside_its_field(at, phone):
    answer = phone.post(f"{MINE}muc/health/", {"state": "1", "height": "1m6"})
    page = phone.get(answer["Location"])

    assert 'value="1m6"' in page.content.decode()
    assert "Đã lưu những gì bạn ghi" in words(page) and "không phải là số" in words(page)


def test_a_file_that_lies_about_its_type_is_left_out_and_the_rest_is_kept(at, phone):
    answer = _degree(phone, photos=_scan("bang.pdf", b"<html><script>alert(1)</script>"))

    assert "Tệp “bang.pdf” không phải ảnh" in told(phone, answer)
    assert not ProposalEvidence.objects.exists() and ProposalItem.objects.get().values["level"] == "professional:5"


def test_what_weighs_fifty_megabytes_is_refused_before_it_is_read(at, phone):
    answer = phone.generic(
        "POST", f"{MINE}muc/study/", b"", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(50 * 2**20)
    )

    assert answer.status_code == 413 and "30 MB" in words(answer)
    assert not Proposal.objects.exists()


def test_a_proposal_without_its_proof_is_not_sent_and_says_what_is_missing(at, phone):
    phone.post(f"{MINE}muc/study/", TYPED)
    proposal = Proposal.objects.get()

    answer = phone.post(f"{MINE}de-nghi/{proposal.pk}/gui/")

    assert answer.status_code == 409 and "giấy tờ chứng minh" in words(answer)
    proposal.refresh_from_db()
    assert proposal.state == "draft"


def test_a_script_in_a_name_is_printed_as_text(at, phone, desk):
    _degree(phone, school="<script>alert('x')</script>", reason="<img src=x>")
    proposal = Proposal.objects.get()
    phone.post(f"{MINE}de-nghi/{proposal.pk}/gui/")

    for page in (phone.get(f"{MINE}de-nghi/{proposal.pk}/"), desk.get(f"/de-nghi-ho-so/{proposal.pk}/")):
        assert "<script>alert" not in page.content.decode() and "<img src=x>" not in page.content.decode()
        assert "<script>alert('x')</script>" in words(page)


def test_another_persons_proposal_and_scan_are_not_there(at, phone, desk):
    proposal = _sent(at, phone)
    item, evidence = ProposalItem.objects.get(), ProposalEvidence.objects.get()
    stranger = Client()
    stranger.force_login(make_proposals.account(make.person(at.at, "Lê Văn Tám"), "tam", at.at.by)[0])
    elsewhere = seated("binh", "Trần Thị Bình", make.place_beside(at.at))

    own = [f"{MINE}de-nghi/{proposal.pk}/", f"{MINE}giay-to/{evidence.pk}/", f"{MINE}noi-dung/{item.pk}/"]
    theirs = [f"/de-nghi-ho-so/{proposal.pk}/", f"/de-nghi-ho-so/giay-to/{evidence.pk}/"]
    assert [stranger.get(address).status_code for address in own] == [404, 404, 404]
    assert [elsewhere.get(address).status_code for address in theirs] == [404, 404]
    assert elsewhere.post(f"/de-nghi-ho-so/noi-dung/{item.pk}/duyet/").status_code == 404


def test_the_register_is_searched_filtered_and_exported(at, phone, desk):
    _sent(at, phone)

    found = words(desk.get("/de-nghi-ho-so/?q=tran+lan&muc=study"))
    none = words(desk.get("/de-nghi-ho-so/?muc=contact"))
    waited = words(desk.get("/de-nghi-ho-so/?cho=3"))

    assert "Trần Thị Lan" in found and "Văn bằng, chứng chỉ" in found
    assert "Trần Thị Lan" not in none and "Trần Thị Lan" not in waited
    sheet = openpyxl.load_workbook(io.BytesIO(desk.get("/de-nghi-ho-so/excel/").content)).active
    assert any("Trần Thị Lan" in map(str, row) for row in sheet.iter_rows(values_only=True))


def test_several_items_are_accepted_after_they_were_listed_once_more(at, phone, desk):
    _degree(phone)
    phone.post(f"{MINE}muc/contact/", CONTACT)
    proposal = Proposal.objects.get()
    phone.post(f"{MINE}de-nghi/{proposal.pk}/gui/")
    items = list(ProposalItem.objects.order_by("pk"))

    page = desk.get("/de-nghi-ho-so/duyet/", {"chon": [item.pk for item in items]})
    assert "Duyệt 2 nội dung, ghi vào hồ sơ" in words(page)
    seen = {f"seen-{item.pk}": make_proposals.seen(item, on=today()) for item in items}
    answer = desk.post("/de-nghi-ho-so/duyet/", {"chon": [item.pk for item in items], **seen})

    assert "Đã duyệt 2 nội dung" in told(desk, answer)
    proposal.refresh_from_db()
    assert proposal.state == "decided"


def test_returned_for_more_it_waits_at_home_and_is_sent_again(at, phone, desk):
    proposal = _sent(at, phone)

    empty = desk.post(f"/de-nghi-ho-so/{proposal.pk}/tra-lai/", {"request": " "})
    desk.post(f"/de-nghi-ho-so/{proposal.pk}/tra-lai/", {"request": "Chụp thêm mặt sau."})

    assert empty.status_code == 409 and "Chưa ghi cần bổ sung gì" in words(empty)
    assert "Bổ sung đề nghị cập nhật hồ sơ của bạn" in words(phone.get("/"))
    assert "Chụp thêm mặt sau." in words(phone.get(f"{MINE}de-nghi/{proposal.pk}/"))
    assert "Đã gửi." in told(phone, phone.post(f"{MINE}de-nghi/{proposal.pk}/gui/"))


def test_a_degree_of_a_level_that_the_file_has_already_is_told_of(at, phone, desk):
    _degree(phone, level="professional:4")
    proposal = Proposal.objects.get()
    phone.post(f"{MINE}de-nghi/{proposal.pk}/gui/")

    page = words(desk.get(f"/de-nghi-ho-so/{proposal.pk}/"))

    assert "Hồ sơ đã ghi “Chuyên môn: đại học”" in page


def test_the_file_keeps_every_proposal_with_its_decision(at, phone, desk):
    proposal = _sent(at, phone)
    item = ProposalItem.objects.get()
    desk.post(f"/de-nghi-ho-so/noi-dung/{item.pk}/khong-duyet/", {"reason": "Ảnh mờ."})

    page = words(desk.get(f"/can-bo/{at.teacher.pk}/de-nghi/"))

    assert f"Đề nghị số {proposal.pk}" in page and "Không duyệt" in page
    assert "Ảnh mờ." in words(phone.get(f"{MINE}de-nghi/{proposal.pk}/"))


def test_my_file_is_read_in_a_fixed_number_of_queries(at, phone, django_assert_max_num_queries):
    for number in range(3):
        phone.post(f"{MINE}muc/family/", {"side": "own", "relation": "child", "name": f"Nguyễn Thị Bé {number}"})

    with django_assert_max_num_queries(26):
        assert phone.get(MINE).status_code == 200


@pytest.mark.parametrize("address", ["/de-nghi-ho-so/", "/de-nghi-ho-so/duyet/"])
def test_the_desk_reads_many_proposals_in_as_many_queries_as_one(at, desk, address):
    def queries_of():
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(address).status_code == 200
        return len(captured)

    make_proposals.sent(at, Asked("contact", "file", CONTACT), Asked("study", "file", DEGREE))
    one = queries_of()
    for _ in range(3):
        make_proposals.sent(at, Asked("contact", "file", CONTACT), Asked("study", "file", DEGREE))

    assert queries_of() == one


def test_the_administrator_opens_an_account_for_somebody_with_a_file(at):
    person = make.person(at.at, "Lê Văn Tám")
    admin = seated("quan", "Phạm Quản", at.at.district, "administrator")

    assert "Lê Văn Tám" in words(admin.get("/quan-tri/tai-khoan/mo/nguoi/?q=le+tam"))
    said = {"person": person.pk, "username": "le.tam", "full_name": "Lê Văn Tám", "password": "mot-mat-khau-dai-7"}
    answer = admin.post("/quan-tri/tai-khoan/mo/", said)

    assert "Lê Văn Tám" in told(admin, answer)
    assert User.objects.get(username="le.tam").person_id == person.pk
    assert "Xem hồ sơ của mình" in words(admin.get("/quan-tri/tai-khoan/"))


def test_one_person_has_one_account_in_use_and_may_lose_it(at):
    admin = seated("quan", "Phạm Quản", at.at.district, "administrator")
    other = User.objects.create(username="lan2", full_name="Lan")
    with pytest.raises(accounts.Impossible):
        accounts.link_person(other, PersonIdentity.objects.get(pk=at.teacher.pk), by=at.at.by, on=make.DAY)

    answer = admin.post(f"/quan-tri/tai-khoan/{at.user.pk}/bo-ho-so/")

    assert answer.status_code == 302
    at.user.refresh_from_db()
    assert at.user.person_id is None


def test_an_administrator_elsewhere_links_nobody_of_ours(at):
    admin = seated("xa", "Người Xa", make.place_beside(at.at), "administrator")
    key = at.teacher.pk

    assert "Trần Thị Lan" not in words(admin.get("/quan-tri/tai-khoan/mo/nguoi/?q=tran+lan"))
    assert admin.get(f"/quan-tri/tai-khoan/mo/?nguoi={key}").status_code == 404
    assert admin.post(f"/quan-tri/tai-khoan/{at.user.pk}/bo-ho-so/").status_code == 404


def test_a_home_asks_for_its_first_day_once(phone):
    assert phone.get(f"{MINE}muc/residence/").content.decode().count('name="since"') == 1
