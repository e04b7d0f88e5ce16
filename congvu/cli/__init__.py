"""Dòng lệnh `congvu`: every command in its own file, each with --help.

A command file has `register(commands)`, which adds its parser and names the function that runs:
`parser.set_defaults(run=…)`. The function takes the parsed arguments and returns the exit status.
Command files import Django and the contexts inside their functions, so that `--help` is instant.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from congvu.cli.errors import BadInput
from congvu.cli.words import Parser

Run = Callable[[Namespace], int]

MODULES = (
    "up",
    "serve",
    "work",
    "migrate",
    "load",
    "imports",
    "people",
    "reports",
    "reckoning",
    "audit",
    "accounts",
    "doctor",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Chạy một lệnh: a refusal is one sentence on standard error and status 2."""
    try:
        arguments = parser().parse_args(argv)
        return cast(Run, arguments.run)(arguments)
    except BadInput as refused:
        sys.stderr.write(f"{refused}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def parser() -> Parser:
    """Bộ đọc tham số của mọi lệnh."""
    whole = Parser(prog="congvu", description="Công Vụ: nền tảng mở cho ngành Nội vụ.")
    commands = whole.add_subparsers(title="lệnh", metavar="LỆNH", required=True)
    for name in MODULES:
        if find_spec(f"{__name__}.{name}"):
            import_module(f"{__name__}.{name}").register(commands)
    return whole
