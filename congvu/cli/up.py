"""`congvu up`: the whole system on this machine, in the foreground."""

import contextlib
import errno
import http.client
import os
import signal
import socket
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from congvu.cli import database
from congvu.cli.errors import BadInput
from congvu.cli.ground import prepared
from congvu.cli.postgres import Cluster
from congvu.cli.supervisor import Part, Supervisor, say

if TYPE_CHECKING:
    from congvu.cli.words import Commands

HOST = "127.0.0.1"
CONGVU = (sys.executable, "-m", "congvu")


def register(commands: "Commands") -> None:
    """Đăng ký lệnh."""
    parser = commands.add_parser(
        "up",
        help="chạy toàn bộ hệ thống trên máy này",
        description="Chạy cơ sở dữ liệu, máy chủ web và việc nền trong một cửa sổ; Ctrl-C dừng tất cả.",
    )
    parser.add_argument(
        "--port", default=os.environ.get("PORT") or "8000", help="cổng (mặc định: biến PORT, hoặc 8000)"
    )
    parser.add_argument("--host", default=HOST, help="địa chỉ lắng nghe (mặc định: %(default)s)")
    parser.add_argument("--data", help="thư mục dữ liệu (mặc định: biến DATA, hoặc «data» cạnh chương trình)")
    parser.add_argument("--no-demo", action="store_true", help="không nạp dữ liệu mẫu")
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Chạy."""
    port = port_number(arguments.port)
    if arguments.data:
        os.environ["DATA"] = arguments.data
    data = database.data_folder()
    os.environ["DATA"] = str(data)
    signal.signal(signal.SIGTERM, _interrupt)
    signal.signal(signal.SIGHUP, _interrupt)
    with database.reigning(data, title=f"cổng {port}, tiến trình {os.getpid()}") as killed:
        refuse_busy(arguments.host, port, patience=15.0 if killed else 0.0)
        with _house(data, host=arguments.host, port=port, demo=not arguments.no_demo) as supervisor:
            os.environ["CONGVU_POOL"] = "1"
            supervisor.run(ready=lambda: _announced(arguments.host, port))
            say("Đang dừng…")
    say("Đã dừng. Dữ liệu nằm ở " + str(data) + ".")
    return 0


def port_number(text: str) -> int:
    """Cổng: a number from 1 to 65535."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise BadInput(f"Cổng «{text}» không hợp lệ; hãy cho một số từ 1 đến 65535.")
    return int(text)


def refuse_busy(host: str, port: int, *, patience: float = 0.0) -> None:
    """Từ chối khi cổng bận; `patience` lets the parts of a killed system finish."""
    end = time.monotonic() + patience
    while True:
        try:
            with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((host, port))
            return
        except PermissionError as error:
            raise BadInput(
                f"Không được phép mở cổng {port}; hãy chọn cổng từ 1024 trở lên, ví dụ PORT=8000."
            ) from error
        except OSError as error:
            if time.monotonic() > end:
                raise BadInput(_unusable(host, port, error)) from error
            time.sleep(0.2)


def _unusable(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Cổng {port} ở {host} đang bận; hãy dừng chương trình đang dùng cổng đó "
            f"hoặc chọn cổng khác, ví dụ PORT={port % 65535 + 1}."
        )
    return f"Không lắng nghe được ở địa chỉ {host} cổng {port} ({error.strerror}); hãy xem lại --host và --port."


@contextmanager
def _house(data: Path, *, host: str, port: int, demo: bool) -> Iterator[Supervisor]:
    """The database runs inside; whatever happens, everything that was started is stopped at the end."""
    database.keep_secret()
    cluster = None if os.environ.get("DATABASE_URL") else Cluster(prepared(data))
    parts = (
        Part("trang web", (*CONGVU, "serve", "--port", str(port), "--host", host)),
        Part("việc nền", (*CONGVU, "work")),
    )
    supervisor = Supervisor(cluster, parts)
    try:
        with database.closed_to_guests(data):
            if cluster is not None:
                cluster.start()
                database.enter(cluster)
            say("Đang chuẩn bị cơ sở dữ liệu; lần đầu mất khoảng một phút…")
            database.furnish(demo=demo)
        yield supervisor
    except KeyboardInterrupt:
        say("Đang dừng…")
        raise
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        supervisor.stop()


def answers(host: str, port: int) -> bool:
    """Trang đăng nhập đã mở được."""
    with contextlib.suppress(OSError, http.client.HTTPException):
        with contextlib.closing(http.client.HTTPConnection(host, port, timeout=5)) as asked:
            asked.request("GET", "/dang-nhap/", headers={"Host": "localhost"})
            return asked.getresponse().status < 500
    return False


def _announced(host: str, port: int) -> bool:
    if answers(host, port):
        say(f"Công Vụ đang chạy tại http://{host}:{port} — nhấn Ctrl-C để dừng.")
        return True
    return False


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt
