"""Dữ liệu mẫu: Bình Thủy district and its wards as of 10 April 2016, made through the same actions as everybody's.

The numbers that the records must give stand in `binh_thuy.toml`, which only this package reads.
"""

import sys
from collections.abc import Callable
from datetime import date

Echo = Callable[[str], None]


def load(*, echo: Echo | None = None) -> None:
    """Nạp dữ liệu mẫu: part by part, each whole or not at all; a second call finds them and writes nothing."""
    from congvu.demo.loading import load_all  # models load after the package

    load_all(echo=echo or _say)


def demo_accounts() -> list[tuple[str, str, str]]:
    """Tài khoản mẫu: user name, what it may do in words, password; for the log-in page."""
    from congvu.demo import accounts  # models load after the package

    return accounts.demo_accounts()


def opening_day() -> date:
    """Ngày mở đầu: the day of the article, on which the demonstration's accounts begin to look."""
    from congvu.demo.plan import binh_thuy

    return binh_thuy().day


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
