"""Every register leaves as a workbook: with the columns of its page, under a permission, never empty of words."""

import ast
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from congvu.contexts.personnel.actions import cohorts, reviews, update_rounds
from congvu.contexts.personnel.queries.cohorts import chosen
from congvu.contexts.personnel.tests import make
from congvu.kernel import scope
from tests import cast
from tests.architecture import PACKAGE

pytestmark = pytest.mark.django_db
REGISTERS = {
    "personnel:people": "head",
    "personnel:gaps": "head",
    "personnel:imports": "head",
    "personnel:cohorts": "head",
    "personnel:file_reviews": "clerk",
    "personnel:update_rounds": "head",
    "organisations:units": "head",
    "web:facts": "head",
    "web:accounts": "administrator",
}


@pytest.fixture
def at():
    with scope.within(["900000"]):
        at = make.place()
        make.person(at, "Lê Văn Tám", studies=(make.COLLEGE,))
        _keep(at)
        return at


def _keep(at: make.Place) -> None:
    """A cohort, a round of review and a round of updating of the place."""
    told = {"unit_id": at.district.pk, "by": at.by, "on": date(2016, 4, 1)}
    cohorts.save_cohort("Nữ", chosen({"gioi": ["female"]}), **told)
    reviews.open_review(reviews.ReviewEntry("Rà soát", [at.office.pk], date(2016, 4, 29), 90), **told)
    update_rounds.open_round("Đợt 1", units=[at.office.pk], groups=["contact"], due_on=date(2016, 5, 1), **told)


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


def _reads(path: Path) -> Iterator[tuple[str, set[str | None]]]:
    """Each view that answers with a register, with the keywords under which it reads it."""
    for view in ast.walk(ast.parse(path.read_text())):
        if not isinstance(view, ast.FunctionDef):
            continue
        calls = [node for node in ast.walk(view) if isinstance(node, ast.Call)]
        named = {getattr(call.func, "attr", ""): {each.arg for each in call.keywords} for call in calls}
        if {"read", "response"} <= named.keys():
            yield f"{path.stem}.{view.name}", named["read"]


def test_every_page_that_is_a_register_offers_its_workbook():
    views = {name: keywords for path in PACKAGE.rglob("views/*.py") for name, keywords in _reads(path)}

    assert len(views) > 12
    assert {name for name, keywords in views.items() if "excel" not in keywords} == set()
