"""Decisions name people in their titles: seen under a scope only."""

from django.db import migrations

from congvu.kernel.scope.security import protect_without_scope


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), ("scope", "0002_row_security")]
    operations = [protect_without_scope("documents_decision")]
