"""How one blank of the form is answered from the file: by a field, by the entries of a group, by the record itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from congvu.contexts.personnel.models import FileItem, Person
from congvu.contexts.personnel.queries.file import PersonFile
from congvu.contexts.personnel.queries.items import Section
from congvu.contexts.personnel.states import Precision
from congvu.law.personal_file import Field, Group, Kind, group, said
from congvu.law.sensitivity import Sensitivity

NONE = "Không"


@dataclass(frozen=True)
class Answer:
    """Câu trả lời: what the form asks and what the file says; `seen` is false when the reader may not see it."""

    label: str
    words: str = ""
    seen: bool = True


@dataclass(frozen=True)
class Known:
    """Điều đã biết: the file and its groups on the day, and the classes of data that the reader sees."""

    file: PersonFile
    sections: Mapping[str, Section]
    sees: frozenset[str]

    @property
    def on(self) -> date:
        """The day asked about."""
        return self.file.on

    @property
    def person(self) -> Person:
        """Whose file it is."""
        return self.file.person


Ask: TypeAlias = Callable[[Known], Answer]


def of_field(name: str, field: str, *, label: str = "") -> Ask:
    """A field of a group that holds one entry at a time; its label is the catalogue's."""
    asked = group(name).field(field)

    def answer(known: Known) -> Answer:
        return _answer(known.sections[name], label or asked.label, lambda item: said(asked, item.values.get(field)))

    return answer


def of_entries(name: str, *, label: str = "", only: Callable[[FileItem], bool] | None = None) -> Ask:
    """The entries of a group beside each other, or those of them that `only` picks."""
    asked = group(name)

    def answer(known: Known) -> Answer:
        return _answer(known.sections[name], label or asked.label, lambda item: entry_words(asked, item), only)

    return answer


def of_record(label: str, words: Callable[[Known], str], *, kind: Sensitivity = Sensitivity.OPEN) -> Ask:
    """What the person's record says, outside of the groups."""

    def answer(known: Known) -> Answer:
        return Answer(label, words(known)) if kind in known.sees else Answer(label, seen=False)

    return answer


def named(model: type[Any], field: str) -> str:
    """The label of a field of a table, as it begins a line."""
    label = str(model._meta.get_field(field).verbose_name)
    return label[:1].upper() + label[1:]


def entry_words(asked: Group, item: FileItem) -> str:
    """ "Giấy khen, Cải cách hành chính (10/02/2014)": what heads an entry, the rest, then its days."""
    head = [asked.field(name) for name in asked.told]
    rest = [field for field in asked.fields if field.place and field not in head]
    words = [said(field, item.values.get(field.name)) for field in (*head, *rest) if field.kind is not Kind.DAY]
    days = [said(field, item.values.get(field.name)) for field in rest if field.kind is Kind.DAY]
    spell = " – ".join(day for day in days if day)
    return ", ".join(word for word in words if word) + (f" ({spell})" if spell else "")


def field_words(asked: Group, item: FileItem, name: str) -> str:
    """What the entry says in one field."""
    field: Field = asked.field(name)
    return said(field, item.values.get(name))


def day_words(day: date | None, precision: str = Precision.DAY) -> str:
    """A day as exactly as it is known."""
    forms: dict[str, str] = {Precision.MONTH: "%m/%Y", Precision.YEAR: "%Y"}
    return day.strftime(forms.get(precision, "%d/%m/%Y")) if day and precision != Precision.UNKNOWN else ""


def _answer(
    section: Section, label: str, words: Callable[[FileItem], str], only: Callable[[FileItem], bool] | None = None
) -> Answer:
    if not section.seen:
        return Answer(label, seen=False)
    if section.none:
        return Answer(label, NONE)
    told = [words(item) for item in section.told if only is None or only(item)]
    return Answer(label, "; ".join(word for word in told if word))
