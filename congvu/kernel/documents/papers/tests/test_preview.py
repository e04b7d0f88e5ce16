"""On the screen: the same words, in a page that anybody can read."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils.safestring import SafeString

from congvu.kernel.documents.papers import Annex, Figure, Heading, Paper, Paragraph, Table, preview
from congvu.kernel.documents.papers.tests import make

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&lt;b&gt;",
    "{% now %}",
    "{0} {x!r}",
    "' onclick='x",
)


def shown(paper: Paper, **options: Any) -> BeautifulSoup:
    return BeautifulSoup(preview.render(paper, **options), "html.parser")


def flat(words: str) -> str:
    return "".join(words.split())


def test_every_word_of_the_paper_is_shown():
    found = flat(shown(make.REPORT).get_text())
    bare = [flat(words).lstrip("-") for words in make.words(make.REPORT)]

    assert [words for words in bare if words not in found] == []


def test_the_fragment_is_safe_to_put_into_a_page():
    assert isinstance(preview.render(make.REPORT), SafeString)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_name_that_looks_like_markup_is_shown_as_it_is(hostile):
    cells = Table(columns=make.LIST.columns, rows=(("1", hostile, hostile),), caption=hostile)
    blocks = (Heading(1, hostile), Paragraph(Figure("staff.all", hostile, label=hostile)), cells)
    paper = make.report(abstract=hostile, blocks=blocks, annexes=(Annex(hostile, ()),))

    page = shown(paper, links={"staff.all": "/can-bo/"})

    assert page.get_text().count(hostile) == 6
    assert page.find(["script", "img", "b"]) is None
    assert not [tag for tag in page.find_all() if any(name.startswith("on") for name in tag.attrs)]


def test_a_figure_leads_to_the_rows_behind_it():
    page = shown(make.REPORT, links={"staff.lacking": "/ra-soat/thieu/?nhom=1&x=2"})

    figure = page.find("data", attrs={"data-figure": "staff.lacking"})

    assert figure is not None
    assert (figure["value"], figure["title"], figure.get_text()) == ("32", "Chưa đạt chuẩn", "32")
    assert [link["href"] for link in page.find_all("a")] == ["/ra-soat/thieu/?nhom=1&x=2"]


def test_headings_go_on_where_the_page_stands():
    levels = [tag.name for tag in shown(make.REPORT, heading=3).find_all(["h2", "h3", "h4", "h5", "h6"])]

    assert levels == ["h3", "h4", "h5", "h6", "h3", "h3"]


def test_every_column_says_that_it_heads_the_cells_below():
    table = shown(make.REPORT).table

    assert table is not None
    assert [(cell.get_text(), cell["scope"]) for cell in table.find_all("th")[:4]] == [
        ("STT", "col"),
        ("Đơn vị", "col"),
        ("Tổng số", "col"),
        ("Trong đó", "colgroup"),
    ]
    assert table.tfoot is not None
    assert [cell.get_text() for cell in table.tfoot.find_all("td")] == ["", "Cộng", "1.243", "604", "639"]


def test_no_style_is_written_into_the_page():
    assert not [tag for tag in shown(make.report(draft=True)).find_all() if tag.has_attr("style")]


def test_a_draft_says_so():
    assert shown(make.report(draft=True)).article["data-draft"] == "DỰ THẢO"  # type: ignore[index]
    assert "DỰ THẢO" not in preview.render(make.REPORT)


def test_an_official_letter_has_no_title():
    letter = shown(make.report(kind="", abstract="cử người đi học", annexes=()))

    assert letter.find(class_="paper-title") is None
    assert "V/v cử người đi học" in letter.get_text()
