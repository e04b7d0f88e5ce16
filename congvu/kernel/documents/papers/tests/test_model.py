"""The paper itself: immutable, clean, and worded as the decree asks."""

import unicodedata
from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from congvu.kernel.documents.papers import Annex, Column, Group, Heading, Paragraph, Table, form, letterhead
from congvu.kernel.documents.papers.tests import make


def test_a_paper_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        make.REPORT.number = "8"  # type: ignore[misc]


def test_words_in_two_forms_of_unicode_make_the_same_paper():
    spread = unicodedata.normalize("NFD", make.REPORT.abstract)

    assert make.report(abstract=spread) == make.REPORT


def test_a_character_that_no_printer_knows_becomes_a_space():
    paper = make.report(blocks=(Heading(1, "I.\x00TÌNH\x1bHÌNH"),))

    assert paper.blocks == (Heading(1, "I. TÌNH HÌNH"),)


def test_every_bound_figure_can_be_traced_in_the_order_of_reading():
    names = [figure.name for figure in make.REPORT.figures()]

    assert names == ["staff.all", "staff.lacking", "lacking.administrative", "staff.home_affairs", "staff.all"]


def test_a_row_with_a_missing_cell_is_refused():
    with pytest.raises(ValueError, match="đúng 2 ô"):
        Table(columns=(Column("STT"), Column("Họ và tên")), rows=(("1",),))


def test_groups_of_columns_cover_the_whole_table():
    with pytest.raises(ValueError, match="phủ đúng 2 cột"):
        Table(columns=(Column("Nam"), Column("Nữ")), rows=(), groups=(Group("Trong đó", 3),))


@pytest.mark.parametrize(
    ("day", "worded"),
    [
        pytest.param(date(2016, 2, 5), "ngày 05 tháng 02 năm 2016", id="a nought before days below ten"),
        pytest.param(date(2016, 3, 15), "ngày 15 tháng 3 năm 2016", id="none before March"),
        pytest.param(date(2016, 12, 31), "ngày 31 tháng 12 năm 2016", id="none before December"),
    ],
)
def test_a_day_is_written_as_the_decree_asks(day, worded):
    assert letterhead.dated(day) == worded


def test_a_number_below_ten_carries_a_nought_and_a_missing_one_leaves_room():
    assert letterhead.numbered(make.REPORT) == "Số: 07/BC-PNV"
    assert letterhead.numbered(make.report(number="")).split() == ["Số:", "/BC-PNV"]


def test_one_addressee_stays_on_the_line_and_several_are_listed():
    assert letterhead.addressees(make.REPORT) == ("Kính gửi: Ủy ban nhân dân quận Bình Thủy",)
    assert letterhead.addressees(make.report(addressees=("A", "B;"))) == ("Kính gửi:", "- A;", "- B.")
    assert letterhead.addressees(make.report(addressees=())) == ()


def test_several_annexes_are_numbered_in_roman_and_a_single_one_is_not():
    annex = make.REPORT.annexes[0]
    ten = make.report(annexes=tuple(Annex(str(n), ()) for n in range(1, 15)))

    assert letterhead.annex_number(make.report(annexes=(annex,)), annex) == "Phụ lục"
    assert [letterhead.annex_number(ten, annex) for annex in ten.annexes][3:10:5] == ["Phụ lục IV", "Phụ lục IX"]
    assert letterhead.annex_number(ten, ten.annexes[13]) == "Phụ lục XIV"


def test_an_official_letter_has_its_abstract_under_the_number():
    letter = make.report(kind="", abstract="cử người đi học", blocks=(Paragraph("Kính mời."),))

    assert (letterhead.kind(letter), letterhead.abstract(letter)) == ("", "V/v cử người đi học")
    assert letterhead.title(letter) == "Công văn cử người đi học"


def test_a_paper_dated_before_the_decree_is_printed_by_it_too():
    assert form.on(date(2016, 11, 1)) == form.on(date(2020, 3, 5)) == form.on(date(2026, 11, 1))


def test_the_measures_are_those_of_the_law():
    measures = form.on(date(2026, 11, 1))

    assert (measures.mm("left"), measures.mm("first_line_indent")) == (30, 12.7)
    assert (measures.pt("body"), measures.pt("annex_title"), measures.lines) == (14, 14, 1.15)
    assert (measures.room(across=False), measures.room(across=True)) == (165, 252)
