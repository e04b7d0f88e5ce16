"""The place where these tests play: a province, looked at within its scope."""

from collections.abc import Iterator

import pytest

from congvu.contexts.organisations import api
from congvu.contexts.organisations.tests import make
from congvu.kernel import scope


@pytest.fixture
def can_tho(db: None) -> Iterator[api.Unit]:
    """Thành phố Cần Thơ; the test runs within its scope."""
    top = make.province()
    with scope.within([str(top.pk)]):
        yield top
