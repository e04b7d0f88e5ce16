"""Word: read back what was written."""

import io
import re
import unicodedata
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from congvu.kernel.documents.papers import Annex, Bullets, Figure, Heading, Paper, Paragraph, form, word
from congvu.kernel.documents.papers.model import texts
from congvu.kernel.documents.papers.tests import make


def written(paper: Paper) -> Any:
    return Document(io.BytesIO(word.render(paper)))


def flat(words: str) -> str:
    return "".join(words.split())


def lines(root: Any) -> list[str]:
    return ["".join(text.text or "" for text in line.iter(qn("w:t"))) for line in root.iter(qn("w:p"))]


def test_every_word_of_the_paper_is_written():
    found = flat("".join(lines(written(make.REPORT).element.body)))

    assert [words for words in make.words(make.REPORT) if flat(words) not in found] == []


def test_word_and_pdf_say_the_blocks_in_the_same_order():
    found = flat("".join(lines(written(make.REPORT).element.body)))
    headings = [text for block in make.REPORT.blocks if isinstance(block, Heading) for text in texts(block)]

    places = [found.index(flat(str(text))) for text in headings]

    assert places == sorted(places)


def test_vietnamese_marks_stay_whole():
    found = "".join(lines(written(make.report(abstract=unicodedata.normalize("NFD", "Kết quả rà soát"))).element.body))

    assert unicodedata.is_normalized("NFC", found)
    assert "Kết quả rà soát" in found


def test_headings_are_headings_that_word_knows():
    document = written(make.REPORT)

    assert [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")] == [
        "Heading 1",
        "Heading 2",
        "Heading 3",
    ]


def test_the_typeface_is_declared_once_with_its_alternative():
    with zipfile.ZipFile(io.BytesIO(word.render(make.REPORT))) as parts:
        declared = parts.read("word/fontTable.xml").decode()
        used = set(re.findall(r'w:ascii="([^"]*)"', parts.read("word/styles.xml").decode()))

    assert '<w:altName w:val="Tinos"/>' in declared
    assert used == {"Times New Roman"}


def test_the_page_has_the_size_and_margins_of_the_decree():
    section = written(make.REPORT).sections[0]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == form.A4
    assert {side: round(getattr(section, f"{side}_margin").mm) for side in ("top", "bottom", "left", "right")} == {
        side: form.on(make.REPORT.day).mm(side) for side in ("top", "bottom", "left", "right")
    }


def test_the_number_of_the_page_stands_in_the_top_margin_except_on_the_first():
    section = written(make.REPORT).sections[0]

    assert section.different_first_page_header_footer
    assert [field.get(qn("w:instr")) for field in section.header._element.iter(qn("w:fldSimple"))] == ["PAGE"]
    assert list(section.first_page_header._element.iter(qn("w:fldSimple"))) == []


def test_each_annex_counts_its_own_pages_and_lies_across_when_asked():
    sections = written(make.REPORT).sections
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in sections]

    assert [section.orientation for section in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert [None if start is None else start.get(qn("w:start")) for start in starts] == [None, "1", "1"]


def test_every_head_row_is_repeated_on_the_next_page():
    report, heads = written(make.REPORT).element.body, []

    for row in report.iter(qn("w:tr")):
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
            heads.append(lines(row))

    assert heads[:2] == [["STT", "Đơn vị", "Tổng số", "Trong đó"], ["", "", "", "Nam", "Nữ"]]
    assert heads[2] == ["STT", "Họ và tên", "Còn thiếu"]


def test_every_bound_figure_can_be_read_back():
    found = word.figures(word.render(make.REPORT))

    assert [(figure.name, figure.text) for figure in found] == [(f.name, f.text) for f in make.REPORT.figures()]
    assert found[1].label == "Chưa đạt chuẩn"


def test_a_figure_that_someone_changed_in_word_is_noticed():
    document = written(make.report(blocks=(Paragraph((Figure("staff.all", "240"), " người")),), annexes=()))
    control = next(document.element.body.iter(qn("w:sdt")))
    next(control.iter(qn("w:t"))).text = "241"
    changed = io.BytesIO()
    document.save(changed)

    assert word.figures(changed.getvalue()) == (Figure("staff.all", "241"),)


def test_the_same_paper_gives_the_same_bytes():
    assert word.render(make.REPORT) == word.render(make.report())


def test_the_file_says_what_it_is_and_nothing_of_the_machine():
    properties = written(make.REPORT).core_properties

    assert properties.title == "Báo cáo Kết quả rà soát trình độ của cán bộ, công chức, viên chức"
    assert (properties.author, properties.last_modified_by) == ("Phòng Nội vụ", "Phòng Nội vụ")
    assert str(properties.created)[:10] == "2016-02-05"


@pytest.mark.parametrize("hostile", ["<w:p/>", "&amp; ]]>", "{{ 7 * 7 }}", "=cmd|'/c calc'!A0", "{% now %}"])
def test_a_name_that_looks_like_markup_is_written_as_it_is(hostile):
    paper = make.report(blocks=(Bullets((hostile,)),), annexes=(Annex(hostile, ()),))

    found = lines(written(paper).element.body)

    assert f"- {hostile}" in found
    assert hostile.upper() in found


def test_a_draft_says_so_on_the_paper_and_behind_every_page():
    drafted = written(make.report(draft=True))
    section = drafted.sections[0]

    assert "DỰ THẢO" in lines(drafted.element.body)
    assert all('string="DỰ THẢO"' in page._element.xml for page in (section.header, section.first_page_header))


def test_a_final_paper_says_nowhere_that_it_is_a_draft():
    with zipfile.ZipFile(io.BytesIO(word.render(make.REPORT))) as parts:
        assert not any("DỰ THẢO" in parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))


def test_an_official_letter_has_its_abstract_under_the_number():
    letter = make.report(kind="", abstract="cử người đi học", addressees=("Phòng Nội vụ", "Phòng Tài chính"))

    found = lines(written(letter).element.body)

    assert found.index("V/v cử người đi học") == found.index("Số: 07/BC-PNV") + 1
    assert "- Phòng Tài chính." in found
