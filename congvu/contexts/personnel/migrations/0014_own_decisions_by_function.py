"""The decisions behind one's own file are asked for by a function: five questions in a policy cost every plan dearly."""

from django.db import migrations

_GROUNDS = (
    ("personnel_assignment", "ground_id"),
    ("personnel_service", "ground_id"),
    ("personnel_rankholding", "ground_id"),
    ("personnel_fileitem", "ground_id"),
    ("personnel_study", "sent_by_id"),
)
_OWN = " OR ".join(
    f"EXISTS (SELECT 1 FROM {table} AS held WHERE held.{column} = decision AND held.person_id = congvu_own())"
    for table, column in _GROUNDS
)

OWN_DECISION = f"""
CREATE FUNCTION personnel_own_decision(decision bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN {_OWN};
END $$
"""
_ANY = "(SELECT congvu_scope()) IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("personnel", "0013_search_by_index"), ("documents", "0002_row_security")]
    operations = [
        migrations.RunSQL(OWN_DECISION, "DROP FUNCTION personnel_own_decision(bigint)"),
        migrations.RunSQL(
            f"ALTER POLICY documents_decision_scope ON documents_decision"
            f" USING ({_ANY} OR ((SELECT congvu_own()) IS NOT NULL AND personnel_own_decision(id)))",
            f"ALTER POLICY documents_decision_scope ON documents_decision USING ({_ANY})",
        ),
    ]
