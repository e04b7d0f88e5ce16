"""Facts hash themselves, refuse change, and are chained by the owner's function; all of them sit under the scope."""

from django.db import migrations

from congvu.kernel.scope.security import protect_by_person, protect_when

HASH = """
CREATE FUNCTION audit_hash(fact audit_fact) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(concat_ws('|',
    to_char(fact.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), fact."on", fact.actor_id, fact.actor_name,
    fact.kind, fact.label, coalesce(fact.person_id, 0), coalesce(fact.unit_id, 0), fact.content, fact.because, fact.chain), 'UTF8'))
$$;
CREATE FUNCTION audit_finish() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  NEW.chain := coalesce(
    (SELECT subpath(path, 0, 1)::text FROM scope_personidentity WHERE id = NEW.person_id),
    (SELECT subpath(path, 0, 1)::text FROM scope_unitidentity WHERE id = NEW.unit_id),
    'system');
  NEW.recorded_at := clock_timestamp();
  NEW.content_hash := audit_hash(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER fact_is_finished BEFORE INSERT ON audit_fact FOR EACH ROW EXECUTE FUNCTION audit_finish();
"""

REFUSE = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit: % on % is never allowed', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER fact_never_changes BEFORE UPDATE OR DELETE ON audit_fact
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER seal_never_changes BEFORE UPDATE OR DELETE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER reading_never_changes BEFORE UPDATE OR DELETE ON audit_reading
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
"""

# One lock for all sealers; only committed facts older than every running writer would need a snapshot horizon:
# a fact that commits late simply takes the next place in its chain.
SEAL = """
CREATE FUNCTION audit_seal_pending() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  fact audit_fact;
  last_place bigint;
  last_link bytea;
  sealed bigint := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('congvu.audit.seal'));
  FOR fact IN SELECT f.* FROM audit_fact f WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.fact_id = f.id)
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
CREATE FUNCTION audit_verify() RETURNS TABLE (chain text, fact_id bigint, what text)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH linked AS (
    SELECT s.chain, s.place, s.fact_id, s.link, f.content_hash, audit_hash(f) AS computed,
           lag(s.link) OVER w AS before, lag(s.place) OVER w AS place_before
    FROM audit_seal s JOIN audit_fact f ON f.id = s.fact_id
    WINDOW w AS (PARTITION BY s.chain ORDER BY s.place)
  ), broken AS (
    SELECT linked.chain, linked.place, linked.fact_id,
      CASE WHEN computed <> content_hash THEN 'changed'
           WHEN place <> coalesce(place_before, 0) + 1 THEN 'missing'
           ELSE 'broken' END AS what
    FROM linked
    WHERE computed <> content_hash OR place <> coalesce(place_before, 0) + 1
       OR link <> sha256(coalesce(before, ''::bytea) || content_hash)
  )
  (SELECT DISTINCT ON (broken.chain) broken.chain::text, broken.fact_id, broken.what FROM broken
     ORDER BY broken.chain, broken.place)
  UNION ALL
  (SELECT f.chain::text, min(f.id), 'unsealed ' || count(*) FROM audit_fact f
     WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.fact_id = f.id) GROUP BY f.chain)
$$;
"""

UNDO = """
DROP FUNCTION audit_verify();
DROP FUNCTION audit_seal_pending();
DROP TRIGGER reading_never_changes ON audit_reading;
DROP TRIGGER seal_never_changes ON audit_seal;
DROP TRIGGER fact_never_changes ON audit_fact;
DROP FUNCTION audit_refuse();
DROP TRIGGER fact_is_finished ON audit_fact;
DROP FUNCTION audit_finish();
DROP FUNCTION audit_hash(audit_fact);
"""

SEEN = """(SELECT congvu_scope()) IS NOT NULL
  AND (person_id IS NULL OR EXISTS (SELECT 1 FROM scope_personidentity AS who WHERE who.id = audit_fact.person_id))
  AND (unit_id IS NULL OR person_id IS NOT NULL OR EXISTS (
    SELECT 1 FROM scope_unitidentity AS place
    WHERE place.id = audit_fact.unit_id AND place.path <@ ANY ((SELECT congvu_scope())::ltree[])))"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial"), ("scope", "0002_row_security")]
    operations = [
        migrations.RunSQL([HASH, REFUSE, SEAL], [UNDO]),
        protect_when("audit_fact", SEEN),
        protect_by_person("audit_reading"),
    ]
