"""One server for every command on a data folder, whoever comes first."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

import psycopg
import pytest

from congvu.cli import database
from congvu.cli.errors import BadInput

HOST = "from congvu.cli.database import served\nwith served(): print('ready', flush=True); input()"


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="congvu-"))
    folder.chmod(0o711)
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATA", str(folder / "data"))
    yield folder / "data"
    rmtree(folder)


def test_a_guest_joins_the_host_and_the_host_waits_for_the_guest(data):
    host = subprocess.Popen([sys.executable, "-c", HOST], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert host.stdout is not None and host.stdout.readline() == b"ready\n"

    with database.served():
        assert host.stdin is not None
        host.stdin.write(b"\n")
        host.stdin.close()
        time.sleep(0.5)
        assert host.poll() is None
        with psycopg.connect(os.environ["DATABASE_URL"]) as guest:
            assert guest.execute("SELECT current_user").fetchone() == ("congvu",)

    assert host.wait(timeout=20) == 0
    host.stdout.close()


def test_a_guest_waits_while_the_tables_are_made(data, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.5)
    with database.served(), database.closed_to_guests(data):
        monkeypatch.delenv("DATABASE_URL")

        with pytest.raises(BadInput, match="chưa sẵn sàng"):
            with database.served():
                pass


def test_only_one_system_runs_on_a_data_folder(data):
    database.data_folder()

    with database.reigning(data, title="cổng 8000"):
        with pytest.raises(BadInput, match=r"đang chạy trên thư mục dữ liệu .* \(cổng 8000\)"):
            with database.reigning(data, title="cổng 8001"):
                pass


def test_a_system_that_was_killed_is_recognised(data):
    database.data_folder()
    (data / "may-chu.lock").write_text("cổng 8000")

    with database.reigning(data, title="cổng 8001") as killed:
        assert killed
    with database.reigning(data, title="cổng 8001") as killed:
        assert not killed


def test_the_secret_key_is_made_once_and_shown_to_its_owner_only(data, monkeypatch):
    database.keep_secret()
    first = os.environ["SECRET_KEY"]
    monkeypatch.delenv("SECRET_KEY")

    database.keep_secret()

    assert os.environ["SECRET_KEY"] == first
    assert (data / "khoa-bi-mat").stat().st_mode & 0o777 == 0o600
    monkeypatch.delenv("SECRET_KEY")


def test_in_production_no_secret_key_is_made_up(data, monkeypatch):
    monkeypatch.setenv("CONGVU_PRODUCTION", "1")

    database.keep_secret()

    assert "SECRET_KEY" not in os.environ
