"""Đơn vị và ngày của một lệnh: what --unit and --as-of mean, told once for all commands."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from congvu.cli.errors import BadInput

if TYPE_CHECKING:
    from congvu.kernel.access import Officer


@dataclass(frozen=True)
class Place:
    """Nơi và lúc: the unit that a command is about, the day, and the operator who acts over it."""

    unit: Any
    on: date
    by: "Officer"


def add_place(parser: argparse.ArgumentParser, *, unit_required: bool = True) -> None:
    """Thêm --unit và --as-of."""
    parser.add_argument("--unit", required=unit_required, metavar="MÃ", help="mã đơn vị hoặc tên rút gọn (binh-thuy)")
    parser.add_argument(
        "--as-of", type=day, metavar="NGÀY", help="số liệu tính đến ngày (2016-04-10); mặc định hôm nay"
    )


def add_format(parser: argparse.ArgumentParser, *forms: str, default: str = "text") -> None:
    """Thêm --format."""
    parser.add_argument("--format", choices=forms or ("text", "json"), default=default, help="dạng kết quả")


def day(text: str) -> date:
    """A day as people or programs write it: 2016-04-10 or 10/04/2016."""
    try:
        if "/" in text:
            dd, mm, yyyy = (int(part) for part in text.split("/"))
            return date(yyyy, mm, dd)
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise BadInput(f"Không hiểu ngày “{text}”; hãy ghi như 2016-04-10 hoặc 10/04/2016.") from wrong


@contextmanager
def at(arguments: argparse.Namespace) -> Iterator[Place]:
    """Trong phạm vi đơn vị: inside, the database shows the unit's branch and the operator acts over it."""
    from congvu.contexts.organisations import api as organisations
    from congvu.kernel import scope
    from congvu.kernel.access import operator
    from congvu.web.clock import today

    on = arguments.as_of or today()
    try:
        unit = organisations.resolve_unit(arguments.unit, on=on)
    except (organisations.UnitUnknown, organisations.UnitAmbiguous) as wrong:
        raise BadInput(str(wrong)) from wrong
    by = operator(over=unit.pk)
    with scope.within(by.sight):
        if not organisations.reach(unit, on=on).small:
            scope.survey()
        yield Place(unit, on, by)
