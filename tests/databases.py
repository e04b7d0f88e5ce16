"""The databases of one test run: one server for all workers, one migrated template, a copy for each worker.

The server is started by the first test that needs it and ended by the run's first process.
"""

import fcntl
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from congvu.cli import roles
from congvu.cli.load import load
from congvu.cli.postgres import Cluster
from congvu.config.settings import database

PREFIX = "congvu-thu-"
MIGRATED = "migrated"
DEMO = "demo"
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "jit": "off",
    "max_connections": "200",
}


class Databases:
    """What one worker knows of the run's server."""

    def __init__(self, folder: Path, worker: str) -> None:
        self.folder = folder
        self.worker = worker
        self.cluster: Cluster | None = None
        self.copies: set[str] = set()

    def use(self, template: str) -> None:
        """Connect as the application to this worker's own copy of the template, made at its first use."""
        cluster = self._joined()
        name = f"{template}_{self.worker}"
        if name not in self.copies:
            for wanted in dict.fromkeys((MIGRATED, template)):  # the demonstration is loaded into a copy of the first
                with self._alone(wanted):
                    self._make(wanted)
            self._copy(template)
            self.copies.add(name)
        self._point(cluster.url(roles.APPLICATION, database=name))

    def renew(self) -> None:
        """Whoever comes next takes a fresh copy of this template: what a committed test needs instead of TRUNCATE."""
        connection.close()
        self.copies.discard(str(connection.settings_dict["NAME"]))

    def _joined(self) -> Cluster:
        if self.cluster is None:
            with self._alone("server"):
                self.cluster = Cluster(self.folder / "data", settings=FAST, orphan=True)
                if not self.cluster.join():
                    self.cluster.start()
        return self.cluster

    def _make(self, template: str) -> None:
        cluster = self._joined()
        with cluster.connect() as owner:
            if owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template]).fetchone():
                return
        if template != MIGRATED:
            with self._alone(MIGRATED):
                self._make(MIGRATED)
        draft = f"{template}_draft"
        self._create(draft, like="template0" if template == MIGRATED else MIGRATED)
        if template == MIGRATED:
            self._point(cluster.url(roles.OWNER, database=draft))
            call_command("migrate", verbosity=0)
        else:
            self._point(cluster.url(roles.APPLICATION, database=draft))
            load(demo=True)
        connection.close()
        with cluster.connect(database=draft) as owner:
            owner.execute("ANALYZE")  # nobody does it later: autovacuum is off
        with cluster.connect() as owner:
            owner.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(draft), sql.Identifier(template))
            )

    def _copy(self, template: str) -> None:
        with self._alone(template):
            self._create(f"{template}_{self.worker}", like=template)

    def _create(self, name: str, *, like: str) -> None:
        cluster = self._joined()
        known = {"name": sql.Identifier(name), "like": sql.Identifier(like)}
        with cluster.connect() as owner:
            owner.execute(sql.SQL("DROP DATABASE IF EXISTS {name} WITH (FORCE)").format(**known))
            owner.execute(sql.SQL("CREATE DATABASE {name} TEMPLATE {like} STRATEGY FILE_COPY").format(**known))
        with cluster.connect(database=name) as owner:
            roles.allow(owner)

    def _point(self, url: str) -> None:
        connection.close()
        connection.settings_dict.update(database(url))

    @contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        """Workers take turns at what is done once per run."""
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


KEY = pytest.StashKey[Databases]()


def open_run() -> Path:
    """The folder of a new test run; what killed runs left behind is cleared first."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if not Path(f"/proc/{left.name.split('-')[2]}").exists():
            close_run(left)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    folder.chmod(0o711)
    return folder


def close_run(folder: Path) -> None:
    """End the run's server and remove its folder."""
    if (folder / "data").exists():
        for pid in Cluster(folder / "data").processes():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGQUIT)
    shutil.rmtree(folder, ignore_errors=True)
