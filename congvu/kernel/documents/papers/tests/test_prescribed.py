"""A form that an authority prescribes: read back from all four renderings."""

import io
from dataclasses import replace

import openpyxl
import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from congvu.kernel.documents.papers import (
    Blank,
    Blanks,
    Dots,
    Numbered,
    Paper,
    Prescribed,
    Signing,
    pdf,
    preview,
    sheet,
    word,
)
from congvu.kernel.documents.papers.tests import make

HOSTILE = '#panic() *x* $1$ <b> =1+1 "'
FORM = Prescribed(
    mark="Mẫu 2C",
    keeper=(Blank("Cơ quan quản lý", "Quận Mẫu"),),
    reference=(Blank("Số hiệu", "BT-00123"),),
    beside=(Blanks("1", (Blank("Họ và tên", HOSTILE),)), Blanks("2", (Blank("Tên gọi khác"),))),
    signings=(
        Signing(("Người khai", "Tôi xin cam đoan", "(Ký tên)"), name="Lê Văn Tám"),
        Signing(("Thủ trưởng", "(Ký tên, đóng dấu)"), above="…, ngày … tháng …"),
    ),
    picture_words="Ảnh",
    foot=("In từ hồ sơ điện tử.",),
)
PAPER = replace(
    make.REPORT,
    kind="SƠ YẾU LÝ LỊCH",
    prescribed=FORM,
    annexes=(),
    blocks=(
        Blanks("3", (Blank("Ngày sinh", "20/05/1985"), Blank("Giới tính", "Nam"))),
        Numbered("27", "Đào tạo, bồi dưỡng"),
        make.long_list(60),
        Numbered("33", "Nhận xét"),
        Dots(3),
    ),
)
SAID = (
    "Mẫu 2C",
    "Cơ quan quản lý: Quận Mẫu",
    "Số hiệu: BT-00123",
    "SƠ YẾU LÝ LỊCH",
    f"1) Họ và tên: {HOSTILE}",
    "3) Ngày sinh: 20/05/1985; Giới tính: Nam",
    "27) Đào tạo, bồi dưỡng",
    "Tôi xin cam đoan",
    "Lê Văn Tám",
)


def flat(words: str) -> str:
    return "".join(words.split())


def of_pdf(paper: Paper) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(paper))).pages)


def of_word(paper: Paper) -> str:
    body = Document(io.BytesIO(word.render(paper))).element.body
    return "".join(text.text or "" for text in body.iter(qn("w:t")))


def of_sheet(paper: Paper) -> str:
    rows = openpyxl.load_workbook(io.BytesIO(sheet.render(paper))).worksheets[0].iter_rows(values_only=True)
    return "".join(str(cell) for row in rows for cell in row if cell is not None)


def of_preview(paper: Paper) -> str:
    return BeautifulSoup(preview.render(paper), "html.parser").get_text("")


@pytest.mark.parametrize("said", [of_pdf, of_word, of_sheet, of_preview])
def test_every_word_of_a_form_is_in_it_and_nothing_of_a_letterhead(said):
    found = flat(said(PAPER))

    assert [words for words in SAID if flat(words) not in found] == []
    assert flat("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") not in found
    assert flat("Nơi nhận") not in found


def test_every_page_of_a_form_says_whose_it_is_and_repeats_the_head_of_its_table():
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(PAPER))).pages]
    section = Document(io.BytesIO(word.render(PAPER))).sections[0]

    assert len(pages) > 2
    assert all("In từ hồ sơ điện tử." in page for page in pages)
    assert all("Họ và tên" in page for page in pages[:-1])
    assert [footer.paragraphs[0].text for footer in (section.footer, section.first_page_footer)] == list(FORM.foot) * 2


def test_what_nobody_has_told_keeps_dots_to_the_end_of_the_line():
    written = Document(io.BytesIO(word.render(PAPER))).element.body
    leaders = [stop.get(qn("w:leader")) for stop in written.iter(qn("w:tab")) if stop.get(qn("w:leader"))]

    assert "Tên gọi khác: ......................" in of_pdf(PAPER)
    assert leaders == ["dot"] * 4  # the name not told, and three lines for a hand
