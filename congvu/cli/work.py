"""`congvu work`: the background and timed work alone."""

import asyncio
from argparse import Namespace
from typing import TYPE_CHECKING

from congvu.cli import database

if TYPE_CHECKING:
    from congvu.cli.words import Commands


def register(commands: "Commands") -> None:
    """Đăng ký lệnh."""
    parser = commands.add_parser(
        "work",
        help="chỉ chạy việc nền",
        description="Chỉ chạy việc nền và việc theo giờ; cơ sở dữ liệu theo biến DATABASE_URL, hoặc bản đi kèm.",
    )
    parser.add_argument("--concurrency", type=int, default=2, help="số việc làm cùng lúc (mặc định: %(default)s)")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Làm việc nền."""
    with database.connect():
        asyncio.run(_work(arguments.concurrency))
    return 0


async def _work(concurrency: int) -> None:
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    connector = app.connector
    assert isinstance(connector, DjangoConnector)
    with app.replace_connector(connector.get_worker_connector()):
        async with app.open_async():
            await app.run_worker_async(
                concurrency=concurrency, name="congvu", shutdown_graceful_timeout=8, delete_jobs="successful"
            )
