"""Every register leaves as a workbook: with the columns of its page, under a permission, never empty of words."""

import io

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from congvu.contexts.personnel.tests import make
from congvu.kernel import scope
from tests import cast

pytestmark = pytest.mark.django_db
REGISTERS = {
    "personnel:people": "head",
    "personnel:gaps": "head",
    "personnel:imports": "head",
    "organisations:units": "head",
    "web:facts": "head",
    "web:accounts": "administrator",
}


@pytest.fixture
def at():
    with scope.within(["900000"]):
        at = make.place()
        make.person(at, "Lê Văn Tám", studies=(make.COLLEGE,))
        return at


def _table(client: Client, address: str) -> tuple[list[str], list[list[str]]]:
    answer = client.get(address)
    assert answer.status_code == 200, address
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    rows = [[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    heading = next(place for place, row in enumerate(rows) if row[:1] == ["STT"])
    return rows[heading][1:], rows[heading + 1 :]


def _offered(client: Client, page: str) -> str:
    """The address behind the button on the page."""
    links = BeautifulSoup(client.get(page).content, "html.parser").select("a[href*='/excel/']")
    assert links, page
    return str(links[0]["href"])


@pytest.mark.parametrize(("register", "role"), REGISTERS.items())
def test_a_register_leaves_as_a_workbook_with_the_columns_of_its_page(at, client, register, role):
    client.force_login(cast.account("an", "Nguyễn Văn An", role, at.district.identity))

    columns, rows = _table(client, _offered(client, reverse(register)))

    assert len(columns) >= 4
    assert register == "personnel:imports" or rows


def test_the_people_behind_a_figure_leave_as_a_workbook_and_only_with_whoever_may_export(at, client):
    figure = reverse("personnel:figure", args=["district_university"]) + "?ngay=2016-04-10"
    client.force_login(cast.account("an", "Nguyễn Văn An", "officer", at.district.identity))

    _, rows = _table(client, _offered(client, figure))
    client.force_login(cast.account("hoa", "Lê Thị Hoa", "clerk", at.district.identity))

    assert "Lê Văn Tám" in rows[0]
    assert b"/excel/" not in client.get(figure).content
    assert client.get(reverse("personnel:figure_excel", args=["district_university"])).status_code == 403
