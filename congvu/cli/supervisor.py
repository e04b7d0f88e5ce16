"""Giám sát: the parts of a running system, started together, mended when one dies, stopped together."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from congvu.cli.errors import BadInput
from congvu.cli.kin import dies_with
from congvu.cli.postgres import Cluster

STEADY = 10.0  # seconds: a part that lived this long is restarted at once when it dies
LONGEST_PAUSE = 30.0
GRACE = 10.0  # seconds that a part has to end by itself
_WATCHED = {signal.SIGCHLD, signal.SIGINT, signal.SIGTERM, signal.SIGHUP}


def say(sentence: str) -> None:
    """Nói với người vận hành."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


class Part:
    """Bộ phận: one process with all that it starts, in a group of its own."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self.name = name
        self.command = command
        self.process: subprocess.Popen[bytes] | None = None
        self.born = 0.0
        self.pause = 0.0

    @property
    def dead(self) -> bool:
        """Đã chết hoặc chưa sống."""
        return self.process is None or self.process.poll() is not None

    def start(self) -> None:
        """Khởi động."""
        self.born = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=dies_with(os.getpid(), signal.SIGTERM),
        )

    def mend(self) -> None:
        """Chữa: start again what died, at once the first time, later and later when it keeps dying."""
        now = time.monotonic()
        if self.process is not None and self.process.returncode is not None:
            self.sign(signal.SIGKILL)  # whatever it started and left behind
            self.pause = 0.0 if now - self.born > STEADY else min(max(1.0, self.pause * 2), LONGEST_PAUSE)
            say(f"Bộ phận «{self.name}» đã dừng ngoài ý muốn; sẽ khởi động lại sau {self.pause:.0f} giây.")
            self.process = None
            self.born = now
        if now - self.born >= self.pause:
            self.start()

    def sign(self, sign: signal.Signals) -> None:
        """Ra hiệu cho cả nhóm tiến trình."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, sign)


class Supervisor:
    """Người giám sát: runs in the foreground until told to stop."""

    def __init__(self, cluster: Cluster | None, parts: Sequence[Part]) -> None:
        self.cluster = cluster
        self.parts = parts

    def run(self, *, ready: Callable[[], bool]) -> None:
        """Chạy: `ready` is asked now and then until it says yes."""
        signal.pthread_sigmask(signal.SIG_BLOCK, _WATCHED)
        answered = False
        while True:
            self._mend()
            answered = answered or ready()
            told = signal.sigtimedwait(_WATCHED, 1.0 if answered else 0.2)
            if told and told.si_signo != signal.SIGCHLD:
                return

    def stop(self) -> None:
        """Dừng: the parts first, the database last."""
        for part in self.parts:
            if not part.dead:
                part.sign(signal.SIGTERM)
        end = time.monotonic() + GRACE
        for part in self.parts:
            if part.process is not None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    part.process.wait(timeout=max(0.1, end - time.monotonic()))
                part.sign(signal.SIGKILL)
                part.process.wait()
        if self.cluster is not None:
            self.cluster.stop()

    def _mend(self) -> None:
        if self.cluster is not None and self.cluster.dead:
            say("PostgreSQL đã dừng ngoài ý muốn; đang phục hồi.")
            try:
                self.cluster.start()
            except BadInput as refused:
                say(str(refused))
                time.sleep(1.0)
                return
            say("PostgreSQL đã chạy lại, dữ liệu còn nguyên.")
        for part in self.parts:
            if part.dead:
                part.mend()
