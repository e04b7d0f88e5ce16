"""Danh sách: registers of people on their first pages, deep inside, filtered, narrowed; the list of gaps."""

import re
from html import unescape

from bench.scenario import Deed, Limit, Scenario, Stage, asking, opening, the_bare_page

_ROWS = """
SELECT p.identity_id, p.full_name, p.born_on, t.title, r.name, s.kind,
  (SELECT max(level) FROM personnel_study l WHERE l.person_id = p.identity_id AND l.subject = 'professional'
     AND l.awarded_on <= current_date AND l.withdrawn_on IS NULL),
  (SELECT max(level) FROM personnel_study l WHERE l.person_id = p.identity_id AND l.subject = 'political_theory'
     AND l.awarded_on <= current_date AND l.withdrawn_on IS NULL),
  EXISTS (SELECT 1 FROM personnel_partymembership m WHERE m.person_id = p.identity_id
          AND coalesce(m.valid @> current_date, false))
FROM (SELECT * FROM personnel_person WHERE {which} ORDER BY sort_key, identity_id LIMIT 51) p
JOIN personnel_assignment a ON a.person_id = p.identity_id AND a.kind = 'principal'
  AND coalesce(a.valid @> current_date, false)
JOIN organisations_post t ON t.id = a.post_id
JOIN organisations_unitrecord r ON r.unit_id = t.unit_id AND coalesce(r.valid @> current_date, false)
LEFT JOIN personnel_service s ON s.person_id = p.identity_id AND coalesce(s.valid @> current_date, false)
"""
_OF_UNIT = """identity_id IN (
  SELECT a.person_id FROM personnel_assignment a JOIN organisations_post t ON t.id = a.post_id
  JOIN scope_unitidentity u ON u.id = t.unit_id WHERE u.path <@ %s::ltree AND a.kind = 'principal')"""
_MEMBERS = """EXISTS (SELECT 1 FROM personnel_partymembership m
  WHERE m.person_id = personnel_person.identity_id AND coalesce(m.valid @> current_date, false))"""
_DOCTORS = """identity_id IN (SELECT person_id FROM personnel_study WHERE subject = 'professional' AND level = 6)"""
_GAPS = """
SELECT p.full_name, a.person_id, s.subject FROM personnel_person p
JOIN personnel_assignment a ON a.person_id = p.identity_id AND a.kind = 'principal'
JOIN organisations_poststandard s ON s.post_id = a.post_id
WHERE coalesce((SELECT max(level) FROM personnel_study l WHERE l.person_id = p.identity_id AND l.subject = s.subject
  AND l.withdrawn_on IS NULL), 0) < s.minimum_level
ORDER BY p.sort_key, p.identity_id, s.subject LIMIT 51
"""
_GROWTH = 1.3


def commune(stage: Stage) -> tuple[int, str]:
    """The second commune: its key and its path."""
    found: tuple[int, str] = stage.once("commune", lambda: _commune(stage))
    return found


def _commune(stage: Stage) -> tuple[int, str]:
    return stage.rows("SELECT id, path::text FROM scope_unitidentity WHERE path = 'do.x2'::ltree")[0]  # type: ignore[no-any-return]


def _deep(stage: Stage) -> Deed:
    """Ten pages on: what the address of a page looks like is for the page to say."""
    address = "/can-bo/"
    for _step in range(10):
        found = re.search(r'rel="next" href="([^"]+)"', stage.page(address).body.decode())
        if found is None:
            break
        address = unescape(found[1])
    return lambda: stage.page(address)


def _in_commune(stage: Stage) -> Deed:
    address = f"/can-bo/?don-vi={commune(stage)[0]}"
    return lambda: stage.page(address)


def _rows_of_commune(stage: Stage) -> Deed:
    path = commune(stage)[1]
    return lambda: stage.rows(_ROWS.format(which=_OF_UNIT), path)


SCENARIOS = (
    Scenario(
        "people",
        "Danh sách cán bộ, trang đầu",
        opening("/can-bo/"),
        (the_bare_page(20), asking(_ROWS.format(which="true"))),
        _GROWTH,
    ),
    Scenario(
        "people_deep",
        "Danh sách cán bộ, trang thứ mười một",
        _deep,
        (the_bare_page(20), asking(_ROWS.format(which="sort_key > 'I'"))),
        _GROWTH,
    ),
    Scenario(
        "people_filtered",
        "Danh sách cán bộ, chỉ đảng viên",
        opening("/can-bo/?dang=co"),
        (the_bare_page(20), asking(_ROWS.format(which=_MEMBERS))),
        _GROWTH,
    ),
    Scenario(
        "people_rare",
        "Danh sách cán bộ, chỉ tiến sĩ (một trên hai vạn)",
        opening("/can-bo/?chuyen-mon=6"),
        (the_bare_page(20), asking(_ROWS.format(which=_DOCTORS))),
        _GROWTH,
    ),
    Scenario(
        "people_commune",
        "Danh sách cán bộ của một xã",
        _in_commune,
        (the_bare_page(20), Limit("sql", "Câu SQL tương ứng qua psycopg", _rows_of_commune)),
        _GROWTH,
    ),
    Scenario(
        "gaps",
        "Danh sách chưa đạt tiêu chuẩn, trang đầu",
        opening("/ra-soat/chua-dat/"),
        (the_bare_page(20), asking(_GAPS)),
        _GROWTH,
    ),
)
