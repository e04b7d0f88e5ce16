"""`congvu account open`: the first account of an office, and any other."""

import argparse
import os
import sys
from getpass import getpass
from typing import TYPE_CHECKING

from congvu.cli.database import connect
from congvu.cli.errors import BadInput
from congvu.cli.place import add_place, at

if TYPE_CHECKING:
    from congvu.cli.words import Commands


def register(commands: "Commands") -> None:
    """Thêm lệnh account."""
    accounts = commands.add_parser("account", help="mở tài khoản").add_subparsers(title="việc", required=True)
    opened = accounts.add_parser("open", help="mở một tài khoản giữ một vai trò tại một đơn vị")
    opened.add_argument("username", metavar="TÊN-ĐĂNG-NHẬP")
    opened.add_argument("--name", required=True, metavar="HỌ-TÊN", help="họ và tên người dùng")
    opened.add_argument(
        "--role", required=True, metavar="VAI-TRÒ", help="head, officer, clerk, inspector, administrator"
    )
    add_place(opened)
    opened.set_defaults(run=_open)


def _open(arguments: argparse.Namespace) -> int:
    password = os.environ.get("CONGVU_PASSWORD") or _asked()
    with connect(), at(arguments) as place:
        from congvu.kernel.access import accounts

        unit = place.unit.identity
        try:
            user = accounts.open_account(
                arguments.username, arguments.name, password, unit=unit, by=place.by, on=place.on
            )
            accounts.grant(user, arguments.role, unit=unit, basis="Mở từ máy chủ", by=place.by, on=place.on)
        except accounts.Impossible as impossible:
            raise BadInput(str(impossible)) from impossible
    sys.stdout.write(f"Đã mở tài khoản {arguments.username}.\n")
    return 0


def _asked() -> str:
    if not sys.stdin.isatty():
        raise BadInput("Chưa có mật khẩu; hãy đặt biến CONGVU_PASSWORD hoặc chạy lệnh ở cửa sổ dòng lệnh.")
    first, again = getpass("Mật khẩu: "), getpass("Nhập lại: ")
    if first != again:
        raise BadInput("Hai lần nhập không giống nhau; hãy chạy lại lệnh.")
    if len(first) < 10:
        raise BadInput("Mật khẩu phải có ít nhất 10 ký tự; hãy chọn mật khẩu dài hơn.")
    return first
