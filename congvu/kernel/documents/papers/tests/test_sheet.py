"""Excel: read back what was written."""

import io
import unicodedata
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from congvu.kernel.documents.papers import Annex, Column, Figure, Paper, Paragraph, Table, sheet
from congvu.kernel.documents.papers.tests import make

FORMULAS = ("=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "http://x", "007")


def written(paper: Paper) -> Any:
    return load_workbook(io.BytesIO(sheet.render(paper)))


def cells(page: Any) -> list[Any]:
    return [cell for row in page.iter_rows() for cell in row if cell.value is not None]


def flat(words: str) -> str:
    return "".join(words.split())


def named(rows: tuple[tuple[Any, ...], ...], *columns: Column) -> Paper:
    return make.report(blocks=(Table(columns, rows),), annexes=())


def test_every_word_of_the_paper_is_written():
    found = {flat(str(cell.value)) for page in written(make.REPORT) for cell in cells(page)}
    numbers = {flat(figure.text) for figure in make.REPORT.figures() if figure.value is not None}

    missing = {flat(words) for words in make.words(make.REPORT)} - numbers

    assert [words for words in missing if not any(words in cell for cell in found)] == []


def test_each_annex_has_a_sheet_of_its_own():
    assert written(make.REPORT).sheetnames == ["Báo cáo", "Phụ lục I", "Phụ lục II"]


def test_a_figure_with_a_value_is_a_number_shown_as_on_paper():
    rows = (
        (
            Figure("all", "2.345", value=2345),
            Figure("share", "69,2 %", value=Decimal("69.23")),
            Figure("pay", "2.530.000 đồng", value=2530000),
            Figure("nearly", "gần 88 %", value=Decimal("87.6")),
            "12",
        ),
    )
    page = written(named(rows, *(Column(name) for name in "ABCDE")))["Báo cáo"]

    found = [(cell.value, cell.number_format) for cell in cells(page) if cell.border.left.style and not cell.font.bold]

    assert found == [
        (2345, "#,##0"),
        (69.23, '#,##0.0" %"'),
        (2530000, '#,##0" đồng"'),
        ("gần 88 %", "General"),
        ("12", "General"),
    ]


@pytest.mark.parametrize("hostile", FORMULAS)
def test_a_name_that_looks_like_a_formula_stays_words(hostile):
    paper = replace(named(((hostile,),), Column(hostile)), annexes=(Annex(hostile, (Paragraph(hostile),)),))

    found = [
        cell for page in written(paper) for cell in cells(page) if cell.value in {hostile, hostile.replace("\t", " ")}
    ]

    assert len(found) >= 3
    assert {cell.data_type for cell in found} == {"s"}
    assert all(cell.hyperlink is None for cell in found)
    assert all(cell.quotePrefix for cell in found if hostile[0] in "=+-@")


def test_vietnamese_marks_stay_whole():
    spread = unicodedata.normalize("NFD", "Nguyễn Thị Thùy Dương")

    assert "Nguyễn Thị Thùy Dương" in {
        cell.value for cell in cells(written(named(((spread,),), Column("Tên")))["Báo cáo"])
    }


def test_the_head_of_a_list_stays_in_sight_and_on_every_page():
    annex = written(make.REPORT)["Phụ lục I"]
    head = next(cell.row for cell in cells(annex) if cell.value == "Họ và tên")

    assert annex.freeze_panes == f"A{head + 1}"
    assert annex.print_title_rows == f"${head}:${head}"
    assert annex.page_setup.orientation == "landscape"


def test_groups_of_columns_stand_above_them():
    page = written(make.REPORT)["Báo cáo"]
    group = next(cell for cell in cells(page) if cell.value == "Trong đó")

    assert [page.cell(group.row + 1, group.column + place).value for place in (0, 1)] == ["Nam", "Nữ"]
    assert f"C{group.row}:C{group.row + 1}" in {str(merged) for merged in page.merged_cells.ranges}


def test_the_same_paper_gives_the_same_bytes():
    assert sheet.render(make.REPORT) == sheet.render(make.report())


def test_a_draft_says_so():
    assert "DỰ THẢO" in {cell.value for cell in cells(written(make.report(draft=True))["Báo cáo"])}
    assert "DỰ THẢO" not in {cell.value for cell in cells(written(make.REPORT)["Báo cáo"])}


def test_an_official_letter_has_a_sheet_too():
    assert written(make.report(kind="", blocks=(), annexes=())).sheetnames == ["Công văn"]
