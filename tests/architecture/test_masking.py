"""A role that may not see a class of data never receives it: in a page, an export, a search, a log or an error."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pypdf import PdfReader

from congvu.config.roles import ROLES
from congvu.contexts.personnel import actions
from congvu.contexts.personnel.actions import imports
from congvu.contexts.personnel.models import FileItem, FilePaper
from congvu.contexts.personnel.tests import make, make_lists
from congvu.kernel import access, scope
from congvu.kernel.access import Role
from congvu.law.personal_file import GROUPS, PAPER_KINDS, Field, Group, Kind, said, sensitivity_of
from congvu.law.sensitivity import GUARDED, Sensitivity
from tests import cast
from tests.architecture.test_routes import Route, routes

pytestmark = pytest.mark.django_db
EVERYTHING = scope.everything(["900000"])
NAME, NUMBER, OTHER_NUMBER, WRONG_NUMBER = "Lê Văn Tám", "999185731007", "999185731999", "99900042"
BLIND = Role(
    "blind",
    "Người giữ hồ sơ không xem dữ liệu nhạy cảm",
    frozenset().union(*(role.permissions for role in ROLES)) - {kind.permission for kind in GUARDED},
)
"""Everything that any role may do, and no class of sensitive data: it reaches every page."""
LACKING = (BLIND, *(role for role in ROLES if not {kind.permission for kind in GUARDED} <= role.permissions))
SECRETS = {Sensitivity.IDENTITY: {NUMBER, OTHER_NUMBER, WRONG_NUMBER}}


@pytest.fixture(autouse=True)
def roles(monkeypatch):
    monkeypatch.setattr(access, "all_roles", lambda: {role.name: role for role in (*ROLES, BLIND)})


@pytest.fixture
def planted(tmp_path, settings):
    """A person whose file says something to be recognised in every field and every paper of every guarded class."""
    settings.FILES_ROOT = tmp_path
    with scope.within(EVERYTHING):
        at = make.place()
        person = make.person(at, NAME, personnel_number="BT-001", studies=(make.COLLEGE,), citizen_number=OTHER_NUMBER)
        actions.correct(person, {"citizen_number": NUMBER}, by=at.by, on=make.DAY, source="Căn cước")
        for kind in _guarded():
            entry = actions.ItemEntry(kind.name, _values(kind))
            actions.file_item(person, entry, by=at.by, on=make.DAY)
        for paper in _papers():
            actions.file_paper(person, paper, by=at.by, on=make.DAY)
        dung = cast.dung(at.district.identity)
        batch = imports.receive(_list(), name="a.xlsx", unit_id=at.district.pk, day=make.DAY, by=dung, on=make.DAY)
        imports.check(batch.pk, by=dung, on=make.DAY)
        return at, person, batch


def _list() -> bytes:
    rows = (
        {"Họ và tên": NAME, "Số hiệu CBCCVC": "BT-001", "Số CCCD": OTHER_NUMBER},
        {"Họ và tên": "Phạm Văn Chín", "Ngày sinh": "1985", "Số hiệu CBCCVC": "BT-009", "Số CCCD": WRONG_NUMBER},
    )
    return make_lists.workbook(*(make_lists.AN | row for row in rows))


def _guarded() -> list[Group]:
    return [kind for kind in GROUPS if kind.sensitivity is not Sensitivity.OPEN]


def _values(kind: Group) -> dict[str, Any]:
    number = GROUPS.index(kind) * 20
    return {field.name: _value(field, number + place) for place, field in enumerate(kind.fields)}


def _value(field: Field, number: int) -> Any:
    if field.kind is Kind.DAY:
        return (date(1931, 1, 5) + timedelta(days=37 * number)).isoformat()
    if field.kind in (Kind.NUMBER, Kind.DECIMAL):
        found = field.least + (field.most - field.least) * 0.73
        return int(found) if field.kind is Kind.NUMBER else f"{found:g}"
    if field.codes is not None:
        return field.codes.entries[-1].code
    return True if field.kind is Kind.FLAG else f"KIN{number:05}"


def _papers() -> list[actions.PaperEntry]:
    """One paper of each guarded class."""
    kinds = {sensitivity_of(entry.code, None): entry.code for entry in PAPER_KINDS.entries}
    return [
        actions.PaperEntry(kinds[each], f"GIAYKIN {each.value}", f"%PDF- BENTRONG {each.value}".encode())
        for each in GUARDED
        if each in kinds
    ]


def _secrets(kinds: Iterable[Sensitivity]) -> set[str]:
    """What nobody without these classes may receive; words that stand on many pages prove nothing."""
    kinds = set(kinds)
    found = {word for kind in kinds for word in SECRETS.get(kind, ())}
    for kind in _guarded():
        if kind.sensitivity in kinds:
            told = {field: _value(field, GROUPS.index(kind) * 20 + n) for n, field in enumerate(kind.fields)}
            found |= {said(field, value) for field, value in told.items()} | {str(value) for value in told.values()}
    found |= {f"GIAYKIN {kind.value}" for kind in kinds} | {f"BENTRONG {kind.value}" for kind in kinds}
    return {word for word in found if word.startswith(("KIN", "GIAYKIN", "BENTRONG", "999")) or _is_telling(word)}


def _is_telling(word: str) -> bool:
    return len(word) > 5 and (word[:1].isdigit() or " " in word)


def _addresses(route: Route, at: Any, person: Any, batch: Any) -> Iterator[str]:
    """The address over the person, for a group, an item and a paper of each class."""
    with scope.within(EVERYTHING):
        items = list(dict(FileItem.objects.order_by("pk").values_list("sensitivity", "pk")).values())
        papers = list(dict(FilePaper.objects.order_by("pk").values_list("sensitivity", "pk")).values())
    key = batch.pk if "/nhap-du-lieu/" in route.pattern else person.pk if ".personnel." in route.view.__module__ else 1
    key = at.district.pk if ".organisations." in route.view.__module__ else key
    fixed: dict[str, list[Any]] = {"<int:pk>": [key], "<slug:group>": _one_of_each_class(), "<int:item>": items}
    fixed |= {"<int:paper>": papers, "<slug:form>": ["pdf", "docx", "xlsx"], "<slug:name>": ["district_university"]}
    found = [route.pattern]
    for gap, values in fixed.items():
        found = [text.replace(gap, str(value)) for text in found for value in (values if gap in text else [""])]
    yield from (text for text in found if "<" not in text)


def _one_of_each_class() -> list[str]:
    return list({kind.sensitivity: kind.name for kind in GROUPS}.values())


def _received(response: Any) -> str:
    """Everything that came: the page, what is packed inside a workbook or a text, the words of a PDF, the headers."""
    content: bytes = response.getvalue() if response.streaming else response.content
    parts = [content, str(dict(response.headers)).encode()]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts += [packed.read(name) for name in packed.namelist()]
    words = b" ".join(parts).decode(errors="ignore")
    if content.startswith(b"%PDF-1"):
        words += " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return words


def _walked(client: Client, role: Role, planted: Any) -> Iterator[tuple[str, str]]:
    """Every page that opens to the role and every form handed in wrong, with what came of it."""
    opening = [route for route in routes() if set(route.allows or ()) & role.permissions]
    addresses = [address for route in opening for address in _addresses(route, *planted)]
    for address in addresses:
        yield address, _received(client.get(f"{address}?ngay=2016-04-10"))
    for address in addresses:
        yield f"POST {address}", _received(client.post(address, {"version": "", "value_state": "?"}))


@pytest.mark.parametrize("role", LACKING, ids=lambda role: role.name)
def test_what_a_role_may_not_see_reaches_it_nowhere(role, planted, client: Client, caplog):
    client.force_login(cast.account("an", "Nguyễn Văn An", role.name, planted[0].district.identity))
    secrets = _secrets(kind for kind in GUARDED if kind.permission not in role.permissions)

    with caplog.at_level("DEBUG"):
        received = dict(_walked(client, role, planted))

    assert len(secrets) > 60
    found = {(address, word) for address, words in received.items() for word in secrets if word in words}
    assert found == set()
    assert [word for word in secrets if word in caplog.text] == []


def test_whoever_sees_every_class_receives_all_of_it(planted, client: Client):
    at, person, _ = planted
    client.force_login(cast.account("an", "Nguyễn Văn An", "officer", at.district.identity))

    page = _received(client.get(f"/can-bo/{person.pk}/ly-lich/?ngay=2016-04-10"))
    page += _received(client.get(f"/can-bo/{person.pk}/ly-lich/allowance/"))  # that one has ended
    page += _received(client.get(f"/can-bo/{person.pk}/giay-to/?ngay=2016-04-10"))

    missing = {word for kind in _guarded() for word in _said(kind) if word not in page}
    assert missing == set()
    assert NUMBER in page and all(paper.title in page for paper in _papers())


def _said(kind: Group) -> list[str]:
    return [said(field, value) for field, value in zip(kind.fields, _values(kind).values(), strict=True)]


@pytest.mark.parametrize(("role", "finds"), [("officer", True), ("blind", False), ("inspector", False)])
def test_a_citizen_number_leads_to_nobody_for_those_who_may_not_see_it(role, finds, planted, client: Client):
    at, _, _ = planted
    client.force_login(cast.account("an", "Nguyễn Văn An", role, at.district.identity))

    for address in ("/tim-kiem/", "/can-bo/"):
        page = BeautifulSoup(client.get(f"{address}?q={NUMBER}&ngay=2016-04-10").content, "html.parser")
        assert (NAME in page.get_text(" ")) is finds, address


@pytest.mark.parametrize(("role", "told"), [("officer", True), ("blind", False)])
def test_whose_a_taken_number_is_is_told_only_to_those_who_may_see_it(role, told, planted, client: Client):
    at, _, _ = planted
    client.force_login(cast.account("an", "Nguyễn Văn An", role, at.district.identity))
    who = {"full_name": "Trần Thị Bảy", "born": "1985", "sex": "female", "ethnicity": "01", "citizen_number": NUMBER}

    answer = client.post("/can-bo/them/", {**who, "post": at.specialist.pk, "since": "01/04/2016"})

    page = BeautifulSoup(answer.content, "html.parser").get_text(" ")
    assert answer.status_code == 409 and "Số định danh cá nhân" in page
    assert (NAME in page) is told


def test_correcting_a_name_without_seeing_the_number_keeps_the_number(planted, client: Client):
    at, person, _ = planted
    client.force_login(cast.account("an", "Nguyễn Văn An", "blind", at.district.identity))
    address = f"/can-bo/{person.pk}/dinh-chinh/"
    version = BeautifulSoup(client.get(address).content, "html.parser").select_one("input[name=version]")
    assert version is not None
    who = {"full_name": "Lê Văn Tạm", "born": "20/05/1985", "sex": "male", "ethnicity": "01", "source": "Khai sinh"}

    answer = client.post(address, {**who, "personnel_number": "BT-001", "version": version["value"]})

    assert answer.status_code == 302
    with scope.within(EVERYTHING):
        person.refresh_from_db()
    assert (person.full_name, person.citizen_number) == ("Lê Văn Tạm", NUMBER)
