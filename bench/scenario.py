"""Kịch bản đo: what is measured, what stands beside it as the raw limit, and how near the two should be."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import psycopg

Deed = Callable[[], Any]


@dataclass(frozen=True)
class Answer:
    """Câu trả lời của máy chủ."""

    status: int
    body: bytes


class Caller(Protocol):
    """Trình duyệt: asks one server, keeping its cookies."""

    def get(self, path: str) -> Answer: ...
    def post(self, path: str, sent: Mapping[str, str]) -> Answer: ...


@dataclass(frozen=True)
class Stage:
    """Sân đo: one province with the servers over it; `sql` is the application's role within the scope."""

    size: int
    pages: Caller
    bare: Caller
    sql: "psycopg.Cursor[Any]"
    inside: Callable[[], AbstractContextManager[None]]
    folder: Path
    day: date
    numbers: Iterator[int]
    known: dict[str, Any] = field(default_factory=dict)

    def page(self, path: str) -> Answer:
        """Mở trang: anything but a page is a fault of the scenario."""
        answer = self.pages.get(path)
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        return answer

    def rows(self, statement: str, *values: Any) -> list[Any]:
        """Câu SQL trần."""
        self.sql.execute(statement, values, prepare=True)
        return self.sql.fetchall()

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """What is prepared once for this size and used in every repetition."""
        if name not in self.known:
            self.known[name] = make()
        return self.known[name]


@dataclass(frozen=True)
class Limit:
    """Giới hạn trần: the least that the work could cost; `aim` is how many times of it ours may take."""

    name: str
    label: str
    deed: Callable[[Stage], Deed]
    aim: float | None = None


@dataclass(frozen=True)
class Scenario:
    """Kịch bản: `deed` prepares on a stage and gives what is repeated; `growth` bounds largest over smallest."""

    name: str
    label: str
    deed: Callable[[Stage], Deed]
    beside: tuple[Limit, ...]
    growth: float | None = None
    repeats: int = 40
    note: str = ""


def the_bare_page(aim: float | None = None) -> Limit:
    """Trang «ok»: a view without middleware, in the same kind of server with as many workers."""
    return Limit("ok", "Trang «ok» không qua lớp nào", lambda stage: lambda: stage.bare.get("/"), aim)


def opening(path: str) -> Callable[[Stage], Deed]:
    """Mở một trang theo địa chỉ cố định."""
    return lambda stage: lambda: stage.page(path)


def asking(statement: str, *values: Any) -> Limit:
    """The same rows by one statement through psycopg."""
    return Limit("sql", "Câu SQL tương ứng qua psycopg", lambda stage: lambda: stage.rows(statement, *values))
