"""`congvu people sort`: lines of names in the Vietnamese order."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from congvu.cli.errors import BadInput

if TYPE_CHECKING:
    from congvu.cli.words import Commands


def add_sort(commands: "Commands") -> None:
    """Thêm lệnh «sort» vào các lệnh của `people`."""
    parser = commands.add_parser(
        "sort",
        help="xếp tên theo thứ tự tiếng Việt",
        description="Đọc mỗi dòng một họ tên từ đầu vào, in ra theo tên, rồi họ, rồi tên đệm: people sort < ten.txt",
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Đọc, xếp, in."""
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("Đầu vào không phải là văn bản UTF-8; hãy lưu lại tệp tên ở dạng UTF-8 rồi chạy lại.") from error
    sys.stdout.buffer.write("".join(f"{line}\n" for line in in_order(text.splitlines())).encode())
    return 0


def in_order(lines: Iterable[str]) -> list[str]:
    """Các dòng theo thứ tự tên; empty lines fall away, and each line stays as it was written."""
    from congvu.kernel.names import sort_key

    return sorted((line for line in lines if line.strip()), key=lambda line: (sort_key(line), line))
