"""Proposals are under the scope like the file they speak of; the decisions of one's own file are seen with it."""

from django.db import migrations

from congvu.kernel.scope.security import protect_by_person, protect_by_sensitivity

_ANY = "(SELECT congvu_scope()) IS NOT NULL"
_GROUNDS = (
    ("personnel_assignment", "ground_id"),
    ("personnel_service", "ground_id"),
    ("personnel_rankholding", "ground_id"),
    ("personnel_fileitem", "ground_id"),
    ("personnel_study", "sent_by_id"),
)
_OWN = " OR ".join(
    f"EXISTS (SELECT 1 FROM {table} AS held WHERE held.{column} = documents_decision.id"
    " AND held.person_id = (SELECT congvu_own()))"
    for table, column in _GROUNDS
)


class Migration(migrations.Migration):
    dependencies = [("personnel", "0010_proposals"), ("documents", "0002_row_security")]
    operations = [
        protect_by_person("personnel_proposal"),
        protect_by_sensitivity("personnel_proposalitem"),
        protect_by_sensitivity("personnel_proposalevidence"),
        protect_by_person("personnel_roundanswer"),
        migrations.RunSQL(
            f"ALTER POLICY documents_decision_scope ON documents_decision"
            f" USING ({_ANY} OR ((SELECT congvu_own()) IS NOT NULL AND ({_OWN})))",
            f"ALTER POLICY documents_decision_scope ON documents_decision USING ({_ANY})",
        ),
    ]
