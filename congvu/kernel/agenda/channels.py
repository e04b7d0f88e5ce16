"""Kênh nhắc việc: how a reminder reaches a person; the configuration lists them, and each is one small class."""

import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.module_loading import import_string

from congvu.kernel.access.models import User


class NotDelivered(Exception):
    """Chưa gửi được; the words are those of whoever refused."""


@dataclass(frozen=True)
class Message:
    """Lời nhắc: to whom, in plain words and as a page; `key` tells it from every other."""

    to: User
    key: str
    subject: str
    text: str
    html: str
    stop_url: str


class Channel(Protocol):
    """Một kênh: whether it reaches the account, and the sending itself, which raises NotDelivered."""

    name: str
    label: str

    def reaches(self, user: User) -> bool: ...
    def send(self, message: Message) -> None: ...


class InPage:
    """Trên trang: the top bar counts what presses and home shows it, so nothing has to travel."""

    name = "page"
    label = "Trên trang Công Vụ"

    def reaches(self, user: User) -> bool:
        """Every account that may log in."""
        return user.is_active

    def send(self, message: Message) -> None:
        """It lies there already."""


class Email:
    """Thư điện tử, over the office's own mail server."""

    name = "email"
    label = "Thư điện tử"

    def reaches(self, user: User) -> bool:
        """Accounts with an address, where a mail server is named."""
        return bool(settings.EMAIL_HOST and user.is_active and user.email)

    def send(self, message: Message) -> None:
        """One letter, in plain words and as a page; the server's refusal is told on."""
        host = urlsplit(settings.CONGVU_ADDRESS).hostname or "congvu"
        headers = {"Message-ID": f"<{message.key}@{host}>", "List-Unsubscribe": f"<{message.stop_url}>"}
        subject = " ".join(message.subject.split())
        letter = EmailMultiAlternatives(subject, message.text, to=[message.to.email], headers=headers)
        letter.attach_alternative(message.html, "text/html")
        try:
            letter.send()
        except (smtplib.SMTPException, OSError, ValueError) as refused:
            raise NotDelivered(f"{type(refused).__name__}: {refused}") from refused


@cache
def channels() -> Sequence[Channel]:
    """The channels that the configuration lists."""
    return tuple(import_string(name)() for name in settings.CONGVU_CHANNELS)
