"""Văn bản: one neutral paper, which knows nothing of PDF, Word, Excel or the screen."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from congvu.kernel.documents.papers.words import cleaned

LONGEST_NAME = 64  # what Word keeps of the tag of a content control


@dataclass(frozen=True)
class Run:
    """Đoạn chữ: words that share one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Figure:
    """Số liệu: words bound to the indicator or record they were computed from, by name.

    `text` is what people read; `value` is the bare number for a sheet that adds up.
    """

    name: str
    text: str
    label: str = ""
    value: int | Decimal | None = None
    bold: bool = False

    def __post_init__(self) -> None:
        if not 0 < len(self.name) <= LONGEST_NAME:
            raise ValueError(f"Tên gắn với số liệu «{self.text}» phải có từ 1 đến {LONGEST_NAME} ký tự.")


Span: TypeAlias = Run | Figure
Text: TypeAlias = str | Run | Figure | tuple[str | Run | Figure, ...]


def spans(text: Text) -> tuple[Span, ...]:
    """Các đoạn chữ: any text, however it was given, as spans."""
    parts = text if isinstance(text, tuple) else (text,)
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def plain(text: Text) -> str:
    """Chữ trơn: a text without its styles."""
    return "".join(span.text for span in spans(text))


@dataclass(frozen=True)
class Heading:
    """Đề mục: level 1 ("I."), 2 ("1.") or 3 ("a)"); the number belongs to the text."""

    level: Literal[1, 2, 3]
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Đoạn văn."""

    text: Text


@dataclass(frozen=True)
class Bullets:
    """Gạch đầu dòng: a list; the renderings put the dash."""

    items: tuple[Text, ...]


@dataclass(frozen=True)
class Note:
    """Ghi chú: a small line in italics, under a table for instance."""

    text: Text


@dataclass(frozen=True)
class PageBreak:
    """Sang trang."""


@dataclass(frozen=True)
class Column:
    """Cột: its title, alignment and its share of the width."""

    title: str
    align: Literal["left", "centre", "right"] = "left"
    width: float = 1.0


@dataclass(frozen=True)
class Group:
    """Nhóm cột: a title over `span` columns; an empty title leaves its columns two rows high."""

    title: str
    span: int = 1


@dataclass(frozen=True)
class Section:
    """Dòng phân nhóm: one bold row over the whole width of a table."""

    text: Text


Row: TypeAlias = tuple[Text, ...] | Section


@dataclass(frozen=True)
class Table:
    """Bảng, biểu: numbers come already worded the Vietnamese way."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    total: tuple[Text, ...] | None = None
    groups: tuple[Group, ...] = ()

    def __post_init__(self) -> None:
        wide = len(self.columns)
        lines = [row for row in (*self.rows, self.total) if isinstance(row, tuple)]
        if any(len(line) != wide for line in lines):
            raise ValueError(f"Bảng «{self.caption}» có {wide} cột; mỗi dòng phải có đúng {wide} ô.")
        if self.groups and sum(group.span for group in self.groups) != wide:
            raise ValueError(f"Các nhóm cột của bảng «{self.caption}» phải phủ đúng {wide} cột.")


@dataclass(frozen=True)
class Blank:
    """Ô khai: what a prescribed form asks for, and the answer; without one the dots stay."""

    label: str
    words: str = ""


@dataclass(frozen=True)
class Blanks:
    """Dòng khai: the blanks of one numbered item, beside each other; the number belongs to the form."""

    number: str
    blanks: tuple[Blank, ...]

    @property
    def lead(self) -> str:
        """Số của mục, as the form writes it."""
        return f"{self.number}) " if self.number else ""


@dataclass(frozen=True)
class Numbered:
    """Tên mục của mẫu: the line above the table or the lines of a numbered item; it stays with them."""

    number: str
    title: str

    @property
    def words(self) -> str:
        """Số và tên của mục."""
        return f"{self.number}) {self.title}" if self.number else self.title


@dataclass(frozen=True)
class Dots:
    """Dòng để viết tay: so many dotted lines."""

    lines: int


Filled: TypeAlias = Blanks | Numbered | Dots
Block: TypeAlias = Heading | Paragraph | Bullets | Note | PageBreak | Table | Filled


@dataclass(frozen=True)
class Annex:
    """Phụ lục: its number is given by its place in the paper."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = True


@dataclass(frozen=True)
class Issuer:
    """Cơ quan ban hành và cơ quan chủ quản trực tiếp; `reference` is the name within a sentence."""

    superior: str
    body: str
    reference: str = ""


@dataclass(frozen=True)
class Signatory:
    """Người ký: prefix lines such as "KT. TRƯỞNG PHÒNG", the title, the name."""

    title: str
    name: str = ""
    prefixes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """Ảnh: the bytes of a JPEG or a PNG, and what it shows."""

    content: bytes
    shows: str


@dataclass(frozen=True)
class Signing:
    """Nơi ký: lines above the room for a signature, the first in bold, those in brackets in italics."""

    lines: tuple[str, ...]
    name: str = ""
    above: str = ""


@dataclass(frozen=True)
class Prescribed:
    """Mẫu quy định: a form that an authority prescribes has a head and signatures of its own.

    `reference` stands beside the mark, `keeper` below it, `beside` to the right of the picture,
    `foot` under every page.
    """

    mark: str
    keeper: tuple[Blank, ...]
    reference: tuple[Blank, ...]
    beside: tuple[Blanks, ...]
    signings: tuple[Signing, Signing]
    picture_words: str
    picture: Picture | None = None
    foot: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paper:
    """Văn bản hành chính: what is printed, the same in PDF, Word, Excel and on the screen.

    An empty `kind` makes it an official letter (công văn), an empty `number` leaves room for one; one that is
    `prescribed` is printed with the head and the signatures of its form, without letterhead and recipients.
    """

    issuer: Issuer
    symbol: str
    place: str
    day: date
    abstract: str
    signatory: Signatory
    blocks: tuple[Block, ...] = ()
    number: str = ""
    kind: str = "BÁO CÁO"
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = field(default=())
    draft: bool = False
    language: str = "vi"
    prescribed: Prescribed | None = None

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            object.__setattr__(self, name, cleaned(value))

    def figures(self) -> Iterator[Figure]:
        """Các số liệu đã gắn: every bound figure in the order of reading."""
        blocks = (*self.blocks, *(block for annex in self.annexes for block in annex.blocks))
        for text in (text for block in blocks for text in texts(block)):
            yield from (span for span in spans(text) if isinstance(span, Figure))


def texts(block: Block) -> Iterator[Text]:
    """Mọi chữ của một khối, in the order of reading."""
    match block:
        case Heading(text=text) | Paragraph(text=text) | Note(text=text) | Numbered(title=text):
            yield text
        case Bullets(items=items):
            yield from items
        case Blanks(blanks=blanks):
            for blank in blanks:
                yield from (blank.label, blank.words)
        case Table():
            yield block.caption
            yield from (group.title for group in block.groups if group.title)
            yield from (column.title for column in block.columns)
            for row in block.rows:
                yield from (row.text,) if isinstance(row, Section) else row
            yield from block.total or ()
