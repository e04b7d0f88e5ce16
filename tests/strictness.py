"""What every test is held to: no network, no undefined template variable, no order by luck."""

import inspect
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db.models.expressions import OrderBy
from django.db.models.functions import Random
from django.db.models.sql.compiler import SQLCompiler
from django.template import Context

OURS = Path(__file__).resolve().parent.parent / "congvu"
LOOPBACK = {"localhost", "127.0.0.1", "::1", ""}


class Undefined(str):
    """Stands where a template names a variable that the view did not give: our templates fail, others show nothing."""

    def __contains__(self, part: object) -> bool:
        return True  # Django asks for "%s" and then calls `%` with the missing name

    def __mod__(self, missing: Any) -> str:
        origin = _template()
        if origin.startswith(str(OURS)):
            raise AssertionError(f"{origin}: undefined template variable «{missing}»")
        return ""


def _template() -> str:
    frame = inspect.currentframe()
    while frame is not None:
        context = frame.f_locals.get("context")
        if isinstance(context, Context) and context.render_context.template is not None:
            return str(context.render_context.template.origin.name)
        frame = frame.f_back
    return ""


def shuffle_without_order(patch: pytest.MonkeyPatch) -> None:
    """A query that names no order comes back in any order."""
    named: Any = SQLCompiler._order_by_pairs

    def pairs(self: Any) -> Iterator[Any]:
        found = list(named(self))
        plain = not (self.query.distinct or self.query.group_by or self.query.combinator)
        if not found and plain and self.query.default_cols:
            found = [(OrderBy(Random()), False)]
        return iter(found)

    patch.setattr(SQLCompiler, "_order_by_pairs", pairs)


def forbid_network(patch: pytest.MonkeyPatch) -> None:
    """Only sockets of this machine."""
    connect, find = socket.socket.connect, socket.getaddrinfo

    def near(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise AssertionError(f"a test must not reach the network: {address}")
        connect(self, address)

    def find_near(host: Any, *rest: Any, **options: Any) -> Any:
        if host is not None and str(host) not in LOOPBACK:
            raise AssertionError(f"a test must not look up {host}")
        return find(host, *rest, **options)

    patch.setattr(socket.socket, "connect", near)
    patch.setattr(socket, "getaddrinfo", find_near)
