"""The scope of a transaction, the copied path of a person, and row security on the identity of people."""

from django.db import migrations

from congvu.kernel.scope.security import protect_by_path

SCOPE = """
CREATE FUNCTION congvu_scope() RETURNS ltree[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(array_remove(string_to_array(nullif(current_setting('congvu.scope', true), ''), ','), ''), '{}')::ltree[]
$$
"""

COPY_PATH = """
CREATE FUNCTION scope_copy_path() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  SELECT path INTO STRICT NEW.path FROM scope_unitidentity WHERE id = NEW.home_id;
  RETURN NEW;
END $$;
CREATE TRIGGER personidentity_copies_path BEFORE INSERT OR UPDATE OF home_id, path ON scope_personidentity
  FOR EACH ROW EXECUTE FUNCTION scope_copy_path();
CREATE FUNCTION scope_spread_path() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE scope_personidentity SET home_id = home_id WHERE home_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER unitidentity_spreads_path AFTER UPDATE OF path ON scope_unitidentity
  FOR EACH ROW WHEN (OLD.path IS DISTINCT FROM NEW.path) EXECUTE FUNCTION scope_spread_path();
"""

UNDO = """
DROP TRIGGER unitidentity_spreads_path ON scope_unitidentity;
DROP TRIGGER personidentity_copies_path ON scope_personidentity;
DROP FUNCTION scope_spread_path();
DROP FUNCTION scope_copy_path();
"""


class Migration(migrations.Migration):
    dependencies = [("scope", "0001_initial")]
    operations = [
        migrations.RunSQL(SCOPE, "DROP FUNCTION congvu_scope()"),
        migrations.RunSQL(COPY_PATH, UNDO),
        protect_by_path("scope_personidentity"),
    ]
