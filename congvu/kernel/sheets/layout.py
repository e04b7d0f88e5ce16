"""Mẫu bảng: which columns a sheet has, under which names, and what their cells may hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from .values import Precision
from .words import same


class Kind(StrEnum):
    """Kiểu dữ liệu của cột."""

    TEXT = "text"
    NAME = "name"
    DATE = "date"
    NUMBER = "number"
    INTEGER = "integer"
    CHOICE = "choice"
    IDENTIFIER = "identifier"
    YES_NO = "yes_no"


@dataclass(frozen=True)
class Choice:
    """Giá trị trong danh mục: what people read, what the program gets, and other ways of writing it."""

    label: str
    value: str | int = ""
    synonyms: Sequence[str] = ()

    @property
    def meaning(self) -> str | int:
        """Giá trị chương trình nhận: the label itself unless another was given."""
        return self.label if self.value == "" else self.value


@dataclass(frozen=True)
class Column:
    """Cột: its key for the program, its title for people, and what it accepts.

    `precision` is the least that a date must tell; `digits` the lengths an identifier may have;
    `split_by` the key of a choice column whose values may stand as sub-headings of this one
    («Ngày sinh» over «Nam» and «Nữ»).
    """

    key: str
    title: str
    kind: Kind = Kind.TEXT
    required: bool = False
    synonyms: Sequence[str] = ()
    choices: Sequence[Choice | str] = ()
    width: int = 16
    help: str = ""
    precision: Precision = Precision.YEAR
    digits: Sequence[int] = ()
    split_by: str = ""

    @cached_property
    def options(self) -> tuple[Choice, ...]:
        """Danh mục của cột, as choices."""
        return tuple(Choice(each) if isinstance(each, str) else each for each in self.choices)

    @cached_property
    def _catalogue(self) -> dict[str, Choice]:
        return {same(way): each for each in reversed(self.options) for way in (*each.synonyms, each.label)}

    def named(self, text: str) -> Choice | None:
        """Giá trị danh mục có tên này, whatever its case, marks and spaces."""
        return self._catalogue.get(same(text))


@dataclass(frozen=True)
class Layout:
    """Mẫu bảng: the title over the table and its columns in order."""

    title: str
    columns: Sequence[Column]
    sheet: str = "Nhập liệu"

    def __getitem__(self, key: str) -> Column:
        return self.by_key[key]

    @cached_property
    def required(self) -> tuple[Column, ...]:
        """Các cột bắt buộc."""
        return tuple(column for column in self.columns if column.required)

    @cached_property
    def by_key(self) -> dict[str, Column]:
        """Cột theo khóa."""
        return {column.key: column for column in self.columns}
