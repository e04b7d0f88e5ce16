"""English by switch: the words of the pages change, the data and the law stay Vietnamese."""

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Comment
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel import jobs
from congvu.contexts.personnel.models import Person
from congvu.contexts.personnel.tables import PEOPLE
from congvu.contexts.personnel.tests import make
from congvu.contexts.personnel.tests.make_lists import AN, BINH, workbook
from congvu.kernel import scope
from congvu.law.personal_file import GROUPS
from tests import cast

pytestmark = pytest.mark.django_db
SAID_ALOUD = ("aria-label", "title", "placeholder", "data-label", "alt")
MARKED = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
NAMES = (
    "Công Vụ|Tiếng Việt|Tỉnh Mẫu|Quận Mẫu|Phòng Nội vụ|Phường Một|Chuyên viên|Văn phòng – thống kê|"
    "Trần Thị Bảy|Lê Văn Tám|Nguyễn Văn Chín|Nguyễn Văn An|Trần Thị Bình"
)
LAW = (
    "cite",  # citations
    "select[name=ethnicity]",  # names of peoples
)
"""What stays Vietnamese besides names: the law's own sentences."""
SENTENCES = re.compile(
    NAMES
    + "|Đợt rà soát trình độ sau kiểm điểm.*|Theo dõi đào tạo.*|Sinh ngày .* nghỉ hưu .*|UBND phường An Thới|QĐ-UBND|"
    "(?i:chuyên viên( chính| cao cấp)? programme|cán sự programme)|Người vận hành máy chủ"
)


@pytest.fixture
def place():
    with scope.within(["900000"]):
        place = make.place()
        make.person(place, "Trần Thị Bảy", studies=(make.COLLEGE, make.INTERMEDIATE_THEORY))
        make.person(place, "Lê Văn Tám", studies=(make.BACHELOR,))
        make.person(place, "Nguyễn Văn Chín", post=place.ward_clerk)
        return place


@pytest.fixture
def reader(place) -> Client:
    client = Client()
    client.force_login(cast.account("an", "Nguyễn Văn An", "head", place.district.identity))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


def _left(content: bytes) -> list[str]:
    """The Vietnamese words on the page that are neither data nor law."""
    page = BeautifulSoup(content, "html.parser")
    for part in page.select(", ".join(("script", *LAW))):
        part.decompose()
    said = (" ".join(text.split()) for text in _said(page))
    return sorted({text for text in said if MARKED.search(SENTENCES.sub("", text))})


def _said(page: BeautifulSoup) -> Iterator[str]:
    yield from (str(text) for text in page.find_all(string=True) if not isinstance(text, Comment))
    for name in SAID_ALOUD:
        yield from (str(element[name]) for element in page.select(f"[{name}]"))


def _person() -> int:
    with scope.within(["900000"]):
        return int(Person.objects.order_by("pk")[0].pk)


@pytest.mark.parametrize(
    "name",
    ["people", "gaps", "review", "imports", "import_new", "enrol"],
)
def test_the_lists_of_people_speak_english_but_for_data(reader, name):
    answer = reader.get(reverse(f"personnel:{name}"))

    assert answer.status_code == 200
    assert _left(answer.content) == []


@pytest.mark.parametrize("query", ["?gioi=male&q=bay&khoi=administrative", "?the=chua-dat", "?chuyen-mon=3&loai=khong"])
def test_conditions_in_force_are_said_in_english(reader, query):
    assert _left(reader.get(reverse("personnel:people") + query).content) == []


@pytest.mark.parametrize(
    "name",
    [
        "person",
        "readings",
        "join_party",
        "correct",
        "sections",
        "papers",
        "file_paper",
        "file_picture",
        "record_service",
    ],
)
def test_the_pages_of_one_person_speak_english_but_for_data(reader, name):
    answer = reader.get(reverse(f"personnel:{name}", args=[_person()]))

    assert answer.status_code == 200
    assert _left(answer.content) == []


@pytest.mark.parametrize("by", ["block", "level", "unit", "sex", "age", "party", "ethnicity"])
@pytest.mark.parametrize("name", ["district_university", "ward_standard", "theory_classes"])
def test_figures_and_their_breakdowns_speak_english(reader, name, by):
    assert _left(reader.get(reverse("personnel:figure", args=[name]), {"theo": by}).content) == []


@pytest.mark.parametrize("name", ["unit", "history", "chart", "posts", "found", "rename", "move", "dissolve"])
def test_the_pages_of_one_unit_speak_english_but_for_data(reader, place, name):
    answer = reader.get(reverse(f"organisations:{name}", args=[place.office.pk]))

    assert answer.status_code == 200
    assert _left(answer.content) == []


@pytest.mark.parametrize("name", ["units", "unjoined", "unjoined_names"])
def test_the_lists_of_units_speak_english_but_for_data(reader, name):
    assert _left(reader.get(reverse(f"organisations:{name}")).content) == []


def test_the_page_of_an_import_speaks_english_but_for_data(reader, place):
    file = SimpleUploadedFile("danh-sach.xlsx", workbook(AN, BINH | {"Ngoại ngữ": "không rõ"}))
    reader.post(reverse("personnel:import_new"), {"unit": place.district.pk, "day": "10/04/2016", "file": file})
    ordered = ProcrastinateJob.objects.order_by("-pk")[0]
    page = reverse("personnel:import", args=[ordered.args["batch"]])

    under_way = _left(reader.get(page).content)
    assert ordered.task_name == jobs.check_import.name
    jobs.check_import(**ordered.args)
    checked = _left(reader.get(page).content)

    assert under_way == []
    assert set(checked) <= {"Tệp đã nộp"}  # the names of files to fetch are the template's own


def test_names_and_laws_are_not_translated(reader):
    text = BeautifulSoup(reader.get(reverse("personnel:gaps")).content, "html.parser").get_text()

    assert all(name in text for name in ("Trần Thị Bảy", "Phòng Nội vụ", "11/2014/TT-BNV"))


def test_workbooks_stay_vietnamese(reader):
    assert reader.get(reverse("personnel:people_excel")).status_code == 200
    assert PEOPLE.columns[0].label == "Họ và tên"
    assert organisations.Level.AGENCY.label == "Cơ quan chuyên môn"


def test_the_form_of_every_group_of_the_file_speaks_english(reader):
    left = {}
    for group in GROUPS:
        page = reader.get(reverse("personnel:file_item", args=[_person(), group.name]))
        left[group.name] = _left(page.content)

    assert {name: words for name, words in left.items() if words} == {}
