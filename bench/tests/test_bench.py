"""Every scenario runs, whatever it takes: speed is measured by `make bench`, never asserted here."""

from collections.abc import Mapping
from contextlib import nullcontext
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory

from bench import bare, filling, page
from bench.measuring import SCENARIOS, measured
from bench.scenario import Answer, Stage
from congvu.kernel import scope
from congvu.kernel.access.models import RoleGrant, User
from congvu.kernel.scope.models import UnitIdentity
from congvu.kernel.temporal.models import span


class _Pages:
    """Trang thật, without a server between."""

    def __init__(self, user: User) -> None:
        self.client = Client()
        self.client.force_login(user)

    def get(self, path: str) -> Answer:
        answer = self.client.get(path)
        return Answer(answer.status_code, answer.content)

    def post(self, path: str, sent: Mapping[str, str]) -> Answer:
        answer = self.client.post(path, sent)
        return Answer(answer.status_code, answer.content)


class _Bare:
    def get(self, path: str) -> Answer:
        answer = bare.ok(RequestFactory().get(path))
        return Answer(answer.status_code, answer.content)

    def post(self, path: str, sent: Mapping[str, str]) -> Answer:
        raise AssertionError("the bare page takes nothing")


def _stage(folder: Path) -> Stage:
    cursor: Any = connection.connection.cursor()
    filling.fill(cursor, people=50)
    user = User.objects.create_user("do", "x", full_name="Chuyên viên đo")
    top = UnitIdentity.objects.get(path=filling.TOP)
    RoleGrant.objects.create(user=user, role="head", unit=top, valid=span(date(2000, 1, 1)))
    return Stage(50, _Pages(user), _Bare(), cursor, nullcontext, folder, date(2026, 11, 25), count(1))


@pytest.mark.django_db
def test_every_scenario_runs_and_gives_a_number_for_us_and_for_each_limit(tmp_path):
    with scope.within([filling.TOP]):
        stage = _stage(tmp_path)
        results = [measured(scenario, [stage], repeats=1) for scenario in SCENARIOS]

    for scenario, result in zip(SCENARIOS, results, strict=True):
        (at,) = result["sizes"]
        assert (result["name"], at["people"], at["ours"]["times"]) == (scenario.name, 50, 1)
        assert at["limits"].keys() == at["ratios"].keys() == {limit.name for limit in scenario.beside}
        assert at["ours"]["min"] <= at["ours"]["p50"] <= at["ours"]["max"]
    assert "Gấp mấy lần giới hạn trần" in page.drawn({"measured_at": "", "sizes": [50], "scenarios": results})
