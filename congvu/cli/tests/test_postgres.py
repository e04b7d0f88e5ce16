"""The embedded PostgreSQL survives whatever kills it, and lets in only whom it should."""

import os
import shutil
import signal
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from congvu.cli import ground, roles
from congvu.cli.errors import BadInput
from congvu.cli.postgres import Cluster


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="congvu-"))
    folder.chmod(0o711)
    yield folder / "data"
    shutil.rmtree(folder)


@pytest.fixture
def cluster(data: Path) -> Iterator[Cluster]:
    running = Cluster(data)
    running.start()
    with running.connect(database=roles.DATABASE) as owner:
        roles.allow(owner)
        owner.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
        owner.execute("TRUNCATE kept")
        owner.execute("INSERT INTO kept VALUES ('còn nguyên')")
    yield running
    running.stop()


def _kept(cluster: Cluster) -> object:
    with psycopg.connect(cluster.url(roles.APPLICATION)) as application:
        return application.execute("SELECT word FROM kept").fetchall()


def test_a_server_that_was_killed_starts_again_with_its_data(cluster):
    assert cluster.process is not None
    os.kill(cluster.process.pid, signal.SIGKILL)

    cluster.start()

    assert _kept(cluster) == [("còn nguyên",)]


def test_a_server_that_outlived_its_supervisor_is_ended_and_its_data_kept(cluster, data):
    left = set(cluster.processes())
    another = Cluster(data)

    another.start()

    assert _kept(another) == [("còn nguyên",)]
    assert left.isdisjoint(another.processes())
    another.stop()


def test_a_lock_that_names_a_stranger_neither_stops_the_start_nor_harms_the_stranger(cluster, data):
    cluster.stop()
    (cluster.folder / "postmaster.pid").write_text(f"{os.getpid()}\n{cluster.folder}\n1\n5432\n{cluster.sockets}\n")
    (cluster.sockets / ".s.PGSQL.5432.lock").write_text(f"{os.getpid()}\n")

    cluster.start()

    assert _kept(cluster) == [("còn nguyên",)]


def test_a_start_that_was_killed_half_way_through_the_creation_is_made_anew(cluster, data):
    draft = cluster.folder.with_name("postgresql.dang-tao")
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18")
    cluster.stop()
    aside = cluster.folder.rename(cluster.folder.with_name("aside"))
    secret = cluster.ground.home / "postgresql.mat-khau"
    words = secret.read_text()

    cluster.start()

    assert not draft.exists()
    cluster.stop()
    shutil.rmtree(cluster.folder)
    aside.rename(cluster.folder)
    secret.write_text(words)


def test_a_second_process_joins_the_running_server(cluster, data):
    guest = Cluster(data)

    assert guest.join()
    assert _kept(guest) == [("còn nguyên",)]


def test_nobody_joins_a_server_that_is_not_running(cluster, data):
    cluster.stop()

    assert not Cluster(data).join()


def test_data_of_another_version_is_refused_in_one_sentence(cluster, data):
    cluster.stop()
    version = cluster.folder / "PG_VERSION"
    version.write_text("15\n")

    with pytest.raises(BadInput, match="thuộc PostgreSQL 15, bản đi kèm là 18"):
        cluster.start()

    version.write_text("18\n")


def test_a_folder_that_cannot_be_written_is_refused_in_one_sentence():
    with pytest.raises(BadInput, match="Không ghi được vào thư mục dữ liệu /proc/congvu"):
        Cluster(Path("/proc/congvu"))


def test_the_server_listens_on_no_network_and_shows_its_socket_to_its_owner_only(cluster):
    with cluster.connect() as owner:
        assert owner.execute("SHOW listen_addresses").fetchone() == ("",)

    assert stat.S_IMODE(cluster.sockets.stat().st_mode) == 0o700
    assert stat.S_IMODE((cluster.ground.home / "postgresql.mat-khau").stat().st_mode) == 0o600


def test_nobody_enters_without_the_password(cluster):
    wrong = cluster.url(roles.APPLICATION).replace("@", "x@")

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)


@pytest.mark.parametrize("words", [None, '{"congvu_owner": "lạ", "congvu": "lạ"}'])
def test_lost_passwords_are_said_in_one_sentence(cluster, words):
    kept = cluster.ground.home / "postgresql.mat-khau"
    right = kept.read_text()
    cluster.stop()
    kept.unlink()
    if words:
        kept.write_text(words)

    with pytest.raises(BadInput, match="Không đọc được mật khẩu"):
        cluster.start()

    kept.write_text(right)
    kept.chmod(0o600)


@pytest.mark.parametrize("forbidden", ["CREATE TABLE mine (word text)", "TRUNCATE kept", "DROP TABLE kept"])
def test_the_application_may_not_change_or_empty_tables(cluster, forbidden):
    with psycopg.connect(cluster.url(roles.APPLICATION)) as application:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            application.execute(forbidden)


def test_a_long_path_still_gets_a_socket():
    top = Path(tempfile.mkdtemp(prefix="congvu-"))
    top.chmod(0o711)

    far = Cluster(top / ("rất-dài-" * 12))

    assert len(os.fsencode(far.sockets / ".s.PGSQL.5432")) < 107
    shutil.rmtree(top)
    shutil.rmtree(far.sockets)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has folders that nobody else may enter")
def test_root_may_keep_its_data_behind_a_closed_door(monkeypatch):
    closed = Path(tempfile.mkdtemp(prefix="congvu-"))
    elsewhere = Path(tempfile.mkdtemp(prefix="congvu-"))
    elsewhere.chmod(0o711)
    monkeypatch.setattr(ground, "SYSTEM", elsewhere)

    first = Cluster(closed / "data")
    first.start()
    first.stop()
    again = Cluster(closed / "data")

    assert first.folder.parent.parent == elsewhere
    assert again.folder == first.folder
    assert first.folder.stat().st_uid != 0
    shutil.rmtree(closed)
    shutil.rmtree(elsewhere)
