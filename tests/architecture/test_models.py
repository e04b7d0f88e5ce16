"""Models: what points where, what protects it, and in which words."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey  # noqa: TID251 — to find it
from django.db import connection, models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

from congvu.cli.doctor import ACCOUNTS, UNGUARDED
from tests.architecture import ROOT, layers

PLAIN = {"trang"}  # Vietnamese words that happen to carry no mark


def _models() -> list[type[models.Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("congvu.")]


def _foreign_keys() -> Iterator[models.ForeignKey[Any, Any]]:
    for model in _models():
        for field in model._meta.local_fields:
            if isinstance(field, models.ForeignKey):
                yield field


def _ranks() -> dict[str, int]:
    floors = [*layers("Kernel"), ["web"], *layers("Ranks of contexts")]
    return {name: rank for rank, peers in enumerate(floors) for name in peers}


def _vietnamese(words: object) -> bool:
    text = str(words)
    return not text.isascii() or text in PLAIN


def test_foreign_keys_point_down_the_ranks():
    ranks = _ranks()

    upward = [
        str(key)
        for key in _foreign_keys()
        if (there := key.related_model._meta.app_label) != (here := key.model._meta.app_label)
        and ranks.get(there, -1) >= ranks[here]
    ]

    assert upward == []


def test_foreign_keys_protect_what_they_point_at():
    assert [str(key) for key in _foreign_keys() if key.remote_field.on_delete is not models.PROTECT] == []


def test_every_field_and_model_has_a_vietnamese_name():
    nameless = [model._meta.label for model in _models() if not _vietnamese(model._meta.verbose_name)]
    nameless += [
        str(field)
        for model in _models()
        for field in model._meta.local_fields
        if not (field.primary_key and field.name == "id") and not _vietnamese(field.verbose_name)
    ]

    assert nameless == []


def test_no_model_orders_itself():
    assert [model._meta.label for model in _models() if model._meta.ordering] == []


def test_no_key_points_at_just_anything():
    assert [
        str(field)
        for model in _models()
        for field in model._meta.private_fields
        if isinstance(field, GenericForeignKey)
    ] == []


def test_no_table_lies_between_two_models_unseen():
    assert [model._meta.label for model in _models() if model._meta.auto_created] == []


def test_the_migrations_say_what_the_models_say():
    loader = MigrationLoader(None)

    with translation.override(None):
        now = ProjectState.from_apps(apps)
        changes = MigrationAutodetector(loader.project_state(), now).changes(graph=loader.graph)

    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("congvu.")}
    assert {label: [str(each) for each in found] for label, found in changes.items() if label in ours} == {}


@pytest.mark.django_db
def test_every_table_with_people_is_under_row_security():
    with connection.cursor() as cursor:
        cursor.execute(UNGUARDED, [ACCOUNTS])

        assert cursor.fetchall() == []


def test_every_model_has_its_line_in_the_glossary():
    glossary = (ROOT / "docs" / "glossary.md").read_text()

    assert [model.__name__ for model in _models() if f"`{model.__name__}`" not in glossary] == []
