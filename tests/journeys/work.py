"""The worker beside the server, in a thread of its own."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector


@contextmanager
def beside() -> Iterator[None]:
    """Inside, whatever is queued is soon done."""
    stop = threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(_work(stop)), name="background work")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=20)
        assert not thread.is_alive()


async def _work(stop: threading.Event) -> None:
    connector = app.connector
    assert isinstance(connector, DjangoConnector)
    own = app.with_connector(connector.get_worker_connector())  # the pages keep theirs, which shares their transaction
    async with own.open_async():
        while not stop.is_set():
            await own.run_worker_async(
                queues=["imports"], wait=False, install_signal_handlers=False, listen_notify=False
            )
            await asyncio.sleep(0.2)
    connections.close_all()
