"""What waits for its seal stands in a small table, so that sealing costs by what is new; the scope is asked fact by fact."""

from django.db import migrations

from congvu.kernel.scope.security import seen_from_now_on, seen_with

WAITING = """
CREATE TABLE audit_waiting (fact_id bigint PRIMARY KEY, chain varchar(80) NOT NULL);
INSERT INTO audit_waiting SELECT f.id, f.chain FROM audit_fact f
  WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.fact_id = f.id);
REVOKE ALL ON audit_waiting FROM PUBLIC;
CREATE FUNCTION audit_await_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO audit_waiting SELECT id, chain FROM fresh;
  RETURN NULL;
END $$;
CREATE TRIGGER fact_awaits_seal AFTER INSERT ON audit_fact REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION audit_await_seal();
"""

# The default privileges of a new table let the application write it; this one is the owner's alone.
OWN = """
DO $$
DECLARE
  holder text;
BEGIN
  FOR holder IN SELECT DISTINCT grantee FROM information_schema.role_table_grants
                WHERE table_name = 'audit_waiting' AND grantee <> current_user LOOP
    EXECUTE format('REVOKE ALL ON audit_waiting FROM %I', holder);
  END LOOP;
END $$
"""

SEAL = """
CREATE OR REPLACE FUNCTION audit_seal_pending() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  fact record;
  last_place bigint;
  last_link bytea;
  sealed bigint := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('congvu.audit.seal'));
  FOR fact IN WITH due AS (DELETE FROM audit_waiting RETURNING fact_id)
              SELECT f.id, f.chain, f.content_hash FROM due JOIN audit_fact f ON f.id = due.fact_id
              ORDER BY f.chain, f.id LOOP
    SELECT place, link INTO last_place, last_link FROM audit_seal
      WHERE chain = fact.chain ORDER BY place DESC LIMIT 1;
    INSERT INTO audit_seal (fact_id, chain, place, link, sealed_at)
      VALUES (fact.id, fact.chain, coalesce(last_place, 0) + 1,
              sha256(coalesce(last_link, ''::bytea) || fact.content_hash), clock_timestamp());
    sealed := sealed + 1;
  END LOOP;
  RETURN sealed;
END $$;
"""

SEEN = f"""(SELECT congvu_scope()) IS NOT NULL
  AND (person_id IS NULL OR {seen_with("audit_fact.person_id")})
  AND (unit_id IS NULL OR person_id IS NOT NULL OR (
    SELECT place.path <@ ANY ((SELECT congvu_scope())::ltree[]) FROM scope_unitidentity AS place
    WHERE place.id = audit_fact.unit_id))"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_sealed_chains")]
    operations = [
        migrations.RunSQL(
            [WAITING, OWN, SEAL],
            "DROP TRIGGER fact_awaits_seal ON audit_fact; DROP FUNCTION audit_await_seal(); DROP TABLE audit_waiting",
        ),
        seen_from_now_on("audit_fact", SEEN),
        seen_from_now_on("audit_reading", seen_with("audit_reading.person_id")),
    ]
