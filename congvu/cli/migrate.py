"""`congvu migrate`: bring the tables to this version, as the owner of the database."""

import os
from argparse import Namespace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psycopg

from congvu.cli import database, roles
from congvu.cli.errors import BadInput

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
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Nâng cấp."""
    with database.served():
        owner = os.environ.get("DATABASE_OWNER_URL")
        if not owner:
            raise BadInput("Nâng cấp bảng cần địa chỉ của chủ sở hữu; hãy đặt biến DATABASE_OWNER_URL.")
        application = urlsplit(os.environ["DATABASE_URL"]).username or roles.APPLICATION
        with psycopg.connect(owner, autocommit=True) as connection:
            roles.allow(connection, role=application)
        os.environ["DATABASE_URL"] = owner
        os.environ.pop("CONGVU_POOL", None)
        database.set_up()
        from django.core.management import call_command

        call_command("migrate", interactive=False, verbosity=0 if arguments.quiet else 1)
    return 0
