"""`congvu people search` and `congvu people sort`."""

import argparse
import json
import sys

from congvu.cli.database import connect
from congvu.cli.names import add_sort
from congvu.cli.place import add_format, add_place, at


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Thêm lệnh people."""
    people = commands.add_parser("people", help="tìm người, xếp tên").add_subparsers(title="việc", required=True)
    search = people.add_parser("search", help="tìm người theo họ tên hoặc số hiệu, không cần dấu")
    search.add_argument("query", metavar="TỪ-TÌM")
    add_place(search, unit_required=False)
    add_format(search)
    search.set_defaults(run=_search)
    add_sort(people)


def _search(arguments: argparse.Namespace) -> int:
    with connect():
        found = _found(arguments)
    if arguments.format == "json":
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    else:
        for row in found:
            sys.stdout.write(f"{row['full_name']}\t{row['post']}\t{row['unit']}\n")
        if not found:
            sys.stderr.write(f"Không tìm thấy ai có tên hoặc số hiệu “{arguments.query}”.\n")
    return 0


def _found(arguments: argparse.Namespace) -> list[dict[str, object]]:
    from congvu.contexts.personnel import api as personnel
    from congvu.kernel import scope
    from congvu.web.clock import today

    if arguments.unit:
        with at(arguments) as place:
            return personnel.found(arguments.query, on=place.on, among=place.by.paths[0])
    with scope.within(scope.everything(scope.tops())):
        return personnel.found(arguments.query, on=arguments.as_of or today())
