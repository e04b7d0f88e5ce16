"""A duty is also seen by the person whose account owes it, without any role over the unit."""

from django.db import migrations

UNIT = """EXISTS (SELECT 1 FROM scope_unitidentity AS place
  WHERE place.id = agenda_obligation.unit_id AND place.path <@ ANY ((SELECT congvu_scope())::ltree[]))"""
ACCOUNT = """user_id IN (SELECT account.id FROM access_user AS account
  WHERE account.person_id = (SELECT congvu_own()))"""


class Migration(migrations.Migration):
    dependencies = [("agenda", "0002_row_security"), ("scope", "0003_own_and_sensitive"), ("access", "0001_initial")]
    operations = [
        migrations.RunSQL(
            f"ALTER POLICY agenda_obligation_scope ON agenda_obligation USING ({UNIT} OR {ACCOUNT})",
            f"ALTER POLICY agenda_obligation_scope ON agenda_obligation USING ({UNIT})",
        )
    ]
