"""What dies is started again; what was started is ended."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from congvu.cli.supervisor import Part, Supervisor

LASTS = ("sleep", "60")


def _soon(question: Callable[[], object]) -> bool:
    end = time.monotonic() + 5
    while time.monotonic() < end:
        if question():
            return True
        time.sleep(0.02)
    return False


def _alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_a_part_that_dies_is_started_again():
    part = Part("thử", LASTS)
    part.start()
    assert part.process is not None
    first = part.process.pid
    os.kill(first, signal.SIGKILL)

    assert _soon(lambda: part.dead)
    part.born -= 60  # it had been running steadily
    part.mend()

    assert not part.dead
    assert part.process.pid != first
    Supervisor(None, [part]).stop()


def test_a_part_that_keeps_dying_is_started_later_and_later():
    part = Part("thử", ("false",))
    pauses = []

    for _ in range(3):
        part.start()
        assert _soon(lambda: part.dead)
        part.mend()
        pauses.append(part.pause)

    assert pauses == [1.0, 2.0, 4.0]


def test_stopping_ends_also_what_a_part_has_started():
    part = Part("thử", ("sh", "-c", "sleep 60 & echo $! > /proc/self/fd/1; wait"))
    part.start()
    assert part.process is not None
    group = part.process.pid

    Supervisor(None, [part]).stop()

    assert _soon(lambda: not _group(group))


def test_the_parts_of_a_killed_supervisor_end_with_it():
    supervisor = subprocess.Popen(
        [sys.executable, "-c", "from congvu.cli.supervisor import Part; import time\n"
         "part = Part('thử', ('sleep', '60')); part.start(); print(part.process.pid, flush=True); time.sleep(60)"],
        stdout=subprocess.PIPE,
    )  # fmt: skip
    assert supervisor.stdout is not None
    child = int(supervisor.stdout.readline())
    assert _alive(child)

    supervisor.kill()
    supervisor.communicate()

    assert _soon(lambda: not _alive(child))


def _group(number: int) -> list[int]:
    """The living processes of a group."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, group = stat.read_text().rsplit(")", 1)[1].split()[:3]
            if int(group) == number and state != "Z":
                found.append(int(stat.parent.name))
    return found
