"""Dữ liệu mẫu: the localities of the five articles and the communes of today, made through everybody's actions.

The numbers that the records must give stand in the TOML files beside, which only this package reads.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

Echo = Callable[[str], None]


@dataclass(frozen=True)
class DemoAccount:
    """Tài khoản mẫu as the log-in page offers it: whose, what it may do, where, and the day on which it opens."""

    username: str
    locality: str
    label: str
    password: str
    opens_on: date | None


def load(*, echo: Echo | None = None) -> None:
    """Nạp dữ liệu mẫu: locality by locality, each whole or not at all; a second call finds them and writes nothing."""
    from congvu.demo.loading import load_all  # models load after the package

    load_all(echo=echo or _say)


def demo_accounts() -> list[DemoAccount]:
    """Tài khoản mẫu: for the log-in page, in the order of the localities."""
    from congvu.demo import accounts  # models load after the package

    return accounts.demo_accounts()


def opening_day(username: str) -> date | None:
    """Ngày mở đầu: the day of the article on which the account begins to look; None is today."""
    return {account.username: account.opens_on for account in demo_accounts()}.get(username)


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
