"""A person sees his own file; a class of sensitive data is seen only over the branches that the transaction names."""

from django.db import migrations

OWN = """
CREATE FUNCTION congvu_own() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('congvu.own', true), '')::bigint
$$
"""

SEEING = """
CREATE FUNCTION congvu_seeing(kind text) RETURNS ltree[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT string_to_array(nullif(current_setting('congvu.seeing_' || kind, true), ''), ',')::ltree[]
$$
"""

UNDER = "path <@ ANY ((SELECT congvu_scope())::ltree[])"
ALSO_OWN = f"ALTER POLICY scope_personidentity_scope ON scope_personidentity USING ({UNDER} OR id = (SELECT congvu_own()))"
ONLY_UNDER = f"ALTER POLICY scope_personidentity_scope ON scope_personidentity USING ({UNDER})"


class Migration(migrations.Migration):
    dependencies = [("scope", "0002_row_security")]
    operations = [
        migrations.RunSQL(OWN, "DROP FUNCTION congvu_own()"),
        migrations.RunSQL(SEEING, "DROP FUNCTION congvu_seeing(text)"),
        migrations.RunSQL(ALSO_OWN, ONLY_UNDER),
    ]
