from datetime import date

import pytest

from congvu.contexts.organisations import api as organisations
from congvu.contexts.personnel.queries import imports
from congvu.kernel import scope

pytestmark = pytest.mark.demo
DAY = date(2016, 11, 1)


def test_the_staff_of_a_whole_district_goes_out_and_comes_back_unchanged():
    with scope.within(scope.tops()):
        unit = organisations.resolve_unit("binh-thuy", on=DAY)

        found = imports.examine(imports.exported(unit.pk, on=DAY), imports.Ask(unit.pk, DAY))

    counted = imports.counts(found)
    assert found.faults == []
    assert counted == {"rows": counted["rows"], "new": 0, "changed": 0, "unchanged": counted["rows"], "faulty": 0}
    assert counted["rows"] > 500
