"""What is handed in to found a unit or create a post."""

from dataclasses import dataclass

from congvu.kernel.documents.decisions import Ground, file_decisions


class Impossible(Exception):
    """The act contradicts what the records say; the message tells why and what to do."""


@dataclass(frozen=True)
class UnitEntry:
    """Đơn vị cần lập: what it is called and where it stands."""

    name: str
    level: str
    parent_id: int | None
    short_name: str = ""
    kind: str = ""
    block: str = ""
    code: str = ""
    slug: str | None = None
    basis: str = ""
    ground: Ground | None = None


@dataclass(frozen=True)
class Standard:
    """Tiêu chuẩn: the least level of one subject, with its law and how sure we are of it."""

    subject: str
    minimum_level: int
    basis: str = ""
    standing: str = ""


@dataclass(frozen=True)
class PostEntry:
    """Vị trí việc làm cần lập, with the standard it asks for from its first day."""

    unit_id: int
    title: str
    category: str
    kind_of_post: str
    seats: int = 1
    standards: tuple[Standard, ...] = ()
    ground: Ground | None = None


def filed(ground: Ground | None) -> int | None:
    """The key of the decision that the record stands on."""
    return file_decisions([ground])[ground.key] if ground else None


def named(ground: Ground | None) -> str:
    """The decision as the audit tells of it."""
    return str(ground or "")
