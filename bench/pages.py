"""Trang: search, one person's file, the home page."""

from bench.scenario import Deed, Scenario, Stage, asking, opening, the_bare_page

_SEARCH = """
SELECT p.identity_id, p.full_name, t.title, r.name
FROM (SELECT person_id FROM personnel_search(ARRAY['nguyen', 'van', 'an'], NULL, 20)) f
JOIN personnel_person p ON p.identity_id = f.person_id
JOIN personnel_assignment a ON a.person_id = p.identity_id AND a.kind = 'principal'
  AND coalesce(a.valid @> current_date, false)
JOIN organisations_post t ON t.id = a.post_id
JOIN organisations_unitrecord r ON r.unit_id = t.unit_id AND coalesce(r.valid @> current_date, false)
"""
_FILE = """
SELECT p.*, s.subject, s.level, t.title FROM personnel_person p
JOIN personnel_assignment a ON a.person_id = p.identity_id JOIN organisations_post t ON t.id = a.post_id
LEFT JOIN personnel_study s ON s.person_id = p.identity_id
WHERE p.personnel_number = 'DO-00000007'
"""


def _file(stage: Stage) -> Deed:
    found = stage.rows("SELECT identity_id FROM personnel_person WHERE personnel_number = 'DO-00000007'")
    return lambda: stage.page(f"/can-bo/{found[0][0]}/")


SCENARIOS = (
    Scenario(
        "search",
        "Tìm một họ tên thường gặp",
        opening("/tim-kiem/?q=nguyen+van+an"),
        (the_bare_page(20), asking(_SEARCH)),
        1.3,
    ),
    Scenario("person", "Hồ sơ một người", _file, (the_bare_page(20), asking(_FILE)), 1.3),
    Scenario("home", "Việc của tôi", opening("/"), (the_bare_page(),), repeats=10, note="Có bốn con số của cả tỉnh."),
)
