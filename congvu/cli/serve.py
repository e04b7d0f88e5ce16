"""`congvu serve`: the web server alone."""

import fcntl
import hashlib
import os
import signal
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from congvu.cli import database
from congvu.cli.kin import dies_with
from congvu.cli.up import HOST, port_number, refuse_busy

if TYPE_CHECKING:
    from congvu.cli.words import Commands

WORKERS = 2
THREADS = 8  # as many as the pool of a worker has connections


def register(commands: "Commands") -> None:
    """Đăng ký lệnh."""
    parser = commands.add_parser(
        "serve",
        help="chỉ chạy máy chủ web",
        description="Chỉ chạy máy chủ web; cơ sở dữ liệu theo biến DATABASE_URL, hoặc bản đi kèm.",
    )
    parser.add_argument(
        "--port", default=os.environ.get("PORT") or "8000", help="cổng (mặc định: biến PORT, hoặc 8000)"
    )
    parser.add_argument("--host", default=HOST, help="địa chỉ lắng nghe (mặc định: %(default)s)")
    parser.add_argument("--workers", type=int, default=WORKERS, help="số tiến trình phục vụ (mặc định: %(default)s)")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Phục vụ."""
    port = port_number(arguments.port)
    refuse_busy(arguments.host, port, patience=5.0)
    os.environ["CONGVU_POOL"] = "1"
    with database.connect():
        publish()
        _server(arguments, port).serve(target_loader=_application(os.getpid()), wrap_loader=False)
    return 0


def publish() -> None:
    """Xuất tệp tĩnh: collect, name by content and compress, when anything has changed since the last time."""
    from django.conf import settings
    from django.core.management import call_command

    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    with (settings.DATA / "tep-tinh.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp = settings.STATIC_ROOT / ".dau-van"
        print_now = _fingerprint()
        if not stamp.exists() or stamp.read_text() != print_now:
            call_command("collectstatic", interactive=False, clear=True, verbosity=0)
            stamp.write_text(print_now)


def _fingerprint() -> str:
    from django.contrib.staticfiles.finders import get_finders

    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            found = os.stat(storage.path(path))
            seen.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def _server(arguments: Namespace, port: int) -> Any:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    return Granian(
        "congvu.config.wsgi:application",
        address=arguments.host,
        port=port,
        interface=Interfaces.WSGI,
        workers=arguments.workers,
        blocking_threads=THREADS,
        backlog=1024,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        log_level=LogLevels.error,
    )


def _application(parent: int) -> Callable[[], Any]:
    """What each serving process loads: it ends with the server that started it."""

    def load() -> Any:
        dies_with(parent, signal.SIGTERM)()
        from congvu.config.wsgi import application

        return application

    return load
