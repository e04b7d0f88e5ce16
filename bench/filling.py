"""Tỉnh giả lập: a province of any size, written by SQL straight into the tables.

700 communes at most, four units in each, six posts in each unit; one principal post, three or four studies, a rank, a
kind of service for everybody, the Party for six in ten. The keys of names are those that the product computes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any

from congvu.kernel import names

TOP = "do"
"""The path of the province; every other path begins with it."""

_FAMILIES = "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai".split()
_MIDDLES = "Văn Thị Hữu Đức Minh Ngọc Thanh Quốc Xuân Hoàng Thu Kim Bá Đình Gia Hồng Công Thành Bảo Anh".split()
_GIVEN = (
    "An Anh Ánh Bình Bích Cường Châu Chi Dũng Dung Duyên Đạt Đông Giang Hà Hải Hạnh Hằng Hiền Hiếu Hoa Hòa Hồng Huệ "
    "Hùng Hưng Hương Khanh Khoa Kiên Lan Lâm Liên Linh Loan Long Lộc Mai Mạnh Minh Nam Nga Ngân Nghĩa Ngọc Nhung Oanh "
    "Phong Phúc Phương Quang Quân Quyên Sơn Tâm Tân Thảo Thắng Thủy Tiến Toàn Trang Trung Tuấn Tú Tuyết Uyên Vân Việt "
    "Vinh Xuân Yến"
).split()

_UNITS = """
INSERT INTO scope_unitidentity (path) VALUES ('do');
CREATE TEMP TABLE made_unit AS
  SELECT n AS commune, k, 'do.x' || n || CASE k WHEN 0 THEN '' ELSE '.d' || k END AS path,
         CASE k WHEN 0 THEN 'Xã Số ' || n ELSE (ARRAY['Đảng ủy', 'Ủy ban nhân dân', 'Trường Tiểu học', 'Trạm Y tế'])[k]
           || ' xã Số ' || n END AS name,
         (ARRAY['commune', 'party_body', 'agency', 'school', 'health_station'])[k + 1] AS level,
         (ARRAY['commune', 'party', 'commune', 'administrative', 'administrative'])[k + 1] AS block
  FROM generate_series(1, %(communes)s) AS n, generate_series(0, 4) AS k;
INSERT INTO made_unit VALUES (0, 0, 'do', 'Tỉnh Đo Tốc Độ', 'province', 'administrative');
INSERT INTO scope_unitidentity (path) SELECT path::ltree FROM made_unit WHERE path <> 'do' ORDER BY path;
ALTER TABLE made_unit ADD id bigint;
UPDATE made_unit SET id = i.id FROM scope_unitidentity i WHERE i.path = made_unit.path::ltree;
INSERT INTO organisations_unit (identity_id, founded_on) SELECT id, '1990-01-01' FROM made_unit;
INSERT INTO organisations_unitrecord
  (valid, name, short_name, search_name, code, level, kind, block, basis, note, start_known, parent_id, unit_id)
  SELECT daterange('1990-01-01', NULL), u.name, u.name, 'xa so ' || u.commune, '', u.level, '', u.block, '', '', true,
         above.id, u.id
  FROM made_unit u LEFT JOIN made_unit above
    ON above.path = CASE WHEN u.path = 'do' THEN NULL WHEN u.k = 0 THEN 'do' ELSE 'do.x' || u.commune END;
"""

_POSTS = """
INSERT INTO organisations_post (valid, title, category, kind_of_post, seats, unit_id)
  SELECT daterange('1990-01-01', NULL), p.title, p.category, p.kind, 10000, u.id
  FROM made_unit u, (VALUES
    ('Cấp trưởng', 'leader', 'district_leader'), ('Cấp phó', 'deputy', 'district_leader'),
    ('Chuyên viên', 'specialist', 'district_specialist'), ('Kế toán', 'specialist', 'district_specialist'),
    ('Giáo viên, y sĩ', 'public_employee', 'public_employee'), ('Nhân viên', 'worker', 'worker')
  ) AS p (title, category, kind)
  WHERE u.k > 0 OR u.path = 'do';
INSERT INTO organisations_poststandard (valid, subject, minimum_level, basis, standing, post_id)
  SELECT daterange('1990-01-01', NULL), s.subject, s.least, 'Số liệu giả lập', '', p.id
  FROM organisations_post p JOIN made_unit u ON u.id = p.unit_id, (VALUES
    ('professional', 3), ('political_theory', 1)) AS s (subject, least) WHERE p.category <> 'worker';
INSERT INTO documents_decision (number, signed_on, effective_on, issuer, kind, title)
  SELECT n || '/QĐ-UBND', '2010-05-25', '2010-06-01', 'Ủy ban nhân dân', 'appoint', 'Bố trí công tác'
  FROM generate_series(1, %(communes)s) AS n;
CREATE TEMP TABLE made_post AS
  SELECT row_number() OVER (ORDER BY u.path, p.id) - 1 AS n, p.id, p.unit_id, u.path, p.category
  FROM organisations_post p JOIN made_unit u ON u.id = p.unit_id WHERE u.k > 0;
CREATE TEMP TABLE made_paper AS
  SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM documents_decision WHERE issuer = 'Ủy ban nhân dân';
"""

# Whatever belongs to the n-th person is drawn from n by multiplying with primes: the same province each time.
_PEOPLE = """
CREATE TEMP TABLE made_home AS
  SELECT who.n, p.id AS post, p.unit_id AS unit, p.path::ltree AS path, p.category
  FROM generate_series(0, %(people)s::bigint - 1) AS who (n)
  JOIN made_post p ON p.n = who.n * 7919 %% (SELECT count(*) FROM made_post);
CREATE TEMP TABLE made_identity AS
  WITH entered AS (
    INSERT INTO scope_personidentity (home_id, path) SELECT unit, path FROM made_home ORDER BY n RETURNING id)
  SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM entered;
CREATE TEMP TABLE made AS SELECT * FROM made_home JOIN made_identity USING (n);
ANALYZE made;
INSERT INTO personnel_person (identity_id, full_name, sort_key, search_key, personnel_number, citizen_number, born_on,
                              born_precision, sex, ethnicity, invented)
  SELECT m.id, w.full_name, w.sort_key, w.search_key, 'DO-' || lpad(m.n::text, 8, '0'),
         lpad((m.n + 92000000000)::text, 12, '0'), date '1964-01-01' + (m.n * 104729 %% 13000)::int, 'day',
         CASE m.n %% 2 WHEN 0 THEN 'male' ELSE 'female' END, CASE WHEN m.n %% 25 = 0 THEN '04' ELSE '01' END, true
  FROM made m JOIN made_name w ON w.n = m.n * 15485863 %% (SELECT count(*) FROM made_name);
INSERT INTO personnel_assignment (valid, kind, person_id, post_id, ground_id)
  SELECT daterange('2010-06-01', NULL), 'principal', m.id, m.post, d.id
  FROM made m JOIN made_paper d ON d.n = m.n %% %(communes)s;
INSERT INTO personnel_service (valid, kind, person_id)
  SELECT daterange('2008-06-01', NULL),
         CASE m.category WHEN 'leader' THEN 'elected_official' WHEN 'public_employee' THEN 'public_employee'
           WHEN 'worker' THEN 'contract_worker' ELSE 'civil_servant' END, m.id FROM made m;
INSERT INTO personnel_rankholding (valid, rank, step, coefficient, person_id)
  SELECT daterange('2014-06-01', NULL), '01.003', 1 + m.n %% 9, 2.34 + 0.33 * (m.n %% 9), m.id FROM made m;
INSERT INTO personnel_partymembership (valid, official_on, person_id)
  SELECT daterange('2005-02-03', NULL), '2006-02-03', m.id FROM made m WHERE m.n * 31 %% 10 < 6;
"""

_STUDIES = """
INSERT INTO personnel_study (person_id, subject, level, field, school, mode, ended_on, awarded_on, awarded_precision,
                             certificate_number)
  SELECT m.id, s.subject, s.level, s.field, 'Trường Đại học Cần Thơ', 'regular', '2003-06-30', '2003-07-01', 'day', ''
  FROM made m CROSS JOIN LATERAL (VALUES
    ('professional',
     CASE WHEN m.n %% 20011 = 11 THEN 6 WHEN m.n %% 10 = 3 THEN 5 WHEN m.n %% 13 = 2 THEN 2 ELSE 4 END, 'Luật'),
    ('political_theory', CASE WHEN m.n %% 17 = 5 THEN 0 WHEN m.n %% 9 = 4 THEN 3 ELSE 1 + m.n %% 2 END, ''),
    ('state_management', 2, ''), ('informatics', CASE m.n %% 2 WHEN 0 THEN 1 ELSE 0 END, '')
  ) AS s (subject, level, field) WHERE s.level > 0;
"""

_FACTS = """
INSERT INTO audit_fact ("on", actor_name, kind, label, person_id, unit_id, content, because)
  SELECT '2010-06-01', 'Dữ liệu giả lập', 'personnel.PersonEnrolled', 'Lập hồ sơ', m.id, m.unit,
         '{"full_name": "", "source": "giả lập"}', '[]' FROM made m;
"""

_DONE = "DROP TABLE made, made_home, made_identity, made_name, made_paper, made_post, made_unit"

_KEPT_APART = """
SELECT format('ALTER TABLE %1$I DROP CONSTRAINT %2$I', conrelid::regclass, conname),
       format('ALTER TABLE %1$I ADD CONSTRAINT %2$I %3$s', conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE contype IN ('x', 'u') AND conrelid::regclass::text LIKE 'personnel_%'
UNION ALL
SELECT format('DROP INDEX %I', indexname), indexdef FROM pg_indexes
WHERE (tablename LIKE 'personnel_%' OR tablename = 'scope_personidentity') AND indexname NOT LIKE '%_pkey'
  AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = indexname AND contype IN ('x', 'u'))
"""


def fill(cursor: Any, *, people: int) -> None:
    """Lấp đầy: the rows of a province, as whoever may write them."""
    known = {"people": people, "communes": min(700, max(4, people // 100))}
    _name_people(cursor, people=people)
    for statements in (_UNITS, _POSTS, _PEOPLE, _STUDIES, _FACTS, _DONE):
        for statement in filter(str.strip, statements.split(";\n")):
            cursor.execute(statement, known)


@contextmanager
def bare_tables(cursor: Any) -> Iterator[None]:
    """Trần trụi: the owner fills without indexes and keys, and makes them again; what they forbid is found then."""
    cursor.execute(_KEPT_APART)
    kept = cursor.fetchall()
    for drop, _make in kept:
        cursor.execute(drop)
    cursor.execute("SET session_replication_role = replica")
    for trigger in ("fact_is_finished", "fact_awaits_seal"):
        cursor.execute(f"ALTER TABLE audit_fact ENABLE ALWAYS TRIGGER {trigger}")
    yield
    cursor.execute("ALTER TABLE audit_fact ENABLE TRIGGER ALL; SET session_replication_role = origin")
    cursor.execute("SET maintenance_work_mem = '1GB'")
    for _drop, make in kept:
        cursor.execute(make)


def _name_people(cursor: Any, *, people: int) -> None:
    cursor.execute("CREATE TEMP TABLE made_name (n bigint, full_name text, sort_key text, search_key text)")
    written = [" ".join(words) for words in product(_FAMILIES, _MIDDLES, _GIVEN)]
    written = written[:: max(1, len(written) // max(people, 500))]
    with cursor.copy("COPY made_name FROM STDIN") as copy:
        for place, name in enumerate(written):
            copy.write_row((place, name, names.sort_key(name), f" {names.search_key(name)}"))
