"""PDF: read back what was printed."""

import io
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from congvu.kernel.documents.papers import Annex, Heading, Paper, Paragraph, Section, Table, form, pdf
from congvu.kernel.documents.papers.tests import make

HOSTILE = (
    "#panic()",
    "*x*",
    "$1$",
    '"); #read("/etc/passwd")',
    "@x <y> [z] _u_ `v` \\n // w",
    "= Tiêu đề",
    "#let a = 1",
)


def printed(paper: Paper) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.render(paper)))


def flat(words: str) -> str:
    return "".join(words.split())


def text(reader: PdfReader) -> str:
    return flat("".join(page.extract_text() for page in reader.pages))


def typefaces(reader: PdfReader) -> set[str]:
    pages: list[Any] = list(reader.pages)
    fonts = [font for page in pages for font in page["/Resources"]["/Font"].values()]
    return {str(font["/BaseFont"]).split("+")[-1].split("-")[0] for font in fonts}


def test_every_word_of_the_paper_is_printed():
    found = text(printed(make.REPORT))

    assert [words for words in make.words(make.REPORT) if flat(words) not in found] == []


def test_vietnamese_marks_stay_whole():
    found = "".join(page.extract_text() for page in printed(make.REPORT).pages)

    assert unicodedata.is_normalized("NFC", found)
    assert "Nguyễn Thị Thùy Dương" in found


def test_only_tinos_is_in_the_file():
    assert typefaces(printed(make.report(draft=True))) == {"Tinos"}


def test_a_folder_without_the_typeface_is_refused(tmp_path: Path):
    with pytest.raises(pdf.FontsMissing, match="make setup"):
        pdf.render(make.REPORT, fonts=tmp_path)


def test_the_same_paper_gives_the_same_bytes():
    assert pdf.render(make.REPORT) == pdf.render(make.report())


def test_the_file_says_what_it_is():
    reader = printed(make.REPORT)

    assert reader.metadata is not None
    assert reader.metadata.title == "Báo cáo Kết quả rà soát trình độ của cán bộ, công chức, viên chức"
    assert str(reader.metadata.creation_date) == "2016-02-05 00:00:00+00:00"
    assert str(reader.root_object["/Lang"]).startswith("vi")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_name_that_looks_like_source_is_printed_as_it_is(hostile):
    cells = Table(columns=make.LIST.columns, rows=(("1", hostile, hostile),), caption=hostile)
    paper = make.report(abstract=hostile, blocks=(Heading(1, hostile), Paragraph(hostile), cells), annexes=())

    assert text(printed(paper)).count(flat(hostile)) == 6


def test_the_first_page_and_each_annex_start_without_a_number():
    pages = [page.extract_text().split()[0] for page in printed(make.REPORT).pages]

    assert pages == ["ỦY", "2", "Phụ", "Phụ"]


def test_annexes_lie_across_only_when_asked():
    across = [page.mediabox.width > page.mediabox.height for page in printed(make.REPORT).pages]

    assert across == [False, False, True, False]


def test_a_long_table_repeats_its_head_on_every_page():
    reader = printed(make.report(blocks=(), annexes=(Annex("Danh sách", (make.long_list(60),)),)))

    assert [page.extract_text().count("Họ và tên") for page in reader.pages[1:]] == [1, 1, 1]


def test_a_draft_says_so_on_every_page_and_a_final_paper_nowhere():
    drafted = printed(make.report(draft=True))

    assert all("DỰ THẢO" in page.extract_text() for page in drafted.pages)
    assert "DỰTHẢO" not in text(printed(make.REPORT))


def test_an_official_letter_with_several_addressees_is_printed_whole():
    letter = make.report(kind="", abstract="cử người đi học", addressees=("Phòng Nội vụ", "Phòng Tài chính"))

    assert "V/vcửngườiđihọc" in text(printed(letter))
    assert "Kínhgửi:-PhòngNộivụ;-PhòngTàichính." in text(printed(letter))


def test_the_text_starts_at_the_left_margin_of_an_a4_page():
    page = printed(make.REPORT).pages[1]
    found: list[float] = []
    page.extract_text(visitor_text=lambda words, outer, inner, *_: found.append(outer[4] if words.strip() else 999))

    millimetre = 72 / 25.4
    assert (round(page.mediabox.width / millimetre), round(page.mediabox.height / millimetre)) == (210, 297)
    assert min(found) / millimetre == pytest.approx(form.on(make.REPORT.day).mm("left"), abs=0.5)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((), id="no row at all"),
        pytest.param((Section("I. Khối hành chính"),), id="a group without rows"),
        pytest.param((Section("I. Khối hành chính"), Section("II. Khối Đảng")), id="two groups without rows"),
    ],
)
def test_a_table_without_rows_still_prints(rows):
    bare = Table(columns=make.LIST.columns, rows=rows)

    assert "Họvàtên" in text(printed(make.report(blocks=(bare,), annexes=())))
