from datetime import date

import pytest

from congvu.law import NoLawInForce, Standing
from congvu.law.page import Measure, page
from congvu.law.texts import PAPERWORK_2020


def test_the_page_of_the_decree_of_2020_holds_from_its_first_day():
    found = page(date(2020, 3, 5))

    assert (found.top.least, found.top.most) == (20, 25)
    assert (found.left.least, found.left.most) == (30, 35)
    assert (found.right.least, found.right.most) == (15, 20)
    assert (found.page_number.least, found.page_number.most) == (13, 14)
    assert found.top.cites.standing is Standing.ARTICLE_NOT_FOUND
    assert found.recipients_list.cites.standing is Standing.FROM_MEMORY


def test_before_the_decree_no_page_is_known():
    with pytest.raises(NoLawInForce):
        page(date(2020, 3, 4))


def test_what_is_printed_lies_within_what_is_allowed():
    assert len(page(date(2026, 1, 1)).measures) == 21
    with pytest.raises(ValueError, match="19 mm"):
        Measure(20, 25, 19, "mm", PAPERWORK_2020.as_a_whole())
