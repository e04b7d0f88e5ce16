import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache

from congvu.kernel.access.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def an():
    cache.clear()  # rates are counted there
    return User.objects.create_user("an", "mot-mat-khau-dai", full_name="Nguyễn Văn An")


def test_the_right_password_leads_to_where_one_wanted_to_go(client):
    answer = client.post(
        "/dang-nhap/?next=/tro-giup/", {"login": "an", "password": "mot-mat-khau-dai", "next": "/tro-giup/"}
    )

    assert answer.status_code == 302
    assert answer.url == "/tro-giup/"


def test_a_wrong_password_is_answered_in_vietnamese_and_names_no_reason(client):
    answer = client.post("/dang-nhap/", {"login": "an", "password": "sai"})

    alerts = BeautifulSoup(answer.content, "html.parser").select("[role=alert]")
    assert [alert.get_text(strip=True) for alert in alerts] == [
        "Tên đăng nhập hoặc mật khẩu chưa đúng. Đề nghị kiểm tra lại, kể cả phím chữ hoa."
    ]


def test_too_many_wrong_passwords_close_the_door_for_a_while(client):
    for _ in range(12):
        answer = client.post("/dang-nhap/", {"login": "an", "password": "sai"})

    assert "quá nhiều lần" in answer.content.decode()


def test_logging_out_ends_the_session(client, an):
    client.force_login(an)

    client.post("/dang-xuat/")

    assert client.get("/").status_code == 302


def test_demo_accounts_are_listed_only_where_the_demonstration_was_loaded(client):
    assert "Tài khoản dùng thử" not in client.get("/dang-nhap/").content.decode()

    User.objects.create_user("dung", full_name="Lê Văn Dũng", is_demo=True)
    page = client.get("/dang-nhap/")

    assert page.status_code == 200


def test_a_new_password_must_be_long(client, an):
    client.force_login(an)
    client.post("/tai-khoan/xac-nhan/", {"password": "mot-mat-khau-dai"})

    answer = client.post(
        "/tai-khoan/mat-khau/", {"oldpassword": "mot-mat-khau-dai", "password1": "ngan", "password2": "ngan"}
    )

    assert "Mật khẩu này quá ngắn" in answer.content.decode()
