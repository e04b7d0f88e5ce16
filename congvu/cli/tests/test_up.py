"""The whole system on one machine: loses any part and goes on, ends with everything it started."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from shutil import rmtree

import pytest

from congvu.cli import up
from congvu.cli.errors import BadInput
from congvu.cli.postgres import Cluster
from congvu.cli.roles import DATABASE

ANSWERS = "Công Vụ đang chạy tại"


class House:
    """One `congvu up` after another, on one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.said = data.parent / "said"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def start(self) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
        with self.said.open("w") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "congvu", "up", "--no-demo", f"--port={self.port}", f"--data={self.data}"],
                stderr=said,
                env=environment,
            )
        _soon(lambda: ANSWERS in self.said.read_text() or self.process.poll() is not None, within=120)
        assert ANSWERS in self.said.read_text(), self.said.read_text()

    def answers(self) -> bool:
        return up.answers("127.0.0.1", self.port)

    def part(self, word: str) -> int:
        return next((pid for pid, line in _family(self.process.pid) if word in line), 0)

    def has_another(self, word: str, lost: int) -> bool:
        return self.part(word) not in (0, lost)

    def everything(self) -> list[int]:
        return [pid for pid, line in _family(1) if f"--port {self.port} " in line or str(self.data) in line]

    def count_of_units(self) -> object:
        guest = Cluster(self.data)
        assert guest.join()
        with guest.connect(database=DATABASE) as owner:
            return owner.execute("SELECT count(*) FROM organisations_unit").fetchone()


@pytest.fixture
def house() -> Iterator[House]:
    folder = Path(tempfile.mkdtemp(prefix="congvu-"))
    folder.chmod(0o711)
    made = House(folder / "data")
    yield made
    for pid in made.everything():
        os.kill(pid, signal.SIGKILL)
    made.process.wait()
    rmtree(folder)


def test_the_system_loses_any_part_and_goes_on_with_its_data(house):
    house.start()
    units = house.count_of_units()
    assert units[0] > 10_000

    for part in ("congvu serve", "congvu work", "/postgres -D"):
        lost = house.part(part)
        os.kill(lost, signal.SIGKILL)
        assert _soon(partial(house.has_another, part, lost)), part
        assert _soon(house.answers), house.said.read_text()

    house.process.kill()
    house.process.wait()
    assert _soon(lambda: house.everything() == [])

    house.start()
    assert house.count_of_units() == units

    house.process.send_signal(signal.SIGINT)
    assert house.process.wait(timeout=30) == 0
    assert house.everything() == []


def test_a_busy_port_is_refused_in_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(
            BadInput, match=f"Cổng {port} ở 127.0.0.1 đang bận; .* chọn cổng khác, ví dụ PORT={port + 1}"
        ):
            up.refuse_busy("127.0.0.1", port)


@pytest.mark.parametrize("wrong", ["", "0", "65536", "tám nghìn", "80a", "-1"])
def test_a_port_is_a_number_from_one_to_65535(wrong):
    with pytest.raises(BadInput, match="hãy cho một số từ 1 đến 65535"):
        up.port_number(wrong)


def _soon(question: Callable[[], object], *, within: float = 40) -> bool:
    end = time.monotonic() + within
    while time.monotonic() < end:
        if question():
            return True
        time.sleep(0.1)
    return False


def _family(elder: int) -> list[tuple[int, str]]:
    """Every process that descends from `elder` (all of them from 1), with its command line."""
    kin, found = {elder}, []
    for folder in sorted(Path("/proc").glob("[0-9]*"), key=lambda path: int(path.name)):
        with suppress(OSError):
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            if line and (elder == 1 or parent in kin):
                kin.add(int(folder.name))
                found.append((int(folder.name), line))
    return found
