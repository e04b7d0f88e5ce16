"""A real mail server on a free port of this machine: it keeps what it is handed, or refuses it."""

from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller


class PostOffice:
    """Bưu cục: the letters it took, and the addresses that it refuses."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.raw: list[bytes] = []
        self.refused: set[str] = set()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.refused & set(envelope.rcpt_tos):
            return "451 hộp thư đang bận"
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        self.raw.append(envelope.content)
        return "250 OK"

    def sent_to(self) -> list[str]:
        return sorted(str(letter["To"]) for letter in self.letters)


class _Counter(Controller):
    """The server on whatever port is free: aiosmtpd would call itself at port 0."""

    def _trigger_server(self) -> None:
        server: Any = self.server
        self.port = server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def opened(settings: Any) -> Iterator[PostOffice]:
    """The server runs while the block does, and the settings lead to it."""
    office = PostOffice()
    controller = _Counter(office, hostname="127.0.0.1", port=0)
    controller.start()
    try:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
        settings.CONGVU_ADDRESS = "https://congvu.example.gov.vn"
        yield office
    finally:
        controller.stop()


@pytest.fixture
def post_office(settings: Any) -> Iterator[PostOffice]:
    with opened(settings) as office:
        yield office
