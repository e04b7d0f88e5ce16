"""The first minute: somebody tries the system with a demonstration account."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

pytestmark = pytest.mark.demo


def test_a_demonstration_account_opens_on_the_day_of_the_article():
    client = Client()

    client.post("/dang-nhap/", {"login": "truongphong", "password": "congvu-2016"})
    home = BeautifulSoup(client.get("/").content, "html.parser").get_text(" ", strip=True)

    assert "10/04/2016" in home
    assert "62,35" in home


def test_a_wrong_password_opens_nothing():
    client = Client()

    answer = client.post("/dang-nhap/", {"login": "truongphong", "password": "khong-phai"})

    assert answer.status_code in (200, 422)
    assert client.get("/").status_code == 302
