"""Cơ sở dữ liệu cho một lệnh: the one given by DATABASE_URL, else the embedded one of the data folder.

One process at a time runs the embedded server, holding `may-chu.lock`; others join it as guests, holding
`khach.lock`, and a server that a short command started ends when its last guest has gone.
"""

import fcntl
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from congvu.cli import roles
from congvu.cli.errors import BadInput
from congvu.cli.ground import prepared
from congvu.cli.postgres import Cluster

PATIENCE = 300.0  # seconds: the first start makes and fills the tables
ROOT = Path(__file__).resolve().parent.parent.parent


def data_folder() -> Path:
    """Thư mục dữ liệu: DATA, else `data` beside the program."""
    return prepared(Path(os.environ.get("DATA") or ROOT / "data"))


@contextmanager
def connect() -> Iterator[None]:
    """Nối: inside, Django is set up on a database that answers; what a command needs before its first query."""
    with served(furnished=True):
        set_up()
        yield


def set_up() -> None:
    """Chuẩn bị Django with the addresses in the environment."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congvu.config.settings")
    django.setup()


@contextmanager
def served(*, furnished: bool = False) -> Iterator[None]:
    """Có máy chủ: inside, DATABASE_URL and DATABASE_OWNER_URL lead to a running server."""
    keep_secret()
    if os.environ.get("DATABASE_URL"):
        yield
        return
    data = data_folder()
    lock = (data / "may-chu.lock").open("a+")
    with lock:
        if _locked(lock):
            lock.truncate(0)  # a killed `up` has left its name
            with _hosted(data) as cluster:
                with closed_to_guests(data):
                    cluster.start()
                    enter(cluster)
                    if furnished:
                        _furnish_when_new(cluster)
                yield
        else:
            with (data / "khach.lock").open("a") as guest:
                enter(_joined(data, guest))
                yield


def enter(cluster: Cluster) -> None:
    """Đặt địa chỉ nối vào môi trường, for this process and its children."""
    os.environ["DATABASE_URL"] = cluster.url(roles.APPLICATION)
    os.environ["DATABASE_OWNER_URL"] = cluster.url(roles.OWNER)


@contextmanager
def reigning(data: Path, *, title: str) -> Iterator[bool]:
    """Giữ máy chủ: be the one process that runs the server here; True when the last one was killed."""
    with (data / "may-chu.lock").open("a+") as lock:
        end = time.monotonic() + 60
        while not _locked(lock):
            lock.seek(0)
            if who := lock.read().strip():
                raise BadInput(f"Công Vụ đang chạy trên thư mục dữ liệu {data} ({who}); hãy dùng bản đang chạy đó.")
            if time.monotonic() > end:
                raise BadInput(f"Một lệnh khác đang dùng thư mục dữ liệu {data}; hãy đợi lệnh đó xong rồi chạy lại.")
            time.sleep(0.2)
        lock.seek(0)
        killed = bool(lock.read().strip())
        lock.truncate(0)
        lock.write(title)
        lock.flush()
        try:
            yield killed
        finally:
            lock.truncate(0)


@contextmanager
def closed_to_guests(data: Path) -> Iterator[None]:
    """Chưa tiếp khách: others wait while the tables are made."""
    with (data / "khach.lock").open("a") as guests:
        fcntl.flock(guests, fcntl.LOCK_EX)
        yield


def furnish(*, demo: bool) -> None:
    """Dọn nhà: migrate as the owner, then load the lists and, if wanted, the demonstration records."""
    words = ["migrate", "--quiet", "--load", *([] if demo else ["--no-demo"])]
    done = subprocess.run(
        [sys.executable, "-m", "congvu", *words], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    if done.returncode:
        raise BadInput("Chưa chuẩn bị xong cơ sở dữ liệu; xem thông báo ở trên rồi chạy lại.")


def keep_secret() -> None:
    """Khóa bí mật: outside production, generated once into the data folder."""
    if os.environ.get("SECRET_KEY") or os.environ.get("CONGVU_PRODUCTION") == "1":
        return
    kept = data_folder() / "khoa-bi-mat"
    with suppress(FileExistsError), os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48))
    os.environ["SECRET_KEY"] = kept.read_text()


def _furnish_when_new(cluster: Cluster) -> None:
    with cluster.connect(database=roles.DATABASE) as owner:
        found = owner.execute("SELECT to_regclass('django_migrations')").fetchone()
    if found == (None,):
        sys.stderr.write("Lần đầu chạy: đang tạo cơ sở dữ liệu và nạp dữ liệu mẫu…\n")
        furnish(demo=os.environ.get("CONGVU_DEMO") != "0")


@contextmanager
def _hosted(data: Path) -> Iterator[Cluster]:
    cluster = Cluster(data)
    try:
        yield cluster
        with (data / "khach.lock").open("a") as guests:
            fcntl.flock(guests, fcntl.LOCK_EX)
    finally:
        cluster.stop()


def _joined(data: Path, guest: IO[str]) -> Cluster:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if _locked(guest, fcntl.LOCK_SH):
            cluster = Cluster(data)
            if cluster.join():
                return cluster
            fcntl.flock(guest, fcntl.LOCK_UN)
        time.sleep(0.2)
    raise BadInput(f"Máy chủ dữ liệu ở {data} chưa sẵn sàng sau {PATIENCE:.0f} giây; hãy thử lại.")


def _locked(lock: IO[str], how: int = fcntl.LOCK_EX) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(lock, how | fcntl.LOCK_NB)
        return True
    return False
