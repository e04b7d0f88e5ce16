"""`congvu load`: the administrative lists and, unless refused, the demonstration records."""

from argparse import Namespace
from typing import TYPE_CHECKING

from congvu.cli import database

if TYPE_CHECKING:
    from congvu.cli.words import Commands


def register(commands: "Commands") -> None:
    """Đăng ký lệnh."""
    parser = commands.add_parser(
        "load",
        help="nạp danh mục hành chính và dữ liệu mẫu",
        description="Nạp danh mục hành chính và dữ liệu mẫu; nạp lần nữa không thay đổi gì.",
    )
    parser.add_argument("--no-demo", action="store_true", help="không nạp dữ liệu mẫu")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Nạp."""
    with database.served():
        database.set_up()
        load(demo=not arguments.no_demo)
    return 0


def load(*, demo: bool) -> None:
    """Nạp, trên kết nối đang dùng."""
    from congvu import demo as demonstration
    from congvu.contexts.organisations import api as organisations
    from congvu.kernel.access import Officer
    from congvu.web.clock import today

    operator = Officer(user_id=None, name="Người vận hành máy chủ", grants=())
    organisations.load_administrative_lists(by=operator, on=today())
    if demo:
        demonstration.load()
