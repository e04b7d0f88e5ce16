"""Whether a unit stands under another on a day: from below upwards, a few steps whatever the size of the tree."""

from django.db import migrations

UNDER = """
CREATE FUNCTION organisations_stands_under(place bigint, top bigint, day date) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  FOR step IN 1..32 LOOP
    IF place = top THEN RETURN true; END IF;
    SELECT parent_id INTO place FROM organisations_unitrecord WHERE unit_id = place AND valid @> day;
    IF place IS NULL THEN RETURN false; END IF;
  END LOOP;
  RETURN false;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("organisations", "0003_kinds_of_provincial_posts")]
    operations = [migrations.RunSQL(UNDER, "DROP FUNCTION organisations_stands_under(bigint, bigint, date)")]
