"""Items and papers of the file are under the scope, each class of them on its own."""

from django.db import migrations

from congvu.kernel.scope.security import protect_by_sensitivity


class Migration(migrations.Migration):
    dependencies = [("personnel", "0004_items"), ("scope", "0003_own_and_sensitive")]
    operations = [
        protect_by_sensitivity("personnel_fileitem"),
        protect_by_sensitivity("personnel_filepaper"),
    ]
