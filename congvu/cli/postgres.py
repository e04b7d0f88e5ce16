"""PostgreSQL đi kèm: run in the foreground as a child, never as a service of its own.

Nothing here trusts a file to know whether a server lives: the processes whose working folder is the
cluster are the server, whatever `postmaster.pid` says.
"""

import contextlib
import json
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, urlencode

import psycopg

from congvu.cli import ground, roles
from congvu.cli.errors import BadInput
from congvu.cli.kin import dies_with

SOCKET_LIMIT = 90  # a socket's whole path may have 107 bytes; its name takes the rest
PATIENCE = 120.0  # seconds: a long recovery after a crash is not a failure


class Cluster:
    """Cụm cơ sở dữ liệu: one embedded PostgreSQL server over one data folder."""

    def __init__(self, data: Path, *, settings: Mapping[str, str] | None = None, orphan: bool = False) -> None:
        self.ground = ground.stand(data)
        self.folder = self.ground.home / "postgresql"
        self.log = self.ground.home / "postgresql.log"
        self.settings = dict(settings or {})
        self.orphan = orphan  # True: outlives whoever starts it; somebody else promises to end it
        self.process: subprocess.Popen[bytes] | None = None
        self.sockets = self._socket_folder()

    @property
    def dead(self) -> bool:
        """Máy chủ do ta chạy đã chết."""
        return self.process is None or self.process.poll() is not None

    def start(self) -> None:
        """Khởi động: clear what a killed server left, create on first use, and wait for an answer."""
        self._refuse_other_version()
        self.clear_leftovers()
        if not self.folder.exists():
            self._create()
        self._launch()
        self._wait_until_ready()
        with self.connect() as owner:
            roles.establish(owner, passwords=self._passwords())

    def stop(self) -> None:
        """Dừng: disconnect everyone, write everything, end."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait(timeout=30)
        self.process = None
        if self.sockets.parent != self.ground.home:
            shutil.rmtree(self.sockets, ignore_errors=True)

    def url(self, role: str, *, database: str = roles.DATABASE) -> str:
        """Địa chỉ nối: the connection address of a role, valid while the server runs."""
        secret = quote(self._passwords()[role], safe="")
        return f"postgresql://{role}:{secret}@/{database}?{urlencode({'host': str(self.sockets)})}"

    def connect(self, *, database: str = "postgres") -> psycopg.Connection:
        """Nối với tư cách chủ sở hữu."""
        return psycopg.connect(self.url(roles.OWNER, database=database), autocommit=True, connect_timeout=5)

    def join(self) -> bool:
        """Dùng chung: find the server that another process runs here; False when none is ready."""
        with contextlib.suppress(FileNotFoundError, IndexError):
            lines = (self.folder / "postmaster.pid").read_text().splitlines()
            if lines[7].strip() == "ready" and int(lines[0]) in self.processes():
                self.sockets = Path(lines[4])
                return True
        return False

    def processes(self) -> list[int]:
        """Các tiến trình đang sống của máy chủ này, kể cả khi máy chủ chính đã chết."""
        return [pid for pid, place in _servers() if place == str(self.folder)]

    def clear_leftovers(self) -> None:
        """Dọn: end what a killed supervisor left running, then remove the lock that names it."""
        for sign, seconds in ((None, 2.0), (signal.SIGINT, 10.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
            if self._gone_within(seconds, sign):
                break
        if self.process is not None:
            self.process.wait()
        lock = self.folder / "postmaster.pid"
        if lock.exists():
            self._forget_sockets(lock)
            lock.unlink()

    def _gone_within(self, seconds: float, sign: signal.Signals | None) -> bool:
        for pid in self.processes() if sign else ():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, sign or 0)
        end = time.monotonic() + seconds
        while self.processes():
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def _forget_sockets(self, lock: Path) -> None:
        lines = lock.read_text().splitlines()
        place = Path(lines[4]) if len(lines) > 4 else self.sockets
        for name in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
            (place / name).unlink(missing_ok=True)
        if place.name.startswith("congvu-") and place != self.sockets:
            shutil.rmtree(place, ignore_errors=True)

    def _refuse_other_version(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            found = (self.folder / "PG_VERSION").read_text().strip()
            if found != ground.major():
                raise BadInput(
                    f"Dữ liệu trong {self.folder} thuộc PostgreSQL {found}, bản đi kèm là {ground.major()}; "
                    f"hãy xuất dữ liệu bằng PostgreSQL {found} rồi nạp vào một thư mục mới."
                )

    def _create(self) -> None:
        draft = self.folder.with_name("postgresql.dang-tao")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        self.ground.give(draft)
        passwords = {role: secrets.token_urlsafe(24) for role in (roles.OWNER, roles.APPLICATION)}
        _write_private(self.ground.home / "postgresql.mat-khau", json.dumps(passwords))
        spoken = draft.with_name("postgresql.mat-khau-dau")
        _write_private(spoken, passwords[roles.OWNER])
        self.ground.give(spoken)
        try:
            self._initdb(draft, spoken)
        finally:
            spoken.unlink()
        (draft / "pg_hba.conf").write_text("local all all scram-sha-256\n")
        draft.rename(self.folder)

    def _initdb(self, draft: Path, spoken: Path) -> None:
        done = subprocess.run(
            [
                *(str(self.ground.programs / "initdb"), "-D", str(draft), "-U", roles.OWNER, f"--pwfile={spoken}"),
                *("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
                *("--auth=scram-sha-256", "--no-instructions"),
            ],
            user=self.ground.user,
            group=self.ground.group,
            extra_groups=None if self.ground.user is None else [],
            env={"PATH": os.defpath, "LC_ALL": "C"},
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise BadInput(f"Không tạo được cơ sở dữ liệu ở {self.folder}: {_last_line(done.stderr)}")

    def _launch(self) -> None:
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        self.ground.give(self.sockets)
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            "unix_socket_permissions": "0700",
            "cluster_name": "congvu",
            **self.settings,
        }
        if self.log.exists() and self.log.stat().st_size > 10_000_000:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *(str(self.ground.programs / "postgres"), "-D", str(self.folder)),
                    *(word for name, value in options.items() for word in ("-c", f"{name}={value}")),
                ],
                user=self.ground.user,
                group=self.ground.group,
                extra_groups=None if self.ground.user is None else [],
                env={"PATH": os.defpath, "LC_ALL": "C"},
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=None if self.orphan else dies_with(os.getpid(), signal.SIGINT),
            )

    def _wait_until_ready(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process and self.process.poll() is None:
            try:
                with self.connect():
                    return
            except psycopg.OperationalError as error:
                if "authentication failed" in str(error):
                    self.stop()
                    raise BadInput(self._strange_passwords()) from error
            time.sleep(0.03)
        said = self.log.read_text(errors="replace") if self.log.exists() else ""
        self.stop()
        raise BadInput(f"PostgreSQL đi kèm không khởi động được: {_last_line(said)} Xem nhật ký {self.log}.")

    def _passwords(self) -> dict[str, str]:
        try:
            found: dict[str, str] = json.loads((self.ground.home / "postgresql.mat-khau").read_text())
        except OSError as error:
            raise BadInput(self._strange_passwords()) from error
        return found

    def _strange_passwords(self) -> str:
        return (
            f"Không đọc được mật khẩu của cơ sở dữ liệu ở {self.ground.home}/postgresql.mat-khau, hoặc tệp đó thuộc "
            "cơ sở dữ liệu khác; hãy chạy bằng đúng người dùng hoặc khôi phục tệp này từ bản sao lưu."
        )

    def _socket_folder(self) -> Path:
        inside = self.ground.home / "socket"
        if len(os.fsencode(inside)) <= SOCKET_LIMIT:
            return inside
        return Path(tempfile.mkdtemp(prefix="congvu-", dir="/tmp"))


def _servers() -> Iterator[tuple[int, str]]:
    """Every postgres on this machine that we may see, with the folder it works in."""
    for name in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError):
            program = os.readlink(f"/proc/{name}/exe").removesuffix(" (deleted)")
            if program.endswith("/postgres"):
                yield int(name), os.readlink(f"/proc/{name}/cwd")


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)


def _last_line(said: str) -> str:
    return next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "không rõ lý do.")
