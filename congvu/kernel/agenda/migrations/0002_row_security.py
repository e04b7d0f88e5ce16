"""A duty is seen by whoever may see its unit."""

from django.db import migrations

from congvu.kernel.scope.security import protect_when

SEEN = """EXISTS (SELECT 1 FROM scope_unitidentity AS place
  WHERE place.id = agenda_obligation.unit_id AND place.path <@ ANY ((SELECT congvu_scope())::ltree[]))"""


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_initial"), ("scope", "0002_row_security")]
    operations = [protect_when("agenda_obligation", SEEN)]
