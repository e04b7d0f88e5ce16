"""The scope is asked person by person; indexes that lists and counts walk along."""

from django.db import migrations, models

import congvu.kernel.temporal.models
from congvu.kernel.scope.security import seen_from_now_on, seen_with

TABLES = {
    "personnel_person": "identity_id",
    "personnel_assignment": "person_id",
    "personnel_service": "person_id",
    "personnel_rankholding": "person_id",
    "personnel_partymembership": "person_id",
    "personnel_study": "person_id",
}


class Migration(migrations.Migration):
    dependencies = [("personnel", "0011_proposals_row_security")]
    operations = [
        *(seen_from_now_on(table, seen_with(f"{table}.{column}")) for table, column in TABLES.items()),
        migrations.RemoveConstraint("assignment", "assignment_post_held_once"),
        migrations.AddConstraint(
            "assignment",
            congvu.kernel.temporal.models.no_overlap(
                "person",
                "post",
                when=models.Q(person__gt=0),
                name="assignment_post_held_once",
                says="Người này đã giữ chính vị trí đó trong khoảng thời gian đó.",
            ),
        ),
        migrations.RemoveIndex("assignment", "assignment_by_post"),
        migrations.AddIndex(
            "assignment",
            models.Index(fields=["post", "kind"], include=["person", "valid", "id"], name="assignment_by_post"),
        ),
        migrations.AddIndex(
            "study",
            models.Index(
                fields=["subject", "level", "person"],
                include=["awarded_on"],
                condition=models.Q(withdrawn_on=None),
                name="study_by_level",
            ),
        ),
    ]
