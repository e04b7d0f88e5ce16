"""Papers and the photograph of a file: kept under their hash, as sensitive as what they prove."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from congvu.contexts.personnel import queries
from congvu.contexts.personnel.facts.items import PaperFiled, PaperWithdrawn
from congvu.contexts.personnel.models import FileItem, FilePaper, Person, Study
from congvu.contexts.personnel.rules import paper_fits
from congvu.kernel.access import Officer
from congvu.kernel.audit import record
from congvu.kernel.documents import files
from congvu.kernel.documents.media import media_type
from congvu.law.personal_file import group, sensitivity_of
from congvu.law.sensitivity import Sensitivity

_MANAGE = "personnel.manage_records"


@dataclass(frozen=True)
class PaperEntry:
    """Giấy tờ được nộp: its kind and title, and what it proves, if anything."""

    kind: str
    title: str
    content: bytes
    file_name: str = ""
    item: FileItem | None = None
    study: Study | None = None


@transaction.atomic
def file_paper(person: Person, entry: PaperEntry, *, by: Officer, on: date) -> FilePaper:
    """Đưa giấy tờ vào hồ sơ: the bytes as they came; whoever files a paper also sees its class. Raises NotFit."""
    person = queries.locked(person)
    kind = media_type(entry.content)
    paper_fits(entry.kind, kind, size=len(entry.content))
    seen = sensitivity_of(entry.kind, group(entry.item.group) if entry.item else None)
    _demand(person, seen, by=by, on=on)
    stored = files.store(entry.content, name=entry.file_name, media_type=kind or "")
    paper: FilePaper = FilePaper.objects.create(
        person=person,
        kind=entry.kind,
        title=entry.title,
        sensitivity=seen.value,
        file=stored,
        item=entry.item,
        study=entry.study,
        filed_on=on,
    )
    record(PaperFiled(person.pk, paper.pk, entry.kind, stored.sha256), by=by, on=on)
    return paper


@transaction.atomic
def withdraw_paper(paper: FilePaper, *, reason: str, by: Officer, on: date) -> FilePaper:
    """Rút giấy tờ khỏi hồ sơ: the bytes stay, the file shows it no longer."""
    person = queries.locked(paper.person)
    _demand(person, Sensitivity(paper.sensitivity), by=by, on=on)
    paper.withdrawn_on = on
    paper.save(update_fields=["withdrawn_on"])
    record(PaperWithdrawn(person.pk, paper.pk, paper.kind, reason), by=by, on=on)
    return paper


def _demand(person: Person, kind: Sensitivity, *, by: Officer, on: date) -> None:
    by.demand(_MANAGE, over=person.identity.home_id, on=on)
    if not by.sees(kind, over=person.identity.home_id, on=on):
        by.demand(kind.permission, over=person.identity.home_id, on=on)


__all__ = ["PaperEntry", "file_paper", "withdraw_paper"]
