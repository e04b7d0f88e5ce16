"""`congvu migrate`: bring the tables to this version, as the owner of the database."""

import os
from argparse import Namespace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psycopg

from congvu.cli import database, roles
from congvu.cli.errors import BadInput
from congvu.cli.load import load

if TYPE_CHECKING:
    from congvu.cli.words import Commands


def register(commands: "Commands") -> None:
    """Đăng ký lệnh."""
    parser = commands.add_parser(
        "migrate",
        help="đưa các bảng lên phiên bản này",
        description="Đưa các bảng lên phiên bản này, với vai chủ sở hữu cơ sở dữ liệu (DATABASE_OWNER_URL).",
    )
    parser.add_argument("--quiet", action="store_true", help="chỉ nói khi có lỗi")
    parser.add_argument("--load", action="store_true", help="rồi nạp danh mục hành chính và dữ liệu mẫu")
    parser.add_argument("--no-demo", action="store_true", help="không nạp dữ liệu mẫu")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Nâng cấp."""
    with database.served():
        application = os.environ["DATABASE_URL"]
        owner = os.environ.get("DATABASE_OWNER_URL")
        if not owner:
            raise BadInput("Nâng cấp bảng cần địa chỉ của chủ sở hữu; hãy đặt biến DATABASE_OWNER_URL.")
        with psycopg.connect(owner, autocommit=True) as connection:
            roles.allow(connection, role=urlsplit(application).username or roles.APPLICATION)
        os.environ.pop("CONGVU_POOL", None)
        database.set_up()
        _migrate(owner, verbosity=0 if arguments.quiet else 1)
        if arguments.load:
            _speak_as(application)
            load(demo=not arguments.no_demo)
    return 0


def _migrate(owner: str, *, verbosity: int) -> None:
    from django.core.management import call_command

    _speak_as(owner)
    call_command("migrate", interactive=False, verbosity=verbosity)


def _speak_as(url: str) -> None:
    from django.db import connection

    from congvu.config.settings import database as settings_of

    connection.close()
    connection.settings_dict.update(settings_of(url))
