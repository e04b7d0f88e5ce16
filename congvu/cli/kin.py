"""Tiến trình con: children that end when the one that started them ends, even by kill -9."""

import ctypes
import os
import signal
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def dies_with(parent: int, sign: signal.Signals) -> Callable[[], None]:
    """Sống chết có nhau: what a child runs first, so that the kernel signals it when `parent` is gone."""

    def begin() -> None:
        _libc.prctl(_PR_SET_PDEATHSIG, int(sign))
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        if os.getppid() != parent:  # it went before we asked
            os.kill(os.getpid(), sign)

    return begin
