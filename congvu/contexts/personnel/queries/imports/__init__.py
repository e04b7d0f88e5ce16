"""Reads behind the import of lists: the layout, the examination, what it found, and the imports themselves."""

from congvu.contexts.personnel.queries.imports.batches import (
    IMPORT,
    MANAGE,
    batch,
    batches,
    day_of_list,
    locked_batch,
    take_turn,
    unit_exists,
    units_to_choose,
)
from congvu.contexts.personnel.queries.imports.differences import Difference, service_since
from congvu.contexts.personnel.queries.imports.examination import examine, opened
from congvu.contexts.personnel.queries.imports.layout import list_layout
from congvu.contexts.personnel.queries.imports.outcomes import (
    CHANGED,
    FAULTY,
    NEW,
    UNCHANGED,
    Ask,
    Examination,
    MissingPost,
    Outcome,
)
from congvu.contexts.personnel.queries.imports.places import NotStanding, standing
from congvu.contexts.personnel.queries.imports.reading import as_read_by, may_open_file
from congvu.contexts.personnel.queries.imports.register import Known
from congvu.contexts.personnel.queries.imports.report import counts, digest, kept_faults, report
from congvu.contexts.personnel.queries.imports.returned import exported, faulty_rows, marked, template
from congvu.contexts.personnel.queries.imports.told import PRECISIONS, Told, ToldStudy
from congvu.kernel.sheets import UnreadableSheet

__all__ = [
    "CHANGED",
    "FAULTY",
    "IMPORT",
    "MANAGE",
    "NEW",
    "PRECISIONS",
    "UNCHANGED",
    "Ask",
    "Difference",
    "Examination",
    "Known",
    "MissingPost",
    "NotStanding",
    "Outcome",
    "Told",
    "ToldStudy",
    "UnreadableSheet",
    "as_read_by",
    "batch",
    "batches",
    "counts",
    "day_of_list",
    "digest",
    "examine",
    "exported",
    "faulty_rows",
    "kept_faults",
    "list_layout",
    "locked_batch",
    "marked",
    "may_open_file",
    "opened",
    "report",
    "service_since",
    "standing",
    "take_turn",
    "template",
    "unit_exists",
    "units_to_choose",
]
