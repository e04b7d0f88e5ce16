from dataclasses import dataclass
from datetime import date

import pytest

from congvu.law import LegalText, NoLawInForce, Standing, rule, sources

LAW = LegalText("02/2011/QH13", "Luật Khiếu nại")
REMEMBERED = LegalText("1/2000/NĐ-CP", "Nghị định ghi nhớ", standing=Standing.FROM_MEMORY)


@dataclass(frozen=True)
class Wait:
    days: int


@rule(cites=LAW.article(9), since=date(2012, 7, 1))
def in_time(wait: Wait) -> tuple[bool, str]:
    """Thời hiệu thử nghiệm."""
    return wait.days <= 90, f"Chờ {wait.days} ngày; thời hiệu là 90 ngày."


@in_time.amended(cites=LAW.article("9a", 1), since=date(2020, 1, 1), until=date(2025, 7, 1))
def _in_time_since_2020(wait: Wait) -> tuple[bool, str]:
    return wait.days <= 30, f"Chờ {wait.days} ngày; thời hiệu là 30 ngày."


@pytest.mark.parametrize(
    ("on", "allowed"),
    [
        pytest.param(date(2012, 7, 1), True, id="first day of the first version"),
        pytest.param(date(2019, 12, 31), True, id="last day of the first version"),
        pytest.param(date(2020, 1, 1), False, id="first day of the amendment"),
        pytest.param(date(2025, 6, 30), False, id="last day of the amendment"),
    ],
)
def test_the_version_in_force_on_the_day_decides(on, allowed):
    finding = in_time(Wait(60), on=on)

    assert finding.value is allowed


@pytest.mark.parametrize("on", [date(2012, 6, 30), date(2025, 7, 1)])
def test_before_the_first_version_and_after_an_end_without_successor_there_is_no_law(on):
    with pytest.raises(NoLawInForce, match="Thời hiệu thử nghiệm"):
        in_time(Wait(60), on=on)


def test_a_finding_says_why_and_by_which_article():
    finding = in_time(Wait(60), on=date(2021, 1, 1))

    assert finding.because == "Chờ 60 ngày; thời hiệu là 30 ngày."
    assert str(finding.cites) == "khoản 1 Điều 9a Luật Khiếu nại (02/2011/QH13)"


def test_a_citation_shows_what_was_not_checked():
    assert str(LAW.article(3, 2, "b")) == "điểm b khoản 2 Điều 3 Luật Khiếu nại (02/2011/QH13)"
    assert str(LAW.article(3, standing=Standing.FROM_MEMORY)).endswith("[ghi theo trí nhớ, chưa đối chiếu]")
    assert str(LAW.as_a_whole()) == "Luật Khiếu nại (02/2011/QH13) [chưa tìm được điều khoản]"
    assert REMEMBERED.as_a_whole().caveat == "ghi theo trí nhớ, chưa đối chiếu; chưa tìm được điều khoản"


def test_two_versions_cannot_begin_on_the_same_day():
    with pytest.raises(ValueError, match="2012-07-01"):
        in_time.amended(cites=LAW.article(10), since=date(2012, 7, 1))(lambda wait: (True, "Luôn còn thời hiệu."))


def test_the_page_of_sources_lists_every_text_with_its_places_and_what_they_are_for():
    found = {source.text.number: source for source in sources()}

    places = {str(place.citation): place.used_in for place in found["02/2011/QH13"].citations}
    assert places["Điều 9 Luật Khiếu nại (02/2011/QH13)"] == ("Thời hiệu thử nghiệm",)
    assert found["83/2022/NĐ-CP"].citations == ()
    assert found["135/2020/NĐ-CP"].citations


def test_no_article_is_cited_of_a_text_whose_article_was_not_found():
    places = [place.citation for source in sources() for place in source.citations]

    assert all(place.article is None for place in places if place.standing is Standing.ARTICLE_NOT_FOUND)
