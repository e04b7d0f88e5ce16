"""Nguồn cán bộ: how many of a province, of a commune; over six years."""

from datetime import date
from typing import Any

from bench.filling import TOP
from bench.lists import commune
from bench.scenario import Deed, Limit, Scenario, Stage

_ASKED = {"gioi": ["female"], "tuoi-duoi": ["40"], "chuyen-mon-tu": ["4"], "ly-luan-tu": ["2"]}
_COUNT = """
SELECT count(*) FROM personnel_assignment a
JOIN personnel_person p ON p.identity_id = a.person_id
JOIN organisations_post t ON t.id = a.post_id
JOIN scope_unitidentity u ON u.id = t.unit_id AND u.path <@ %s::ltree
WHERE a.kind = 'principal' AND coalesce(a.valid @> %s::date, false)
  AND p.sex = 'female' AND p.born_on > %s::date - interval '40 years'
  AND EXISTS (SELECT 1 FROM personnel_study s WHERE s.person_id = a.person_id AND s.subject = 'professional'
              AND s.level >= 4 AND s.awarded_on <= %s::date AND s.withdrawn_on IS NULL)
  AND EXISTS (SELECT 1 FROM personnel_study s WHERE s.person_id = a.person_id AND s.subject = 'political_theory'
              AND s.level >= 2 AND s.awarded_on <= %s::date AND s.withdrawn_on IS NULL)
"""


def _question(stage: Stage, path: str) -> Any:
    from congvu.contexts.organisations import api as organisations
    from congvu.contexts.personnel.queries import cohorts

    unit = organisations.Unit.objects.select_related("identity").get(identity__path=path)
    return cohorts.Question(unit, cohorts.chosen(_ASKED), stage.day)


def _counting(stage: Stage, path: str) -> Deed:
    """In this process, by the query that the page asks."""
    from congvu.contexts.personnel.queries import cohorts
    from congvu.kernel import scope

    def deed() -> list[int | None]:
        with stage.inside(), scope.within([TOP], reading=True):
            return cohorts.counted([_question(stage, path)])

    return deed


def _over_years(stage: Stage) -> Deed:
    from congvu.contexts.personnel.queries import cohorts
    from congvu.kernel import scope

    def deed() -> list[tuple[date, int | None]]:
        with stage.inside(), scope.within([TOP], reading=True):
            return cohorts.over_years(_question(stage, TOP))

    return deed


def _sql(stage: Stage, path: str, *, times: int = 1) -> Deed:
    return lambda: [stage.rows(_COUNT, path, *[stage.day] * 4) for _time in range(times)]


SCENARIOS = (
    Scenario(
        "cohort",
        "Đếm một nhóm của cả tỉnh",
        lambda stage: _counting(stage, TOP),
        (Limit("sql", "Câu SQL tương ứng qua psycopg", lambda stage: _sql(stage, TOP), 20),),
        repeats=5,
        note="Nữ, dưới 40 tuổi, đại học, lý luận trung cấp trở lên.",
    ),
    Scenario(
        "cohort_years",
        "Cùng nhóm ấy qua sáu năm",
        _over_years,
        (Limit("sql", "Câu SQL ấy sáu lần", lambda stage: _sql(stage, TOP, times=6), 20),),
        repeats=3,
    ),
    Scenario(
        "cohort_commune",
        "Đếm một nhóm của một xã",
        lambda stage: _counting(stage, commune(stage)[1]),
        (Limit("sql", "Câu SQL tương ứng qua psycopg", lambda stage: _sql(stage, commune(stage)[1]), 20),),
        1.3,
        repeats=20,
        note="Trong tiến trình; gồm cả việc mở lại kết nối ở mỗi lần đo.",
    ),
)
