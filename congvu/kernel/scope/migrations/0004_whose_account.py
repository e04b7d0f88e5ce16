"""The account that asks, beside the scope: what is a person's own is seen without any role over the unit."""

from django.db import migrations

ASKER = """
CREATE FUNCTION congvu_user() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('congvu.user', true), '')::bigint
$$
"""


class Migration(migrations.Migration):
    dependencies = [("scope", "0003_own_and_sensitive")]
    operations = [migrations.RunSQL(ASKER, "DROP FUNCTION congvu_user()")]
