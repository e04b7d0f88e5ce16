"""A duty is seen by whoever may see its unit, by the account or person that owes it, and by the account that waits."""

from django.db import migrations

from congvu.kernel.scope.security import protect_when

COPY_PATH = """
CREATE FUNCTION agenda_copy_path() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  SELECT path, path::text || '.' INTO STRICT NEW.path, NEW.branch FROM scope_unitidentity WHERE id = NEW.unit_id;
  RETURN NEW;
END $$;
CREATE TRIGGER obligation_copies_path BEFORE INSERT OR UPDATE OF unit_id, path, branch ON agenda_obligation
  FOR EACH ROW EXECUTE FUNCTION agenda_copy_path();
CREATE FUNCTION agenda_spread_path() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE agenda_obligation SET unit_id = unit_id WHERE unit_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER unitidentity_spreads_path_to_duties AFTER UPDATE OF path ON scope_unitidentity
  FOR EACH ROW WHEN (OLD.path IS DISTINCT FROM NEW.path) EXECUTE FUNCTION agenda_spread_path();
"""

FORGET_PATH = """
DROP TRIGGER unitidentity_spreads_path_to_duties ON scope_unitidentity;
DROP TRIGGER obligation_copies_path ON agenda_obligation;
DROP FUNCTION agenda_spread_path();
DROP FUNCTION agenda_copy_path();
"""

BY_UNIT = """
CREATE POLICY agenda_obligation_scope ON agenda_obligation
  USING (path <@ ANY ((SELECT congvu_scope())::ltree[])) WITH CHECK (path <@ ANY ((SELECT congvu_scope())::ltree[]));
ALTER TABLE agenda_obligation ENABLE ROW LEVEL SECURITY
"""

OWN = """path <@ ANY ((SELECT congvu_scope())::ltree[])
  OR user_id = (SELECT congvu_user())
  OR asked_by_id = (SELECT congvu_user())
  OR person_id = (SELECT account.person_id FROM access_user AS account WHERE account.id = congvu_user())"""
OF_DUTY = "EXISTS (SELECT 1 FROM agenda_obligation AS duty WHERE duty.id = {table}.obligation_id)"
OF_ACCOUNT = "user_id = (SELECT congvu_user())"
OF_ACCOUNT_OR_JOB = f"{OF_ACCOUNT} OR (SELECT congvu_scope()) IS NOT NULL"


def _of_duty(table: str) -> migrations.RunSQL:
    return protect_when(table, OF_DUTY.format(table=table))


class Migration(migrations.Migration):
    dependencies = [("agenda", "0003_duties_in_full")]
    operations = [
        migrations.RunSQL(COPY_PATH, FORGET_PATH),
        migrations.RunSQL("DROP POLICY agenda_obligation_scope ON agenda_obligation", BY_UNIT),
        protect_when("agenda_obligation", OWN),
        _of_duty("agenda_obligationpause"),
        _of_duty("agenda_obligationmove"),
        _of_duty("agenda_urge"),
        _of_duty("agenda_reminder"),
        protect_when("agenda_reminderchoice", OF_ACCOUNT_OR_JOB),
        protect_when("agenda_calendarfeed", OF_ACCOUNT),
    ]
