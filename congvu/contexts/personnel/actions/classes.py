"""Classes opened for many people at once."""

from datetime import date

from django.db import transaction

from congvu.contexts.personnel.facts import ClassOpened
from congvu.contexts.personnel.models import StudyClass
from congvu.kernel.access import Officer
from congvu.kernel.audit import record
from congvu.kernel.documents.decisions import Ground, file_decisions


@transaction.atomic
def open_class(study_class: StudyClass, *, ground: Ground | None, by: Officer, on: date) -> StudyClass:
    """Mở lớp: a class of a subject and level, at a unit's request."""
    by.demand("personnel.manage_records", over=study_class.unit_id, on=on)
    papers = file_decisions([ground] if ground else [])
    study_class.ground_id = papers[ground.key] if ground else None
    study_class.save(force_insert=True)
    record(ClassOpened(study_class.unit_id, study_class.code, study_class.title), by=by, on=on)
    return study_class
