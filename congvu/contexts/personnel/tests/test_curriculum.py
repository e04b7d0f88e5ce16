"""Form 2C compared with the file behind it, field by field, in every rendering."""

import io
import re
from datetime import date
from typing import Any

import openpyxl
import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from congvu.contexts.personnel import actions, queries
from congvu.contexts.personnel.actions.entries import CourseSpell
from congvu.contexts.personnel.indicators import UNSEEN, curriculum_paper, rendered_curriculum
from congvu.contexts.personnel.models import FilePaper
from congvu.contexts.personnel.queries.curriculum import Curriculum, curriculum
from congvu.contexts.personnel.tests import make, make_file
from congvu.kernel import scope
from congvu.kernel.access import Grant, Officer, Role
from congvu.kernel.documents.files import store
from congvu.kernel.documents.papers import Blanks, Numbered, Paper, pictures, preview
from congvu.law.personal_file import PICTURE, Kind, said
from congvu.law.sensitivity import Sensitivity

TODAY = date(2016, 4, 10)
HOSTILE = "#panic() *An* $1$ <script> @x"
FORMS = ("pdf", "docx", "xlsx", "html")
# the smallest picture there is: one grey dot
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63680000008200"
    "8177cd72b60000000049454e44ae426082"
)


@pytest.fixture
def at(db):
    with scope.within(scope.everything(["900000"])):
        yield make.place()


def _flat(words: str) -> str:
    return re.sub(r"[\s.…]+", "", words).casefold()


def _pdf(made: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


def _docx(made: bytes) -> str:
    body = Document(io.BytesIO(made)).element.body
    return "".join(text.text or "" for text in body.iter(qn("w:t")))


def _xlsx(made: bytes) -> str:
    rows = openpyxl.load_workbook(io.BytesIO(made)).worksheets[0].iter_rows(values_only=True)
    return "".join(str(cell) for row in rows for cell in row if cell is not None)


def _words(found: Curriculum, form: str) -> str:
    """All that the rendering says."""
    if form == "html":
        return BeautifulSoup(preview.render(curriculum_paper(found)), "html.parser").get_text("")
    read = {"pdf": _pdf, "docx": _docx, "xlsx": _xlsx}
    return read[form](rendered_curriculum(found, form=form))


def _under_numbers(found: Curriculum, form: str) -> dict[str, str]:
    """What stands under each number of the form."""
    words, numbers = _flat(_words(found, form)), _numbers(curriculum_paper(found))
    starts, at = [], 0
    for _, title in numbers:
        at = words.index(_flat(title), at)
        starts.append(at)
    ends = [*starts[1:], len(words)]
    return {place: words[start:end] for (place, _), start, end in zip(numbers, starts, ends, strict=True)}


def _numbers(paper: Paper) -> list[tuple[str, str]]:
    assert paper.prescribed is not None
    lines: list[Any] = [*paper.prescribed.beside, *paper.blocks]
    named = [line for line in lines if isinstance(line, Blanks | Numbered) and line.number]
    return [
        (line.number, line.words if isinstance(line, Numbered) else f"{line.lead}{line.blanks[0].label}")
        for line in named
    ]


def _told(person, to, on=TODAY):
    """Every field of the file that has a number on the form: its class, its number, what it says."""
    return [
        (section.group.sensitivity, field, said(field, item.values.get(field.name)))
        for section in queries.sections(person, to=to, on=on)
        for item in section.told
        for field in section.group.fields
        if field.place and item.values.get(field.name)
    ]


RECORD = {
    "3": ("20/05/1985", "Nữ"),
    "6": ("Kinh",),
    "12": ("Chuyên viên",),
    "14": ("01.003", "Bậc: 2", "2,67", "01/02/2013"),
    "15.2": ("Đại học Luật hành chính",),
    "15.3": ("Trung cấp lý luận chính trị",),
    "16": ("19/05/2011", "20/05/2012"),
    "25": ("092185001234",),
    "27": ("Trường Đại học Cần Thơ", "09/2003 – 06/2007", "vừa làm vừa học", "A 012345 (15/07/2007)"),
    "28": ("01/2010 – nay", "Phòng Nội vụ"),
    "32": ("02/2010", "02/2013", "01.003/1", "01.003/2", "2,34", "2,67"),
}


@pytest.mark.parametrize("form", FORMS)
def test_everything_in_the_file_stands_under_its_number_even_what_looks_like_source(at, form):
    person = make_file.whole(at, HOSTILE)
    told = [(field.place, words) for _, field, words in _told(person, at.by)]
    told += [(place, words) for place, each in RECORD.items() for words in each]

    found = curriculum(person, to=at.by, on=TODAY)
    under = _under_numbers(found, form)

    assert len(told) > 90
    assert [(place, words) for place, words in told if _flat(words) not in under[place]] == []
    assert _flat(HOSTILE) in _flat(_words(found, form))


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_a_reader_gets_none_of_what_he_may_not_see(at, form):
    person = make_file.whole(at)
    hidden = [words for kind, field, words in _told(person, at.by) if _guarded(kind, field)]
    role = Role("reader", "Người xem", frozenset({"personnel.view_person"}))
    reader = Officer(None, "Bình", (Grant(role, at.district.pk, at.path),))

    with scope.within(reader.sight):
        words = _flat(_words(curriculum(person, to=reader, on=TODAY), form))

    assert len(hidden) > 20
    assert [each for each in hidden if _flat(each) in words] == []
    assert "092185001234" not in words
    assert words.count(_flat(UNSEEN)) >= 12


def _guarded(kind, field) -> bool:
    return kind is not Sensitivity.OPEN and field.kind is Kind.TEXT


def test_the_paper_of_yesterday_lacks_what_begins_today(at):
    person = make_file.whole(at)
    told = {"decided_on": TODAY.isoformat(), "form": "order", "reason": "Mới được tặng"}
    actions.file_item(person, actions.ItemEntry("commendation", told), by=at.by, on=TODAY)
    study = actions.StudySpell("informatics", 1, school="Trung tâm Mới", awarded_on=TODAY)
    actions.record_study(person, study, by=at.by, on=TODAY)

    course = CourseSpell("Tập huấn mới mở", started_on=TODAY, ended_on=TODAY, organiser="Sở Nội vụ")
    actions.record_attendances([person], course, by=at.by, on=TODAY)

    before, after = (_words(curriculum(person, to=at.by, on=day), "html") for day in (date(2016, 4, 9), TODAY))

    begun = ("Mới được tặng", "Trung tâm Mới", "Tập huấn mới mở")
    assert [[each in words for each in begun] for words in (before, after)] == [[False] * 3, [True] * 3]


def test_what_a_person_has_none_of_is_answered_and_what_nobody_knows_keeps_its_dots(at):
    person = make.person(at, "Lê Văn Tám")
    for name in ("military", "discipline", "history"):
        actions.file_item(person, actions.ItemEntry(name, none=True), by=at.by, on=TODAY)
    person = queries.locked(person)

    words = _words(curriculum(person, to=at.by, on=TODAY), "html")

    assert "18) Ngày nhập ngũ, ngày xuất ngũ, quân hàm cao nhất: Không" in words
    assert "22) Kỷ luật: Không" in words
    assert "29) Đặc điểm lịch sử bản thân: Không" in words
    assert "20) Sở trường công tác: ……" in words


def test_the_photograph_of_the_day_is_on_the_paper(at):
    person = make_file.whole(at)
    stored = store(DOT, name="anh.png", media_type="image/png")
    FilePaper.objects.create(
        person=person, kind=PICTURE, title="Ảnh", sensitivity="private", file=stored, filed_on=TODAY
    )

    pictured, bare = (curriculum(person, to=at.by, on=day) for day in (TODAY, date(2016, 4, 9)))

    for found, drawn in ((pictured, 1), (bare, 0)):
        printed = PdfReader(io.BytesIO(rendered_curriculum(found, form="pdf"))).pages[0]
        written = Document(io.BytesIO(rendered_curriculum(found, form="docx")))
        assert (len(printed.images), len(list(written.element.body.iter(qn("w:drawing"))))) == (drawn, drawn)
        assert ("data:image/png" in preview.render(curriculum_paper(found))) == bool(drawn)
    assert "Ảnh màu" in _words(bare, "pdf")
    assert len(rendered_curriculum(pictured, form="xlsx")) > len(rendered_curriculum(bare, form="xlsx"))


def test_a_broken_photograph_leaves_its_frame_empty():
    assert pictures.picture(DOT, shows="Ảnh") is not None
    assert pictures.picture(DOT[:50], shows="Ảnh") is None
    assert pictures.picture(b"\xff\xd8\xff broken", shows="Ảnh") is None
    assert pictures.picture(b"<svg/>", shows="Ảnh") is None


def test_a_paper_costs_the_same_queries_for_a_whole_file_and_for_a_bare_one(at, django_assert_num_queries):
    whole, bare = make_file.whole(at), queries.locked(make.person(at, "Lê Văn Tám"))

    for person in (whole, bare):
        with django_assert_num_queries(11):
            curriculum_paper(curriculum(person, to=at.by, on=TODAY))
