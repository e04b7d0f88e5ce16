import pytest

from congvu.contexts.personnel.rules import Requirement, explained


@pytest.mark.parametrize(
    ("held", "met"),
    [pytest.param(3, False, id="below"), pytest.param(4, True, id="exactly"), pytest.param(5, True, id="above")],
)
def test_a_level_meets_the_standard_when_it_is_the_same_or_higher(held, met):
    assert Requirement("professional", 4, held, True, "", "").met is met


def test_a_gap_says_what_the_post_asks_for_and_what_the_file_says():
    asks = Requirement("professional", 4, 3, True, "TT 11/2014/TT-BNV", "ghi theo trí nhớ, chưa đối chiếu")

    assert explained(asks) == "Trình độ chuyên môn: vị trí yêu cầu đại học trở lên; hồ sơ ghi cao đẳng."
    assert asks.cites == "TT 11/2014/TT-BNV (ghi theo trí nhớ, chưa đối chiếu)"


def test_a_file_that_says_nothing_is_not_called_a_low_level():
    assert explained(Requirement("political_theory", 2, 0, False, "", "")).endswith("hồ sơ chưa ghi.")


def test_somebody_still_studying_is_told_apart():
    assert "đang học" in explained(Requirement("political_theory", 2, 0, True, "", ""))
