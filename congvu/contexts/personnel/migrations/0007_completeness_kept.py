"""Every change to a file puts it among those to be reckoned anew; scores and rounds are under the scope."""

from django.db import migrations

from congvu.kernel.scope.security import protect_by_person, protect_when

QUEUE = """
CREATE FUNCTION personnel_score_due() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  EXECUTE format('INSERT INTO personnel_scoredue (person_id) SELECT DISTINCT %I FROM changed', TG_ARGV[0]);
  RETURN NULL;
END $$
"""

TRIGGER = """
CREATE TRIGGER {table}_{event}_score_due AFTER {event} ON personnel_{table}
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION personnel_score_due('{column}')
"""

TABLES = {
    "person": "identity_id",
    "assignment": "person_id",
    "service": "person_id",
    "rankholding": "person_id",
    "partymembership": "person_id",
    "study": "person_id",
    "fileitem": "person_id",
    "filepaper": "person_id",
}

BY_UNIT = """EXISTS (SELECT 1 FROM scope_unitidentity AS place
  WHERE place.id = {table}.unit_id AND place.path <@ ANY ((SELECT congvu_scope())::ltree[]))"""

# Whoever was asked to review sees the round that asks, though its office stands above him.
ASKED = """EXISTS (SELECT 1 FROM personnel_filereviewunit AS asked WHERE asked.review_id = personnel_filereview.id)"""


def _triggers() -> list[migrations.RunSQL]:
    return [
        migrations.RunSQL(
            TRIGGER.format(table=table, event=event, column=column),
            f"DROP TRIGGER {table}_{event}_score_due ON personnel_{table}",
        )
        for table, column in TABLES.items()
        for event in ("insert", "update")
    ]


class Migration(migrations.Migration):
    dependencies = [("personnel", "0006_completeness"), ("scope", "0003_own_and_sensitive")]
    operations = [
        migrations.RunSQL(QUEUE, "DROP FUNCTION personnel_score_due()"),
        *_triggers(),
        migrations.RunSQL(
            "INSERT INTO personnel_scoredue (person_id) SELECT identity_id FROM personnel_person",
            migrations.RunSQL.noop,
        ),
        protect_by_person("personnel_filescore"),
        protect_by_person("personnel_scoredue"),
        protect_when("personnel_filereviewunit", BY_UNIT.format(table="personnel_filereviewunit")),
        protect_when("personnel_filereview", f"{BY_UNIT.format(table='personnel_filereview')} OR {ASKED}"),
    ]
