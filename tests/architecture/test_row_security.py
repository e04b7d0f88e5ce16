"""Row security is not left to memory: every table that points at people is under the scope."""

import pytest
from django.db import connection

from congvu.contexts.personnel.tests import make
from congvu.kernel import scope

_POINTING_AT_PEOPLE = """
WITH RECURSIVE about AS (
  SELECT 'scope_personidentity'::regclass::oid AS oid
  UNION
  SELECT c.conrelid FROM pg_constraint c JOIN about ON c.confrelid = about.oid WHERE c.contype = 'f'
)
SELECT oid::regclass::text, (SELECT relrowsecurity FROM pg_class WHERE pg_class.oid = about.oid) FROM about
"""

# Accounts point at a person and at what accounts do; logging in reads them before there is any scope.
_ACCOUNTS = {
    "access_user",
    "access_rolegrant",
    "account_emailaddress",
    "account_emailconfirmation",
    "mfa_authenticator",
    "audit_seal",
}


def _tables() -> dict[str, bool]:
    with connection.cursor() as cursor:
        cursor.execute(_POINTING_AT_PEOPLE)
        return dict(cursor.fetchall())


@pytest.mark.django_db
def test_every_table_that_points_at_people_is_under_row_security():
    unprotected = {table for table, secured in _tables().items() if not secured}

    assert unprotected - _ACCOUNTS == set()


@pytest.mark.django_db
def test_without_a_scope_every_table_with_people_shows_no_row():
    with scope.within(["900000"]):
        at = make.place()
        make.person(at, "Lê Văn Tám", studies=(make.BACHELOR,))

    seen = {}
    with connection.cursor() as cursor:
        for table in _tables().keys() - _ACCOUNTS:
            cursor.execute(f"SELECT count(*) FROM {table}")
            seen[table] = cursor.fetchone()[0]

    assert set(seen.values()) == {0}, seen


@pytest.mark.demo
def test_a_whole_district_is_invisible_without_a_scope():
    """The same over real-shaped records, so that no table passes by being empty."""
    counts: dict[str, list[int]] = {}
    for paths in ([], scope.tops()):
        with scope.within(paths), connection.cursor() as cursor:
            for table in _tables().keys() - _ACCOUNTS:
                cursor.execute(f"SELECT count(*) FROM {table}")
                counts.setdefault(table, []).append(cursor.fetchone()[0])

    assert {table: seen for table, (seen, _) in counts.items() if seen} == {}
    filled = {table for table, (_, all_of_it) in counts.items() if all_of_it}
    assert filled >= {
        "scope_personidentity",
        "personnel_person",
        "personnel_assignment",
        "personnel_study",
        "personnel_service",
        "personnel_rankholding",
        "personnel_partymembership",
        "audit_fact",
    }
