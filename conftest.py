"""The ground of every test: the embedded PostgreSQL, the application's role, and no luck."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker, blocking_manager_key

from tests import databases, strictness

RUN = "CONGVU_TEST_RUN"
FIRST = pytest.StashKey[Path]()
DATABASES = databases.KEY


def pytest_configure(config: pytest.Config) -> None:
    worker = getattr(config, "workerinput", {}).get("workerid", "main")
    if worker == "main":
        config.stash[FIRST] = databases.open_run()
        os.environ[RUN] = str(config.stash[FIRST])
    folder = Path(os.environ[RUN])
    config.stash[DATABASES] = databases.Databases(folder, worker)
    settings.DATA = folder
    settings.FILES_ROOT = folder / f"files-{worker}"
    settings.STORAGES = {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": settings.FILES_ROOT},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.MIDDLEWARE = [
        name for name in settings.MIDDLEWARE if not name.startswith("whitenoise.")
    ]  # nothing published
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = strictness.Undefined("?")


def pytest_unconfigure(config: pytest.Config) -> None:
    if folder := config.stash.get(FIRST, None):
        databases.close_run(folder)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker loads the demonstration first thing, while the others do what does not need it."""
    demo = [item for item in items if item.get_closest_marker("demo")]
    for item in demo:
        if not item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.django_db)
    demo.sort(key=lambda item: item.get_closest_marker("journey") is None)  # the short ones end the run
    items[:] = [*demo[-1:], *(item for item in items if not item.get_closest_marker("demo")), *demo[:-1]]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was not tried is said in one line for each reason."""
    skipped = Counter(str(report.longrepr[2]) for report in terminalreporter.getreports("skipped"))
    for reason, count in skipped.items():
        terminalreporter.write_line(f"{count} {reason}")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Choose the database before any fixture connects."""
    wanted = {"db", "transactional_db", "live_server", "django_db_setup"} & set(getattr(item, "fixturenames", ()))
    if (wanted or item.get_closest_marker("django_db")) and not item.get_closest_marker("skip"):
        template = databases.DEMO if item.get_closest_marker("demo") else databases.MIGRATED
        with item.config.stash[blocking_manager_key].unblock():
            item.config.stash[DATABASES].use(template)


@pytest.fixture(scope="session")
def django_db_setup(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """In place of pytest-django's: databases are chosen for each test, and renewed after one that commits."""
    renew = request.config.stash[DATABASES].renew

    def fresh(self: Any) -> None:
        renew()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", fresh)
        yield


@pytest.fixture(scope="session", autouse=True)
def strict() -> Iterator[None]:
    """No network, and no order by luck."""
    with pytest.MonkeyPatch.context() as patch:
        strictness.forbid_network(patch)
        strictness.shuffle_without_order(patch)
        yield
